//! What each programme is given as a figure, with the working by which it comes out.

use super::desk::Desk;
use super::fit::ProgrammeOutcome;
use super::fitting::{Figures, Fitting};
use crate::money::Money;
use crate::working::{Figure, Fitted};

const GIVEN: &str = "Given";

impl Desk<'_> {
    /// What became of each programme, and what it is given; no figure where nothing fits.
    pub(super) fn given(&self, fitting: &Fitting<'_>) -> Vec<(ProgrammeOutcome, Option<Figure>)> {
        if let Some(outcomes) = self.floors_too_much(fitting) {
            return outcomes.into_iter().map(|one| (one, None)).collect();
        }
        match self.fitted(fitting) {
            Some(fit) => self.as_fitted(fitting, &fit),
            None => self.not_known(fitting),
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
        needed.extend(self.programmes_left_out());
        for one in &fitting.all {
            needed.extend([one.budget, one.floor, one.most]);
        }
        let (rules, how) = (&fitting.rules, Fitted::ClassShare);
        self.work
            .fitted(GIVEN.into(), rules, how, &needed, Money::ZERO)
    }

    fn as_fitted(
        &self,
        fitting: &Fitting<'_>,
        fitted: &[(Money, ProgrammeOutcome)],
    ) -> Vec<(ProgrammeOutcome, Option<Figure>)> {
        let is = |outcome| move |one: &(Money, ProgrammeOutcome)| one.1 == outcome;
        let sharing = fitted.iter().position(is(ProgrammeOutcome::Shared));
        let sharing = sharing.and_then(|place| fitting.all.get(place));
        let class = sharing.map(|one| self.shared_class(fitting, fitted, one.programme.class()));
        let cuts = fitted.iter().any(is(ProgrammeOutcome::Cut));
        let to_cut = cuts.then(|| self.to_cut(fitting));
        let each = fitting.all.iter().zip(fitted);
        each.map(|(figures, &(amount, outcome))| {
            let given = match (outcome, class, to_cut) {
                (ProgrammeOutcome::Shared, Some(class), _) => {
                    self.with_share(fitting, figures, class, amount)
                }
                (ProgrammeOutcome::Cut, _, Some(to_cut)) => {
                    self.after_cut(fitting, figures, to_cut, amount)
                }
                (ProgrammeOutcome::Floor | ProgrammeOutcome::FloorForCertain, _, _) => {
                    self.whole(fitting, figures.floor)
                }
                (ProgrammeOutcome::NotKnown, _, _) => self.waiting(fitting),
                _ => self.whole(fitting, figures.most),
            };
            (outcome, Some(given))
        })
        .collect()
    }

    fn whole(&self, fitting: &Fitting<'_>, amount: Figure) -> Figure {
        self.work.sum(GIVEN.into(), &fitting.rules, &[amount])
    }

    fn with_share(
        &self,
        fitting: &Fitting<'_>,
        figures: &Figures<'_>,
        (left, weights): (Figure, Figure),
        given: Money,
    ) -> Figure {
        let work = self.work;
        let floor = work.amount(figures.floor).unwrap_or_default();
        let share = work.fitted(
            "Share above the floor".into(),
            &fitting.rules,
            Fitted::ClassShare,
            &[left, self.weight(figures), weights],
            given.minus(floor),
        );
        work.sum(GIVEN.into(), &fitting.rules, &[figures.floor, share])
    }

    fn after_cut(
        &self,
        fitting: &Fitting<'_>,
        figures: &Figures<'_>,
        to_cut: Figure,
        given: Money,
    ) -> Figure {
        let work = self.work;
        let most = work.amount(figures.most).unwrap_or_default();
        let cut = work.fitted(
            "Cut".into(),
            &fitting.rules,
            Fitted::LeastChange,
            &[to_cut, figures.room],
            most.minus(given),
        );
        work.difference(GIVEN.into(), &fitting.rules, figures.most, cut)
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
}
