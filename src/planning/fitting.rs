//! What each programme is given to the penny, and what becomes of it, from the figures
//! that are known.

use super::desk::Desk;
use super::fit::{
    Claim, Fit, Floor, ProgrammeOutcome, by_least_change, by_priorities, floors_that_fit,
    kept_at_floor,
};
use crate::money::Money;
use crate::plan::{FitMethod, Programme};
use crate::scheme::Rule;
use crate::working::Figure;

/// The figures that a programme is fitted by.
pub(super) struct Figures<'a> {
    pub programme: &'a Programme,
    pub budget: Figure,
    pub floor: Figure,
    pub most: Figure,
    /// What it may have above its floor.
    pub room: Figure,
}

/// What fitting starts from.
pub(super) struct Fitting<'a> {
    pub envelope: Figure,
    pub floors: Figure,
    pub all: Vec<Figures<'a>>,
    pub rules: [&'static Rule; 1],
}

impl Desk<'_> {
    /// What fits; nothing where too much is missing to tell.
    pub(super) fn fitted(&self, fitting: &Fitting<'_>) -> Option<Fit> {
        match self.claims(fitting) {
            Some((envelope, claims)) => Some(self.fit(envelope, &claims)),
            None => self.by_known_classes(fitting),
        }
    }

    /// Which floors fit where they are more than the envelope together; that hangs on
    /// them alone, whatever is not known of budgets and caps.
    pub(super) fn floors_too_much(&self, fitting: &Fitting<'_>) -> Option<Vec<ProgrammeOutcome>> {
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
        let missing = fitting.all.iter().filter(|one| self.claim(one).is_none());
        let first = missing.map(|one| one.programme.class()).min()?;
        let mut left = self.work.amount(fitting.envelope)?;
        let mut claims = Vec::new();
        for one in &fitting.all {
            if one.programme.class() < first {
                claims.push(self.claim(one)?);
            } else {
                left = left.minus(self.work.amount(one.floor)?);
            }
        }
        let known = by_priorities(left, &claims);
        let used: Money = known.iter().map(|(given, _)| *given).sum();
        let is_spent = used == left;
        let mut known = known.into_iter();
        let each = fitting.all.iter().map(|one| {
            if one.programme.class() < first {
                return known.next();
            }
            let floor = self.work.amount(one.floor)?;
            let outcome = if is_spent {
                self.at_floor(one, floor)
            } else {
                ProgrammeOutcome::NotKnown
            };
            Some((floor, outcome))
        });
        each.collect()
    }

    /// What becomes of a programme that has its floor, where nothing is left for more.
    fn at_floor(&self, figures: &Figures<'_>, floor: Money) -> ProgrammeOutcome {
        match (self.claim(figures), self.work.amount(figures.budget)) {
            (Some(claim), _) => kept_at_floor(&claim).1,
            (None, None) => ProgrammeOutcome::FloorForCertain,
            (None, Some(budget)) if budget == floor => ProgrammeOutcome::Budget,
            (None, Some(_)) => ProgrammeOutcome::Floor,
        }
    }

    fn fit(&self, envelope: Money, claims: &[Claim<'_>]) -> Fit {
        match self.planning.envelope.method {
            FitMethod::Priorities => by_priorities(envelope, claims),
            FitMethod::LeastChange => by_least_change(envelope, claims),
        }
    }
}
