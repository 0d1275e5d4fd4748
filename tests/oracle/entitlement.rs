//! What a fund pays an organisation, one way that things can be.
//!
//! Readings 1 (missed, recovered, still recoverable, lost, still to earn), 2, 4, 12, 38, 41, 47, 55
//! and 57. A quarter's own finance money is earned when its test is met; of a miss the withheld part
//! is missed and the rest is paid. Where the money tapers, a quarter on target earns all, any other
//! what is due to date less the shortfall to date. Performance needs the own test too. The system's
//! part hangs on the system's test, and on the own one as well where the rules need both.

use super::dues::Dues;
use super::every_way::{Figures, Row, Way};
use super::exact::{
    Known, Pence, Quarters, Share, all, any, either, if_met, less, not, not_below_zero, share_of,
    sum,
};
use super::rules::Earning;

/// What all ways have in common.
pub struct Case<'a> {
    pub fund: &'a str,
    pub earning: &'a Earning,
    pub dues: &'a Dues,
    /// How many quarters have ended.
    pub ended: usize,
    /// The position less the target to date.
    pub variance: Quarters<Known<Pence>>,
    /// Whether the system's test that decides each quarter's money is met.
    pub system: Quarters<Known<bool>>,
}

/// Money of one element: finance, a measure, or the system's part.
pub struct Element {
    name: String,
    available: Quarters<Known<Pence>>,
    earned: Quarters<Known<Pence>>,
    missed: Quarters<Known<Pence>>,
    recovered: Quarters<Known<Pence>>,
    still_recoverable: Quarters<Known<Pence>>,
    lost: Quarters<Known<Pence>>,
}

/// What becomes of an amount that hangs on a test.
pub struct Outcome {
    pub earned: Known<Pence>,
    pub missed: Known<Pence>,
}

/// In the fund, a miss withholds a share of what is due.
pub fn outcome(due: Known<Pence>, in_fund: bool, met: Known<bool>, withheld: Share) -> Outcome {
    if !in_fund {
        return Outcome {
            earned: Some(0),
            missed: due,
        };
    }
    let at_stake = share_of(due, Some(withheld));
    let rest = if withheld == Share::from(1) {
        Some(0)
    } else {
        less(due, at_stake)
    };
    Outcome {
        earned: match met {
            Some(true) => due,
            Some(false) => rest,
            None => due.filter(|_| at_stake == Some(0)),
        },
        missed: if_met(at_stake, not(met)),
    }
}

impl Case<'_> {
    /// The figures of the fund, in total and by element.
    pub fn entitlement(&self, way: Way) -> Figures {
        let mut elements = vec![self.finance(way)];
        let measures = self.earning.measures.iter();
        elements.extend(measures.map(|measure| self.measure(way, &measure.id)));
        elements.push(self.system(way));
        let mut figures = self.total(way, &elements);
        for element in &elements {
            figures.extend(self.rows(element));
        }
        figures
    }

    fn finance(&self, way: Way) -> Element {
        let recovered = |q: usize| self.recovered_in(way, q).is_some();
        let open = |q: usize| self.is_recoverable(way, q) && !recovered(q) && self.ended < 4;
        let missed = |q: usize| self.own_finance(way, q).missed;
        Element {
            name: "finance".to_owned(),
            available: self.dues.finance,
            earned: self.of_ended(|q| self.own_finance(way, q).earned),
            missed: self.of_ended(missed),
            recovered: self.of_ended(|q| if_met(missed(q), Some(recovered(q)))),
            still_recoverable: self.of_ended(|q| if_met(missed(q), Some(open(q)))),
            lost: self.of_ended(|q| if_met(missed(q), Some(!recovered(q) && !open(q)))),
        }
    }

    fn measure(&self, way: Way, id: &str) -> Element {
        let parts = |q: usize| {
            let parts = self.dues.performance.iter();
            parts.filter(move |part| part.measure == id && part.quarter == q)
        };
        let outcomes = |q: usize| {
            parts(q).map(move |part| {
                let met = all([Some(way.gates[q]), part.met]);
                outcome(part.due, way.in_fund, met, Share::from(1))
            })
        };
        Element {
            name: id.to_owned(),
            available: std::array::from_fn(|q| sum(parts(q).map(|part| part.due))),
            earned: self.of_ended(|q| sum(outcomes(q).map(|part| part.earned))),
            missed: self.of_ended(|q| sum(outcomes(q).map(|part| part.missed))),
            recovered: [Some(0); 4],
            still_recoverable: [Some(0); 4],
            lost: self.of_ended(|q| sum(outcomes(q).map(|part| part.missed))),
        }
    }

    fn system(&self, way: Way) -> Element {
        let outcome = |q: usize| {
            let own_is_enough = any([not(self.earning.system_needs_own), Some(way.gates[q])]);
            let met = all([self.system[q], own_is_enough]);
            outcome(
                self.dues.system[q],
                way.in_fund,
                met,
                self.earning.withheld[q],
            )
        };
        Element {
            name: "system".to_owned(),
            available: self.dues.system,
            earned: self.of_ended(|q| outcome(q).earned),
            missed: self.of_ended(|q| outcome(q).missed),
            recovered: [Some(0); 4],
            still_recoverable: [Some(0); 4],
            lost: self.of_ended(|q| outcome(q).missed),
        }
    }

    /// What the own finance test, or the taper, makes of the quarter's own finance money.
    fn own_finance(&self, way: Way, q: usize) -> Outcome {
        let due = self.dues.finance[q];
        if !self.earning.taper || !way.in_fund {
            let withheld = self.earning.withheld[q];
            return outcome(due, way.in_fund, Some(way.gates[q]), withheld);
        }
        // On target to date, nothing is short.
        if way.gates[q] {
            return Outcome {
                earned: due,
                missed: Some(0),
            };
        }
        let earned = self.tapered(q);
        Outcome {
            earned,
            missed: less(due, earned),
        }
    }

    /// What is due to date, less the shortfall to date and what earlier quarters earned; never more
    /// than the quarter's own, never less than nothing.
    fn tapered(&self, q: usize) -> Known<Pence> {
        let due = self.dues.finance[q];
        if due == Some(0) {
            return due;
        }
        let due_to_date = sum((0..=q).map(|earlier| self.dues.finance[earlier]));
        let earned_before = sum((0..q).map(|earlier| self.tapered(earlier)));
        let left = not_below_zero(less(less(due_to_date, self.shortfall(q)), earned_before));
        Some(due?.min(left?))
    }

    /// By how much the position to date is worse than the target.
    fn shortfall(&self, q: usize) -> Known<Pence> {
        not_below_zero(less(Some(0), self.variance[q]))
    }

    /// Whether a later quarter can recover the missed finance money of this one.
    fn is_recoverable(&self, way: Way, q: usize) -> bool {
        self.earning.recovery && way.in_fund && !way.gates[q]
    }

    /// The later quarter, of those that have ended, whose test recovers this one's finance money.
    pub fn recovered_in(&self, way: Way, q: usize) -> Option<usize> {
        let mut later = q + 1..self.ended;
        later.find(|later| self.is_recoverable(way, q) && way.gates[*later])
    }

    /// The missed finance money of a quarter that can be recovered.
    pub fn recoverable(&self, way: Way, q: usize) -> Known<Pence> {
        if_met(
            self.own_finance(way, q).missed,
            Some(self.is_recoverable(way, q)),
        )
    }

    fn total(&self, way: Way, elements: &[Element]) -> Figures {
        let add = |pick: fn(&Element) -> &Quarters<Known<Pence>>| -> Quarters<Known<Pence>> {
            std::array::from_fn(|q| sum(elements.iter().map(|element| pick(element)[q])))
        };
        let available = self.dues.available;
        let earned = add(|element| &element.earned);
        let to_come = |q: usize| {
            if q < self.ended {
                Some(0)
            } else {
                available[q]
            }
        };
        let missed = self.of_ended(|q| {
            let of_elements = add(|element| &element.missed)[q];
            either(of_elements, less(available[q], earned[q]))
        });
        let recovered = add(|element| &element.recovered);
        let still_recoverable = add(|element| &element.still_recoverable);
        let paid: Quarters<Known<Pence>> = self.of_ended(|q| {
            let recovers = |earlier: &usize| self.recovered_in(way, *earlier) == Some(q);
            let recoveries = (0..q).filter(recovers).map(|earlier| recovered[earlier]);
            sum(recoveries.chain([earned[q]]))
        });
        let lost = std::array::from_fn(|q| {
            let of_elements = sum(elements.iter().map(|element| element.lost[q]));
            let of_total = less(missed[q], sum([recovered[q], still_recoverable[q]]));
            either(of_elements, of_total)
        });
        let paid_to_date = (0..self.ended).map(|q| sum(paid[..=q].iter().copied()));
        let rows = [
            ("available", with_year(available, self.dues.allocation)),
            ("earned", and_year(earned)),
            ("missed", and_year(missed)),
            ("recovered", and_year(recovered)),
            ("still_recoverable", and_year(still_recoverable)),
            ("lost", and_year(lost)),
            ("still_to_earn", and_year(std::array::from_fn(to_come))),
            ("paid", and_year(paid)),
            ("paid_to_date", paid_to_date.collect()),
        ];
        let named = rows.map(|(name, row)| (format!("total.{name}"), row));
        named.into_iter().collect()
    }

    fn rows(&self, element: &Element) -> Figures {
        let rows = [
            ("available", element.available),
            ("earned", element.earned),
            ("recovered", element.recovered),
            ("lost", element.lost),
        ];
        let named = rows.map(|(name, row)| {
            let name = format!("{}.{}.{name}", self.fund, element.name);
            (name, and_year(row))
        });
        named.into_iter().collect()
    }

    /// A figure of each quarter that has ended; nothing for those to come.
    fn of_ended(&self, figure: impl Fn(usize) -> Known<Pence>) -> Quarters<Known<Pence>> {
        std::array::from_fn(|q| if q < self.ended { figure(q) } else { Some(0) })
    }
}

/// The figures of the quarters, and their sum for the year.
fn and_year(quarters: Quarters<Known<Pence>>) -> Row {
    with_year(quarters, sum(quarters))
}

fn with_year(quarters: Quarters<Known<Pence>>, year: Known<Pence>) -> Row {
    quarters.into_iter().chain([year]).collect()
}
