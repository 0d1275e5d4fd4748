//! Own and system, met and missed, for the whole year.
//!
//! Reading 13: the same outcome in all four quarters, with the performance results as entered.
//! Reading 49: not offered where the first quarter does not depend on the outcome, nor where money
//! tapers: what an own miss leaves depends on its size, which no case states. What the neighbours
//! cost is said all the same: what an organisation that meets its own loses when the system misses.

use super::entitlement::{Case, outcome};
use super::every_way::Figures;
use super::exact::{Known, Pence, if_met, share_of, sum};
use super::rules::{Earning, Tested};

/// An outcome for the year.
#[derive(Clone, Copy)]
struct Cell {
    own: bool,
    system: bool,
}

pub fn is_offered(earning: &Earning) -> bool {
    earning.tested != Tested::QuarterBefore && !earning.taper
}

pub fn matrix(case: &Case, in_fund: bool) -> Figures {
    let in_fund = Some(in_fund);
    let cell = |own, system| if_met(paid(case, Cell { own, system }), in_fund);
    let cost = if_met(neighbours_cost(case), in_fund);
    let mut figures = Figures::from([("neighbours_cost".to_owned(), vec![cost])]);
    if is_offered(case.earning) {
        let cells = [
            ("own_met_system_met", cell(true, true)),
            ("own_met_system_missed", cell(true, false)),
            ("own_missed_system_met", cell(false, true)),
            ("own_missed_system_missed", cell(false, false)),
        ];
        figures.extend(cells.map(|(name, cell)| (format!("matrix.{name}"), vec![cell])));
    }
    figures
}

fn paid(case: &Case, cell: Cell) -> Known<Pence> {
    let cell = if case.earning.tested == Tested::Never {
        Cell {
            own: true,
            system: true,
        }
    } else {
        cell
    };
    sum((0..4).map(|q| {
        let performance = case.dues.performance.iter();
        let performance = performance.filter(|part| part.quarter == q);
        let performance = performance.map(|part| if_met(part.due, part.met));
        let performance = if_met(sum(performance), Some(cell.own));
        sum([finance(case, cell, q), performance, system(case, cell, q)])
    }))
}

fn finance(case: &Case, cell: Cell, q: usize) -> Known<Pence> {
    let due = case.dues.finance[q];
    outcome(due, true, Some(cell.own), case.earning.withheld[q]).earned
}

fn system(case: &Case, cell: Cell, q: usize) -> Known<Pence> {
    let met = match case.earning.system_needs_own {
        _ if !cell.system || cell.own => Some(cell.system),
        needs_own => needs_own.map(|needs_own| !needs_own),
    };
    outcome(case.dues.system[q], true, met, case.earning.withheld[q]).earned
}

/// What the system's miss withholds, of the quarters that a test decides.
fn neighbours_cost(case: &Case) -> Known<Pence> {
    let decided = match case.earning.tested {
        Tested::Quarter => 0..4,
        Tested::QuarterBefore => 1..4,
        Tested::Never => 0..0,
    };
    let withheld = case.earning.withheld;
    sum(decided.map(|q| share_of(case.dues.system[q], Some(withheld[q]))))
}
