//! Working decisions back from the envelope (J9): what each programme is given, or by how
//! much nothing fits, and where cuts land.

use super::contracts::YearLine;
use super::desk::Desk;
use super::fit::{
    Claim, Fit, Floor, ProgrammeOutcome, by_least_change, by_priorities, floors_that_fit,
};
use super::landing::{PassedOn, passed_on};
use crate::money::Money;
use crate::plan::{FitMethod, Programme};
use crate::scheme::{Rule, readings};
use crate::working::{Figure, Fitted, Test};
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

/// The figures that a programme is fitted by.
struct Figures<'a> {
    programme: &'a Programme,
    budget: Figure,
    floor: Figure,
    most: Figure,
    /// What it may have above its floor.
    room: Figure,
}

/// What fitting starts from.
struct Fitting<'a> {
    envelope: Figure,
    floors: Figure,
    all: Vec<Figures<'a>>,
    rules: [&'static Rule; 1],
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
        let fits = work.at_least(
            "The floors fit".into(),
            &fitting.rules,
            envelope,
            fitting.floors,
        );
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

    fn sum_of(
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
        sum.done()
    }

    fn programmes(&self, fitting: &Fitting<'_>) -> Vec<ProgrammeLine> {
        let given = match (self.floors_too_much(fitting), self.claims(fitting)) {
            (Some(outcomes), _) => outcomes.into_iter().map(|one| (one, None)).collect(),
            (None, None) => match self.by_known_classes(fitting) {
                Some(fit) => self.given(fitting, &fit),
                None => self.not_known(fitting),
            },
            (None, Some((envelope, claims))) => self.given(fitting, &self.fit(envelope, &claims)),
        };
        let lines = fitting.all.iter().zip(given);
        lines
            .map(|(figures, (outcome, given))| self.line(figures, outcome, given))
            .collect()
    }

    /// Which floors fit where they are more than the envelope together; that hangs on
    /// them alone, whatever is not known of budgets and caps.
    fn floors_too_much(&self, fitting: &Fitting<'_>) -> Option<Vec<ProgrammeOutcome>> {
        let amount = |figure| self.work.amount(figure);
        let floors = fitting.all.iter().map(|one| {
            Some(Floor {
                code: &one.programme.code,
                amount: amount(one.floor)?,
                priority: one.programme.class(),
            })
        });
        floors_that_fit(
            amount(fitting.envelope)?,
            &floors.collect::<Option<Vec<_>>>()?,
        )
    }

    /// The amounts, if all are known.
    fn claims<'a>(&self, fitting: &Fitting<'a>) -> Option<(Money, Vec<Claim<'a>>)> {
        let claims = fitting.all.iter().map(|one| self.claim(one));
        let is_whole = self.planning.envelope.unread.is_empty();
        let claims = claims.collect::<Option<_>>()?;
        is_whole.then_some((self.work.amount(fitting.envelope)?, claims))
    }

    fn claim<'a>(&self, figures: &Figures<'a>) -> Option<Claim<'a>> {
        let amount = |figure| self.work.amount(figure);
        Some(Claim {
            code: &figures.programme.code,
            budget: amount(figures.budget)?,
            floor: amount(figures.floor)?,
            most: amount(figures.most)?,
            priority: figures.programme.class(),
        })
    }

    /// The classes before the first in which an amount is missing, which come out the
    /// same whatever it is; what comes after them has its floors where nothing is left.
    fn by_known_classes(&self, fitting: &Fitting<'_>) -> Option<Fit> {
        let own = &self.planning.envelope;
        if own.method != FitMethod::Priorities || !own.unread.is_empty() {
            return None;
        }
        let mut left = self.work.amount(fitting.envelope)?;
        let missing = fitting.all.iter().filter(|one| self.claim(one).is_none());
        let first = missing.map(|one| one.programme.class()).min()?;
        let mut fit = Vec::with_capacity(fitting.all.len());
        let (mut places, mut claims) = (Vec::new(), Vec::new());
        for (place, one) in fitting.all.iter().enumerate() {
            let floor = self.work.amount(one.floor)?;
            fit.push((floor, ProgrammeOutcome::NotKnown));
            if one.programme.class() < first {
                claims.push(self.claim(one)?);
                places.push(place);
            } else {
                left = left.minus(floor);
            }
        }
        let known = by_priorities(left, &claims);
        let used: Money = known.iter().map(|(given, _)| *given).sum();
        if used == left {
            fit.iter_mut()
                .for_each(|one| one.1 = ProgrammeOutcome::Floor);
        }
        for (place, one) in places.into_iter().zip(known) {
            if let Some(slot) = fit.get_mut(place) {
                *slot = one;
            }
        }
        Some(fit)
    }

    fn fit(&self, envelope: Money, claims: &[Claim<'_>]) -> Fit {
        match self.planning.envelope.method {
            FitMethod::Priorities => by_priorities(envelope, claims),
            FitMethod::LeastChange => by_least_change(envelope, claims),
        }
    }

    /// Nothing is given while one figure is missing, since it may hang on that one.
    fn not_known(&self, fitting: &Fitting<'_>) -> Vec<(ProgrammeOutcome, Option<Figure>)> {
        let given = |_: &Figures<'_>| (ProgrammeOutcome::NotKnown, Some(self.waiting(fitting)));
        fitting.all.iter().map(given).collect()
    }

    /// What hangs on every figure, one of which is missing.
    fn waiting(&self, fitting: &Fitting<'_>) -> Figure {
        let mut needed = vec![fitting.envelope];
        needed.extend(self.planning.envelope.unread.iter().map(|place| {
            let label = format!("Programme {}, which is left out", place.saturating_add(1));
            self.work.entered(label.as_str().into(), None, &|| {
                format!("planning/envelope/programmes/{place}")
            })
        }));
        for one in &fitting.all {
            needed.extend([one.budget, one.floor, one.most]);
        }
        let (rules, how) = (&fitting.rules, Fitted::ClassShare);
        self.work
            .fitted("Given".into(), rules, how, &needed, Money::ZERO)
    }

    fn given(
        &self,
        fitting: &Fitting<'_>,
        fitted: &[(Money, ProgrammeOutcome)],
    ) -> Vec<(ProgrammeOutcome, Option<Figure>)> {
        let (work, rules) = (self.work, &fitting.rules);
        let label = "Given";
        let shared = fitted
            .iter()
            .position(|(_, one)| *one == ProgrammeOutcome::Shared);
        let class = shared.and_then(|place| Some(fitting.all.get(place)?.programme.class()));
        let class = class.map(|class| self.shared_class(fitting, fitted, class));
        let cut = fitted.iter().any(|(_, one)| *one == ProgrammeOutcome::Cut);
        let to_cut = cut.then(|| self.to_cut(fitting));
        let each = fitting
            .all
            .iter()
            .zip(fitted)
            .map(|(figures, (amount, outcome))| {
                let given = match (outcome, class, to_cut) {
                    (ProgrammeOutcome::Shared, Some((left, weights)), _) => {
                        let own = self.weight(figures);
                        let floor = work.amount(figures.floor).unwrap_or_default();
                        let share = work.fitted(
                            "Share above the floor".into(),
                            rules,
                            Fitted::ClassShare,
                            &[left, own, weights],
                            amount.minus(floor),
                        );
                        work.sum(label.into(), rules, &[figures.floor, share])
                    }
                    (ProgrammeOutcome::Cut, _, Some(to_cut)) => {
                        let most = work.amount(figures.most).unwrap_or_default();
                        let cut = work.fitted(
                            "Cut".into(),
                            rules,
                            Fitted::LeastChange,
                            &[to_cut, figures.room],
                            most.minus(*amount),
                        );
                        work.difference(label.into(), rules, figures.most, cut)
                    }
                    (ProgrammeOutcome::Floor, _, _) => {
                        work.sum(label.into(), rules, &[figures.floor])
                    }
                    (ProgrammeOutcome::NotKnown, _, _) => self.waiting(fitting),
                    _ => work.sum(label.into(), rules, &[figures.most]),
                };
                (*outcome, Some(given))
            });
        each.collect()
    }

    /// What is left for those of the class that share it, and all their weights: those
    /// that reach their caps have theirs first.
    fn shared_class(
        &self,
        fitting: &Fitting<'_>,
        fitted: &[(Money, ProgrammeOutcome)],
        class: u32,
    ) -> (Figure, Figure) {
        let mut terms = vec![(false, fitting.envelope), (true, fitting.floors)];
        let label = "Budgets less floors of those that share";
        let mut weights = self.work.begin_sum(label.into(), &[]);
        for (one, (_, outcome)) in fitting.all.iter().zip(fitted) {
            let own = one.programme.class();
            let is_full = matches!(outcome, ProgrammeOutcome::Budget | ProgrammeOutcome::Cap);
            if own < class || (own == class && is_full) {
                terms.push((true, one.room));
            } else if own == class {
                let weight = self.weight(one);
                weights.add_named(&one.programme.name, weight);
            }
        }
        let left = self.work.reckoned(
            "Left for this priority above its floors".into(),
            &fitting.rules,
            &terms,
        );
        (left, weights.done())
    }

    /// What a programme weighs in sharing.
    fn weight(&self, figures: &Figures<'_>) -> Figure {
        let label = "Budget less floor";
        self.work
            .difference(label.into(), &[], figures.budget, figures.floor)
    }

    fn to_cut(&self, fitting: &Fitting<'_>) -> Figure {
        let wanted = self.sum_of("Budgets, or caps where lower", &fitting.all, &|one| {
            Some(one.most)
        });
        let label = "To be cut";
        self.work
            .difference(label.into(), &fitting.rules, wanted, fitting.envelope)
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
