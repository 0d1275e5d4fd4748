//! Whether providers and commissioners each still balance after the flexes of all
//! systems, and which systems break it.

use super::row::Row;
use crate::money::Money;
use crate::scheme::{Round, Side, readings};
use crate::working::{Figure, Test, Work};
use serde::Serialize;

/// Whether each side still comes to what was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Balance {
    /// Providers do.
    pub providers: Test,
    /// Commissioners do.
    pub commissioners: Test,
    /// Both do.
    pub both: Test,
    /// The systems whose flexes move money from one side to the other, where the sides do not
    /// both balance.
    pub breaks: Vec<Breaks>,
}

/// A system that moves money between its sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Breaks {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The side whose control totals get better by it: that takes on more.
    pub takes_on: Side,
    /// By how much its providers' control totals move.
    pub providers: Figure,
    /// By how much its commissioners' do.
    pub commissioners: Figure,
}

/// Whether flexes change what a system's sides come to, by what is known to be moved to its
/// providers: what they gain, its commissioners lose.
pub(super) fn change_sides(moved: Option<Money>) -> bool {
    moved.is_some_and(|moved| moved != Money::ZERO)
}

impl Balance {
    pub(super) fn of(
        work: &Work,
        round: Option<&'static Round>,
        all: &Row,
        systems: &[Row],
    ) -> Self {
        let mut rules = vec![&readings::NATIONAL_BALANCE];
        rules.extend(round.map(|round| &round.sides_balance));
        let nothing = work.nothing("Nothing".into(), &[]);
        let balances = |label: &str, moved: Figure| {
            let not_above = work.at_least("Not moved up".into(), &rules, nothing, moved);
            let not_below = work.at_least("Not moved down".into(), &rules, moved, nothing);
            work.all_of(label.into(), &rules, &[not_above, not_below])
        };
        let providers = balances("Providers balance", all.providers.moved);
        let commissioners = balances("Commissioners balance", all.commissioners.moved);
        let both = work.all_of(
            "Both sides balance".into(),
            &rules,
            &[providers, commissioners],
        );
        let is_broken = work.outcome(both) == Some(false);
        let breaking = |row: &&Row| is_broken && change_sides(work.amount(row.providers.moved));
        let breaks = systems.iter().filter(breaking).map(|row| {
            let moved = work.amount(row.providers.moved).unwrap_or_default();
            Breaks {
                code: row.code.clone(),
                name: row.name.clone(),
                takes_on: if moved.is_negative() {
                    Side::Commissioner
                } else {
                    Side::Provider
                },
                providers: row.providers.moved,
                commissioners: row.commissioners.moved,
            }
        });
        Self {
            breaks: breaks.collect(),
            providers,
            commissioners,
            both,
        }
    }
}
