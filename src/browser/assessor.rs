//! Assessing one plan after another, and how a figure of one was made.

use super::crossing::as_parsed;
use crate::assess::{Answer, Assessment, assess, unfold_at};
use crate::plan::{self, Diagnostic};
use js_sys::{Array, BigInt64Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// What is said anew of every plan, whatever its form.
#[derive(Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
struct Findings<'a> {
    /// The answer in sentences; nothing when there are no rules or no plan.
    answer: Option<&'a Answer>,
    /// Everything that is wrong or worth a look.
    diagnostics: &'a [Diagnostic],
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
