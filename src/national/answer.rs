//! The roll-up in words.

use super::{RollUp, Standing};
use crate::money::Money;
use crate::plan::in_words;
use crate::working::Figure;

impl RollUp {
    /// What the systems come to, whether both sides balance, and what is left out.
    pub(super) fn said(&self) -> Vec<String> {
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
        let systems = |side| {
            let own = self
                .balance
                .breaks
                .iter()
                .filter(move |one| one.takes_on == side);
            in_words(own.map(|one| one.name.as_str()).collect())
        };
        let ledger = &self.record.ledger;
        match ledger.outcome(self.balance.both) {
            Some(true) if self.balance.breaks.is_empty() => {
                "No flex moves money between providers and commissioners.".to_owned()
            }
            Some(true) => {
                "Flexes move money between the sides, and over all systems each side still balances.".to_owned()
            }
            Some(false) => {
                let moved = self.amount(self.all.providers.moved).unwrap_or_default();
                let (more, less, side) = if moved.is_negative() {
                    ("commissioners", "providers", crate::scheme::Side::Commissioner)
                } else {
                    ("providers", "commissioners", crate::scheme::Side::Provider)
                };
                format!(
                    "The sides no longer balance: flexes make {more} take on {} of {less}' targets. It is broken by {}.",
                    moved.in_words(self.unit),
                    systems(side)
                )
            }
            None => "It is not known yet whether each side still balances.".to_owned(),
        }
    }
}
