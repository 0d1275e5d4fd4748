//! The control total of an organisation: its versions, which one is in force
//! when, and its spread over the year.

use super::member::Inputs;
use crate::calendar::{Date, Quarter};
use crate::money::Rate;
use crate::plan::{ControlTotal, PeriodFigures, Profile, Spread};
use crate::scheme::{Parameter, Rule, readings};
use crate::working::Figure;
use serde::Serialize;

/// One version of a control total.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Version {
    /// The day from which it counts; none for the one issued for the year.
    #[cfg_attr(feature = "browser", tsify(type = "string | null"))]
    pub from: Option<Date>,
    /// The amount for the year, before the fund.
    pub control_total: Figure,
    /// Whether it is the one in force on the plan's date.
    pub in_force: bool,
}

impl Inputs<'_> {
    /// All versions, the one issued for the year first.
    pub(super) fn versions(&self) -> Vec<Version> {
        let in_force = self.version_on(self.last_day_that_counts());
        let original = Version {
            from: None,
            control_total: self.control_total(None),
            in_force: in_force.is_none(),
        };
        let mut versions = vec![original];
        for (index, revision) in self.organisation.revisions.iter().enumerate() {
            versions.push(Version {
                from: Some(revision.from),
                control_total: self.control_total(Some(index)),
                in_force: in_force == Some(index),
            });
        }
        versions
    }

    /// The plan's date, or 31 March where that comes first.
    fn last_day_that_counts(&self) -> Option<Date> {
        let year_end = self.plan.year().last_day(Quarter::Q4);
        match (self.plan.as_at, year_end) {
            (Some(as_at), Some(year_end)) => Some(as_at.min(year_end)),
            (_, year_end) => year_end,
        }
    }

    /// The revision in force on a day; `None` for the original.
    fn version_on(&self, day: Option<Date>) -> Option<usize> {
        let mut revisions = self.organisation.revisions.iter();
        revisions.rposition(|revision| day.is_some_and(|day| revision.from <= day))
    }

    /// A version's terms, and the path of one of their fields in the document.
    fn terms(&self, version: Option<usize>) -> (&ControlTotal, impl Fn(&str) -> String) {
        let revision = version.and_then(|index| self.organisation.revisions.get(index));
        let terms = revision.map(|revision| &revision.control_total);
        let path = move |field: &str| match revision {
            Some(revision) => format!("revisions/{}/control_total/{field}", revision.place),
            None => format!("control_total/{field}"),
        };
        (terms.unwrap_or(&self.organisation.control_total), path)
    }

    /// The amount of a version for the year.
    fn control_total(&self, version: Option<usize>) -> Figure {
        let (terms, path) = self.terms(version);
        let label = match version {
            None => "Control total before the fund",
            Some(_) => "Control total revised in the year, before the fund",
        };
        self.money(label.into(), terms.amount, &|| path("amount"))
    }

    /// The amount for the year of the version in force on a quarter's last day.
    pub(super) fn control_total_at(&self, quarter: Quarter) -> Figure {
        self.control_total(self.version_on(self.plan.year().last_day(quarter)))
    }

    /// The year-to-date target at a quarter's end: by the version in force on the
    /// quarter's last day.
    pub(super) fn target(&self, quarter: Quarter) -> Figure {
        let version = self.version_on(self.plan.year().last_day(quarter));
        let (terms, path) = self.terms(version);
        let label = ("Control total to date, before the fund", quarter);
        if quarter == Quarter::Q4 {
            let rules: [&'static Rule; 2] =
                [&readings::YEAR_END_TARGET, &self.plan.scheme.revision];
            let cited = if version.is_some() {
                &rules[..]
            } else {
                &rules[..1]
            };
            return self
                .work
                .sum(label.into(), cited, &[self.control_total(version)]);
        }
        match terms.spread {
            Some(spread) if terms.profile.is_blank() => {
                self.spread(spread, quarter, self.control_total(version))
            }
            _ => self.year_to_date(label, &terms.profile, quarter, &|| path("profile")),
        }
    }

    /// A share of the annual amount, by the spread that the user chose.
    fn spread(&self, spread: Spread, quarter: Quarter, annual: Figure) -> Figure {
        let label = ("Control total to date, before the fund", quarter);
        let even = [Rate::from_hundred_thousandths(25_000); 4];
        let straight = (even, [Some(&readings::STRAIGHT_LINE), None]);
        let (shares, rules): ([Rate; 4], [Option<&'static Rule>; 2]) = match spread {
            Spread::StraightLine => straight,
            Spread::FundPhasing => match self.phasing() {
                None => straight,
                Some(phasing) => match self.plan.value(phasing) {
                    Some(shares) => (
                        shares,
                        [Some(&readings::FUND_PHASING_PROFILE), Some(&phasing.rule)],
                    ),
                    None => {
                        let unset = self.work.unset(phasing.rule.name.into(), &phasing.rule);
                        let tests = [Some(unset)];
                        return self.work.if_all_met(label.into(), &[], &tests, annual);
                    }
                },
            },
        };
        let mut so_far = Rate::ZERO;
        for (_, share) in quarter.and_before().zip(shares) {
            so_far = so_far.and(share);
        }
        self.work.share(label.into(), annual, so_far, &rules)
    }

    /// The phasing of the organisation's fund, else of the year's first.
    fn phasing(&self) -> Option<&'static Parameter<[Rate; 4]>> {
        let mut own = self.plan.funds_for(self.organisation.side);
        let own = own.next().map(|(_, earning)| earning);
        let mut all = self
            .plan
            .schemes
            .iter()
            .filter_map(|scheme| scheme.earning.as_ref());
        own.or_else(|| all.next()).map(|earning| &earning.phasing)
    }

    /// The year to date at a quarter's end out of figures by quarter or month.
    pub(super) fn year_to_date(
        &self,
        label: (&str, Quarter),
        profile: &Profile,
        quarter: Quarter,
        path: &dyn Fn() -> String,
    ) -> Figure {
        let last_month = usize::from(quarter.last_month().number());
        let (figures, letter, amounts, last) = match profile {
            Profile::Quarters(figures, amounts) => (
                *figures,
                'Q',
                amounts.as_slice(),
                quarter.index().saturating_add(1),
            ),
            Profile::Months(figures, amounts) => (*figures, 'M', amounts.as_slice(), last_month),
        };
        let entered = |number: usize, label: (&str, Quarter)| {
            let amount = amounts.get(number.saturating_sub(1)).copied().flatten();
            self.money(label.into(), amount, &|| {
                format!("{}/{letter}{number}", path())
            })
        };
        match figures {
            PeriodFigures::YearToDate => entered(last, label),
            PeriodFigures::InPeriod => {
                let rules = [&readings::YEAR_TO_DATE];
                let mut sum = self.work.begin_sum(label.into(), &rules);
                for number in 1..=last {
                    let part = entered(number, ("In the period", quarter));
                    sum.add_named(&format!("{letter}{number}"), part);
                }
                sum.done()
            }
        }
    }
}
