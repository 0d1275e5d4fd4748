//! The operations that make a yes or no.

use super::figure::{Figure, Test};
use super::known::Known;
use super::step::{Label, Operation};
use super::work::Work;
use crate::money::Rate;
use crate::scheme::Rule;

/// People seen in time out of all who came: an exact fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Performance {
    /// All that are counted: those who came to A&E, those who wait.
    pub attendances: u32,
    /// Those who waited longer than the standard.
    pub breaches: u32,
}

/// A measured performance.
#[derive(Clone, Copy, Debug)]
pub struct Measurement {
    performance: Option<Performance>,
    /// Met once the performance is known; what it waits for until then.
    is_known: Test,
}

/// An agreed trajectory, as it was entered.
pub struct Trajectory<'a> {
    /// The share of people to be seen in time; a blank is not known.
    pub agreed: Option<Rate>,
    /// By how much it may be missed, with the rule that allows it.
    pub tolerance: Option<(Rate, &'static Rule)>,
    /// Where it stands in the plan document.
    pub path: &'a dyn Fn() -> String,
}

impl Work {
    /// A yes or no that the user entered. A blank makes it not known.
    pub fn answered(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        answer: Option<bool>,
        path: &dyn Fn() -> String,
    ) -> Test {
        self.input(label, answer, rules, path)
    }

    /// A yes or no that a rule sets.
    pub fn given(&self, label: Label<'_>, rule: &'static Rule, answer: bool) -> Test {
        self.done(label, Known::Known(answer), Operation::Set, &[], &[rule])
    }

    /// A parameter without a published value that the plan does not set yet.
    pub fn unset(&self, label: Label<'_>, rule: &'static Rule) -> Test {
        self.answered(label, &[rule], None, &|| format!("changes/{}", rule.id))
    }

    /// Whether the position is at or better than the target; equality passes.
    pub fn at_least(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        position: Figure,
        target: Figure,
    ) -> Test {
        let value = self.both(position, target, |position, target| position >= target);
        let ingredients = [position.place(), target.place()];
        self.done(label, value, Operation::AtLeast, &ingredients, rules)
    }

    /// Whether an amount is strictly more than another.
    pub fn more_than(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        amount: Figure,
        than: Figure,
    ) -> Test {
        let value = self.both(amount, than, |amount, than| amount > than);
        let ingredients = [amount.place(), than.place()];
        self.done(label, value, Operation::MoreThan, &ingredients, rules)
    }

    /// Whether any test is met; yes even if others are not known.
    pub fn any_of(&self, label: Label<'_>, rules: &[&'static Rule], tests: &[Test]) -> Test {
        self.decided_by(label, rules, tests, (true, Operation::AnyOf))
    }

    /// Whether all tests are met; no even if others are not known.
    pub fn all_of(&self, label: Label<'_>, rules: &[&'static Rule], tests: &[Test]) -> Test {
        self.decided_by(label, rules, tests, (false, Operation::AllOf))
    }

    /// A test that one outcome of any of its parts decides, whatever the others are.
    fn decided_by(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        tests: &[Test],
        (deciding, operation): (bool, Operation),
    ) -> Test {
        let mut waiting = Vec::new();
        let mut ingredients = Vec::with_capacity(tests.len());
        let mut decided = false;
        for test in tests {
            ingredients.push(test.place());
            match self.known(*test) {
                Known::Known(outcome) => decided |= outcome == deciding,
                Known::NotKnown(needs) => waiting.push(needs),
            }
        }
        let value = match self.together(&waiting) {
            Some(needs) if !decided => Known::NotKnown(needs),
            _ => Known::Known(decided == deciding),
        };
        self.done(label, value, operation, &ingredients, rules)
    }

    /// A performance that the user entered. Without one of the two counts it is not known.
    pub fn measured(
        &self,
        label: Label<'_>,
        performance: Option<Performance>,
        path: &dyn Fn() -> String,
    ) -> Measurement {
        let is_known = self.input(label, performance.map(|_| true), &[], path);
        self.amend(|step| step.performance = performance);
        Measurement {
            performance,
            is_known,
        }
    }

    /// Whether a performance reaches a threshold; equality passes.
    pub fn reaches(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        measured: Measurement,
        threshold: Rate,
        parameter: &'static Rule,
    ) -> Test {
        let reaches = |performance: Performance| performance.reaches(threshold);
        let value = self
            .known(measured.is_known)
            .map(|_| measured.performance.is_some_and(reaches));
        let ingredients = [measured.is_known.place()];
        let test = self.done(label, value, Operation::AtLeast, &ingredients, rules);
        self.with_parameter(threshold, &[Some(parameter)]);
        test
    }

    /// Whether a performance reaches an agreed trajectory, less what may be missed of
    /// it; equality passes.
    pub fn reaches_trajectory(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        measured: Measurement,
        trajectory: Trajectory<'_>,
    ) -> Test {
        let agreed = trajectory.agreed;
        let words = "Trajectory agreed".into();
        let is_known = self.input(words, agreed.map(|_| true), &[], trajectory.path);
        self.amend(|step| step.rate = agreed);
        let tolerance = trajectory.tolerance.filter(|(rate, _)| *rate != Rate::ZERO);
        let threshold = agreed.map(|agreed| match tolerance {
            Some((tolerance, _)) if tolerance >= agreed => Rate::ZERO,
            Some((tolerance, _)) => agreed.less(tolerance),
            None => agreed,
        });
        let value = self.both(measured.is_known, is_known, |_, _| {
            let both = measured.performance.zip(threshold);
            both.is_some_and(|(performance, threshold)| performance.reaches(threshold))
        });
        let ingredients = [measured.is_known.place(), is_known.place()];
        let test = self.done(label, value, Operation::AtLeast, &ingredients, rules);
        if let Some((tolerance, rule)) = tolerance {
            self.with_parameter(tolerance, &[Some(rule)]);
        }
        test
    }

    /// Whether a performance is strictly better than another.
    pub fn better(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        measured: Measurement,
        than: Measurement,
    ) -> Test {
        let value = self.both(measured.is_known, than.is_known, |_, _| {
            let both = measured.performance.zip(than.performance);
            both.is_some_and(|(one, two)| one.is_better_than(two))
        });
        let ingredients = [measured.is_known.place(), than.is_known.place()];
        self.done(label, value, Operation::MoreThan, &ingredients, rules)
    }
}

impl Performance {
    /// How many were seen in time.
    #[must_use]
    pub const fn in_time(self) -> u32 {
        self.attendances.saturating_sub(self.breaches)
    }

    /// Whether the share seen in time is at least the threshold, exactly.
    #[must_use]
    pub fn reaches(self, threshold: Rate) -> bool {
        let scale = 10_i128.saturating_pow(threshold.scale());
        let in_time = i128::from(self.in_time()).saturating_mul(scale);
        in_time >= i128::from(self.attendances).saturating_mul(threshold.mantissa())
    }

    /// Whether the share seen in time is strictly larger, exactly.
    #[must_use]
    pub fn is_better_than(self, other: Self) -> bool {
        let cross = |one: Self, two: Self| {
            u64::from(one.in_time()).saturating_mul(u64::from(two.attendances))
        };
        cross(self, other) > cross(other, self)
    }

    /// The share seen in time as a percentage with two decimals, cut and not
    /// rounded, so that a miss never prints as a pass.
    #[must_use]
    pub fn percentage(self) -> String {
        let hundredths = u64::from(self.in_time())
            .saturating_mul(10_000)
            .checked_div(u64::from(self.attendances))
            .unwrap_or_default();
        let whole = hundredths.checked_div(100).unwrap_or_default();
        let rest = hundredths.checked_rem(100).unwrap_or_default();
        // Made for every quarter of every trust while someone types.
        let mut digits = itoa::Buffer::new();
        let mut text = String::with_capacity("100.00%".len());
        text.push_str(digits.format(whole));
        text.push_str(if rest < 10 { ".0" } else { "." });
        text.push_str(digits.format(rest));
        text.push('%');
        text
    }
}
