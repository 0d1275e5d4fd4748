//! The roll-up in words.

use super::balance::change_sides;
use super::{RollUp, Standing};
use crate::money::Money;
use crate::plan::in_words;
use crate::working::Figure;

impl RollUp {
    /// What the systems come to, whether both sides balance, what there is to know of shared
    /// organisations, and what is left out.
    pub(super) fn said(&self, shared: Vec<String>) -> Vec<String> {
        let mut said = vec![self.total()];
        said.extend(self.variance());
        said.extend(match self.standing {
            Standing::Different => Some(
                "The plans stand at different dates, so that their positions are not added; what is paid and lost is as of each plan's own date.".to_owned(),
            ),
            Standing::Before => Some("No quarter has ended yet.".to_owned()),
            Standing::Same => None,
        });
        said.push(self.balances());
        said.extend(shared);
        if !self.left_out.is_empty() {
            let files: Vec<&str> = self.left_out.iter().map(|one| one.file.as_str()).collect();
            said.push(format!(
                "Not counted: {}. The sums are without {}.",
                in_words(files),
                if self.left_out.len() == 1 {
                    "it"
                } else {
                    "them"
                }
            ));
        }
        said
    }

    fn amount(&self, figure: Figure) -> Option<Money> {
        self.record.ledger.amount(figure)
    }

    fn signed(&self, figure: Figure) -> String {
        match self.amount(figure) {
            None => "an amount not known yet".to_owned(),
            Some(amount) if amount.is_negative() => {
                format!("a deficit of {}", amount.in_words(self.unit))
            }
            Some(Money::ZERO) => "break-even".to_owned(),
            Some(amount) => format!("a surplus of {}", amount.in_words(self.unit)),
        }
    }

    fn total(&self) -> String {
        let total = self.all.both.control_total;
        if self.amount(total).is_none() {
            return format!(
                "It is not known yet what the control totals of {} come to{}; needs {}.",
                self.year,
                if self.all.systems == 1 {
                    ""
                } else {
                    " together"
                },
                self.record
                    .needs_in_words(total.place(), &|input| input.small())
            );
        }
        let systems = match self.all.systems {
            1 => "One system has".to_owned(),
            many => format!("{many} systems together have"),
        };
        format!(
            "{systems} a {} for {} of {}, in {}: providers {}, commissioners {}.",
            self.target,
            self.year,
            self.signed(total),
            match self.all.organisations {
                1 => "one organisation".to_owned(),
                many => format!("{many} organisations"),
            },
            self.signed(self.all.providers.control_total),
            self.signed(self.all.commissioners.control_total)
        )
    }

    fn variance(&self) -> Option<String> {
        let to = self.to?;
        let variance = self.all.both.variance?;
        Some(match self.amount(variance) {
            None => format!(
                "It is not known yet how they stand at the end of {}; needs {}.",
                to.name(),
                self.record
                    .needs_in_words(variance.place(), &|input| input.small())
            ),
            Some(amount) => {
                let side = match amount {
                    Money::ZERO => "exactly on target".to_owned(),
                    _ if amount.is_negative() => {
                        format!("{} worse than target", amount.in_words(self.unit))
                    }
                    _ => format!("{} better than target", amount.in_words(self.unit)),
                };
                format!("At the end of {} they are {side}.", to.name())
            }
        })
    }

    fn balances(&self) -> String {
        let mut moved = self.systems.iter().map(|row| row.providers.moved);
        match self.record.ledger.outcome(self.balance.both) {
            Some(true) if !moved.any(|moved| change_sides(self.amount(moved))) => {
                "No flex moves money between providers and commissioners.".to_owned()
            }
            Some(true) => {
                "Flexes move money between the sides, and over all systems each side still balances.".to_owned()
            }
            Some(false) => {
                let moved = self.amount(self.all.providers.moved).unwrap_or_default();
                let (more, less) = if moved.is_negative() {
                    ("commissioners", "providers")
                } else {
                    ("providers", "commissioners")
                };
                let breaks = self.balance.breaks.iter();
                format!(
                    "The sides no longer balance: flexes make {more} take on {} of {less}' targets. Money moves between the sides in {}.",
                    moved.in_words(self.unit),
                    in_words(breaks.map(|one| one.name.as_str()).collect())
                )
            }
            None => "It is not known yet whether each side still balances.".to_owned(),
        }
    }
}
