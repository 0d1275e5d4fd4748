//! A sum that is made part by part.

use super::figure::{Figure, Worked};
use super::known::Known;
use super::step::{Ingredient, Label, Operation, Step, Work};
use crate::money::Money;
use crate::scheme::Rule;
use std::rc::Rc;

/// A sum in the making; [`Sum::done`] gives its figure.
#[derive(Debug)]
#[must_use]
pub struct Sum<'a> {
    work: &'a Work,
    label: Label<'a>,
    rules: &'a [&'static Rule],
    total: Known<Money>,
    ingredients: Vec<Ingredient>,
}

impl Work {
    /// The sum; not known if a part is not known.
    pub fn sum(&self, label: Label<'_>, rules: &[&'static Rule], parts: &[&Figure]) -> Figure {
        let mut sum = self.begin_sum(label, rules);
        for part in parts {
            sum.add(part);
        }
        sum.done()
    }

    /// Begins a sum of parts that come one after another.
    pub const fn begin_sum<'a>(&'a self, label: Label<'a>, rules: &'a [&'static Rule]) -> Sum<'a> {
        Sum {
            work: self,
            label,
            rules,
            total: Known::Known(Money::ZERO),
            ingredients: Vec::new(),
        }
    }
}

impl Sum<'_> {
    /// Adds a part that goes by its own label.
    pub fn add(&mut self, part: &Figure) {
        self.count(part);
        if let Some(step) = part.step() {
            self.ingredients.push((None, Rc::clone(step)));
        }
    }

    /// Adds a part under a name, such as a member of a group.
    pub fn add_named(&mut self, name: &str, part: &Figure) {
        self.count(part);
        if let Some(step) = part.step() {
            self.ingredients
                .push((Some(name.to_owned()), Rc::clone(step)));
        }
    }

    fn count(&mut self, part: &Figure) {
        self.total = self.total.with(part.known(), |one, two| one.plus(*two));
    }

    /// The figure.
    pub fn done(self) -> Figure {
        let step = self.work.is_recording().then(|| {
            Rc::new(Step {
                label: self.label.text(),
                value: self.total.clone().into(),
                operation: Operation::Sum,
                ingredients: self.ingredients,
                rules: self.rules.to_vec(),
            })
        });
        Worked::new(self.total, step)
    }
}
