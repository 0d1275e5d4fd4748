//! An assessment written out plainly, with the value of every figure where the
//! figure stands, and the working of a figure found by its path there.

#[cfg(feature = "rule-texts")]
use super::SchemeLine;
use super::assessment::{Assessment, assess_at};
use crate::plan::Plan;
#[cfg(feature = "rule-texts")]
use crate::scheme::{Rule, SCHEMES, Status};
use crate::working::{Work, Working, figure_at, with_values};
use serde_json::Value;
#[cfg(feature = "rule-texts")]
use serde_json::json;

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
    assessment.record.unfold(figure_at(&form, path)?)
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
