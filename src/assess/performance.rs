//! Performance against the measures' tests, as the scheme sets them.

use super::member::Inputs;
use crate::calendar::Quarter;
use crate::money::Rate;
use crate::plan::Measured as Entered;
use crate::scheme::{Criterion, Measure, Measured, Part, readings};
use crate::working::{Measurement, Performance, Test, Trajectory};
use serde::Serialize;

/// What an organisation's performance comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct MeasureResult {
    /// The fund whose tests these are.
    pub fund: &'static str,
    /// The measure's id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// This year's performance by quarter, as printed; none where not entered.
    #[cfg_attr(
        feature = "browser",
        tsify(type = "[string | null, string | null, string | null, string | null]")
    )]
    pub shown: [Option<String>; 4],
    /// The year before's.
    #[cfg_attr(
        feature = "browser",
        tsify(type = "[string | null, string | null, string | null, string | null]")
    )]
    pub shown_last_year: [Option<String>; 4],
    /// March's alone.
    pub shown_march: Option<String>,
    /// The tests, in the order of the quarters.
    pub tests: Vec<PartResult>,
}

/// One test of a quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct PartResult {
    /// The quarter.
    pub quarter: Quarter,
    /// What is tested.
    pub name: &'static str,
    /// Whether it is met.
    pub met: Test,
}

impl Inputs<'_> {
    /// The results of every measure that applies to the organisation.
    pub(super) fn performance(&self) -> Vec<MeasureResult> {
        let mut results = Vec::new();
        for scheme in &self.plan.schemes {
            for measure in scheme.measures() {
                let mut entries = self.organisation.performance.iter();
                if let Some((_, entered)) = entries.find(|(id, _)| *id == measure.id) {
                    results.push(self.measure(scheme.fund, measure, entered));
                }
            }
        }
        results
    }

    fn measure(
        &self,
        fund: &'static str,
        measure: &'static Measure,
        entered: &Entered,
    ) -> MeasureResult {
        let shown = |performance: Option<Performance>| performance.map(Performance::percentage);
        let mut tests = Vec::with_capacity(5);
        for (quarter, part) in measure.parts_by_quarter() {
            tests.push(PartResult {
                quarter,
                name: part.name,
                met: self.part(measure, part, quarter, entered),
            });
        }
        MeasureResult {
            fund,
            id: measure.id,
            name: measure.name,
            shown: entered.quarters.map(shown),
            shown_last_year: entered.last_year.map(shown),
            shown_march: shown(entered.march),
            tests,
        }
    }

    /// A part is earned when any of its criteria is met.
    fn part(
        &self,
        measure: &'static Measure,
        part: &'static Part,
        quarter: Quarter,
        entered: &Entered,
    ) -> Test {
        if let [only] = part.any_of {
            return self.criterion(measure, only, quarter, entered);
        }
        let mut criteria = Vec::with_capacity(part.any_of.len());
        for criterion in part.any_of {
            // An appeal counts once one was made.
            let appeal = matches!(criterion, Criterion::Appeal { .. });
            if !appeal
                || entered
                    .appeals
                    .get(quarter.index())
                    .is_some_and(Option::is_some)
            {
                criteria.push(self.criterion(measure, criterion, quarter, entered));
            }
        }
        let rules = [&readings::PERFORMANCE_AS_FRACTIONS];
        let label = (part.name, quarter);
        self.work.any_of(label.into(), &rules, &criteria)
    }

    fn criterion(
        &self,
        measure: &'static Measure,
        criterion: &'static Criterion,
        quarter: Quarter,
        entered: &Entered,
    ) -> Test {
        let place = |field: &str| self.path(&format!("performance/{}/{field}", measure.id));
        let of_quarter = |figures: &[Option<Performance>; 4], name: &str, words: &str| {
            let performance = figures.get(quarter.index()).copied().flatten();
            let path = &|| place(&format!("{name}/{}", quarter.name()));
            self.work
                .measured((words, quarter).into(), performance, path)
        };
        match criterion {
            Criterion::Milestone { id, rule } => {
                let answer = entered.milestones.iter().find(|(name, _)| name == id);
                let answer = answer.map(|(_, reached)| *reached);
                self.work
                    .answered((rule.name, quarter).into(), &[rule], answer, &|| {
                        place(&format!("milestones/{id}"))
                    })
            }
            Criterion::Answer { id, rule } => self.answered(id, rule),
            Criterion::Appeal { rule } => {
                let won = entered.appeals.get(quarter.index()).copied().flatten();
                self.work
                    .answered((rule.name, quarter).into(), &[rule], won, &|| {
                        place(&format!("appeals/{}", quarter.name()))
                    })
            }
            Criterion::Trajectory { rule } => {
                let performance = of_quarter(&entered.quarters, "quarters", "Performance");
                let trajectory = entered.trajectory.get(quarter.index()).copied().flatten();
                let tolerance = measure.tolerance.as_ref().and_then(|tolerance| {
                    let tolerances = self.plan.value(tolerance)?;
                    Some((*tolerances.get(quarter.index())?, &tolerance.rule))
                });
                self.work.reaches_trajectory(
                    (rule.name, quarter).into(),
                    &[rule, &readings::PERFORMANCE_AS_FRACTIONS],
                    performance,
                    Trajectory {
                        agreed: trajectory,
                        tolerance,
                        path: &|| place(&format!("trajectory/{}", quarter.name())),
                    },
                )
            }
            Criterion::AtLeast {
                threshold,
                measured,
            } => {
                let performance: Measurement = match measured {
                    Measured::March if entered.march_is_entered => {
                        let label = "Performance in March".into();
                        let path = &|| place("march");
                        self.work.measured(label, entered.march, path)
                    }
                    _ => of_quarter(&entered.quarters, "quarters", "Performance"),
                };
                self.work.reaches(
                    (threshold.rule.name, quarter).into(),
                    &[&threshold.rule, &readings::PERFORMANCE_AS_FRACTIONS],
                    performance,
                    self.plan.value(threshold).unwrap_or(Rate::ONE),
                    &threshold.rule,
                )
            }
            Criterion::BetterThanLastYear { rule } => self.work.better(
                (rule.name, quarter).into(),
                &[rule, &readings::PERFORMANCE_AS_FRACTIONS],
                of_quarter(&entered.quarters, "quarters", "Performance"),
                of_quarter(&entered.last_year, "last_year", "Performance a year before"),
            ),
        }
    }
}
