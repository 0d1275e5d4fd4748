//! Published A&E attendances and four-hour breaches of trusts with a type 1 department.

use super::table;
use std::num::ParseIntError;

/// How many people came, and how many of them waited more than four hours, in all A&E departments
/// of one trust. The performance is 1 − breaches ÷ attendances; it is worked out, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attendances {
    /// People who attended.
    pub attendances: u32,
    /// Those of them who waited more than four hours from arrival to admission, transfer or
    /// discharge.
    pub breaches: u32,
}

/// What was published of a trust's A&E waits for one financial year, and for the year before to
/// compare with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublishedAAndE {
    /// The four quarters of the year, April to June first; `None` where a month is missing.
    pub quarters: [Option<Attendances>; 4],
    /// The same quarters of the year before; all `None` for 2016/17, where the figures begin, and
    /// for a trust that had no type 1 department under its code then.
    pub last_year: [Option<Attendances>; 4],
    /// March 2018 alone, which 2017/18 may be tested on; `None` in every other year.
    pub march: Option<Attendances>,
    /// Why a quarter is missing, or what makes this year differ from the one before; `None` when
    /// there is nothing to say.
    pub remark: Option<&'static str>,
    /// The remark of the year before.
    pub last_year_remark: Option<&'static str>,
}

/// What was published for the trust with this code, in capitals or not, in the financial year that
/// begins in April of `first_year` (2017 for 2017/18). `None` when it had no type 1 department
/// under that code that year, or when the year is not 2016/17, 2017/18 or 2018/19.
#[must_use]
pub fn published_a_and_e(trust: &str, first_year: u16) -> Option<PublishedAAndE> {
    let year = find_year(trust, first_year)?;
    let before = first_year
        .checked_sub(1)
        .and_then(|year_before| find_year(trust, year_before));
    Some(PublishedAAndE {
        quarters: year.quarters,
        last_year: before.as_ref().map_or([None; 4], |before| before.quarters),
        march: year.march,
        remark: year.remark,
        last_year_remark: before.and_then(|before| before.remark),
    })
}

/// A line of the table, without the code it begins with.
struct Line {
    first_year: u16,
    quarters: [Option<Attendances>; 4],
    march: Option<Attendances>,
    remark: Option<&'static str>,
}

fn find_year(trust: &str, first_year: u16) -> Option<Line> {
    table::lines(include_str!("a_and_e.tsv"))
        .filter_map(|line| line.split_once('\t'))
        .filter(|(code, _)| table::is_code(trust, code))
        .filter_map(|(_, line)| read(line))
        .find(|year| year.first_year == first_year)
}

fn read(line: &'static str) -> Option<Line> {
    let mut cells = line.split('\t');
    let first_year = u16::try_from(cells.next()?.parse::<u32>().ok()?).ok()?;
    let mut attendances = || read_attendances(table::filled(cells.next())).ok();
    Some(Line {
        first_year,
        quarters: [
            attendances()?,
            attendances()?,
            attendances()?,
            attendances()?,
        ],
        march: attendances()?,
        remark: table::filled(cells.next()),
    })
}

/// A cell is empty, or attendances and breaches with a space between.
fn read_attendances(cell: Option<&str>) -> Result<Option<Attendances>, ParseIntError> {
    cell.map(|cell| {
        let (attendances, breaches) = cell.split_once(' ').unwrap_or((cell, ""));
        Ok(Attendances {
            attendances: attendances.parse()?,
            breaches: breaches.parse()?,
        })
    })
    .transpose()
}
