//! Which capital bids fit (J12), why each is in or out, and which would be next.

use super::best_bids::{Candidate, Choice, best_bids};
use super::desk::Desk;
use crate::calendar::FinancialYear;
use crate::money::{Money, Rate};
use crate::order::{distinct, sorted};
use crate::plan::{CapitalBid, CapitalStatus, Worth};
use crate::scheme::readings;
use crate::working::Figure;
use serde::Serialize;
use std::cmp::Reverse;

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
    /// Each bid.
    pub bids: Vec<CapitalBidLine>,
    /// The points of those that are in together, where scores are points and none of
    /// theirs is blank.
    pub points: Option<String>,
    /// The benefits of those chosen together, where scores are multiples of cost.
    pub benefits: Option<Figure>,
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
    /// Too many choices are nearly alike.
    TooMany,
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
    /// Nothing is chosen, since no choice is possible or too many are nearly alike.
    NoChoice,
    /// Not known: a figure is missing.
    NotKnown,
}

/// The next bid that would fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct NextBid {
    /// Its code.
    pub code: String,
    /// What it is for.
    pub name: String,
    /// What more it would take in each of the fit's years.
    pub by_year: Vec<Figure>,
    /// In all.
    pub more: Figure,
}

impl CapitalOutcome {
    /// Whether it is in.
    #[must_use]
    pub const fn is_in(self) -> bool {
        matches!(
            self,
            Self::MustDo | Self::Approved | Self::Needed | Self::Chosen
        )
    }
}

/// A bid with its figures.
struct Costed<'a> {
    bid: &'a CapitalBid,
    amounts: Vec<Option<Figure>>,
    cost: Figure,
}

impl Costed<'_> {
    fn is_live(&self) -> bool {
        self.bid.status != CapitalStatus::Withdrawn
    }

    fn has_to_be_in(&self) -> bool {
        self.bid.must_do || self.bid.status == CapitalStatus::Approved
    }

    fn amount_of(&self, year: usize) -> Option<Figure> {
        self.amounts.get(year).copied().flatten()
    }
}

impl Desk<'_> {
    pub(super) fn capital(&self) -> Option<CapitalFit> {
        let own = &self.planning.capital;
        if own.bids.is_empty() {
            return None;
        }
        let years = self.capital_years();
        let bids = own.bids.iter().map(|bid| self.costed(bid, &years));
        // Ties go by code, whatever the order of entry.
        let bids = sorted(bids.collect(), &|one, two| one.bid.code.cmp(&two.bid.code));
        let envelopes: Vec<Figure> = years.iter().map(|year| self.capital_of(*year)).collect();
        let candidates = self.candidates(&bids, &envelopes);
        let (choice, is_in) = match candidates.as_ref().map(|(all, left)| best_bids(all, left)) {
            Err(_) => (CapitalChoice::NotKnown, None),
            Ok(Choice::Impossible) => (CapitalChoice::Impossible, None),
            Ok(Choice::TooMany) => (CapitalChoice::TooMany, None),
            Ok(Choice::Best(chosen)) => (CapitalChoice::Best, Some(chosen)),
        };
        let outcomes = self.outcomes(&bids, (choice, is_in.as_deref()), &envelopes);
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
        let lines = lines.map(|(costed, outcome)| line(costed, *outcome, own.worth));
        let lines = sorted(lines.collect(), &|one, two| one.place.cmp(&two.place));
        let is_best = choice == CapitalChoice::Best;
        Some(CapitalFit {
            worth: own.worth,
            choice,
            points: points(&with_outcomes).filter(|_| is_best && own.worth == Worth::Points),
            benefits: (is_best && own.worth == Worth::Ratio).then(|| self.benefits(&with_outcomes)),
            next: self.next_bid(&with_outcomes, &fitted),
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

    fn costed<'a>(&self, bid: &'a CapitalBid, years: &[FinancialYear]) -> Costed<'a> {
        let mut cost = self.work.begin_sum("Cost of all years".into(), &[]);
        let mut amounts = Vec::with_capacity(years.len());
        for year in years {
            let mut own = bid.amounts.iter();
            let amount = own.find(|(own, _)| own == year).map(|(_, amount)| {
                self.work.entered(
                    format!("Capital for {} in {year}", bid.code)
                        .as_str()
                        .into(),
                    *amount,
                    &|| format!("planning/capital/bids/{}/amounts/{year}", bid.place),
                )
            });
            if let Some(amount) = amount {
                cost.add(amount);
            }
            amounts.push(amount);
        }
        if bid.amounts.is_empty() {
            cost.add(self.work.entered(
                format!("Capital for {}", bid.code).as_str().into(),
                None,
                &|| format!("planning/capital/bids/{}/amounts", bid.place),
            ));
        }
        Costed {
            bid,
            amounts,
            cost: cost.done(),
        }
    }

    /// The bids as they are weighed, and the envelopes, if all is known; what is not is
    /// noted as missing.
    fn candidates(
        &self,
        bids: &[Costed<'_>],
        envelopes: &[Figure],
    ) -> Result<(Vec<Candidate>, Vec<i64>), Figure> {
        let mut waits_for = self
            .work
            .begin_sum("What the choice of bids waits for".into(), &[]);
        let scale = finest(bids.iter().map(|one| one.bid));
        let mut candidates = Vec::with_capacity(bids.len());
        let mut is_known = self.planning.capital.unread.is_empty();
        for place in &self.planning.capital.unread {
            let label = format!("Capital bid {}, which is left out", place.saturating_add(1));
            waits_for.add(self.work.entered(label.as_str().into(), None, &|| {
                format!("planning/capital/bids/{place}")
            }));
        }
        for costed in bids {
            let candidate = self.candidate(costed, bids, scale);
            if candidate.is_none() && costed.is_live() {
                waits_for.add(costed.cost);
                if costed.bid.score.is_none() && !costed.has_to_be_in() {
                    waits_for.add(self.no_score(costed.bid));
                }
            }
            is_known &= candidate.is_some() || !costed.is_live();
            candidates.push(candidate.unwrap_or_else(|| withdrawn(envelopes.len())));
        }
        let left = envelopes.iter().enumerate().map(|(year, envelope)| {
            // Where nothing is asked for it is all the same what there is.
            let mut live = bids.iter().filter(|one| one.is_live());
            let is_asked = live.any(|one| {
                let amount = one.amount_of(year);
                amount.is_some_and(|amount| self.work.amount(amount) != Some(Money::ZERO))
            });
            let amount = self.work.amount(*envelope);
            if is_asked {
                waits_for.add(*envelope);
                amount
            } else {
                Some(amount.unwrap_or_default())
            }
        });
        let left: Option<Vec<i64>> = left.map(|amount| amount.map(Money::pence)).collect();
        match left.filter(|_| is_known) {
            Some(left) => Ok((candidates, left)),
            None => Err(waits_for.done()),
        }
    }

    fn candidate(&self, costed: &Costed<'_>, all: &[Costed<'_>], scale: u32) -> Option<Candidate> {
        let bid = costed.bid;
        let score = bid.score;
        let cost = self.work.amount(costed.cost)?;
        let worth = match score {
            Some(_) => self.worth(bid, cost, scale),
            None if costed.has_to_be_in() => 0,
            None => return None,
        };
        let each = |amount: &Option<Figure>| {
            let amount = amount.and_then(|figure| self.work.amount(figure));
            amount.unwrap_or_default().pence()
        };
        let place_of = |code: &String| all.iter().position(|other| other.bid.code == *code);
        let needs: Vec<Option<usize>> = bid.needs.iter().map(place_of).collect();
        Some(Candidate {
            worth,
            costs: costed.amounts.iter().map(each).collect(),
            cost: i128::from(cost.pence()),
            is_in: costed.is_live() && costed.has_to_be_in(),
            is_out: !costed.is_live() || needs.contains(&None),
            needs: needs.into_iter().flatten().collect(),
        })
    }

    /// A score left blank.
    fn no_score(&self, bid: &CapitalBid) -> Figure {
        let label = format!("Score of {}", bid.code);
        self.work.entered(label.as_str().into(), None, &|| {
            format!("planning/capital/bids/{}/score", bid.place)
        })
    }

    /// What a bid is worth: its points, or its cost times its multiple.
    fn worth(&self, bid: &CapitalBid, cost: Money, scale: u32) -> i128 {
        let points = bid.score.map_or(0, |score| scaled(score, scale));
        match self.planning.capital.worth {
            Worth::Points => points,
            Worth::Ratio => points.saturating_mul(i128::from(cost.pence())),
        }
    }

    fn outcomes(
        &self,
        bids: &[Costed<'_>],
        (choice, is_in): (CapitalChoice, Option<&[bool]>),
        envelopes: &[Figure],
    ) -> Vec<CapitalOutcome> {
        let without_choice = match choice {
            CapitalChoice::NotKnown => CapitalOutcome::NotKnown,
            _ => CapitalOutcome::NoChoice,
        };
        let chosen = |place: usize| is_in.is_some_and(|all| all.get(place) == Some(&true));
        let mut outcomes = Vec::with_capacity(bids.len());
        for (place, costed) in bids.iter().enumerate() {
            outcomes.push(match () {
                () if !costed.is_live() => CapitalOutcome::Withdrawn,
                () if is_in.is_none() => without_choice,
                () if costed.bid.status == CapitalStatus::Approved => CapitalOutcome::Approved,
                () if costed.bid.must_do => CapitalOutcome::MustDo,
                () if chosen(place) && is_needed(costed, bids) => CapitalOutcome::Needed,
                () if chosen(place) => CapitalOutcome::Chosen,
                () => self.why_out(costed, bids, &chosen, envelopes),
            });
        }
        outcomes
    }

    fn why_out(
        &self,
        costed: &Costed<'_>,
        bids: &[Costed<'_>],
        chosen: &dyn Fn(usize) -> bool,
        envelopes: &[Figure],
    ) -> CapitalOutcome {
        let amount = |figure: Figure| self.work.amount(figure);
        let mut years = costed.amounts.iter().zip(envelopes);
        let is_too_large = years.any(|(asked, envelope)| {
            let both = asked.and_then(amount).zip(amount(*envelope));
            both.is_some_and(|(asked, envelope)| asked > envelope)
        });
        let is_in = |code: &String| {
            let place = bids.iter().position(|other| other.bid.code == *code);
            place.is_some_and(chosen)
        };
        if costed.bid.score == Some(Rate::ZERO) {
            CapitalOutcome::NoWorth
        } else if is_too_large {
            CapitalOutcome::TooLarge
        } else if !costed.bid.needs.iter().all(is_in) {
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
        let chosen = (choice == CapitalChoice::Best)
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

    /// Of those out for want of room, the one that lacks least.
    fn next_bid(
        &self,
        bids: &[(&Costed<'_>, CapitalOutcome)],
        years: &[CapitalYear],
    ) -> Option<NextBid> {
        let out = bids.iter().filter(|(_, outcome)| {
            matches!(outcome, CapitalOutcome::NoRoom | CapitalOutcome::TooLarge)
        });
        let is_in = |code: &String| {
            let mut all = bids.iter();
            all.any(|(other, outcome)| other.bid.code == *code && outcome.is_in())
        };
        let ready = out.filter(|(costed, _)| costed.bid.needs.iter().all(is_in));
        let scale = finest(bids.iter().map(|(costed, _)| costed.bid));
        let key = |costed: &Costed<'_>| {
            let cost = self.work.amount(costed.cost).unwrap_or_default();
            let worth = self.worth(costed.bid, cost, scale);
            Some((self.lacks(costed, years)?, Reverse(worth)))
        };
        let lacking = ready.filter_map(|(costed, _)| Some((*costed, key(costed)?)));
        let (next, _) = lacking.reduce(|one, two| if two.1 < one.1 { two } else { one })?;
        let work = self.work;
        let rules = [&readings::NEXT_BID];
        let mut by_year = Vec::with_capacity(years.len());
        for (place, year) in years.iter().enumerate() {
            let label = format!("More capital in {}", year.year);
            let label = label.as_str().into();
            let asked = next.amount_of(place);
            let asked = asked.filter(|asked| work.amount(*asked) != Some(Money::ZERO));
            by_year.push(match asked {
                None => work.nothing(label, &rules),
                Some(asked) => {
                    let beyond = "More than is left";
                    let beyond = work.difference(beyond.into(), &[], asked, year.left?);
                    work.not_below_nothing(label, &rules, beyond)
                }
            });
        }
        Some(NextBid {
            code: next.bid.code.clone(),
            name: next.bid.name.clone(),
            more: work.sum("More capital for the next bid".into(), &rules, &by_year),
            by_year,
        })
    }

    /// By how much a bid is more than what is left, over all years.
    fn lacks(&self, costed: &Costed<'_>, years: &[CapitalYear]) -> Option<Money> {
        let mut lacks = Money::ZERO;
        for (place, year) in years.iter().enumerate() {
            let asked = costed.amount_of(place);
            let asked = asked.and_then(|figure| self.work.amount(figure));
            if let Some(asked) = asked.filter(|asked| *asked > Money::ZERO) {
                let beyond = asked.minus(self.work.amount(year.left?)?);
                lacks = lacks.plus(beyond.max(Money::ZERO));
            }
        }
        Some(lacks)
    }
}

/// One that is out whatever it costs.
fn withdrawn(years: usize) -> Candidate {
    Candidate {
        worth: 0,
        costs: vec![0; years],
        cost: 0,
        is_in: false,
        is_out: true,
        needs: Vec::new(),
    }
}

/// The most decimals that a score has.
fn finest<'a>(bids: impl Iterator<Item = &'a CapitalBid>) -> u32 {
    let scales = bids.filter_map(|bid| bid.score).map(Rate::scale);
    scales.max().unwrap_or_default()
}

/// A rate as a whole number of so many decimals.
fn scaled(rate: Rate, scale: u32) -> i128 {
    let finer = 10_i128.saturating_pow(scale.saturating_sub(rate.scale()));
    rate.mantissa().saturating_mul(finer)
}

/// Whether one that has to be in can't be without it, directly or by way of others.
fn is_needed(costed: &Costed<'_>, bids: &[Costed<'_>]) -> bool {
    let mut needed: Vec<&str> = vec![&costed.bid.code];
    let mut next: usize = 0;
    while let Some(code) = needed.get(next).copied() {
        next = next.saturating_add(1);
        for other in bids
            .iter()
            .filter(|other| other.bid.needs.iter().any(|need| need == code))
        {
            if other.has_to_be_in() && other.is_live() {
                return true;
            }
            if !needed.contains(&other.bid.code.as_str()) {
                needed.push(&other.bid.code);
            }
        }
    }
    false
}

fn line(costed: &Costed<'_>, outcome: CapitalOutcome, worth: Worth) -> CapitalBidLine {
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
