//! The operations that make a yes or no.

use super::figure::{Figure, Test, Worked};
use super::known::Known;
use super::step::{Label, Operation, Performance, Work};
use crate::money::Rate;
use crate::scheme::Rule;

/// A measured performance.
pub type Measurement = Worked<Performance>;

impl Work {
    /// A yes or no that the user entered. A blank makes it not known.
    pub fn answered(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        answer: Option<bool>,
        path: &dyn Fn() -> String,
    ) -> Test {
        let value = match answer {
            Some(answer) => Known::Known(answer),
            None => Known::NotKnown(self.need(path(), label)),
        };
        self.done(label, value, self.input(path), &[], rules)
    }

    /// Whether the position is at or better than the target; equality passes.
    pub fn at_least(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        position: &Figure,
        target: &Figure,
    ) -> Test {
        let value = position
            .known()
            .with(target.known(), |position, target| position >= target);
        let steps = [position.step(), target.step()];
        self.done(label, value, Operation::AtLeast, &steps, rules)
    }

    /// Whether any test is met; yes even if others are not known.
    pub fn any_of(&self, label: Label<'_>, rules: &[&'static Rule], tests: &[Test]) -> Test {
        let value = if tests.iter().any(Test::is_met) {
            Known::Known(true)
        } else {
            let mut value = Known::Known(false);
            for test in tests {
                value = value.with(test.known(), |_, met| *met);
            }
            value
        };
        let mut steps = Vec::with_capacity(tests.len());
        for test in tests {
            steps.push(test.step());
        }
        self.done(label, value, Operation::AnyOf, &steps, rules)
    }

    /// A performance that the user entered. Without attendances, or without
    /// breaches, it is not known.
    pub fn measured(
        &self,
        label: Label<'_>,
        performance: Option<Performance>,
        path: &dyn Fn() -> String,
    ) -> Measurement {
        let value = match performance {
            Some(performance) => Known::Known(performance),
            None => Known::NotKnown(self.need(path(), label)),
        };
        self.done(label, value, self.input(path), &[], &[])
    }

    /// Whether a performance reaches a threshold; equality passes.
    pub fn reaches(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        performance: &Measurement,
        threshold: Rate,
        parameter: &'static Rule,
    ) -> Test {
        let value = performance
            .known()
            .map(|performance| performance.reaches(threshold));
        let threshold = self.parameter(threshold, &[parameter]);
        let steps = [performance.step(), threshold.as_ref()];
        self.done(label, value, Operation::AtLeast, &steps, rules)
    }

    /// Whether a performance is strictly better than another.
    pub fn better(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        performance: &Measurement,
        than: &Measurement,
    ) -> Test {
        let value = performance
            .known()
            .with(than.known(), |one, two| one.is_better_than(*two));
        let steps = [performance.step(), than.step()];
        self.done(label, value, Operation::MoreThan, &steps, rules)
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
        format!("{whole}.{rest:02}%")
    }
}
