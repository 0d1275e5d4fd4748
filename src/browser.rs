//! The thin shell that the page calls; the only file that knows wasm-bindgen.
//! Whatever it does, the command line can do too.
//!
//! A plan crosses as the text of its document, so that unknown fields are refused.
//! An assessment crosses in two parts: its form, which says where each figure
//! stands, and the ledger of all values, as whole numbers that are exact. Someone
//! who types changes values far more often than the form, which is therefore sent
//! only when it is another than before. Smaller things cross as objects.
//!
//! Whole numbers of 64 bits cross in slices only, never one by itself: the engine is
//! also compiled to JavaScript, where such a number is two halves.

mod json;

use crate::assess::{Answer, Assessment, assess, unfold_at};
use crate::calendar::FinancialYear;
use crate::facts;
use crate::money::{Money, Ratio, Unit, casting_difference, read_count, read_money};
use crate::plan::{self, Diagnostic, PlanDocument, Restatement};
use crate::scheme::{Side, of_year};
use js_sys::{Array, BigInt64Array};
use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** The place of an amount in the ledger. */
export type Figure = [place: number];
/** The place of a yes or no in the ledger. */
export type Test = [place: number, kind: 'test'];
/** The place of an amount as a share of another in the ledger. */
export type Proportion = [place: number, kind: 'ratio'];
/**
 * What changes with every value, the assessment when its form is another than before, and the ledger,
 * in an array that the next answer may use again.
 */
export type Answered = [findings: Findings, assessment: Assessment | null, ledger: BigInt64Array | null];
/** A value of a plan document as typed, or blank. */
export type Entry = string | null;
/** Values by name, such as by period. */
export type Keyed<T = Entry> = Record<string, T>;
"#;

/// Half the size of the allocator that comes with the target, and as fast.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// What is said anew of every plan, whatever its form.
#[derive(Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
struct Findings<'a> {
    /// The answer in sentences; nothing when there are no rules or no plan.
    answer: Option<&'a Answer>,
    /// Everything that is wrong or worth a look.
    diagnostics: &'a [Diagnostic],
}

/// What came of opening or rewriting a plan document.
#[derive(Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
struct Opened<'a> {
    /// The document; nothing when it can't be used.
    document: Option<PlanDocument<'a>>,
    /// Why not, or what was left out.
    diagnostics: Vec<Diagnostic>,
}

/// The areas of a year to choose from.
#[derive(Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
struct AreaChoices {
    /// In words, as in `44 footprints of 2017/18`.
    in_words: String,
    /// What a user should know who fills a plan from them.
    remark: Option<&'static str>,
    areas: Vec<AreaChoice>,
}

/// An area to choose.
#[derive(Serialize, tsify::Tsify)]
struct AreaChoice {
    code: &'static str,
    name: &'static str,
}

/// An organisation that can be added to a plan.
#[derive(Serialize, tsify::Tsify)]
struct OrganisationChoice {
    code: &'static str,
    name: &'static str,
    side: Side,
    /// Why a choosing user should look twice: it serves several areas, or had
    /// ceased; and what is remarked on it.
    remarks: Vec<String>,
    /// Whether it is filled in with the area asked for.
    counted: bool,
    /// Whether the lists of the year have it.
    listed: bool,
}

/// How a typed value was read.
#[derive(tsify::Tsify)]
#[tsify(missing_as_null)]
#[serde(tag = "read", rename_all = "snake_case")]
enum ReadBack {
    /// Nothing was typed.
    Blank,
    /// A value, as it stands in the plan's unit and in full pounds.
    Value {
        /// In the plan's unit.
        shown: String,
        /// In words, in full.
        in_full: String,
    },
    /// It was not read.
    Fault {
        /// Why.
        message: String,
        /// The way out.
        hint: String,
    },
}

/// Field by field, since a structure would bring serde-wasm-bindgen's store of
/// field names along.
impl Serialize for ReadBack {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Blank => serializer.collect_map([("read", "blank")]),
            Self::Value { shown, in_full } => {
                serializer.collect_map([("read", "value"), ("shown", shown), ("in_full", in_full)])
            }
            Self::Fault { message, hint } => {
                serializer.collect_map([("read", "fault"), ("message", message), ("hint", hint)])
            }
        }
    }
}

/// Called once by the page: a panic then says in the console what it was.
#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// The program's version.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    crate::VERSION.to_owned()
}

/// Assesses one plan after another, and remembers the last assessment so as to
/// send its form only when it changes.
#[wasm_bindgen]
#[derive(Default)]
pub struct Assessor {
    last: Option<Assessment>,
    entries: Option<BigInt64Array>,
}

#[wasm_bindgen]
impl Assessor {
    /// One that has assessed nothing yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Assesses the text of a plan document.
    #[wasm_bindgen(unchecked_return_type = "Answered")]
    pub fn assess(&mut self, plan_text: &str) -> Result<Array, JsValue> {
        let plan::Reading { plan, diagnostics } = plan::read(plan_text);
        let assessment = plan.as_ref().map(assess);
        let findings = Findings {
            answer: assessment.as_ref().map(|assessment| &assessment.answer),
            diagnostics: &diagnostics,
        };
        let answered = [
            as_parsed(&findings)?,
            self.form(assessment.as_ref())?,
            assessment
                .as_ref()
                .map_or(JsValue::NULL, |found| self.entries(found)),
        ];
        if assessment.is_some() {
            self.last = assessment;
        }
        Ok(answered.into_iter().collect())
    }

    /// The ledger's entries, in the array that held the last ones where they fit:
    /// a new one for every key would keep the browser busy clearing up.
    fn entries(&mut self, assessment: &Assessment) -> JsValue {
        let entries = assessment.record.ledger.entries();
        let fits = |array: &BigInt64Array| usize::try_from(array.length()) == Ok(entries.len());
        match self.entries.as_ref().filter(|array| fits(array)) {
            Some(array) => array.copy_from(entries),
            None => self.entries = Some(BigInt64Array::from(entries)),
        }
        JsValue::from(self.entries.clone())
    }

    /// The assessment, if its form is another than the last one's.
    fn form(&self, assessment: Option<&Assessment>) -> Result<JsValue, JsValue> {
        match (&self.last, assessment) {
            (Some(last), Some(assessment)) if assessment.has_form_of(last) => Ok(JsValue::NULL),
            (_, assessment) => as_parsed(&assessment),
        }
    }

    /// The places in the list of missing inputs that the value at a place of the
    /// last ledger waits for; none when it is known.
    #[must_use]
    pub fn needs(&self, place: u32) -> Vec<u32> {
        let ledger = self.last.as_ref().map(|last| &last.record.ledger);
        ledger
            .map(|ledger| ledger.needs(place).to_vec())
            .unwrap_or_default()
    }
}

/// How the figure or test at a place of the plan's ledger was made; null where
/// there is none.
#[wasm_bindgen(unchecked_return_type = "Working | null")]
pub fn working(plan_text: &str, place: u32) -> Result<JsValue, JsValue> {
    let plan = plan::read(plan_text).plan;
    as_parsed(&plan.and_then(|plan| unfold_at(&plan, place)))
}

/// Opens the text of a plan document that a user brings.
#[wasm_bindgen(unchecked_return_type = "Opened")]
pub fn open(plan_text: &str) -> Result<JsValue, JsValue> {
    let (document, diagnostics) = plan::open(plan_text);
    as_parsed(&Opened {
        document,
        diagnostics,
    })
}

/// Writes a plan in another unit or by other periods, every amount the same.
#[wasm_bindgen(unchecked_return_type = "Opened")]
pub fn restate(
    plan_text: &str,
    #[wasm_bindgen(unchecked_param_type = "Unit")] unit: &str,
    #[wasm_bindgen(unchecked_param_type = "PeriodFigures")] figures: &str,
    #[wasm_bindgen(unchecked_param_type = "PeriodLength")] periods: &str,
) -> Result<JsValue, JsValue> {
    let to = Restatement {
        unit: chosen(unit)?,
        figures: chosen(figures)?,
        periods: chosen(periods)?,
    };
    let (document, mut diagnostics) = plan::open(plan_text);
    let restated = document.and_then(|document| match plan::restate(document, to) {
        Ok(restated) => Some(restated),
        Err(faults) => {
            diagnostics.extend(faults);
            None
        }
    });
    as_parsed(&Opened {
        document: restated,
        diagnostics,
    })
}

/// The areas of a financial year; null when none are held.
#[wasm_bindgen(unchecked_return_type = "AreaChoices | null")]
pub fn areas(year: &str) -> Result<JsValue, JsValue> {
    let geography = FinancialYear::read(year).and_then(facts::geography);
    as_parsed(&geography.map(|geography| {
        AreaChoices {
            in_words: geography.in_words(),
            remark: geography.remark(),
            areas: geography
                .areas()
                .map(|area| AreaChoice {
                    code: area.code,
                    name: area.name,
                })
                .collect(),
        }
    }))
}

/// Everyone of any year, under the names of this one.
#[wasm_bindgen(unchecked_return_type = "OrganisationChoice[]")]
pub fn organisations(year: &str) -> Result<JsValue, JsValue> {
    // Names are wanted for a plan whose year is not known yet, too.
    let year = FinancialYear::read(year).unwrap_or(FinancialYear::beginning(u16::MAX));
    let geography = facts::geography(year);
    let choices: Vec<OrganisationChoice> = facts::organisations(year)
        .into_iter()
        .map(|organisation| OrganisationChoice {
            listed: geography.is_some_and(|geography| geography.lists(&organisation)),
            ..OrganisationChoice::from(organisation)
        })
        .collect();
    as_parsed(&choices)
}

/// Everyone who belongs to an area in a year.
#[wasm_bindgen(unchecked_return_type = "OrganisationChoice[]")]
pub fn members(year: &str, area: &str) -> Result<JsValue, JsValue> {
    let geography = FinancialYear::read(year).and_then(facts::geography);
    let mut choices = Vec::new();
    if let Some(geography) = geography {
        for member in geography.members(area) {
            choices.push(choice(member, geography));
        }
    }
    as_parsed(&choices)
}

/// An empty plan for an area of a year; null for a code it doesn't have, or without
/// rules for the year.
#[wasm_bindgen(unchecked_return_type = "PlanDocument | null")]
pub fn plan_for(area: &str, year: &str) -> Result<JsValue, JsValue> {
    let document = with_rules(year).and_then(|year| {
        let area = facts::geography(year)?.area(area)?;
        Some(plan::document_for_footprint(&area, year))
    });
    as_parsed(&document)
}

/// A published organisation with blank figures; null for an unknown code.
#[wasm_bindgen(unchecked_return_type = "OrganisationDocument | null")]
pub fn member(code: &str, year: &str) -> Result<JsValue, JsValue> {
    as_parsed(&with_rules(year).and_then(|year| plan::member(code, year)))
}

/// A year of that name that there are rules for.
fn with_rules(year: &str) -> Option<FinancialYear> {
    FinancialYear::read(year).filter(|year| of_year(*year).next().is_some())
}

/// Amounts in pence as a table in the unit shows them.
#[wasm_bindgen]
pub fn show(
    amounts: &[i64],
    #[wasm_bindgen(unchecked_param_type = "Unit")] unit: &str,
) -> Result<Vec<String>, JsValue> {
    let unit = chosen::<Unit>(unit)?;
    let mut shown = Vec::with_capacity(amounts.len());
    for pence in amounts {
        shown.push(Money::from_pence(*pence).shown(unit));
    }
    Ok(shown)
}

/// Ratios of the ledger as percentages.
#[wasm_bindgen]
#[must_use]
pub fn show_ratios(entries: &[i64]) -> Vec<String> {
    let mut shown = Vec::with_capacity(entries.len());
    for entry in entries {
        shown.push(Ratio::from_bits(*entry).percentage());
    }
    shown
}

/// By how much printed parts, in pence, fail to add to their printed total, which
/// comes after them; nothing when they add.
#[wasm_bindgen]
pub fn casting(
    parts_and_total: &[i64],
    #[wasm_bindgen(unchecked_param_type = "Unit")] unit: &str,
) -> Result<Option<String>, JsValue> {
    let unit = chosen::<Unit>(unit)?;
    let mut amounts = Vec::with_capacity(parts_and_total.len());
    for pence in parts_and_total {
        amounts.push(Money::from_pence(*pence));
    }
    let total = amounts.pop().ok_or_else(|| JsValue::from_str("no total"))?;
    Ok(casting_difference(&amounts, total, unit))
}

/// How an amount is read in the unit.
#[wasm_bindgen(unchecked_return_type = "ReadBack")]
pub fn read_back(
    typed: &str,
    #[wasm_bindgen(unchecked_param_type = "Unit")] unit: &str,
) -> Result<JsValue, JsValue> {
    let unit = chosen::<Unit>(unit)?;
    as_object(&match read_money(typed, unit) {
        Ok(None) => ReadBack::Blank,
        Ok(Some(amount)) => ReadBack::Value {
            shown: amount.entered(unit),
            in_full: format!(
                "{}£{}",
                if amount.is_negative() {
                    "deficit or cost of "
                } else {
                    ""
                },
                amount.size().entered(Unit::Pounds)
            ),
        },
        Err(fault) => ReadBack::Fault {
            message: fault.reason(),
            hint: fault.way_out().to_owned(),
        },
    })
}

/// How a count of people is read.
#[wasm_bindgen(unchecked_return_type = "ReadBack")]
pub fn read_back_count(typed: &str) -> Result<JsValue, JsValue> {
    as_object(&match read_count(typed) {
        Ok(None) => ReadBack::Blank,
        Ok(Some(count)) => ReadBack::Value {
            shown: count.to_string(),
            in_full: count.to_string(),
        },
        Err(fault) => ReadBack::Fault {
            message: fault.reason(),
            hint: fault.way_out().to_owned(),
        },
    })
}

/// The choice that a word of the plan document stands for.
fn chosen<T: plan::Choice>(word: &str) -> Result<T, JsValue> {
    T::from_word(word).ok_or_else(|| JsValue::from_str("not one of the choices"))
}

/// As one text that the browser parses: faster for anything large.
fn as_parsed<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let text =
        json::json(value).map_err(|_| JsValue::from_str("the answer can't be written as text"))?;
    js_sys::JSON::parse(&text)
}

/// As an object, field by field.
fn as_object<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(value.serialize(&serializer)?)
}

impl From<facts::Organisation> for OrganisationChoice {
    fn from(organisation: facts::Organisation) -> Self {
        let side = match organisation.kind {
            facts::Kind::Trust => Side::Provider,
            facts::Kind::Commissioner => Side::Commissioner,
        };
        let remarks = organisation.ended.into_iter().chain(organisation.remarks());
        Self {
            code: organisation.code,
            name: organisation.name,
            side,
            remarks: remarks.map(str::to_owned).collect(),
            counted: false,
            listed: true,
        }
    }
}

/// A member of an area, with what keeps it from being counted there.
fn choice(member: facts::Member, geography: facts::Geography) -> OrganisationChoice {
    let mut choice = OrganisationChoice::from(member.organisation);
    choice.counted = member.membership == facts::Membership::Counted;
    choice.remarks.extend(match member.membership {
        facts::Membership::Elsewhere { home } => {
            Some(format!("Counts in its host {} {home}.", geography.area_word()))
        }
        facts::Membership::ToChoose => Some(format!(
            "Serves several {} and has no published host: it counts once, in the plan you add it to.",
            geography.areas_word()
        )),
        facts::Membership::Counted | facts::Membership::Ceased { .. } => None,
    });
    choice
}
