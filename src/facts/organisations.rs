//! Commissioners and trusts: their names, which changed, and the years in which they existed.

use std::sync::LazyLock;

use super::geography::DIVISIONS;
use super::years::Years;
use super::{areas, table};
use crate::calendar::FinancialYear;

/// What an organisation does in the health system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A clinical commissioning group, or since 2022/23 an integrated care board: it buys care for
    /// a place.
    Commissioner,
    /// An NHS trust or NHS foundation trust: it provides care.
    Trust,
}

/// A commissioner or a trust, as it was in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Organisation {
    /// The code that NHS Digital gave it, such as `00J`, `RR8` or `QE1`.
    pub code: &'static str,
    /// Its full name in the lists of the year, or of the last year before.
    pub name: &'static str,
    /// Commissioner or trust.
    pub kind: Kind,
    /// When and how it ended, if that was by the end of the year after. `None` for every other
    /// organisation.
    pub ended: Option<&'static str>,
    /// The rest that a user should know of it in that year.
    remarks: &'static str,
    year: FinancialYear,
    record: &'static Record,
}

/// What is held of an organisation.
#[derive(Debug, PartialEq, Eq)]
struct Record {
    code: &'static str,
    kind: Kind,
    /// From the first to the last year at whose end it existed.
    years: Years,
    /// For each division, the codes of the areas it belongs to, with a space between: the home
    /// first, or a question mark where none is published. Empty when no list of those years has it.
    areas: [&'static str; DIVISIONS],
    name: &'static str,
    /// Names it took later, as in `2022 One Trust|2025 Another Trust`.
    later_names: &'static str,
    ended: Option<&'static str>,
    /// As in `2016-2018 One remark|2026-2026 Another`.
    remarks: &'static str,
}

/// Before the first list and after the last one.
const ALWAYS: (u16, u16) = (2000, 2100);

impl Organisation {
    /// The same as it was in another year.
    #[must_use]
    pub fn in_year(self, year: FinancialYear) -> Self {
        self.record.in_year(year)
    }

    /// Mergers to come, slips in the sources and the like, as far as they matter in the year.
    pub fn remarks(&self) -> impl Iterator<Item = &'static str> {
        let year = self.year;
        self.remarks.split('|').filter_map(move |remark| {
            let (years, words) = remark.split_once(' ')?;
            let (first, last) = years.split_once('-')?;
            let years = Years::beginning(table::year(Some(first))?, table::year(Some(last))?);
            years.contains(year).then_some(words)
        })
    }

    /// The codes of its areas in the division at a place.
    pub(super) fn areas(&self, place: usize) -> &'static str {
        self.record.areas.get(place).copied().unwrap_or_default()
    }

    /// Whether a list of the division at a place has it.
    pub(super) fn is_named(&self, place: usize) -> bool {
        !self.areas(place).is_empty()
    }

    /// When and how it ended, if that was before the end of a year.
    pub(super) fn ceased(&self, year: FinancialYear) -> Option<&'static str> {
        self.record.ended.filter(|_| year > self.record.years.last)
    }

    /// Whether it existed in a part of a year at least.
    pub(super) fn lived_in(&self, year: FinancialYear) -> bool {
        self.record.years.first <= year && self.ceased(year.before()).is_none()
    }

    /// Whether it stands before another in a list: commissioners by name, then trusts by name.
    pub(super) fn is_listed_before(&self, other: &Self) -> bool {
        let letters = |name: &'static str| name.bytes().map(|letter| letter.to_ascii_lowercase());
        self.kind
            .cmp(&other.kind)
            .then_with(|| letters(self.name).cmp(letters(other.name)))
            .is_lt()
    }
}

impl Record {
    fn in_year(&'static self, year: FinancialYear) -> Organisation {
        Organisation {
            code: self.code,
            name: self.name_in(year),
            kind: self.kind,
            ended: self.ended.filter(|_| year >= self.years.last),
            remarks: self.remarks,
            year,
            record: self,
        }
    }

    fn name_in(&self, year: FinancialYear) -> &'static str {
        let mut name = self.name;
        for later in self.later_names.split('|') {
            if let Some((from, later)) = later.split_once(' ')
                && table::year(Some(from)).is_some_and(|from| from <= year.first())
            {
                name = later;
            }
        }
        name
    }
}

/// The tables, read once.
static ALL: LazyLock<Vec<Record>> = LazyLock::new(|| {
    let mut all = Vec::with_capacity(520);
    for line in table::lines(include_str!("commissioners.tsv")) {
        all.extend(read_commissioner(line));
    }
    for area in areas::all() {
        all.extend(read_board(&area));
    }
    for line in table::lines(include_str!("trusts.tsv")) {
        all.extend(read_trust(line));
    }
    all
});

/// Everyone who is in any list of any year, under the names of one year, in no order.
pub(super) fn all(year: FinancialYear) -> impl Iterator<Item = Organisation> {
    ALL.iter().map(move |record| record.in_year(year))
}

/// Everyone who is in any list of any year, under the names of one year: commissioners by name,
/// then trusts by name.
#[must_use]
pub fn organisations(year: FinancialYear) -> Vec<Organisation> {
    // The tables are almost in order. Sorting in general would make the engine a good deal larger.
    let mut listed: Vec<Organisation> = Vec::with_capacity(ALL.len());
    for organisation in all(year) {
        let place = listed.partition_point(|before| before.is_listed_before(&organisation));
        listed.insert(place, organisation);
    }
    listed
}

/// All organisations by code: a plan looks each of its members up at every keystroke.
static BY_CODE: LazyLock<Vec<(u64, &'static Record)>> = LazyLock::new(|| {
    let mut all: Vec<(u64, &'static Record)> = Vec::with_capacity(ALL.len());
    for record in ALL.iter() {
        let number = number(record.code);
        let place = all.partition_point(|(before, _)| *before < number);
        all.insert(place, (number, record));
    }
    all
});

/// A code in capitals as a number, its own for each code of the tables: they have
/// five letters at most, and eight fit.
fn number(code: &str) -> u64 {
    code.bytes().fold(0, |number, letter| {
        number.wrapping_shl(8) | u64::from(letter.to_ascii_uppercase())
    })
}

/// The organisation with this code, in capitals or not, under its newest name; `None` when no list
/// of any year has it.
#[must_use]
pub fn organisation(code: &str) -> Option<Organisation> {
    let number = number(code.trim());
    let place = BY_CODE.partition_point(|(before, _)| *before < number);
    let (_, found) = BY_CODE.get(place)?;
    let newest = FinancialYear::beginning(ALWAYS.1);
    table::is_code(code, found.code).then(|| found.in_year(newest))
}

fn read_commissioner(line: &'static str) -> Option<Record> {
    let mut cells = line.split('\t');
    Some(Record {
        code: cells.next()?,
        kind: Kind::Commissioner,
        years: Years::beginning(ALWAYS.0, ALWAYS.1),
        areas: [cells.next()?, cells.next()?, cells.next()?, "", "", ""],
        name: cells.next()?,
        later_names: cells.next().unwrap_or_default(),
        ended: None,
        remarks: "",
    })
}

/// A board is an area and the one commissioner of it.
fn read_board(area: &areas::Area) -> Option<Record> {
    let of_years = |first| {
        let year = FinancialYear::beginning(first);
        if area.years.contains(year) {
            area.code
        } else {
            ""
        }
    };
    Some(Record {
        code: area.code,
        kind: Kind::Commissioner,
        years: area.years,
        areas: ["", "", "", "", of_years(2022), of_years(2026)],
        name: area.commissioner?,
        later_names: "",
        ended: None,
        remarks: "",
    })
}

fn read_trust(line: &'static str) -> Option<Record> {
    let mut cells = line.split('\t');
    let code = cells.next()?;
    let mut year = |otherwise| table::year(table::filled(cells.next())).unwrap_or(otherwise);
    let years = Years::beginning(year(ALWAYS.0), year(ALWAYS.1));
    let (footprints, partnerships) = (cells.next()?, cells.next()?);
    Some(Record {
        code,
        kind: Kind::Trust,
        years,
        areas: [
            footprints,
            footprints,
            partnerships,
            partnerships,
            cells.next()?,
            cells.next()?,
        ],
        name: cells.next()?,
        later_names: cells.next().unwrap_or_default(),
        ended: table::filled(cells.next()),
        remarks: cells.next().unwrap_or_default(),
    })
}
