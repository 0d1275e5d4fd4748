//! Working decisions back from the envelope (J9): what each programme is given, or by how
//! much nothing fits, and where cuts land.

use super::contracts::YearLine;
use super::desk::Desk;
use super::fit::ProgrammeOutcome;
use super::fitting::{Figures, Fitting};
use super::landing::{PassedOn, passed_on};
use crate::money::Money;
use crate::plan::{FitMethod, Programme};
use crate::scheme::readings;
use crate::working::{Figure, Test};
use serde::Serialize;

/// What fits into the envelope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct EnvelopeFit {
    /// How programmes are fitted.
    pub method: FitMethod,
    /// The envelope.
    pub envelope: Figure,
    /// What the programmes would spend.
    pub budgets: Figure,
    /// Their floors.
    pub floors: Figure,
    /// Whether the floors fit.
    pub fits: Test,
    /// By how much the floors are more than the envelope, where they are.
    pub short: Option<Figure>,
    /// The programmes.
    pub programmes: Vec<ProgrammeLine>,
    /// What they are given together; nothing where nothing fits.
    pub given: Option<Figure>,
    /// What of the envelope nobody may have.
    pub headroom: Option<Figure>,
    /// What is cut in all.
    pub cut: Option<Figure>,
    /// What of the cuts lands on other organisations, so that it is not saved.
    pub passed_on: Option<Figure>,
    /// What each of them bears.
    pub bearers: Vec<PassedOn>,
}

/// A programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ProgrammeLine {
    /// Its place in the plan's list.
    pub place: usize,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The owner's code.
    pub owner: Option<String>,
    /// Its class, if it has one.
    pub priority: Option<u32>,
    /// What it would spend.
    pub budget: Figure,
    /// The least it can do with.
    pub floor: Figure,
    /// The most it may have.
    pub most: Figure,
    /// What became of it.
    pub outcome: ProgrammeOutcome,
    /// What it is given; nothing where nothing fits.
    pub given: Option<Figure>,
    /// What is cut of its budget.
    pub cut: Option<Figure>,
    /// What of the cut lands on others.
    pub passed_on: Vec<PassedOn>,
}

impl Desk<'_> {
    pub(super) fn envelope(&self, years: &[YearLine]) -> Option<EnvelopeFit> {
        let own = &self.planning.envelope;
        if own.programmes.is_empty() && own.unread.is_empty() {
            return None;
        }
        let work = self.work;
        let all: Vec<Figures<'_>> = own.programmes.iter().map(|one| self.figures(one)).collect();
        let envelope = self.envelope_amount(years);
        let budgets = self.sum_of("Budgets together", &all, &|one| Some(one.budget));
        let fitting = Fitting {
            envelope,
            floors: self.sum_of("Floors together", &all, &|one| Some(one.floor)),
            all,
            rules: [match own.method {
                FitMethod::Priorities => &readings::PRIORITIES,
                FitMethod::LeastChange => &readings::LEAST_CHANGE,
            }],
        };
        let fits = self.floors_fit(&fitting);
        let programmes = self.programmes(&fitting);
        let sum = |label: &str, amount: &dyn Fn(&ProgrammeLine) -> Option<Figure>| {
            let mut sum = work.begin_sum(label.into(), &[]);
            for line in &programmes {
                sum.add_named(&line.name, amount(line)?);
            }
            Some(sum.done())
        };
        let given = sum("Given together", &|line| line.given);
        let bearers = self.bearers(&programmes);
        Some(EnvelopeFit {
            method: own.method,
            envelope,
            budgets,
            floors: fitting.floors,
            fits,
            short: (work.outcome(fits) == Some(false)).then(|| {
                let label = "Floors more than the envelope";
                work.difference(label.into(), &fitting.rules, fitting.floors, envelope)
            }),
            headroom: given
                .map(|given| work.difference("Headroom".into(), &fitting.rules, envelope, given)),
            cut: sum("Cut together", &|line| line.cut),
            passed_on: given.map(|_| passed_on(self, &bearers)),
            given,
            bearers,
            programmes,
        })
    }

    /// As entered, else the resources of the plan's year.
    fn envelope_amount(&self, years: &[YearLine]) -> Figure {
        let entered = |amount: Option<Money>| {
            self.work.entered("Envelope".into(), amount, &|| {
                "planning/envelope/amount".to_owned()
            })
        };
        match self.planning.envelope.amount {
            Some(amount) => entered(amount),
            None => {
                let mut years = years.iter();
                let own = years.find(|one| one.year == self.plan.year() && !one.parts.is_empty());
                own.map_or_else(|| entered(None), |own| own.resources)
            }
        }
    }

    fn figures<'a>(&self, programme: &'a Programme) -> Figures<'a> {
        let work = self.work;
        let at = |field: &str| format!("planning/envelope/programmes/{}/{field}", programme.place);
        let label = |what: &str| format!("{what} of {}", programme.code);
        let budget = work.entered(label("Budget").as_str().into(), programme.budget, &|| {
            at("budget")
        });
        let floor = match programme.floor {
            Some(floor) => work.entered(label("Floor").as_str().into(), floor, &|| at("floor")),
            None => work.nothing("No floor".into(), &[&readings::NO_FLOOR]),
        };
        let most = match programme.cap {
            Some(cap) => {
                let cap = work.entered(label("Cap").as_str().into(), cap, &|| at("cap"));
                work.smaller("The most it may have".into(), &[], budget, cap)
            }
            None => budget,
        };
        Figures {
            programme,
            budget,
            floor,
            most,
            room: work.difference("Room above the floor".into(), &[], most, floor),
        }
    }

    pub(super) fn sum_of(
        &self,
        label: &str,
        all: &[Figures<'_>],
        amount: &dyn Fn(&Figures<'_>) -> Option<Figure>,
    ) -> Figure {
        let mut sum = self.work.begin_sum(label.into(), &[]);
        for one in all {
            if let Some(amount) = amount(one) {
                sum.add_named(&one.programme.name, amount);
            }
        }
        for one in self.programmes_left_out() {
            sum.add(one);
        }
        sum.done()
    }

    /// The programmes that were left out, each an amount not known.
    pub(super) fn programmes_left_out(&self) -> Vec<Figure> {
        let all = self.planning.envelope.unread.iter();
        all.map(|place| self.left_out("Programme", "envelope/programmes", *place))
            .collect()
    }

    fn floors_fit(&self, fitting: &Fitting<'_>) -> Test {
        let mut floors: Vec<Figure> = fitting.all.iter().map(|one| one.floor).collect();
        floors.extend(self.programmes_left_out());
        let [rule] = fitting.rules;
        let rules = [rule, &readings::PARTIAL_SUMS];
        self.work
            .within("The floors fit".into(), &rules, &floors, fitting.envelope)
    }

    fn programmes(&self, fitting: &Fitting<'_>) -> Vec<ProgrammeLine> {
        let lines = fitting.all.iter().zip(self.given(fitting));
        lines
            .map(|(figures, (outcome, given))| self.line(figures, outcome, given))
            .collect()
    }

    fn line(
        &self,
        figures: &Figures<'_>,
        outcome: ProgrammeOutcome,
        given: Option<Figure>,
    ) -> ProgrammeLine {
        let programme = figures.programme;
        let cut = given.map(|given| {
            self.work
                .difference("Cut of the budget".into(), &[], figures.budget, given)
        });
        ProgrammeLine {
            place: programme.place,
            code: programme.code.clone(),
            name: programme.name.clone(),
            owner: programme.owner.clone(),
            priority: programme.priority,
            budget: figures.budget,
            floor: figures.floor,
            most: figures.most,
            outcome,
            given,
            cut,
            passed_on: cut.map_or_else(Vec::new, |cut| self.passed_on(programme, cut)),
        }
    }
}
