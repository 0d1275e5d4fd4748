//! The operations that make amounts of money.

use super::figure::{Figure, Proportion, Test};
use super::known::Known;
use super::step::{Label, Operation, Work};
use crate::money::{Money, Rate, Ratio, Rounding};
use crate::scheme::{Rule, readings};

impl Work {
    /// An amount that the user entered at a path of the plan document. A blank
    /// makes it not known and its path a missing input.
    pub fn entered(
        &self,
        label: Label<'_>,
        amount: Option<Money>,
        path: &dyn Fn() -> String,
    ) -> Figure {
        let value = match amount {
            Some(amount) => Known::Known(amount),
            None => Known::NotKnown(self.need(path(), label)),
        };
        self.done(label, value, self.input(path), &[], &[])
    }

    /// Nothing, for the reason that the rules give.
    pub fn nothing(&self, label: Label<'_>, rules: &[&'static Rule]) -> Figure {
        self.done(
            label,
            Known::Known(Money::ZERO),
            Operation::Nothing,
            &[],
            rules,
        )
    }

    /// The first less the second.
    pub fn difference(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        first: &Figure,
        second: &Figure,
    ) -> Figure {
        let value = first
            .known()
            .with(second.known(), |one, two| one.minus(*two));
        let steps = [first.step(), second.step()];
        self.done(label, value, Operation::Difference, &steps, rules)
    }

    /// A share of an amount, rounded to the penny, a half away from zero. The
    /// rate is the product of the parameters whose rules are given. A share of
    /// nothing is nothing, and so is no share of an amount not known.
    pub fn share(
        &self,
        label: Label<'_>,
        whole: &Figure,
        rate: Rate,
        parameters: &[&'static Rule],
    ) -> Figure {
        let product = whole.known().map(|amount| amount.times(rate));
        let (value, rounded) = match product {
            Known::Known(product) => (
                Known::Known(product.round(Rounding::HalfAwayFromZero)),
                !product.is_whole(),
            ),
            Known::NotKnown(_) if rate == Rate::ZERO => (Known::Known(Money::ZERO), false),
            Known::NotKnown(needs) => (Known::NotKnown(needs), false),
        };
        let rules: &[&'static Rule] = if rounded { &[&readings::ROUNDING] } else { &[] };
        let share = self.parameter(rate, parameters);
        let steps = [whole.step(), share.as_ref()];
        self.done(label, value, Operation::Share { rounded }, &steps, rules)
    }

    /// The amount if every test is met; nothing if one is missed, or if the
    /// amount is nothing, whatever is not known of the rest. A test that does not
    /// apply is left out.
    pub fn if_all_met(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        tests: &[Option<&Test>],
        amount: &Figure,
    ) -> Figure {
        let mut value = amount.known().clone();
        let mut steps = Vec::with_capacity(tests.len().saturating_add(1));
        for test in tests.iter().copied().flatten() {
            value = if test.is_missed() || value.value() == Some(&Money::ZERO) {
                Known::Known(Money::ZERO)
            } else {
                test.known().with(&value, |_, amount| *amount)
            };
            steps.push(test.step());
        }
        steps.push(amount.step());
        self.done(label, value, Operation::IfAllMet, &steps, rules)
    }

    /// The first as a share of the second; `None` where the second is known not to
    /// be more than nothing.
    pub fn ratio(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        part: &Figure,
        whole: &Figure,
    ) -> Option<Proportion> {
        let value = match part
            .known()
            .with(whole.known(), |part, whole| Ratio::of(*part, *whole))
        {
            Known::Known(ratio) => Known::Known(ratio?),
            Known::NotKnown(needs) => Known::NotKnown(needs),
        };
        let steps = [part.step(), whole.step()];
        Some(self.done(label, value, Operation::Ratio, &steps, rules))
    }

    /// The smaller of two amounts.
    pub fn smaller(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        one: &Figure,
        two: &Figure,
    ) -> Figure {
        let value = one.known().with(two.known(), |one, two| *one.min(two));
        let steps = [one.step(), two.step()];
        self.done(label, value, Operation::Smaller, &steps, rules)
    }

    /// The amount, or nothing where it is below nothing.
    pub fn not_below_nothing(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        amount: &Figure,
    ) -> Figure {
        let value = amount.known().map(|amount| *amount.max(&Money::ZERO));
        self.done(
            label,
            value,
            Operation::NotBelowNothing,
            &[amount.step()],
            rules,
        )
    }
}
