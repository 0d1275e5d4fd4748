//! The operations that share an amount out.

use super::figure::Figure;
use super::known::Known;
use super::step::{Ingredient, Label, Operation};
use super::work::Work;
use crate::money::{Money, Rate, Rounding, shared_out};
use crate::scheme::{Rule, readings};

impl Work {
    /// Amounts added, or taken off where said so.
    pub fn reckoned(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        terms: &[(bool, Figure)],
    ) -> Figure {
        let mut total = Money::ZERO;
        let mut waiting = Vec::new();
        for (is_taken_off, term) in terms {
            match self.known(*term) {
                Known::Known(amount) if *is_taken_off => total = total.minus(amount),
                Known::Known(amount) => total = total.plus(amount),
                Known::NotKnown(needs) => waiting.push(needs),
            }
        }
        let value = match self.together(&waiting) {
            Some(needs) => Known::NotKnown(needs),
            None => Known::Known(total),
        };
        let sum = self.done(label, value, Operation::Reckoned, &[], rules);
        self.amend(|step| {
            for (is_taken_off, term) in terms {
                let name = is_taken_off.then(|| "less".to_owned());
                step.ingredients.push(Ingredient::Made(name, term.place()));
            }
        });
        sum
    }

    /// The slice at this place of an amount that is shared out whole by the shares:
    /// every slice is whole pennies, and they add to the amount.
    pub fn slice(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        whole: Figure,
        (shares, place): (&[(&str, Rate)], usize),
    ) -> Figure {
        let value = self.known(whole).map(|amount| {
            let slices = shared_out(amount, shares);
            slices.get(place).copied().unwrap_or_default()
        });
        let share = shares.get(place).map_or(Rate::ZERO, |(_, share)| *share);
        let slice = self.done(label, value, Operation::Slice, &[whole.place()], rules);
        self.with_parameter(share, &[rules.first().copied()]);
        slice
    }

    /// So many of so many equal parts of an amount, rounded to the penny.
    pub fn parts_of(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        whole: Figure,
        (some, all): (usize, usize),
    ) -> Figure {
        let count = |parts| Money::from_pence(i64::try_from(parts).unwrap_or_default());
        let value = self.known(whole).map(|amount| {
            amount.in_proportion(count(some), count(all), Rounding::HalfAwayFromZero)
        });
        let operation = Operation::Parts(some, all);
        self.done(label, value, operation, &[whole.place()], rules)
    }

    /// An amount shared out in the proportion of a part to a whole, rounded to the
    /// penny; nothing where the whole is not more than nothing.
    pub fn in_proportion(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        [of, part, whole]: [Figure; 3],
    ) -> Figure {
        let product = self.both(of, part, |of, part| (of, part));
        let value = match (product, self.known(whole)) {
            (Known::Known((of, part)), Known::Known(whole)) => {
                Known::Known(of.in_proportion(part, whole, Rounding::HalfAwayFromZero))
            }
            (Known::NotKnown(one), Known::NotKnown(two)) => {
                Known::NotKnown(self.together(&[one, two]).unwrap_or(one))
            }
            (Known::NotKnown(needs), _) | (_, Known::NotKnown(needs)) => Known::NotKnown(needs),
        };
        let mut cited = vec![&readings::ROUNDING];
        cited.extend(rules);
        let ingredients = [of.place(), part.place(), whole.place()];
        self.done(label, value, Operation::InProportion, &ingredients, &cited)
    }
}
