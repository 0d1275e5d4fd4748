//! A sum that is made part by part.

use super::figure::Figure;
use super::known::{Known, Needs};
use super::step::{Ingredient, Label, Operation};
use super::work::Work;
use crate::money::Money;
use crate::scheme::Rule;

/// A sum in the making; [`Sum::done`] gives its figure.
#[derive(Debug)]
#[must_use]
pub struct Sum<'a> {
    work: &'a Work,
    label: Label<'a>,
    rules: &'a [&'static Rule],
    total: Money,
    waiting: Vec<Needs>,
    ingredients: Vec<Ingredient>,
}

impl Work {
    /// The sum; not known if a part is not known.
    pub fn sum(&self, label: Label<'_>, rules: &[&'static Rule], parts: &[Figure]) -> Figure {
        let mut sum = self.begin_sum(label, rules);
        for part in parts {
            sum.add(*part);
        }
        sum.done()
    }

    /// Begins a sum of parts that come one after another.
    pub const fn begin_sum<'a>(&'a self, label: Label<'a>, rules: &'a [&'static Rule]) -> Sum<'a> {
        Sum {
            work: self,
            label,
            rules,
            total: Money::ZERO,
            waiting: Vec::new(),
            ingredients: Vec::new(),
        }
    }
}

impl Sum<'_> {
    /// Adds a part that goes by its own label.
    pub fn add(&mut self, part: Figure) {
        self.count(None, part);
    }

    /// Adds a part under a name, such as a member of a group.
    pub fn add_named(&mut self, name: &str, part: Figure) {
        self.count(Some(name), part);
    }

    fn count(&mut self, name: Option<&str>, part: Figure) {
        match self.work.known(part) {
            Known::Known(amount) => self.total = self.total.plus(amount),
            Known::NotKnown(needs) => self.waiting.push(needs),
        }
        if self.work.is_recording() {
            let name = name.map(str::to_owned);
            self.ingredients.push(Ingredient::Made(name, part.place()));
        }
    }

    /// The figure.
    pub fn done(self) -> Figure {
        let value = match self.work.together(&self.waiting) {
            Some(needs) => Known::NotKnown(needs),
            None => Known::Known(self.total),
        };
        let sum = self
            .work
            .done(self.label, value, Operation::Sum, &[], self.rules);
        self.work
            .amend(&|step| step.ingredients.clone_from(&self.ingredients));
        sum
    }
}
