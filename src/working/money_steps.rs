//! The operations that make amounts of money.

use super::figure::{Figure, Proportion, Test};
use super::known::Known;
use super::step::{Ingredient, Label, Operation};
use super::work::Work;
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
        self.input(label, amount, &[], path)
    }

    /// An amount that a system's own plan works out, by the path of its working there.
    pub fn of_plan(
        &self,
        label: Label<'_>,
        amount: Option<Money>,
        path: &dyn Fn() -> String,
    ) -> Figure {
        self.brought(label, amount, Operation::OfPlan, &[], path)
    }

    /// Nothing, for the reason that the rules give.
    pub fn nothing(&self, label: Label<'_>, rules: &[&'static Rule]) -> Figure {
        let nothing = Known::Known(Money::ZERO);
        self.done(label, nothing, Operation::Nothing, &[], rules)
    }

    /// The first less the second.
    pub fn difference(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        first: Figure,
        second: Figure,
    ) -> Figure {
        let value = self.both(first, second, Money::minus);
        let ingredients = [first.place(), second.place()];
        self.done(label, value, Operation::Difference, &ingredients, rules)
    }

    /// A share of an amount, rounded to the penny, a half away from zero. The
    /// rate is the product of the parameters whose rules are given; one that makes
    /// no difference may be left out. A share of nothing is nothing, and so is no
    /// share of an amount not known.
    pub fn share(
        &self,
        label: Label<'_>,
        whole: Figure,
        rate: Rate,
        parameters: &[Option<&'static Rule>],
    ) -> Figure {
        let (value, rounded) = match self.known(whole) {
            Known::Known(amount) => {
                let product = amount.times(rate);
                let share = product.round(Rounding::HalfAwayFromZero);
                (Known::Known(share), !product.is_whole())
            }
            Known::NotKnown(_) if rate == Rate::ZERO => (Known::Known(Money::ZERO), false),
            Known::NotKnown(needs) => (Known::NotKnown(needs), false),
        };
        let (operation, rules): (_, &[&'static Rule]) = if rounded {
            (Operation::RoundedShare, &[&readings::ROUNDING])
        } else {
            (Operation::Share, &[])
        };
        let share = self.done(label, value, operation, &[whole.place()], rules);
        self.with_parameter(rate, parameters);
        share
    }

    /// The amount if every test is met; nothing if one is missed, or if the
    /// amount is nothing, whatever is not known of the rest. A test that does not
    /// apply is left out.
    pub fn if_all_met(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        tests: &[Option<Test>],
        amount: Figure,
    ) -> Figure {
        let mut value = self.known(amount);
        for test in tests.iter().flatten() {
            value = self.if_met(*test, value);
        }
        let made = self.done(label, value, Operation::IfAllMet, &[], rules);
        self.amend(|step| {
            let tests = tests.iter().flatten().map(|test| test.place());
            let places = tests.chain([amount.place()]);
            step.ingredients
                .extend(places.map(|place| Ingredient::Made(None, place)));
        });
        made
    }

    /// An amount that hangs on a test.
    fn if_met(&self, test: Test, amount: Known<Money>) -> Known<Money> {
        match (self.known(test), amount) {
            (Known::Known(false), _) | (_, Known::Known(Money::ZERO)) => Known::Known(Money::ZERO),
            (Known::Known(true), amount) => amount,
            (Known::NotKnown(test), Known::Known(_)) => Known::NotKnown(test),
            (Known::NotKnown(test), Known::NotKnown(amount)) => {
                Known::NotKnown(self.together(&[test, amount]).unwrap_or(test))
            }
        }
    }

    /// The first as a share of the second; `None` where the second is known not to
    /// be more than nothing.
    pub fn ratio(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        part: Figure,
        whole: Figure,
    ) -> Option<Proportion> {
        let value = match self.both(part, whole, Ratio::of) {
            Known::Known(ratio) => Known::Known(ratio?),
            Known::NotKnown(needs) => Known::NotKnown(needs),
        };
        let ingredients = [part.place(), whole.place()];
        Some(self.done(label, value, Operation::Ratio, &ingredients, rules))
    }

    /// The smaller of two amounts.
    pub fn smaller(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        one: Figure,
        two: Figure,
    ) -> Figure {
        let value = self.both(one, two, Money::min);
        let ingredients = [one.place(), two.place()];
        self.done(label, value, Operation::Smaller, &ingredients, rules)
    }

    /// The amount, or nothing where it is below nothing.
    pub fn not_below_nothing(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        amount: Figure,
    ) -> Figure {
        let value = self.known(amount).map(|amount| amount.max(Money::ZERO));
        let ingredients = [amount.place()];
        self.done(
            label,
            value,
            Operation::NotBelowNothing,
            &ingredients,
            rules,
        )
    }
}
