//! Sums, of parts that are at hand or that come one after another.

use super::figure::Figure;
use super::known::{Known, Needs};
use super::ledger::Ledger;
use super::step::{Ingredient, Label, Operation};
use super::work::Work;
use crate::money::Money;
use crate::scheme::Rule;

/// A total so far.
#[derive(Debug, Default)]
struct Total {
    amount: Money,
    /// What the parts that are not known wait for.
    waiting: Vec<Needs>,
}

impl Total {
    #[inline]
    fn count(&mut self, ledger: &Ledger, part: Figure) {
        match ledger.known(part) {
            Known::Known(amount) => self.amount = self.amount.plus(amount),
            Known::NotKnown(needs) => self.waiting.push(needs),
        }
    }

    fn known(&self, work: &Work) -> Known<Money> {
        if self.waiting.is_empty() {
            return Known::Known(self.amount);
        }
        match work.together(&self.waiting) {
            Some(needs) => Known::NotKnown(needs),
            None => Known::Known(self.amount),
        }
    }
}

/// Takes a row of several columns, under its name.
type AddRow<'a, const N: usize> = dyn FnMut(&str, [Figure; N]) + 'a;

/// A sum in the making; [`Sum::done`] gives its figure.
#[derive(Debug)]
#[must_use]
pub struct Sum<'a> {
    work: &'a Work,
    label: Label<'a>,
    rules: &'a [&'static Rule],
    total: Total,
    /// When recording.
    ingredients: Vec<Ingredient>,
}

impl Work {
    /// The sum; not known if a part is not known.
    pub fn sum(&self, label: Label<'_>, rules: &[&'static Rule], parts: &[Figure]) -> Figure {
        let mut total = Total::default();
        let ledger = self.ledger();
        for part in parts {
            total.count(&ledger, *part);
        }
        drop(ledger);
        let sum = self.done(label, total.known(self), Operation::Sum, &[], rules);
        self.amend(|step| {
            let parts = parts.iter().map(|part| part.place());
            step.ingredients
                .extend(parts.map(|place| Ingredient::Made(None, place)));
        });
        sum
    }

    /// The sums of several columns, given row by row under names, such as those of
    /// the members of a group.
    pub fn sum_columns<const N: usize>(
        &self,
        labels: [Label<'_>; N],
        rules: &[&'static Rule],
        each_row: &dyn Fn(&mut AddRow<'_, N>),
    ) -> [Figure; N] {
        let mut totals = [const {
            Total {
                amount: Money::ZERO,
                waiting: Vec::new(),
            }
        }; N];
        let ledger = self.ledger();
        each_row(&mut |_, row| {
            for (total, figure) in totals.iter_mut().zip(row) {
                total.count(&ledger, figure);
            }
        });
        drop(ledger);
        let mut columns = labels.into_iter().zip(0..);
        totals.map(|total| {
            let (label, column) = columns.next().unwrap_or(("".into(), 0));
            let sum = self.done(label, total.known(self), Operation::Sum, &[], rules);
            self.amend(|step| {
                each_row(&mut |name, row| {
                    let part = row.get(column).map(|part| part.place());
                    let named = |place| Ingredient::Made(Some(name.to_owned()), place);
                    step.ingredients.extend(part.map(named));
                });
            });
            sum
        })
    }

    /// Begins a sum of parts that come one after another.
    pub const fn begin_sum<'a>(&'a self, label: Label<'a>, rules: &'a [&'static Rule]) -> Sum<'a> {
        Sum {
            work: self,
            label,
            rules,
            total: Total {
                amount: Money::ZERO,
                waiting: Vec::new(),
            },
            ingredients: Vec::new(),
        }
    }
}

impl Sum<'_> {
    /// Adds a part that goes by its own label.
    pub fn add(&mut self, part: Figure) {
        self.count(None, part);
    }

    /// Adds a part under a name.
    pub fn add_named(&mut self, name: &str, part: Figure) {
        self.count(Some(name), part);
    }

    fn count(&mut self, name: Option<&str>, part: Figure) {
        self.total.count(&self.work.ledger(), part);
        if self.work.is_recording() {
            let name = name.map(str::to_owned);
            self.ingredients.push(Ingredient::Made(name, part.place()));
        }
    }

    /// The figure.
    pub fn done(self) -> Figure {
        let value = self.total.known(self.work);
        let sum = self
            .work
            .done(self.label, value, Operation::Sum, &[], self.rules);
        self.work.amend(|step| step.ingredients = self.ingredients);
        sum
    }
}
