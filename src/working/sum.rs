//! Sums, of parts that are at hand or that come one after another.

use super::figure::Figure;
use super::known::{Known, Needs};
use super::step::{Ingredient, Label, Operation};
use super::work::Work;
use crate::money::Money;
use crate::scheme::Rule;

/// A part of a sum, under a name of its own where its label would not do.
type Part<'a> = (Option<&'a str>, Figure);

/// A sum in the making; [`Sum::done`] gives its figure.
#[derive(Debug)]
#[must_use]
pub struct Sum<'a> {
    work: &'a Work,
    label: Label<'a>,
    rules: &'a [&'static Rule],
    total: Money,
    /// What the parts that are not known wait for.
    waiting: Option<Vec<Needs>>,
    /// When recording.
    ingredients: Option<Vec<Ingredient>>,
}

impl Work {
    /// The sum; not known if a part is not known.
    pub fn sum(&self, label: Label<'_>, rules: &[&'static Rule], parts: &[Figure]) -> Figure {
        self.sum_of(label, rules, parts.iter().map(|part| (None, *part)))
    }

    /// The sum of parts under names, such as the members of a group.
    pub fn sum_of<'p>(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        parts: impl Iterator<Item = Part<'p>>,
    ) -> Figure {
        let mut sum = self.begin_sum(label, rules);
        let ledger = self.ledger();
        for (name, part) in parts {
            sum.count(name, part, ledger.known(part));
        }
        drop(ledger);
        sum.done()
    }

    /// Begins a sum of parts that come one after another.
    pub fn begin_sum<'a>(&'a self, label: Label<'a>, rules: &'a [&'static Rule]) -> Sum<'a> {
        Sum {
            work: self,
            label,
            rules,
            total: Money::ZERO,
            waiting: None,
            ingredients: self.is_recording().then(Vec::new),
        }
    }
}

impl Sum<'_> {
    /// Adds a part that goes by its own label.
    pub fn add(&mut self, part: Figure) {
        self.count(None, part, self.work.known(part));
    }

    /// Adds a part under a name.
    pub fn add_named(&mut self, name: &str, part: Figure) {
        self.count(Some(name), part, self.work.known(part));
    }

    #[inline]
    fn count(&mut self, name: Option<&str>, part: Figure, value: Known<Money>) {
        match value {
            Known::Known(amount) => self.total = self.total.plus(amount),
            Known::NotKnown(needs) => self.waiting.get_or_insert_default().push(needs),
        }
        if let Some(ingredients) = &mut self.ingredients {
            let name = name.map(str::to_owned);
            ingredients.push(Ingredient::Made(name, part.place()));
        }
    }

    /// The figure.
    pub fn done(self) -> Figure {
        let waiting = self.waiting.as_deref();
        let value = match waiting.and_then(|waiting| self.work.together(waiting)) {
            Some(needs) => Known::NotKnown(needs),
            None => Known::Known(self.total),
        };
        let sum = self
            .work
            .done(self.label, value, Operation::Sum, &[], self.rules);
        if let Some(ingredients) = self.ingredients {
            self.work.amend(|step| step.ingredients = ingredients);
        }
        sum
    }
}
