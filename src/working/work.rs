//! The desk at which all figures are made.

use super::figure::{Figure, Test, Worked};
use super::known::{Kept, Kind, Known, Needs};
use super::ledger::Ledger;
use super::step::{Ingredient, Label, Operation, Step, Wording};
use crate::money::{Money, Rate};
use crate::scheme::Rule;
use std::cell::{Ref, RefCell};

/// The desk at which all figures are made: keeps the ledger of their values, the
/// list of missing inputs, and the steps when it records.
#[derive(Debug, Default)]
pub struct Work {
    recording: bool,
    /// What the plan's year calls things.
    wording: Wording,
    ledger: RefCell<Ledger>,
    missing: RefCell<Vec<(MissingInput, Needs)>>,
    steps: RefCell<Vec<Step>>,
}

/// An input that was found missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingInput {
    /// Its path in the plan document.
    pub path: String,
    /// What it is, in words.
    pub words: String,
}

/// What a desk leaves behind: every value, the inputs found missing, in the order
/// in which they were missed, and when it recorded how each value was made.
#[derive(Clone, Debug)]
pub struct Record {
    /// The value of every figure.
    pub ledger: Ledger,
    /// The inputs found missing.
    pub missing: Vec<MissingInput>,
    pub(super) steps: Vec<Step>,
}

impl Record {
    /// What the value at a place waits for in words, given the name of each input: the
    /// first two, and how many more; empty when it is known.
    #[must_use]
    pub fn needs_in_words(&self, place: u32, name: &dyn Fn(&MissingInput) -> String) -> String {
        const NAMED: usize = 2;
        let needs = self.ledger.needs(place);
        let inputs = needs.iter();
        let inputs = inputs.filter_map(|input| self.missing.get(usize::try_from(*input).ok()?));
        let named: Vec<String> = inputs.take(NAMED).map(name).collect();
        match needs.len().saturating_sub(named.len()) {
            0 => named.join(" and "),
            1 => format!("{} and 1 more figure", named.join(", ")),
            more => format!("{} and {more} more figures", named.join(", ")),
        }
    }
}

impl MissingInput {
    /// Its words with a small first letter, unless they begin with an abbreviation.
    #[must_use]
    pub fn small(&self) -> String {
        let mut words = self.words.clone();
        let second = words.as_bytes().get(1);
        if second.is_some_and(u8::is_ascii_lowercase)
            && let Some(first) = words.get_mut(..1)
        {
            first.make_ascii_lowercase();
        }
        words
    }
}

impl Work {
    /// A desk that keeps values only, with room for about this many.
    #[must_use]
    pub fn quick(values: usize) -> Self {
        Self {
            ledger: RefCell::new(Ledger::with_room_for(values)),
            ..Self::default()
        }
    }

    /// A desk that keeps the steps too.
    #[must_use]
    pub fn recorded() -> Self {
        Self {
            recording: true,
            ..Self::default()
        }
    }

    /// From now on, labels are in these words.
    pub const fn speak(&mut self, wording: Wording) {
        self.wording = wording;
    }

    /// Ends the work.
    #[must_use]
    pub fn into_record(self) -> Record {
        let missing = self.missing.into_inner();
        Record {
            ledger: self.ledger.into_inner(),
            missing: missing.into_iter().map(|(input, _)| input).collect(),
            steps: self.steps.into_inner(),
        }
    }

    /// The amount, if known.
    #[must_use]
    pub fn amount(&self, figure: Figure) -> Option<Money> {
        self.ledger.borrow().amount(figure)
    }

    /// Met or missed, if known.
    #[must_use]
    pub fn outcome(&self, test: Test) -> Option<bool> {
        self.ledger.borrow().outcome(test)
    }

    /// Whether two figures have the same value, or wait for the same.
    pub(super) fn are_same(&self, one: Figure, two: Figure) -> bool {
        self.ledger.borrow().are_same(one, two)
    }

    /// The ledger, to look several values up; nothing can be made meanwhile.
    pub(super) fn ledger(&self) -> Ref<'_, Ledger> {
        self.ledger.borrow()
    }

    pub(super) fn known<T: Kept>(&self, made: Worked<T>) -> Known<T> {
        self.ledger.borrow().known(made)
    }

    /// All these needs together, where there are any.
    #[cold]
    pub(super) fn together(&self, needs: &[Needs]) -> Option<Needs> {
        self.ledger.borrow_mut().together(needs)
    }

    /// Applies an operation to two values if both are known; otherwise the needs
    /// of both.
    pub(super) fn both<T: Kept, U>(
        &self,
        one: Worked<T>,
        two: Worked<T>,
        operation: impl FnOnce(T, T) -> U,
    ) -> Known<U> {
        match (self.known(one), self.known(two)) {
            (Known::Known(one), Known::Known(two)) => Known::Known(operation(one, two)),
            (Known::NotKnown(one), Known::NotKnown(two)) => {
                Known::NotKnown(self.together(&[one, two]).unwrap_or(one))
            }
            (Known::NotKnown(needs), _) | (_, Known::NotKnown(needs)) => Known::NotKnown(needs),
        }
    }

    /// Notes an input as missing and gives the need for it.
    #[cold]
    fn need(&self, path: String, label: Label<'_>) -> Needs {
        let mut missing = self.missing.borrow_mut();
        let known = missing.iter().rev().find(|(known, _)| known.path == path);
        if let Some((_, needs)) = known {
            return *needs;
        }
        let place = u32::try_from(missing.len()).unwrap_or(u32::MAX);
        let needs = self.ledger.borrow_mut().need(place);
        let words = label.text(self.wording);
        missing.push((MissingInput { path, words }, needs));
        needs
    }

    /// A value that the user entered at a path of the plan document. A blank makes
    /// it not known and its path a missing input.
    pub(super) fn input<T: Kept>(
        &self,
        label: Label<'_>,
        value: Option<T>,
        rules: &[&'static Rule],
        path: &dyn Fn() -> String,
    ) -> Worked<T> {
        self.brought(label, value, Operation::Input, rules, path)
    }

    /// A value that is not made here. What is missing makes it not known.
    pub(super) fn brought<T: Kept>(
        &self,
        label: Label<'_>,
        value: Option<T>,
        operation: Operation,
        rules: &[&'static Rule],
        path: &dyn Fn() -> String,
    ) -> Worked<T> {
        let value = match value {
            Some(value) => Known::Known(value),
            None => Known::NotKnown(self.need(path(), label)),
        };
        let made = self.done(label, value, operation, &[], rules);
        self.amend(|step| step.input = Some(path()));
        made
    }

    /// Finishes an operation: keeps its value, and when recording its step.
    pub(super) fn done<T: Kept>(
        &self,
        label: Label<'_>,
        value: Known<T>,
        operation: Operation,
        ingredients: &[u32],
        rules: &[&'static Rule],
    ) -> Worked<T> {
        if self.recording {
            self.record(T::KIND, label, operation, ingredients, rules);
        }
        self.ledger.borrow_mut().keep(value)
    }

    /// Keeps the step of an operation.
    #[cold]
    fn record(
        &self,
        kind: Kind,
        label: Label<'_>,
        operation: Operation,
        ingredients: &[u32],
        rules: &[&'static Rule],
    ) {
        let made = ingredients.iter();
        self.steps.borrow_mut().push(Step {
            label: label.text(self.wording),
            kind,
            operation,
            ingredients: made.map(|place| Ingredient::Made(None, *place)).collect(),
            rules: rules.to_vec(),
            input: None,
            performance: None,
            rate: None,
        });
    }

    /// Adds a parameter to the ingredients of the step made last.
    pub(super) fn with_parameter(&self, rate: Rate, rules: &[Option<&'static Rule>]) {
        self.amend(|step| {
            let rules = rules.iter().copied().flatten().collect();
            let parameter = Ingredient::Parameter(rate, rules);
            step.ingredients.push(parameter);
        });
    }

    /// Says more of the step made last, when recording.
    pub(super) fn amend(&self, more: impl FnOnce(&mut Step)) {
        if self.recording {
            self.amend_last(more);
        }
    }

    #[cold]
    fn amend_last(&self, more: impl FnOnce(&mut Step)) {
        if let Some(step) = self.steps.borrow_mut().last_mut() {
            more(step);
        }
    }

    /// Gives the step made last the name of an earlier one.
    pub(super) fn name_after<T>(&self, earlier: Worked<T>) {
        let place = usize::try_from(earlier.place()).unwrap_or(usize::MAX);
        let label = self
            .steps
            .borrow()
            .get(place)
            .map(|step| step.label.clone());
        self.amend(|step| step.label = label.unwrap_or_default());
    }

    /// Whether steps are kept.
    pub(super) const fn is_recording(&self) -> bool {
        self.recording
    }
}
