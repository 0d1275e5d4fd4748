//! What an area decides in a planning round.

mod capital;
mod contract;
mod council;
mod programme;
mod proposal;

use super::super::checked::{
    Bid, Contract, Organisation, Planning, Resource, Unread, years_in_words,
};
use super::super::document::{BidDocument, PlanningDocument, ResourceDocument};
use super::super::entry::Entry;
use super::super::keyed::Keyed;
use super::super::place::Place;
use super::super::text::shortened;
use super::amounts::{self, money, money_not_negative, typed};
use super::organisation::member;
use super::text;
use crate::calendar::{Date, FinancialYear};
use crate::money::{Money, Unit};
use crate::scheme::{ROUNDS, Round, Side, round_of};

/// The most lines of a list, but for contracts.
const MOST_LINES: usize = 500;

/// What a planning round is checked against.
pub(super) struct Desk<'a> {
    pub organisations: &'a [Organisation],
    pub unit: Unit,
    /// The plan's year.
    pub year: FinancialYear,
}

impl Desk<'_> {
    /// Nothing where nothing was entered.
    pub fn planning(
        &self,
        document: &PlanningDocument<'_>,
        place: &Place<'_>,
    ) -> Option<Box<Planning>> {
        if *document == PlanningDocument::default() {
            return None;
        }
        let round = round_of(self.year);
        let resources = each(
            &document.resources,
            MOST_LINES,
            &place.at("resources"),
            &|one, place, index| self.resource(one, place, index),
        );
        let contracts = self.contracts(&document.contracts, &place.at("contracts"));
        let unread = unread(document, &resources, &contracts);
        let today = day(&document.today, &place.at("today"));
        let bids = each(
            &document.bids,
            MOST_LINES,
            &place.at("bids"),
            &|one, place, index| self.bid(one, round, place, index),
        );
        let proposals = each(
            &document.proposals,
            MOST_LINES,
            &place.at("proposals"),
            &|one, place, index| self.proposal(one, place, index),
        );
        let envelope = self.envelope(&document.envelope, &place.at("envelope"));
        let council = each(
            &document.council,
            MOST_LINES,
            &place.at("council"),
            &|one, place, index| Some(self.council_line(one, place, index)),
        );
        let is_memo_read = |place: usize| council.iter().any(|one| one.place == place);
        let is_read = |place: usize| proposals.iter().any(|one| one.place == place);
        contract::not_after(today, &contracts, &place.at("contracts"));
        Some(Box::new(Planning {
            today,
            dates: dates(&document.dates, &place.at("dates")),
            partnership: document.partnership,
            resources,
            contracts,
            unread,
            plans: self.by_organisation(&document.plans, &place.at("plans"), &|entry, place| {
                (!entry.is_blank()).then(|| money(entry, self.unit, place))
            }),
            trajectories: self.by_organisation(
                &document.trajectories,
                &place.at("trajectories"),
                &|answer, _| *answer,
            ),
            answers: answers(&document.answers, round, &place.at("answers")),
            bids,
            proposals_unread: places_unread(document.proposals.len(), &is_read),
            proposals,
            envelope,
            council_unread: places_unread(document.council.len(), &is_memo_read),
            council,
            capital: self.capital(&document.capital, &place.at("capital")),
        }))
    }

    fn resource(
        &self,
        document: &ResourceDocument<'_>,
        place: &Place<'_>,
        index: usize,
    ) -> Option<Resource> {
        Some(Resource {
            place: index,
            year: self.round_year(&document.year, &place.at("year"))?,
            name: named(&document.name, "Resources", &place.at("name")),
            amount: money_not_negative(&document.amount, self.unit, &place.at("amount")),
        })
    }

    /// The year of resources or of a contract: one outside the plan's round is named,
    /// since no test of the round asks for it.
    fn round_year(&self, given: &str, place: &Place<'_>) -> Option<FinancialYear> {
        let year = or_named(FinancialYear::typed(given), given, place)?;
        if let Some(round) = round_of(self.year).filter(|round| !round.covers(year)) {
            place.warning(
                "outside_round",
                format!(
                    "{year} is outside this planning round: this line is in the sums of {year} only, and not in whether the area may take on a system control total."
                ),
                &format!(
                    "The round is for {}. Correct the year if it should be one of them.",
                    years_in_words(round.years())
                ),
            );
        }
        Some(year)
    }

    fn bid(
        &self,
        document: &BidDocument<'_>,
        round: Option<&'static Round>,
        place: &Place<'_>,
        index: usize,
    ) -> Option<Bid> {
        let amount = money_not_negative(&document.amount, self.unit, &place.at("amount"));
        text(&document.note, &place.at("note"));
        let id = document.pot.trim();
        let Some(pot) = round.and_then(|round| round.pot(id)) else {
            // One of another year's is kept in the document, and does nothing here.
            if !ROUNDS.iter().any(|round| round.pot(id).is_some()) {
                place.at("pot").error(
                    "no_pot",
                    format!("“{}” is no pot of transformation funding.", shortened(id)),
                    "Choose one of the round's pots, or take the bid out.",
                );
            }
            return None;
        };
        Some(Bid {
            place: index,
            pot: pot.id,
            name: named(&document.name, pot.rule.name, &place.at("name")),
            amount,
        })
    }

    /// The code of an organisation of the plan; another one is named.
    fn organisation(&self, code: &str, place: &Place<'_>) -> Option<&Organisation> {
        let way_out = "Add it to the plan, or correct its code.";
        member(self.organisations, code, way_out, place)
    }

    /// The owner of something; a blank is nobody in particular.
    fn owner(&self, code: &str, place: &Place<'_>) -> Option<String> {
        let found = (!code.trim().is_empty()).then(|| self.organisation(code, place));
        found.flatten().map(|one| one.code.clone())
    }

    /// The code of an organisation of this side.
    fn of_side(&self, code: &str, side: Side, place: &Place<'_>) -> Option<String> {
        let found = self.organisation(code, place)?;
        if found.side != side {
            let (is, wanted) = match side {
                Side::Provider => ("a commissioner", "a provider"),
                Side::Commissioner => ("a provider", "a commissioner"),
            };
            place.error(
                "other_side",
                format!("{} is {is}, and here stands {wanted}.", found.name),
                "Put each organisation on its own side of the contract.",
            );
            return None;
        }
        Some(found.code.clone())
    }

    /// Values by organisation, each once however its code is written.
    fn by_organisation<T, U>(
        &self,
        values: &Keyed<'_, T>,
        place: &Place<'_>,
        read: &dyn Fn(&T, &Place<'_>) -> Option<U>,
    ) -> Vec<(String, U)> {
        let mut all = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        for (code, value) in values.iter() {
            let place = place.at(code);
            let Some(known) = self.organisation(code, &place) else {
                continue;
            };
            if seen.contains(&known.code.as_str()) {
                amounts::repeated_period(code, &place);
                continue;
            }
            seen.push(&known.code);
            all.extend(read(value, &place).map(|read| (known.code.clone(), read)));
        }
        all
    }

    /// What is done to each organisation, where a blank is an amount not known.
    fn effects(&self, values: &Keyed<'_>, place: &Place<'_>) -> Vec<(String, Option<Money>)> {
        self.by_organisation(values, place, &|entry, place| {
            Some(money(entry, self.unit, place))
        })
    }
}

/// What of resources and contracts was not read.
fn unread(
    document: &PlanningDocument<'_>,
    resources: &[Resource],
    contracts: &[Contract],
) -> Vec<Unread> {
    let resource = document
        .resources
        .iter()
        .enumerate()
        .map(|(place, one)| Unread {
            is_contract: false,
            place,
            year: FinancialYear::typed(&one.year),
        });
    let contract = document
        .contracts
        .iter()
        .enumerate()
        .map(|(place, one)| Unread {
            is_contract: true,
            place,
            year: FinancialYear::typed(&one.year),
        });
    let is_read = |unread: &Unread| match unread.is_contract {
        true => contracts.iter().any(|one| one.place == unread.place),
        false => resources.iter().any(|one| one.place == unread.place),
    };
    resource
        .chain(contract)
        .filter(|unread| !is_read(unread))
        .collect()
}

/// The places of a list that were not read.
fn places_unread(count: usize, is_read: &dyn Fn(usize) -> bool) -> Vec<usize> {
    (0..count).filter(|place| !is_read(*place)).collect()
}

/// Reads each item of a list, up to so many; not one of which a choice is unknown.
fn each<D, T>(
    documents: &[D],
    most: usize,
    place: &Place<'_>,
    read: &dyn Fn(&D, &Place<'_>, usize) -> Option<T>,
) -> Vec<T> {
    let mut all = Vec::with_capacity(documents.len().min(most));
    for (index, document) in documents.iter().enumerate() {
        let place = place.item(index);
        if index == most {
            place.error(
                "too_many_lines",
                format!("This list has at most {most} lines; those from here on are left out."),
                "Put small ones together.",
            );
            break;
        }
        let read = read(document, &place, index);
        // What it is was not read, so that it would pass for something else.
        all.extend(read.filter(|_| !place.has_unknown_choice()));
    }
    all
}

/// The name given, else what it is called without.
fn named(given: &str, without: &str, place: &Place<'_>) -> String {
    let name = text(given, place);
    if name.is_empty() {
        without.to_owned()
    } else {
        name
    }
}

/// A financial year that is a key.
fn year(given: &str, place: &Place<'_>) -> Option<FinancialYear> {
    or_named(FinancialYear::read(given), given, place)
}

/// The year read: a blank and an unreadable one are named.
fn or_named(year: Option<FinancialYear>, given: &str, place: &Place<'_>) -> Option<FinancialYear> {
    if year.is_none() {
        place.error(
            "no_year",
            if given.trim().is_empty() {
                "It is not said for which year this is.".to_owned()
            } else {
                format!("“{}” is not a financial year.", shortened(given))
            },
            "Write it as in 2017/18.",
        );
    }
    year
}

/// A day; a blank is none, an unreadable one is named.
pub(super) fn day(entry: &Entry<'_>, place: &Place<'_>) -> Option<Date> {
    let typed = typed(entry, place)?;
    let date = Date::read(typed);
    if date.is_none() {
        place.error(
            "unreadable_date",
            format!("“{}” is not a date.", shortened(typed)),
            amounts::DAY_WAY_OUT,
        );
    }
    date
}

/// The days that the plan sets.
fn dates(entries: &Keyed<'_>, place: &Place<'_>) -> Vec<(String, Option<Date>)> {
    let mut dates: Vec<(String, Option<Date>)> = Vec::new();
    for (index, (name, entry)) in entries.iter().enumerate() {
        let place = place.at(name);
        if index == MOST_LINES {
            place.error(
                "too_many_lines",
                format!("A plan has at most {MOST_LINES} milestones."),
                "Remove some.",
            );
            break;
        }
        let name = text(name, &place);
        if name.is_empty() {
            place.error(
                "no_name",
                "This day has no name, so that it is no milestone.",
                "Give it a name, or remove it.",
            );
        } else if dates
            .iter()
            .any(|(other, _)| other.eq_ignore_ascii_case(&name))
        {
            amounts::repeated_period(&name, &place);
        } else if !entry.is_blank() {
            dates.push((name, day(entry, &place)));
        }
    }
    dates
}

/// The conditions that are answered in place of what is worked out.
fn answers(
    answers: &Keyed<'_, Option<bool>>,
    round: Option<&'static Round>,
    place: &Place<'_>,
) -> Vec<(&'static str, bool)> {
    let mut given = Vec::new();
    for (index, (name, answer)) in answers.iter().enumerate() {
        let place = place.at(name);
        let condition = |round: &'static Round| {
            let mut conditions = round.conditions().into_iter();
            conditions.find(|rule| rule.id.local == name)
        };
        let known = round.and_then(condition);
        // One of another year's is kept in the document, and does nothing here.
        if known.is_none() && ROUNDS.iter().find_map(condition).is_none() {
            place.error(
                "not_asked",
                format!("“{}” is no condition here.", shortened(name)),
                "Check its name against the rule book, or remove it.",
            );
        }
        if let Some(rule) = known
            && amounts::first_time(answers, index, name, &place)
        {
            given.extend(answer.map(|answer| (rule.id.local, answer)));
        }
    }
    given
}
