//! Capital bids and their envelope.

use super::super::super::checked::{Capital, CapitalBid, MOST_CAPITAL_BIDS};
use super::super::super::document::{CapitalBidDocument, CapitalDocument};
use super::super::super::keyed::Keyed;
use super::super::super::place::Place;
use super::super::super::text::shortened;
use super::super::amounts::{money_not_negative, repeated_period, typed};
use super::super::text;
use super::programme::{Coded, code, once};
use super::{Desk, each, named, places_unread, year};
use crate::calendar::FinancialYear;
use crate::money::{Money, Rate};
use crate::order::sorted;

impl Coded for CapitalBid {
    fn code(&self) -> &str {
        &self.code
    }

    fn place(&self) -> usize {
        self.place
    }
}

impl Desk<'_> {
    pub(super) fn capital(&self, document: &CapitalDocument<'_>, place: &Place<'_>) -> Capital {
        let bids = each(
            &document.bids,
            MOST_CAPITAL_BIDS,
            &place.at("bids"),
            &|one, place, index| self.capital_bid(one, place, index),
        );
        let bids = once(bids, &place.at("bids"));
        for bid in &bids {
            known_needs(bid, &bids, &place.at("bids"));
        }
        let is_read = |place| bids.iter().any(|one| one.place == place);
        Capital {
            unread: places_unread(document.bids.len(), &is_read),
            envelope: self.by_year(&document.envelope, &place.at("envelope")),
            worth: document.worth,
            bids,
        }
    }

    fn capital_bid(
        &self,
        document: &CapitalBidDocument<'_>,
        place: &Place<'_>,
        index: usize,
    ) -> Option<CapitalBid> {
        let code = code(&document.code, place)?;
        text(&document.note, &place.at("note"));
        let needs = document.needs.split(',').map(str::trim);
        Some(CapitalBid {
            place: index,
            name: named(&document.name, &code, &place.at("name")),
            owner: self.owner(&document.owner, &place.at("owner")),
            amounts: self.by_year(&document.amounts, &place.at("amounts")),
            score: score(document, &place.at("score")),
            must_do: document.must_do,
            needs: needs
                .filter(|need| !need.is_empty())
                .map(str::to_owned)
                .collect(),
            status: document.status,
            code,
        })
    }

    /// Amounts by year, in order, each year once however it is written; a blank is not known.
    fn by_year(
        &self,
        values: &Keyed<'_>,
        place: &Place<'_>,
    ) -> Vec<(FinancialYear, Option<Money>)> {
        let mut all: Vec<(FinancialYear, Option<Money>)> = Vec::new();
        for (name, entry) in values.iter() {
            let place = place.at(name);
            let Some(year) = year(name, &place) else {
                continue;
            };
            if all.iter().any(|(other, _)| *other == year) {
                repeated_period(name, &place);
            } else {
                all.push((year, money_not_negative(entry, self.unit, &place)));
            }
        }
        sorted(all, &|one, two| one.0.cmp(&two.0))
    }
}

/// Points or a multiple, up to 1,000.
fn score(document: &CapitalBidDocument<'_>, place: &Place<'_>) -> Option<Rate> {
    let text = typed(&document.score, place)?;
    match Rate::read(text) {
        Ok(score) => Some(score),
        Err(reason) => {
            place.error(
                "unreadable_score",
                format!("“{}” was not read: {reason}.", shortened(text)),
                "Enter points, or the benefits as a multiple of the cost, such as 2.5: at most 1000, without a comma.",
            );
            None
        }
    }
}

fn known_needs(bid: &CapitalBid, bids: &[CapitalBid], place: &Place<'_>) {
    for need in &bid.needs {
        if !bids.iter().any(|other| other.code == *need) {
            place.item(bid.place).at("needs").error(
                "unknown_need",
                format!("There is no bid “{}” that this one could need.", shortened(need)),
                "Correct the code, with commas between several. Until then the bid can't be chosen.",
            );
        }
    }
}
