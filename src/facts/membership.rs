//! How an organisation stands in an area: counted there, elsewhere, or not at all.

use super::organisations::Organisation;
use super::table;
use crate::calendar::FinancialYear;

/// How an organisation stands in one area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Membership {
    /// Its control total counts here.
    Counted,
    /// It is a partner here, but its control total counts elsewhere.
    Elsewhere {
        /// The code of the area where it counts.
        home: &'static str,
    },
    /// It is a partner of several areas and nothing published says where its control total counts.
    /// It counts once: the user chooses.
    ToChoose,
    /// It ended before the end of the year: whoever took it over has the year's control total.
    Ceased {
        /// When and how.
        words: &'static str,
    },
}

/// An organisation as one area sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// Who it is, under its name of the year.
    pub organisation: Organisation,
    /// Whether it counts here.
    pub membership: Membership,
}

/// What stands for the home of an organisation that has none.
const NO_HOME: &str = "?";

/// How an organisation stands in an area in a year of the division at a place; `None` when it does
/// not belong there.
pub(super) fn of(
    organisation: &Organisation,
    place: usize,
    year: FinancialYear,
    area: &str,
) -> Option<Membership> {
    // The home comes first, then the other areas.
    let codes = organisation.areas(place);
    let home = codes.split(' ').next()?;
    let here = codes
        .split(' ')
        .find(|code| table::is_code(area, code))
        .filter(|code| !matches!(*code, "" | NO_HOME))?;
    if let Some(words) = organisation.ceased(year) {
        // The lists name some who had ended; two years on that explains nothing any more.
        let is_recent = organisation.ceased(year.before().before()).is_none();
        return is_recent.then_some(Membership::Ceased { words });
    }
    organisation.lived_in(year).then_some(match home {
        NO_HOME => Membership::ToChoose,
        home if home == here => Membership::Counted,
        home => Membership::Elsewhere { home },
    })
}
