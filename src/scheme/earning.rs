//! How a fund is earned: who can be in it, what each quarter carries, and which
//! tests decide about it.

#[cfg(feature = "rule-texts")]
use super::Chapter;
use super::Side;
use super::rule::{Parameter, ParameterKind, Rule};
use crate::calendar::Quarter;
use crate::money::Rate;

/// The rules by which a fund is earned.
#[derive(Debug)]
pub struct Earning {
    /// The sides that the fund pays.
    pub pays: &'static [Side],
    /// How an organisation's allocation for the year is set.
    pub allocation: Allocation,
    /// What it takes to be in the fund at all; every one must be met.
    pub conditions: &'static [Condition],
    /// Which finance test decides about a quarter's money.
    pub delivery: Delivery,
    /// Whether the test looks at the forecast instead of the position to date,
    /// where both are possible.
    pub by_forecast: Option<Parameter<bool>>,
    /// The part of a quarter's money that a missed test withholds, where it need
    /// not be all of it.
    pub withheld: Option<Parameter<[Rate; 4]>>,
    /// Whether a miss of the own total loses only as many pounds as it is short,
    /// where it need not lose all.
    pub taper: Option<Parameter<bool>>,
    /// A quarter's money is accrued month by month, where that is told.
    pub accrual: Option<Rule>,
    /// The share earned by the finance test, quarter by quarter.
    pub finance_weight: Parameter<[Rate; 4]>,
    /// The quarters' shares of the year.
    pub phasing: Parameter<[Rate; 4]>,
    /// Whether a missed quarter's finance share can be recovered.
    pub recovery: Parameter<bool>,
    /// The share that hangs on the system's total.
    pub system_share: Parameter<Rate>,
    /// Whether the system's share is paid only to those that meet their own total,
    /// where that can be read both ways.
    pub system_needs_own: Option<Parameter<bool>>,
    /// Pounds paid for each agreed pound of over-delivery.
    pub incentive: Parameter<Rate>,
    /// The control total that over-delivery is measured from.
    pub incentive_base: IncentiveBase,
    /// The performance measures.
    pub measures: &'static [Measure],
}

/// How an allocation is set.
#[derive(Debug)]
pub enum Allocation {
    /// It was offered to each organisation, and is entered.
    Offered(Rule),
    /// It was offered to organisations with a deficit control total only.
    OfferedForDeficit(Rule),
    /// It is the deficit that the control total allows: nothing for any other.
    TheDeficit(Rule),
}

/// A condition for being in the fund.
#[derive(Debug)]
pub struct Condition {
    /// Its id: the key of its answer in a plan, where it is asked.
    pub id: &'static str,
    /// How it is told whether it is met.
    pub test: ConditionTest,
    /// The rule that sets it.
    pub rule: Rule,
}

/// How it is told whether a condition is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConditionTest {
    /// The control total is accepted.
    Accepted,
    /// The organisation says so.
    Answer,
    /// The control total is a deficit.
    Deficit,
    /// With the fund the organisation's plan is at break-even or better.
    Balanced,
    /// With the fund the system's plan is at break-even or better.
    SystemBalanced,
}

/// Which finance test decides about a quarter's money.
#[derive(Debug)]
pub struct Delivery {
    /// The quarter end that is looked at.
    pub tested: Tested,
    /// The rule that says so.
    pub rule: Rule,
}

/// The quarter end at which a quarter's money is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tested {
    /// Its own.
    Quarter,
    /// The one before; the first quarter is paid at the start.
    QuarterBefore,
    /// None: whoever meets the conditions is paid.
    Never,
}

/// The control total that over-delivery is measured from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IncentiveBase {
    /// The one in force at the year's end.
    InForce,
    /// The one issued for the year, where agreeing a tougher one is what pays.
    Original,
}

/// A performance measure that earns a share of the fund.
#[derive(Debug)]
pub struct Measure {
    /// The key of its entries in a plan: `a_and_e`.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its share of each quarter's money.
    pub weight: Parameter<[Rate; 4]>,
    /// Which organisations it applies to.
    pub applies: Rule,
    /// By how much a trajectory may be missed, where there is one.
    pub tolerance: Option<Parameter<[Rate; 4]>>,
    /// Its parts; in each quarter their shares add to the whole.
    pub parts: &'static [Part],
}

/// A part of a measure's share, earned in certain quarters.
#[derive(Debug)]
pub struct Part {
    /// Its id inside the measure.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The quarters in which it counts.
    pub quarters: &'static [Quarter],
    /// Its share of the measure's money.
    pub share: Parameter<Rate>,
    /// It is earned when any of these is met.
    pub any_of: &'static [Criterion],
}

/// A test of performance.
#[derive(Debug)]
pub enum Criterion {
    /// A milestone that the organisation says it has reached.
    Milestone {
        /// The milestone's key in a plan.
        id: &'static str,
        /// The rule that asks for it.
        rule: Rule,
    },
    /// A condition of the fund that the organisation says it meets.
    Answer {
        /// The condition's id.
        id: &'static str,
        /// The rule that asks for it.
        rule: Rule,
    },
    /// At least this share of people in time; equality passes.
    AtLeast {
        /// The share.
        threshold: Parameter<Rate>,
        /// Which figures are measured.
        measured: Measured,
    },
    /// At least the agreed trajectory, less the measure's tolerance.
    Trajectory {
        /// The rule that asks for it.
        rule: Rule,
    },
    /// Strictly better than the same quarter of the year before.
    BetterThanLastYear {
        /// The rule that asks for it.
        rule: Rule,
    },
    /// An appeal against a miss, if one was made, is won.
    Appeal {
        /// The rule that allows it.
        rule: Rule,
    },
}

/// Which performance figures a criterion looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// The quarter's.
    Quarter,
    /// March's, where given; else the quarter's.
    March,
}

impl Earning {
    /// Every parameter that a plan may change, with what its value is.
    #[must_use]
    pub fn parameters(&'static self) -> Vec<(&'static Rule, ParameterKind)> {
        use ParameterKind::{Multiple, PartsOfTheYear, Share, Shares, YesNo};
        let mut parameters = vec![
            (&self.finance_weight.rule, Shares),
            (&self.phasing.rule, PartsOfTheYear),
            (&self.recovery.rule, YesNo),
            (&self.system_share.rule, Share),
            (&self.incentive.rule, Multiple),
        ];
        parameters.extend(self.by_forecast.iter().map(|one| (&one.rule, YesNo)));
        parameters.extend(self.withheld.iter().map(|one| (&one.rule, Shares)));
        parameters.extend(self.taper.iter().map(|one| (&one.rule, YesNo)));
        parameters.extend(self.system_needs_own.iter().map(|one| (&one.rule, YesNo)));
        for measure in self.measures {
            parameters.push((&measure.weight.rule, Shares));
            parameters.extend(measure.tolerance.iter().map(|one| (&one.rule, Shares)));
            for part in measure.parts {
                parameters.push((&part.share.rule, Share));
                for criterion in part.any_of {
                    if let Criterion::AtLeast { threshold, .. } = criterion {
                        parameters.push((&threshold.rule, Share));
                    }
                }
            }
        }
        parameters
    }

    /// The rules of the fund, in reading order.
    #[cfg(feature = "rule-texts")]
    pub(super) fn chapters(&self) -> Vec<Chapter<'_>> {
        let mut being_in = vec![self.allocation.rule()];
        being_in.extend(self.conditions.iter().map(|condition| &condition.rule));
        let mut quarters = vec![&self.phasing.rule, &self.delivery.rule];
        quarters.extend(self.by_forecast.iter().map(|one| &one.rule));
        quarters.extend([&self.finance_weight.rule, &self.system_share.rule]);
        quarters.extend(self.system_needs_own.iter().map(|one| &one.rule));
        quarters.extend(self.withheld.iter().map(|one| &one.rule));
        quarters.extend(self.taper.iter().map(|one| &one.rule));
        quarters.push(&self.recovery.rule);
        quarters.extend(&self.accrual);
        let performance = self.measures.iter().flat_map(Measure::rules).collect();
        let chapter = |title, rules| Chapter {
            title,
            rules,
            computed: true,
        };
        vec![
            chapter("Being in the fund", being_in),
            chapter("What each quarter pays", quarters),
            chapter("Performance", performance),
            chapter("Over-delivery", vec![&self.incentive.rule]),
        ]
    }
}

impl Allocation {
    /// The rule that sets it.
    #[must_use]
    pub const fn rule(&self) -> &Rule {
        match self {
            Self::Offered(rule) | Self::OfferedForDeficit(rule) | Self::TheDeficit(rule) => rule,
        }
    }
}

impl Measure {
    /// Its parts as they count, quarter by quarter.
    pub fn parts_by_quarter(&self) -> impl Iterator<Item = (Quarter, &'static Part)> {
        let parts = self.parts;
        Quarter::ALL.into_iter().flat_map(move |quarter| {
            let counts = move |part: &&Part| part.quarters.contains(&quarter);
            parts.iter().filter(counts).map(move |part| (quarter, part))
        })
    }

    #[cfg(feature = "rule-texts")]
    fn rules(&self) -> Vec<&Rule> {
        let mut rules = vec![&self.weight.rule, &self.applies];
        rules.extend(self.tolerance.iter().map(|one| &one.rule));
        for part in self.parts {
            rules.push(&part.share.rule);
            rules.extend(part.any_of.iter().map(Criterion::rule));
        }
        rules
    }

    /// The criteria of all its parts.
    fn criteria(&self) -> impl Iterator<Item = &'static Criterion> {
        self.parts.iter().flat_map(|part| part.any_of)
    }

    /// The milestones that its tests ask for.
    pub fn milestones(&self) -> impl Iterator<Item = &'static str> {
        self.criteria().filter_map(|criterion| match criterion {
            Criterion::Milestone { id, .. } => Some(*id),
            _ => None,
        })
    }

    /// What its tests need besides this year's figures by quarter.
    #[must_use]
    pub fn needs(&self) -> MeasureNeeds {
        let mut needs = MeasureNeeds::default();
        for criterion in self.criteria() {
            match criterion {
                Criterion::Trajectory { .. } => needs.trajectory = true,
                Criterion::BetterThanLastYear { .. } => needs.last_year = true,
                Criterion::Appeal { .. } => needs.appeals = true,
                Criterion::AtLeast {
                    measured: Measured::March,
                    ..
                } => needs.march = true,
                _ => {}
            }
        }
        needs
    }
}

/// What the tests of a measure need besides this year's figures by quarter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct MeasureNeeds {
    /// The agreed trajectory.
    pub trajectory: bool,
    /// The year before's figures.
    pub last_year: bool,
    /// March's figures alone.
    pub march: bool,
    /// Whether appeals were won.
    pub appeals: bool,
}

impl Criterion {
    /// The rule that asks for it.
    #[must_use]
    pub const fn rule(&self) -> &Rule {
        match self {
            Self::Milestone { rule, .. }
            | Self::Answer { rule, .. }
            | Self::Trajectory { rule }
            | Self::BetterThanLastYear { rule }
            | Self::Appeal { rule } => rule,
            Self::AtLeast { threshold, .. } => &threshold.rule,
        }
    }
}
