//! What hangs on the finance test at each quarter's end.
//!
//! Reading 16 and `what_hangs` of the readings file: the own money that the test decides, and the
//! missed finance money of earlier quarters that it would recover; for a quarter still to come all
//! that is still recoverable. Money of the system's part does not hang on the own test, and money
//! that tapers is not lost by a penny's miss.

use super::entitlement::Case;
use super::every_way::{Figures, Way};
use super::exact::{Known, Pence, if_met, share_of, sum};
use super::rules::Tested;

pub fn what_hangs(case: &Case, way: Way) -> Figures {
    let row = (0..4).map(|test| {
        let decided = match case.earning.tested {
            Tested::Quarter => Some(test),
            Tested::QuarterBefore if test < 3 => Some(test + 1),
            Tested::QuarterBefore | Tested::Never => None,
        };
        let hangs = decided.map_or(Some(0), |decided| on_test_of(case, way, decided));
        if_met(hangs, Some(way.in_fund))
    });
    Figures::from([("what_hangs".to_owned(), row.collect())])
}

/// What hangs on the test that decides a quarter's money.
fn on_test_of(case: &Case, way: Way, decided: usize) -> Known<Pence> {
    sum([own(case, decided), recoveries(case, way, decided)])
}

fn own(case: &Case, decided: usize) -> Known<Pence> {
    let to_come = decided >= case.ended;
    let parts = case.dues.performance.iter();
    let parts = parts.filter(|part| part.quarter == decided);
    let performance = parts.map(|part| {
        let met = if to_come { Some(true) } else { part.met };
        if_met(part.due, met)
    });
    sum(performance.chain([finance(case, decided)]))
}

/// What a miss withholds of the own finance money.
fn finance(case: &Case, decided: usize) -> Known<Pence> {
    if case.earning.taper {
        return Some(0);
    }
    let withheld = case.earning.withheld[decided];
    share_of(case.dues.finance[decided], Some(withheld))
}

/// Of earlier quarters that have ended: those after which no test has been met before this one.
fn recoveries(case: &Case, way: Way, decided: usize) -> Known<Pence> {
    let ended = 0..decided.min(case.ended);
    let open = ended.filter(|q| {
        let recovered = case.recovered_in(way, *q);
        recovered.is_none_or(|later| later >= decided)
    });
    sum(open.map(|q| case.recoverable(way, q)))
}
