//! Which areas England was divided into, year by year, and who belonged to each.

use super::areas::{self, Area};
use super::membership::{self, Member};
use super::organisations::{self, Kind, Organisation};
use super::table;
use super::years::Years;
use crate::calendar::FinancialYear;

/// England's areas and their members in one financial year.
#[derive(Debug, Clone, Copy)]
pub struct Geography {
    year: FinancialYear,
    /// The place of the division among all of them.
    place: usize,
    division: &'static Division,
}

/// How England was divided for a run of years.
#[derive(Debug)]
struct Division {
    years: Years,
    area: &'static str,
    areas: &'static str,
    remark: Option<&'static str>,
}

/// How many divisions there are: each organisation says for each of them where it belonged.
pub(super) const DIVISIONS: usize = 6;

/// 2016/17 and 2017/18 had the same footprints, with other commissioners.
static ALL: [Division; DIVISIONS] = [
    Division {
        years: Years::beginning(2016, 2016),
        area: "footprint",
        areas: "footprints",
        remark: None,
    },
    Division {
        years: Years::beginning(2017, 2017),
        area: "footprint",
        areas: "footprints",
        remark: None,
    },
    Division {
        years: Years::beginning(2018, 2018),
        area: "STP",
        areas: "STPs",
        remark: None,
    },
    Division {
        years: Years::beginning(2019, 2021),
        area: "STP",
        areas: "STPs",
        remark: Some(
            "The clinical commissioning groups of 2019/20 to 2021/22 are not filled in, since no \
             list of them is held here: add them. The trusts are those of April 2019, without any \
             that ended since.",
        ),
    },
    Division {
        years: Years::beginning(2022, 2025),
        area: "board",
        areas: "boards",
        remark: None,
    },
    Division {
        years: Years::beginning(2026, 2026),
        area: "board",
        areas: "boards",
        remark: Some(
            "Where a trust counts is worked out from its board before April 2026. Two boards were \
             split: their trusts are left for you to add.",
        ),
    },
];

/// The place of the years whose commissioners are not held: those of the year before are the
/// nearest there are.
const COMMISSIONERS_NOT_HELD: usize = 3;

/// The geography of a financial year; `None` before 2016/17 and after 2026/27.
#[must_use]
pub fn geography(year: FinancialYear) -> Option<Geography> {
    ALL.iter()
        .enumerate()
        .find(|(_, division)| division.years.contains(year))
        .map(|(place, division)| Geography {
            year,
            place,
            division,
        })
}

/// One geography for each run of years in which neither areas nor members were listed anew, by its
/// first year.
pub fn geographies() -> impl Iterator<Item = Geography> {
    ALL.iter()
        .filter_map(|division| geography(division.years.first))
}

impl Geography {
    /// The year.
    #[must_use]
    pub const fn year(self) -> FinancialYear {
        self.year
    }

    /// All years that had the same areas and lists of members.
    #[must_use]
    pub const fn years(self) -> Years {
        self.division.years
    }

    /// What one of its areas is called: `footprint`, `STP` or `board`.
    #[must_use]
    pub const fn area_word(self) -> &'static str {
        self.division.area
    }

    /// What its areas are called: `footprints`, `STPs` or `boards`.
    #[must_use]
    pub const fn areas_word(self) -> &'static str {
        self.division.areas
    }

    /// In words, as in `44 footprints of 2017/18`.
    #[must_use]
    pub fn in_words(self) -> String {
        let (areas, year) = (self.areas_word(), self.year);
        format!("{} {areas} of {year}", self.areas().count())
    }

    /// What a user who fills a plan from it should know, such as that no commissioners are held;
    /// `None` when there is nothing to say.
    #[must_use]
    pub const fn remark(self) -> Option<&'static str> {
        self.division.remark
    }

    /// Its areas: footprints and STPs by their published numbers, boards by region and name.
    pub fn areas(self) -> impl Iterator<Item = Area> {
        areas::of(self.year)
    }

    /// The area with this code, in capitals or not; `None` when the year had none.
    #[must_use]
    pub fn area(self, code: &str) -> Option<Area> {
        self.areas().find(|area| table::is_code(code, area.code))
    }

    /// The areas that took over from one of another year.
    pub fn successors(self, code: &str) -> impl Iterator<Item = Area> {
        self.areas()
            .filter(move |area| area.predecessors().any(|old| table::is_code(code, old)))
    }

    /// Everyone who belongs to the area with this code, commissioners by name, then trusts by name;
    /// nobody when the year had no such area.
    #[must_use]
    pub fn members(self, area: &str) -> Vec<Member> {
        let mut members: Vec<Member> = Vec::new();
        for organisation in organisations::all(self.year) {
            if let Some(membership) = membership::of(&organisation, self.place, self.year, area) {
                let place = members
                    .partition_point(|before| before.organisation.is_listed_before(&organisation));
                let member = Member {
                    organisation,
                    membership,
                };
                members.insert(place, member);
            }
        }
        members
    }

    /// Whether the lists of the year name this organisation. Where no list of commissioners is held,
    /// those of the year before stand in.
    #[must_use]
    pub fn lists(self, organisation: &Organisation) -> bool {
        let stands_in =
            self.place == COMMISSIONERS_NOT_HELD && organisation.kind == Kind::Commissioner;
        let place = if stands_in {
            self.place.saturating_sub(1)
        } else {
            self.place
        };
        organisation.is_named(place) && (stands_in || organisation.lived_in(self.year))
    }
}
