//! What an organisation is allocated from the plan's funds.

use super::super::document::OrganisationDocument;
use super::super::entry::Entry;
use super::super::place::Place;
use super::super::text::shortened;
use super::amounts;
use super::organisation::Desk;
use crate::money::Money;
use crate::scheme::{Allocation, SCHEMES, Scheme, Side};

impl Desk<'_> {
    /// The allocations of this plan's funds. One of another year's fund is kept in
    /// the document, and counts nothing here.
    pub(super) fn allocations(
        &self,
        side: Side,
        document: &OrganisationDocument<'_>,
        place: &Place<'_>,
    ) -> Vec<(&'static str, Money)> {
        let mut allocations = Vec::with_capacity(1);
        let values = &document.allocation;
        for (index, (fund, entry)) in values.iter().enumerate() {
            let place = place.at(fund);
            let mut own = self.schemes.iter();
            match own.find(|scheme| scheme.fund == fund) {
                Some(scheme) if is_worked_out(scheme) => {
                    if !entry.is_blank() {
                        place.warning(
                            "allocation_is_worked_out",
                            format!("The {fund} makes good the deficit of the control total: the allocation is worked out from it, and this amount counts nothing."),
                            "Remove it.",
                        );
                    }
                }
                Some(scheme) if amounts::first_time(values, index, fund, &place) => {
                    let allocation = self.allocation(side, scheme, entry, &place);
                    allocations.extend(allocation.map(|amount| (scheme.fund, amount)));
                }
                Some(_) => {}
                None if SCHEMES.iter().any(|scheme| scheme.fund == fund) => {
                    if !entry.is_blank() {
                        place.warning(
                            "allocation_of_other_fund",
                            format!("The plan's rules are not those of the {fund}: this allocation counts nothing now."),
                            "It is kept for when they are.",
                        );
                    }
                }
                None => place.error(
                    "unknown_fund",
                    format!("“{}” is not a fund.", shortened(fund)),
                    "Write the fund's short name, such as STF.",
                ),
            }
        }
        allocations
    }

    /// An allocation is blank, nothing, or at least a pound, and only for the
    /// sides that the fund pays.
    fn allocation(
        &self,
        side: Side,
        scheme: &Scheme,
        entry: &Entry<'_>,
        place: &Place<'_>,
    ) -> Option<Money> {
        let allocation = amounts::money_not_negative(entry, self.unit, place)?;
        if allocation != Money::ZERO && allocation < Money::from_pounds(1) {
            place.error(
                "small_allocation",
                "An allocation is nothing or at least a pound.",
                "Check the unit.",
            );
            return None;
        }
        if !scheme.pays(side) && allocation != Money::ZERO {
            place.error(
                "fund_not_for",
                format!(
                    "{} does not pay this side, so it has no allocation.",
                    scheme.fund
                ),
                "Leave it empty.",
            );
            return None;
        }
        Some(allocation)
    }
}

/// Whether the scheme's allocations are worked out, and not entered.
fn is_worked_out(scheme: &Scheme) -> bool {
    let mut earning = scheme.earning.iter();
    earning.any(|earning| matches!(earning.allocation, Allocation::TheDeficit(_)))
}
