//! Which capital bids fit (J12), why each is in or out, and which would be next.

mod best_bids;
mod candidates;
mod next_bid;
mod outcomes;
mod prices;
mod scale;
mod search;
mod worth;

pub use next_bid::NextBid;
pub use outcomes::CapitalOutcome;

use super::desk::Desk;
use crate::calendar::FinancialYear;
use crate::money::Money;
use crate::order::{distinct, sorted};
use crate::plan::Worth;
use crate::scheme::readings;
use crate::working::Figure;
use best_bids::{Candidate, Choice, MOST_STEPS, best_bids};
use candidates::Costed;
use serde::Serialize;
use worth::points;

/// What fits into the capital envelope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct CapitalFit {
    /// What the scores are.
    pub worth: Worth,
    /// What came of choosing.
    pub choice: CapitalChoice,
    /// Each year.
    pub years: Vec<CapitalYear>,
    /// What the chosen take in all years, if there is a choice.
    pub cost: Option<Figure>,
    /// Each bid.
    pub bids: Vec<CapitalBidLine>,
    /// The points of those that are in together, where scores are points and none of
    /// theirs is blank.
    pub points: Option<String>,
    /// The benefits of those chosen together, where scores are multiples of cost.
    pub benefits: Option<Figure>,
    /// The points, or the pounds of benefits, that no choice can have more of, where the
    /// best one found is not shown to be the best.
    pub most: Option<String>,
    /// The next that would fit.
    pub next: Option<NextBid>,
    /// What the choice waits for, where a figure is missing.
    #[serde(skip)]
    pub(in crate::planning) waits_for: Option<Figure>,
}

/// What came of choosing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum CapitalChoice {
    /// The best choice was found.
    Best,
    /// What has to be in does not fit, or needs what is out.
    Impossible,
    /// Too many choices are nearly alike to weigh them all: the best found is given, and
    /// the most that any could be worth.
    BestFound,
    /// A figure is missing.
    NotKnown,
}

/// A year of the capital envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct CapitalYear {
    /// The year.
    #[cfg_attr(feature = "browser", tsify(type = "string"))]
    pub year: FinancialYear,
    /// Its envelope.
    pub envelope: Figure,
    /// What all bids ask for that are not withdrawn.
    pub asked: Figure,
    /// What the chosen take, if there is a choice.
    pub chosen: Option<Figure>,
    /// What they leave.
    pub left: Option<Figure>,
    /// By how much those that have to be in are more than the envelope, where there is no
    /// choice for it.
    pub short: Option<Figure>,
}

/// A bid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct CapitalBidLine {
    /// Its place in the plan's list.
    pub place: usize,
    /// Its code.
    pub code: String,
    /// What it is for.
    pub name: String,
    /// The bidder's code.
    pub owner: Option<String>,
    /// The amount in each of the fit's years, where there is one.
    pub amounts: Vec<Option<Figure>>,
    /// All years together.
    pub cost: Figure,
    /// Its score as it counts.
    pub score: Option<String>,
    /// The bids that it can't do without.
    pub depends_on: Vec<String>,
    /// What became of it, and why.
    pub outcome: CapitalOutcome,
    /// Why it is out, with figures, where it asks for more than there is.
    pub why: Option<String>,
}

impl CapitalChoice {
    /// Whether bids are chosen.
    const fn is_made(self) -> bool {
        matches!(self, Self::Best | Self::BestFound)
    }
}

impl Desk<'_> {
    pub(super) fn capital(&self) -> Option<CapitalFit> {
        let own = &self.planning.capital;
        if own.bids.is_empty() && own.unread.is_empty() {
            return None;
        }
        let years = self.capital_years();
        let bids = own.bids.iter().map(|bid| self.costed(bid, &years));
        // Ties go by code, whatever the order of entry.
        let bids = sorted(bids.collect(), &|one, two| one.bid.code.cmp(&two.bid.code));
        let envelopes: Vec<Figure> = years.iter().map(|year| self.capital_of(*year)).collect();
        let candidates = self.candidates(&bids, &envelopes);
        let (choice, is_in, most) = match chosen(candidates.as_ref().ok()) {
            (CapitalChoice::NotKnown, ..) if self.is_too_much_needed(&bids, &envelopes) => {
                (CapitalChoice::Impossible, None, None)
            }
            chosen => chosen,
        };
        let weighed = candidates.as_ref().ok();
        let weighed = weighed.map_or(&[] as &[Candidate], |(all, _)| all);
        let outcomes = self.outcomes(&bids, weighed, (choice, is_in.as_deref()), &envelopes);
        let with_outcomes: Vec<(&Costed<'_>, CapitalOutcome)> = bids.iter().zip(outcomes).collect();
        let fitted: Vec<CapitalYear> = years
            .iter()
            .zip(&envelopes)
            .enumerate()
            .map(|(place, (year, envelope))| {
                self.capital_year((place, *year), *envelope, &with_outcomes, choice)
            })
            .collect();
        let lines = self.lines(&with_outcomes, &fitted);
        let by = |worth: Worth| choice.is_made() && own.worth == worth;
        let points = points(&with_outcomes).filter(|_| by(Worth::Points));
        let benefits = by(Worth::Ratio).then(|| self.benefits(&with_outcomes));
        let amount = |figure: Figure| self.work.amount(figure);
        let has_worth = points.is_some() || benefits.and_then(amount).is_some();
        let chosen: Vec<Figure> = fitted.iter().filter_map(|year| year.chosen).collect();
        let label = "Capital of the bids that are in, all years";
        Some(CapitalFit {
            worth: own.worth,
            choice,
            cost: choice
                .is_made()
                .then(|| self.work.sum(label.into(), &[], &chosen)),
            // Where those in have a blank among their scores, theirs together is not known,
            // and with it nor is the most.
            most: most
                .filter(|_| has_worth)
                .map(|most| self.most(most, &bids)),
            points,
            benefits,
            next: choice
                .is_made()
                .then(|| self.next_bid(weighed, &with_outcomes, &fitted))
                .flatten(),
            waits_for: candidates.err(),
            years: fitted,
            bids: lines,
        })
    }

    /// Whether those that have to be in are more than a year's envelope, whatever is not
    /// known of them or of the others.
    fn is_too_much_needed(&self, bids: &[Costed<'_>], envelopes: &[Figure]) -> bool {
        let needed = |one: &&Costed<'_>| one.is_live() && one.has_to_be_in();
        let amount = |figure: Figure| self.work.amount(figure);
        let mut years = envelopes.iter().enumerate();
        years.any(|(place, envelope)| {
            let known = bids.iter().filter(needed);
            let known = known.filter_map(|one| amount(one.amount_of(place)?));
            amount(*envelope).is_some_and(|envelope| known.sum::<Money>() > envelope)
        })
    }

    /// The bids, in the order of entry.
    fn lines(
        &self,
        bids: &[(&Costed<'_>, CapitalOutcome)],
        years: &[CapitalYear],
    ) -> Vec<CapitalBidLine> {
        let lines = bids.iter().map(|(costed, outcome)| {
            let why = self.why_with_figures(costed, *outcome, years);
            line(costed, *outcome, self.planning.capital.worth, why)
        });
        sorted(lines.collect(), &|one, two| one.place.cmp(&two.place))
    }

    /// The years that have an envelope, or for which a bid asks.
    fn capital_years(&self) -> Vec<FinancialYear> {
        let own = &self.planning.capital;
        let mut years: Vec<FinancialYear> = own.envelope.iter().map(|(year, _)| *year).collect();
        let bids = own.bids.iter().flat_map(|bid| &bid.amounts);
        years.extend(bids.map(|(year, _)| *year));
        distinct(years)
    }

    fn capital_of(&self, year: FinancialYear) -> Figure {
        let mut envelope = self.planning.capital.envelope.iter();
        let entered = envelope.find(|(own, _)| *own == year);
        self.work.entered(
            format!("Capital envelope of {year}").as_str().into(),
            entered.and_then(|(_, amount)| *amount),
            &|| format!("planning/capital/envelope/{year}"),
        )
    }

    fn capital_year(
        &self,
        (place, year): (usize, FinancialYear),
        envelope: Figure,
        bids: &[(&Costed<'_>, CapitalOutcome)],
        choice: CapitalChoice,
    ) -> CapitalYear {
        let work = self.work;
        let rules = [&readings::CAPITAL_FIT];
        let sum = |label: &str, counts: &dyn Fn(&Costed<'_>, CapitalOutcome) -> bool| {
            let mut sum = work.begin_sum(label.into(), &rules);
            for (costed, outcome) in bids {
                if let Some(amount) = costed.amount_of(place)
                    && counts(costed, *outcome)
                {
                    sum.add_named(&costed.bid.name, amount);
                }
            }
            sum.done()
        };
        let mut asked = vec![sum("Capital asked for", &|costed, _| costed.is_live())];
        asked.extend(self.bids_left_out());
        let asked = match asked.as_slice() {
            [whole] => *whole,
            parts => work.sum("Capital asked for".into(), &rules, parts),
        };
        let chosen = choice
            .is_made()
            .then(|| sum("Capital of the bids that are in", &|_, one| one.is_in()));
        let is_impossible = choice == CapitalChoice::Impossible;
        let short = is_impossible.then(|| {
            let label = "Capital of the bids that have to be in";
            let needed = sum(label, &|costed, _| {
                costed.is_live() && costed.has_to_be_in()
            });
            work.difference("More than the envelope".into(), &rules, needed, envelope)
        });
        CapitalYear {
            year,
            envelope,
            short: short.filter(|short| work.amount(*short) > Some(Money::ZERO)),
            asked,
            left: chosen
                .map(|chosen| work.difference("Capital left".into(), &rules, envelope, chosen)),
            chosen,
        }
    }
}

/// What came of choosing, whether each candidate is in, and the most that any choice can be
/// worth where this is not shown to be the best.
fn chosen(
    weighed: Option<&(Vec<Candidate>, Vec<i64>)>,
) -> (CapitalChoice, Option<Vec<bool>>, Option<i128>) {
    match weighed.map(|(all, left)| best_bids(all, left, MOST_STEPS)) {
        None => (CapitalChoice::NotKnown, None, None),
        Some(Choice::Impossible) => (CapitalChoice::Impossible, None, None),
        Some(Choice::Best(is_in)) => (CapitalChoice::Best, Some(is_in), None),
        Some(Choice::BestFound(is_in, most)) => (CapitalChoice::BestFound, Some(is_in), Some(most)),
    }
}

fn line(
    costed: &Costed<'_>,
    outcome: CapitalOutcome,
    worth: Worth,
    why: Option<String>,
) -> CapitalBidLine {
    let bid = costed.bid;
    CapitalBidLine {
        place: bid.place,
        code: bid.code.clone(),
        name: bid.name.clone(),
        owner: bid.owner.clone(),
        amounts: costed.amounts.clone(),
        cost: costed.cost,
        score: bid.score.map(|score| match worth {
            Worth::Points => score.plain(),
            Worth::Ratio => format!("{} to 1", score.plain()),
        }),
        depends_on: bid.needs.clone(),
        outcome,
        why,
    }
}
