//! The areas that planned together: footprints, then partnerships, then boards.

use std::sync::LazyLock;

use super::table;
use super::years::Years;
use crate::calendar::FinancialYear;

/// An area as it was for some years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// The code that NHS Digital gave it, such as `QOP`. Many areas kept theirs from the footprint
    /// to the board.
    pub code: &'static str,
    /// Its name in those years.
    pub name: &'static str,
    /// Its region: one of four before 2018/19, one of seven since.
    pub region: &'static str,
    /// The full name of the one commissioner that the area is, as a board is; `None` for an area of
    /// several commissioners.
    pub commissioner: Option<&'static str>,
    pub(super) years: Years,
    predecessors: &'static str,
}

impl Area {
    /// The codes of the areas that it took over from, where they were others. An area that was split
    /// is a predecessor of each part.
    pub fn predecessors(&self) -> impl Iterator<Item = &'static str> {
        self.predecessors.split(' ').filter(|code| !code.is_empty())
    }
}

/// The table, read once.
static ALL: LazyLock<Vec<Area>> = LazyLock::new(|| {
    table::lines(include_str!("areas.tsv"))
        .filter_map(read)
        .collect()
});

/// Every area of every year, in the order in which to list those of one year.
pub(super) fn all() -> impl Iterator<Item = Area> {
    ALL.iter().copied()
}

/// The areas of a year.
pub(super) fn of(year: FinancialYear) -> impl Iterator<Item = Area> {
    all().filter(move |area| area.years.contains(year))
}

/// The area with this code, in capitals or not, as it was last, and all years in which an area had
/// the code; `None` when there never was one.
#[must_use]
pub fn area_of_any_year(code: &str) -> Option<(Area, Years)> {
    let mut found: Option<(Area, Years)> = None;
    // A code was handed on without a gap, and the table has the years in their order.
    for area in all().filter(|area| table::is_code(code, area.code)) {
        let first = found.map_or(area.years.first, |(_, years)| years.first);
        let last = area.years.last;
        found = Some((area, Years { first, last }));
    }
    found
}

fn read(line: &'static str) -> Option<Area> {
    let mut cells = line.split('\t');
    let code = cells.next()?;
    let years = Years::beginning(table::year(cells.next())?, table::year(cells.next())?);
    let region = cells.next()?;
    let full = cells.next()?;
    let board = full
        .strip_prefix("NHS ")
        .and_then(|name| name.strip_suffix(" ICB"));
    Some(Area {
        code,
        name: board.unwrap_or(full),
        region,
        commissioner: board.map(|_| full),
        years,
        predecessors: cells.next().unwrap_or_default(),
    })
}
