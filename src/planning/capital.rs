//! Which capital bids fit (J12), why each is in or out, and which would be next.

use super::best_bids::{Candidate, Choice, MOST_STEPS, all_needs, best_bids, bit};
use super::candidates::{Costed, finest};
use super::desk::Desk;
use super::next_bid::NextBid;
use crate::calendar::FinancialYear;
use crate::money::{Money, Rate, Unit};
use crate::order::{distinct, sorted};
use crate::plan::{CapitalStatus, Worth};
use crate::scheme::readings;
use crate::working::Figure;
use serde::Serialize;

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
    pub(super) waits_for: Option<Figure>,
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

/// What became of a bid, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum CapitalOutcome {
    /// In: it has to be done.
    MustDo,
    /// In: it is approved already.
    Approved,
    /// In: it is needed by another that has to be in.
    Needed,
    /// In: it belongs to the best choice.
    Chosen,
    /// In the best choice found, where that is not shown to be the best.
    Found,
    /// Not in the best choice found, where that is not shown to be the best.
    NotFound,
    /// Out: there is no room for it beside better ones.
    NoRoom,
    /// Out: it is more than a whole year's envelope.
    TooLarge,
    /// Out: one that it needs is out.
    NeedsOther,
    /// Out: it is worth nothing.
    NoWorth,
    /// Out: withdrawn.
    Withdrawn,
    /// Nothing is chosen, since no choice is possible.
    NoChoice,
    /// Not known: a figure is missing.
    NotKnown,
}

impl CapitalChoice {
    /// Whether bids are chosen.
    const fn is_made(self) -> bool {
        matches!(self, Self::Best | Self::BestFound)
    }
}

impl CapitalOutcome {
    /// Whether it is in.
    #[must_use]
    pub const fn is_in(self) -> bool {
        matches!(
            self,
            Self::MustDo | Self::Approved | Self::Needed | Self::Chosen | Self::Found
        )
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
        let choose = |(all, left): &(Vec<Candidate>, Vec<i64>)| best_bids(all, left, MOST_STEPS);
        let (choice, is_in, most) = match candidates.as_ref().map(choose) {
            Err(_) => (CapitalChoice::NotKnown, None, None),
            Ok(Choice::Impossible) => (CapitalChoice::Impossible, None, None),
            Ok(Choice::Best(chosen)) => (CapitalChoice::Best, Some(chosen), None),
            Ok(Choice::BestFound(chosen, most)) => {
                (CapitalChoice::BestFound, Some(chosen), Some(most))
            }
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
        let lines = with_outcomes.iter();
        let lines = lines.map(|(costed, outcome)| {
            let why = self.why_with_figures(costed, *outcome, &fitted);
            line(costed, *outcome, own.worth, why)
        });
        let lines = sorted(lines.collect(), &|one, two| one.place.cmp(&two.place));
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

    fn outcomes(
        &self,
        bids: &[Costed<'_>],
        weighed: &[Candidate],
        (choice, is_in): (CapitalChoice, Option<&[bool]>),
        envelopes: &[Figure],
    ) -> Vec<CapitalOutcome> {
        let without_choice = match choice {
            CapitalChoice::NotKnown => CapitalOutcome::NotKnown,
            _ => CapitalOutcome::NoChoice,
        };
        let is_best = choice == CapitalChoice::Best;
        let chosen = |place: usize| is_in.is_some_and(|all| all.get(place) == Some(&true));
        let mut outcomes = Vec::with_capacity(bids.len());
        for (place, costed) in bids.iter().enumerate() {
            outcomes.push(match () {
                () if !costed.is_live() => CapitalOutcome::Withdrawn,
                () if is_in.is_none() => without_choice,
                () if costed.bid.status == CapitalStatus::Approved => CapitalOutcome::Approved,
                () if costed.bid.must_do => CapitalOutcome::MustDo,
                () if chosen(place) && is_needed(place, weighed) => CapitalOutcome::Needed,
                () if chosen(place) && is_best => CapitalOutcome::Chosen,
                () if chosen(place) => CapitalOutcome::Found,
                () => match self.why_out(costed, weighed.get(place), &chosen, envelopes) {
                    CapitalOutcome::TooLarge => CapitalOutcome::TooLarge,
                    _ if !is_best => CapitalOutcome::NotFound,
                    why => why,
                },
            });
        }
        outcomes
    }

    fn why_out(
        &self,
        costed: &Costed<'_>,
        weighed: Option<&Candidate>,
        chosen: &dyn Fn(usize) -> bool,
        envelopes: &[Figure],
    ) -> CapitalOutcome {
        let amount = |figure: Figure| self.work.amount(figure);
        let mut years = costed.amounts.iter().zip(envelopes);
        let is_too_large = years.any(|(asked, envelope)| {
            let both = asked.and_then(amount).zip(amount(*envelope));
            both.is_some_and(|(asked, envelope)| asked > envelope)
        });
        // One that is not withdrawn and out for certain needs one that is not in the plan.
        let has_its_needs =
            |one: &Candidate| !one.is_out && one.needs.iter().all(|need| chosen(*need));
        if costed.bid.score == Some(Rate::ZERO) {
            CapitalOutcome::NoWorth
        } else if is_too_large {
            CapitalOutcome::TooLarge
        } else if !weighed.is_some_and(has_its_needs) {
            CapitalOutcome::NeedsOther
        } else {
            CapitalOutcome::NoRoom
        }
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
            asked: sum("Capital asked for", &|costed, _| costed.is_live()),
            left: chosen
                .map(|chosen| work.difference("Capital left".into(), &rules, envelope, chosen)),
            chosen,
        }
    }

    /// By how much a bid asks for more than is left, or than there is at all, in the
    /// first year in which it does.
    fn why_with_figures(
        &self,
        costed: &Costed<'_>,
        outcome: CapitalOutcome,
        years: &[CapitalYear],
    ) -> Option<String> {
        let is_too_large = outcome == CapitalOutcome::TooLarge;
        if !is_too_large && !matches!(outcome, CapitalOutcome::NoRoom | CapitalOutcome::NotFound) {
            return None;
        }
        years.iter().enumerate().find_map(|(place, year)| {
            let there_is = if is_too_large {
                Some(year.envelope)
            } else {
                year.left
            };
            let asked = self.work.amount(costed.amount_of(place)?)?;
            let more = asked.minus(self.work.amount(there_is?)?);
            (asked > Money::ZERO && more > Money::ZERO).then(|| {
                let unit = self.plan.unit;
                format!(
                    "It asks for {} in {}, {} more than {}.",
                    asked.in_words(unit),
                    year.year,
                    more.in_words(unit),
                    if is_too_large {
                        "the year’s whole envelope"
                    } else {
                        "is left beside those that are in"
                    }
                )
            })
        })
    }

    /// The most worth that a choice can have, in words. Benefits are rounded up: those of
    /// each bid may be half a penny more, since they are rounded before they are added.
    fn most(&self, most: i128, bids: &[Costed<'_>]) -> String {
        let scale = finest(bids.iter().map(|one| one.bid));
        if self.planning.capital.worth == Worth::Points {
            return Rate::from_digits(most, scale).plain();
        }
        let pence = most.checked_div(10_i128.saturating_pow(scale));
        let pence = i64::try_from(pence.unwrap_or_default()).unwrap_or(i64::MAX);
        let up = i64::try_from(bids.len()).unwrap_or(i64::MAX);
        Money::from_pence(pence.saturating_add(up)).in_words(Unit::Pounds)
    }

    /// The sum of cost times multiple.
    fn benefits(&self, bids: &[(&Costed<'_>, CapitalOutcome)]) -> Figure {
        let rule = &readings::CAPITAL_WORTH;
        let rules = [rule];
        let mut parts = Vec::with_capacity(bids.len());
        for (costed, _) in bids.iter().filter(|(_, outcome)| outcome.is_in()) {
            let label = "Benefits";
            let worth = match costed.bid.score {
                Some(score) => self
                    .work
                    .share(label.into(), costed.cost, score, &[Some(rule)]),
                None => self.no_score(costed.bid),
            };
            parts.push((costed.bid.name.as_str(), worth));
        }
        let mut sum = self
            .work
            .begin_sum("Benefits of the bids that are in".into(), &rules);
        for (name, part) in parts {
            sum.add_named(name, part);
        }
        sum.done()
    }
}

/// Whether one that has to be in can't be without it, directly or by way of others.
fn is_needed(place: usize, weighed: &[Candidate]) -> bool {
    let mut all = weighed.iter().enumerate();
    all.any(|(other, one)| one.is_in && all_needs(weighed, other) & bit(place) != 0)
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

/// The points of those that are in, added; nothing where those of one are blank.
fn points(bids: &[(&Costed<'_>, CapitalOutcome)]) -> Option<String> {
    let mut is_in = bids.iter().filter(|(_, outcome)| outcome.is_in());
    let points = is_in.try_fold(Rate::ZERO, |sum, (costed, _)| {
        Some(sum.and(costed.bid.score?))
    });
    points.map(Rate::plain)
}
