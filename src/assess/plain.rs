//! An assessment written out plainly, with the value of every figure where the
//! figure stands, and the working of a figure found by its path there.

#[cfg(feature = "rule-texts")]
use super::SchemeLine;
use super::assessment::{Assessment, assess_at};
use crate::money::Ratio;
use crate::plan::Plan;
#[cfg(feature = "rule-texts")]
use crate::scheme::{Rule, SCHEMES, Status};
use crate::working::{Ledger, Work, Worked, Working};
use serde_json::{Map, Value, json};

impl Assessment {
    /// Its JSON form with values: an amount as exact pounds in a decimal string, a
    /// test as true or false, a ratio as a percentage. What is not known yet is
    /// `{"needs": […]}` with places in [`Assessment::missing`]. At its end stands every
    /// rule of the plan's schemes that is recalled and so not verified.
    #[must_use]
    pub fn plain(&self) -> Value {
        let form = serde_json::to_value(self).unwrap_or_default();
        #[cfg_attr(not(feature = "rule-texts"), expect(unused_mut))]
        let mut plain = with_values(&form, &self.record.ledger);
        #[cfg(feature = "rule-texts")]
        if let Value::Object(fields) = &mut plain {
            fields.insert("not_verified".to_owned(), self.scheme.not_verified());
        }
        plain
    }
}

#[cfg(feature = "rule-texts")]
impl SchemeLine {
    /// The rules that are recalled, each once: their ids, names and how sure they are.
    fn not_verified(&self) -> Value {
        let mut recalled: Vec<&Rule> = Vec::new();
        for scheme in SCHEMES.iter().filter(|one| self.ids.contains(&one.id)) {
            for rule in scheme.rules() {
                let mut others = recalled.iter();
                if rule.status == Status::Recalled && !others.any(|other| other.id == rule.id) {
                    recalled.push(rule);
                }
            }
        }
        let in_words = recalled.iter().map(
            |rule| json!({ "rule": rule.id, "name": rule.name, "confidence": rule.confidence }),
        );
        in_words.collect()
    }
}

/// How the figure or test at this path of the plain form was made, down to inputs
/// and rules: the plan is assessed once more with every step recorded. In a path
/// an organisation, side or subdivision goes by its code, a statement and its lines
/// by their ids: `organisations/RXL/fund/total/earned/quarters/1`. `None` where there
/// is no figure.
#[must_use]
pub fn unfold(plan: &Plan, path: &str) -> Option<Working> {
    let assessment = assess_recorded(plan);
    let form = serde_json::to_value(&assessment).ok()?;
    let mut found = &form;
    for name in path.split('/') {
        found = part(found, name)?;
    }
    let (place, _) = figure(found)?;
    assessment.record.unfold(place)
}

/// A part by its name: of a list, the item of this code, id or fund, or at this place.
fn part<'a>(whole: &'a Value, name: &str) -> Option<&'a Value> {
    let Value::Array(items) = whole else {
        return whole.get(name);
    };
    let is_named = |item: &&Value| {
        let mut names = ["code", "id", "fund"].iter();
        names.any(|field| item.get(*field).is_some_and(|own| own == name))
    };
    let place = || items.get(name.parse::<usize>().ok()?);
    items.iter().find(is_named).or_else(place)
}

/// How the figure or test at this place of the ledger was made.
#[must_use]
pub fn unfold_at(plan: &Plan, place: u32) -> Option<Working> {
    assess_recorded(plan).record.unfold(place)
}

/// Assesses a plan and keeps how every value was made, for
/// [`Record::unfold`](crate::working::Record::unfold).
#[must_use]
pub fn assess_recorded(plan: &Plan) -> Assessment {
    assess_at(Work::recorded(), plan)
}

/// The place and the kind of a figure; `None` for anything else.
fn figure(value: &Value) -> Option<(u32, Option<&str>)> {
    let (place, kind) = match value.as_array()?.as_slice() {
        [place] => (place, None),
        [place, Value::String(kind)] => (place, Some(kind.as_str())),
        _ => return None,
    };
    let place = u32::try_from(place.as_u64()?).ok()?;
    Some((place, kind))
}

fn with_values(value: &Value, ledger: &Ledger) -> Value {
    if let Some((place, kind)) = figure(value) {
        return figure_value(place, kind, ledger);
    }
    match value {
        Value::Array(items) => items.iter().map(|item| with_values(item, ledger)).collect(),
        Value::Object(fields) => {
            let mut written = Map::new();
            for (name, field) in fields {
                written.insert(name.clone(), with_values(field, ledger));
            }
            Value::Object(written)
        }
        other => other.clone(),
    }
}

fn figure_value(place: u32, kind: Option<&str>, ledger: &Ledger) -> Value {
    let needs = ledger.needs(place);
    if !needs.is_empty() {
        return json!({ "needs": needs });
    }
    match kind {
        None => json!(ledger.amount(Worked::at(place))),
        Some("test") => json!(ledger.outcome(Worked::at(place))),
        _ => json!(ledger.ratio(Worked::at(place)).map(Ratio::percentage)),
    }
}
