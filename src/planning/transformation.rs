//! Whether an area may have transformation funding (J6), and what of its bids waits for
//! which condition.

use super::desk::{ControlTotals, Desk};
use crate::calendar::FinancialYear;
use crate::money::Money;
use crate::plan::Organisation;
use crate::scheme::{Pot, Rule, RuleId, readings};
use crate::working::{Figure, Label, Test};
use serde::Serialize;

/// Transformation funding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Transformation {
    /// Each organisation's plan.
    pub plans: Vec<OwnPlan>,
    /// The plans together.
    pub planned: Figure,
    /// The system's control total.
    pub control_total: Figure,
    /// The conditions.
    pub conditions: Vec<Condition>,
    /// Whether all are met.
    pub eligible: Test,
    /// The pots, each with the system's bids.
    pub pots: Vec<PotLine>,
    /// What is asked in all.
    pub asked: Figure,
    /// What of it the conditions leave open.
    pub open: Figure,
}

/// An organisation's plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct OwnPlan {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its planned position for the year, before the fund.
    pub planned: Figure,
    /// The control total that it is required to meet, before the fund: as issued, with
    /// the plan's flexes.
    pub control_total: Figure,
    /// Whether the plan meets it.
    pub met: Test,
    /// Whether the plan meets the trajectories.
    pub trajectories: Test,
}

/// A condition for transformation funding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Condition {
    /// Its rule.
    #[cfg_attr(feature = "browser", tsify(type = "string"))]
    pub rule: RuleId,
    /// Its name.
    pub name: &'static str,
    /// Where it is answered in the plan in place of what is worked out, if it is.
    pub answered: Option<&'static str>,
    /// Whether it is met.
    pub met: Test,
}

/// A pot with the system's bids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct PotLine {
    /// Its id.
    pub id: &'static str,
    /// Its rule.
    #[cfg_attr(feature = "browser", tsify(type = "string"))]
    pub rule: RuleId,
    /// Its name.
    pub name: &'static str,
    /// The last year of its money, if that is known.
    #[cfg_attr(feature = "browser", tsify(type = "string | null"))]
    pub final_year: Option<FinancialYear>,
    /// Whether that year is past in the plan's.
    #[serde(skip)]
    pub has_ended: bool,
    /// The bids.
    pub bids: Vec<BidLine>,
}

/// A bid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct BidLine {
    /// Its place in the plan's list.
    pub place: usize,
    /// What it is for.
    pub name: String,
    /// What is asked.
    pub asked: Figure,
    /// What the conditions leave open: all of it or nothing.
    pub open: Figure,
}

impl Transformation {
    /// Whether anything is asked.
    pub(super) fn has_bids(&self) -> bool {
        self.pots.iter().any(|pot| !pot.bids.is_empty())
    }
}

impl Desk<'_> {
    pub(super) fn transformation(&self, totals: &ControlTotals<'_>) -> Option<Transformation> {
        let round = self.round.filter(|_| self.asks_for_transformation())?;
        let work = self.work;
        let plans = self.own_plans(totals);
        let mut planned = work.begin_sum("Plans together, before the fund".into(), &[]);
        for plan in &plans {
            planned.add_named(&plan.name, plan.planned);
        }
        if plans.is_empty() {
            planned.add(work.entered("Organisations' plans".into(), None, &no_plans));
        }
        let planned = planned.done();
        let system_plan = work.at_least(
            round.system_plan.name.into(),
            &[&round.system_plan, &readings::REQUIRED_TOTAL],
            planned,
            totals.system,
        );
        let all = |rule: &'static Rule, test: &dyn Fn(&OwnPlan) -> Test| {
            let mut each: Vec<Test> = plans.iter().map(test).collect();
            if plans.is_empty() {
                let label = "Organisations' plans";
                each.push(work.answered(label.into(), &[], None, &no_plans));
            }
            work.all_of(rule.name.into(), &[rule], &each)
        };
        let conditions = [
            self.condition(&round.system_plan, system_plan),
            self.condition(&round.own_plans, all(&round.own_plans, &|one| one.met)),
            self.condition(
                &round.trajectories,
                all(&round.trajectories, &|one| one.trajectories),
            ),
        ];
        let met = conditions.each_ref().map(|condition| condition.met);
        let pots: Vec<PotLine> = round.pots.iter().map(|pot| self.pot(pot, met)).collect();
        let rules = [&round.eligible];
        let sum = |label: &str, amount: &dyn Fn(&BidLine) -> Figure| {
            let mut sum = work.begin_sum(label.into(), &rules);
            for bid in pots.iter().flat_map(|pot| &pot.bids) {
                sum.add_named(&bid.name, amount(bid));
            }
            sum.done()
        };
        Some(Transformation {
            planned,
            control_total: totals.system,
            eligible: work.all_of(round.eligible.name.into(), &[&round.eligible], &met),
            asked: sum("Asked of transformation funding", &|bid| bid.asked),
            open: sum("Asked, and open by the conditions", &|bid| bid.open),
            conditions: conditions.into(),
            plans,
            pots,
        })
    }

    /// Whether anything of it is entered: plans, answers or bids.
    fn asks_for_transformation(&self) -> bool {
        let own = self.planning;
        !(own.plans.is_empty()
            && own.trajectories.is_empty()
            && own.answers.is_empty()
            && own.bids.is_empty())
    }

    fn own_plans(&self, totals: &ControlTotals<'_>) -> Vec<OwnPlan> {
        let mut plans = Vec::with_capacity(self.plan.organisations.len());
        for organisation in &self.plan.organisations {
            let code = organisation.code.as_str();
            let mut all = totals.organisations.iter();
            let Some((_, issued)) = all.find(|(own, _)| *own == code) else {
                continue;
            };
            let control_total = self.required(code, *issued);
            let mut entries = self.planning.plans.iter();
            let entered = entries.find(|(own, _)| own == code);
            let planned = self.planned(organisation, entered.and_then(|(_, amount)| *amount));
            plans.push(OwnPlan {
                code: code.to_owned(),
                name: organisation.name.clone(),
                planned,
                control_total,
                met: self.work.at_least(
                    "The plan meets its own control total".into(),
                    &[&readings::REQUIRED_TOTAL],
                    planned,
                    control_total,
                ),
                trajectories: self.trajectories(organisation),
            });
        }
        plans
    }

    /// The planned position, or the organisation's share of it: as its control total.
    fn planned(&self, organisation: &Organisation, amount: Option<Money>) -> Figure {
        let code = &organisation.code;
        let label = format!(
            "Planned position of {} for the year, before the fund",
            organisation.name
        );
        let label: Label<'_> = label.as_str().into();
        let entered = self
            .work
            .entered(label, amount, &|| format!("planning/plans/{code}"));
        let rules = [Some(&readings::COUNTED_ONCE)];
        match organisation.share {
            None => entered,
            Some(Some(share)) => self.work.share(label, entered, share, &rules),
            Some(None) => self
                .work
                .entered("Share that counts here".into(), None, &|| {
                    format!("organisations/{code}/share")
                }),
        }
    }

    /// The control total as issued, with the flexes that move it.
    fn required(&self, code: &str, issued: Figure) -> Figure {
        let mut parts = vec![issued];
        for flex in &self.plan.flexes {
            let own = flex.moves.iter().filter(|(mover, _)| mover == code);
            parts.extend(own.map(|(_, amount)| {
                self.work
                    .entered("Moved by the flex".into(), Some(*amount), &|| {
                        format!("flexes/{}/moves/{code}", flex.place)
                    })
            }));
        }
        match parts.as_slice() {
            [only] => *only,
            several => self.work.sum(
                "Control total issued, with the flex".into(),
                &[&readings::FLEX],
                several,
            ),
        }
    }

    /// As answered; where no performance is measured none applies.
    fn trajectories(&self, organisation: &Organisation) -> Test {
        let code = organisation.code.as_str();
        let mut answers = self.planning.trajectories.iter();
        let answer = answers.find(|(own, _)| own == code).map(|(_, met)| *met);
        if answer.is_none() && organisation.performance.is_empty() {
            let rule = &readings::NO_TRAJECTORY;
            return self.work.given("No trajectory applies".into(), rule, true);
        }
        let label = format!(
            "Whether the plan of {} meets the performance trajectories",
            organisation.name
        );
        self.work.answered(label.as_str().into(), &[], answer, &|| {
            format!("planning/trajectories/{code}")
        })
    }

    /// As worked out, or as answered in its place.
    fn condition(&self, rule: &'static Rule, worked_out: Test) -> Condition {
        let mut answers = self.planning.answers.iter();
        let answer = answers.find(|(id, _)| *id == rule.id.local);
        let met = match answer {
            Some((id, answer)) => {
                let rules = [rule, &readings::OWN_PLANS_ANSWERED];
                let path = || format!("planning/answers/{id}");
                self.work
                    .answered(rule.name.into(), &rules, Some(*answer), &path)
            }
            None => worked_out,
        };
        Condition {
            rule: rule.id,
            name: rule.name,
            answered: answer.map(|_| rule.id.local),
            met,
        }
    }

    fn pot(&self, pot: &'static Pot, conditions: [Test; 3]) -> PotLine {
        let has_ended = pot.final_year.is_some_and(|last| last < self.plan.year());
        let own = self.planning.bids.iter().filter(|bid| bid.pot == pot.id);
        let bids = own.map(|bid| {
            let asked = self.work.entered(
                format!("Asked for: {}", bid.name).as_str().into(),
                bid.amount,
                &|| format!("planning/bids/{}/amount", bid.place),
            );
            let open = if has_ended {
                let rules = [&pot.rule, &readings::POT_FINAL_YEAR];
                self.work.nothing("The pot has ended".into(), &rules)
            } else {
                let tests = conditions.map(Some);
                self.work
                    .if_all_met("Open by the conditions".into(), &[&pot.rule], &tests, asked)
            };
            BidLine {
                place: bid.place,
                name: bid.name.clone(),
                asked,
                open,
            }
        });
        PotLine {
            id: pot.id,
            rule: pot.rule.id,
            name: pot.rule.name,
            final_year: pot.final_year,
            has_ended,
            bids: bids.collect(),
        }
    }
}

/// Where organisations are missing: an area without any is a blank.
fn no_plans() -> String {
    "organisations".to_owned()
}
