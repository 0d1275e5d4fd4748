//! The operations that make amounts of money.

use super::figure::{Figure, Proportion, Test};
use super::known::Known;
use super::step::{Label, Operation, Step, StepValue, Work, ingredient, rate_step};
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
        self.done(value, |value| Step {
            label: label.text(),
            value: StepValue::Money(value),
            operation: Operation::Input(path()),
            ingredients: Vec::new(),
            rules: Vec::new(),
        })
    }

    /// Nothing, for the reason that the rules give.
    pub fn nothing(&self, label: Label<'_>, rules: &[&'static Rule]) -> Figure {
        self.done(Known::Known(Money::ZERO), |value| Step {
            label: label.text(),
            value: StepValue::Money(value),
            operation: Operation::Nothing,
            ingredients: Vec::new(),
            rules: rules.to_vec(),
        })
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
        self.done(value, |value| Step {
            label: label.text(),
            value: StepValue::Money(value),
            operation: Operation::Difference,
            ingredients: [first, second].into_iter().filter_map(ingredient).collect(),
            rules: rules.to_vec(),
        })
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
        let value = if rate == Rate::ZERO {
            Known::Known(Money::ZERO)
        } else {
            whole.known().map(|amount| {
                let product = amount.times(rate);
                product.round(Rounding::HalfAwayFromZero)
            })
        };
        let rounded = whole
            .value()
            .is_some_and(|amount| !amount.times(rate).is_whole());
        self.done(value, |value| Step {
            label: label.text(),
            value: StepValue::Money(value),
            operation: Operation::Share { rounded },
            ingredients: ingredient(whole)
                .into_iter()
                .chain([rate_step(rate, parameters)])
                .collect(),
            rules: if rounded {
                vec![&readings::ROUNDING]
            } else {
                Vec::new()
            },
        })
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
        let tests = || tests.iter().copied().flatten();
        let nothing = amount.value() == Some(&Money::ZERO);
        let value = if nothing || tests().any(Test::is_missed) {
            Known::Known(Money::ZERO)
        } else {
            let mut value = amount.known().clone();
            for test in tests() {
                value = test.known().with(&value, |_, amount| *amount);
            }
            value
        };
        self.done(value, |value| Step {
            label: label.text(),
            value: StepValue::Money(value),
            operation: Operation::IfAllMet,
            ingredients: tests()
                .filter_map(ingredient)
                .chain(ingredient(amount))
                .collect(),
            rules: rules.to_vec(),
        })
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
        Some(self.done(value, |value| Step {
            label: label.text(),
            value: StepValue::Ratio(value),
            operation: Operation::Ratio,
            ingredients: [part, whole].into_iter().filter_map(ingredient).collect(),
            rules: rules.to_vec(),
        }))
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
        self.done(value, |value| Step {
            label: label.text(),
            value: StepValue::Money(value),
            operation: Operation::Smaller,
            ingredients: [one, two].into_iter().filter_map(ingredient).collect(),
            rules: rules.to_vec(),
        })
    }

    /// The amount, or nothing where it is below nothing.
    pub fn not_below_nothing(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        amount: &Figure,
    ) -> Figure {
        let value = amount.known().map(|amount| *amount.max(&Money::ZERO));
        self.done(value, |value| Step {
            label: label.text(),
            value: StepValue::Money(value),
            operation: Operation::NotBelowNothing,
            ingredients: ingredient(amount).into_iter().collect(),
            rules: rules.to_vec(),
        })
    }
}
