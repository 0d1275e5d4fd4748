//! Published facts that save a user typing: how England was divided into areas in each financial
//! year, who belonged to which, and what was published of accident and emergency (A&E) waits.
//!
//! A [`Geography`] is what holds in one year: its areas and their members.
//!
//! | years | areas | commissioners | trusts |
//! |---|---|---|---|
//! | 2016/17 | 44 footprints | 209 of December 2016 | partners in 2017 |
//! | 2017/18 | 44 footprints | 207 of April 2017 | partners in 2017 |
//! | 2018/19 | 42 STPs | 195 of April 2018 | partners in April 2019, and those that ended in the year |
//! | 2019/20 to 2021/22 | 42 STPs | not held | partners in April 2019 |
//! | 2022/23 to 2025/26 | 42 boards | the boards themselves | partners in 2022, hosts of 2025 |
//! | 2026/27 | 36 boards | the boards themselves | hosts of 2025 and who took over from them |
//!
//! Four tables of tab-separated text stand beside this file, each with a heading line. An empty
//! cell is a fact not known; empty cells at the end of a line are left off. A year is named by the
//! calendar year in which it begins.
//!
//! | table | a line is | made from |
//! |---|---|---|
//! | `areas.tsv` | a footprint, sustainability and transformation partnership (STP) or integrated care board (ICB), with the first and last year in which it had this name | NHS Digital's organisation codes, the Office for National Statistics and, for 2026, published lists in the public domain |
//! | `commissioners.tsv` | a clinical commissioning group (CCG), with its area in 2016, 2017 and 2018 | the Office for National Statistics, lookups of December 2016, April 2017 and April 2018 |
//! | `trusts.tsv` | a trust, with the first and last year at whose end it existed where that is not all of them, and its areas in each division: the one where it counts first, or a question mark | see below |
//! | `a_and_e.tsv` | one trust and year in which it had a type 1 department (a major one, open all hours) | NHS England's A&E attendances by month, provider and department |
//!
//! The areas of a trust come, by division, from
//!
//! - footprints: NHS Digital's partner list of 3 April 2019, taken back to 2017 by its change log;
//!   the home of an acute trust from the Health Foundation;
//! - STPs: the same list as it stands, and the same homes;
//! - boards of 2022: NHS Digital's partner list of 2022; for the home of a partner of several its
//!   host in NHS Digital's list of trusts of 2025, which a partner list that names one board only
//!   overrules (it has RPY and RAN elsewhere);
//! - boards of 2026: the boards that took over from those, without the trusts that a list of August
//!   2026 no longer has. Two boards were split; a trust at home in one of them has no home since.
//!
//! A trust counts for the whole year where it stands at the year's end: one that ended in the year is
//! not filled in, and one that was formed in it is.
//!
//! Words marked "(recalled)" are general knowledge and stand in none of these sources. So do the
//! names of five CCGs of 2016 (00W, 01M, 01N, 01H and 01K), and with the dates in those words the
//! years from which trusts that stand in one list and not in the next are left out.
//!
//! Known limits:
//!
//! - The partner list of 2019 leaves out Great Ormond Street (RP4), and Central Manchester (RW3) and
//!   South Manchester (RM2), which were trusts until September 2017. It is repeated as published: a
//!   trust may work in an area that does not list it as a partner.
//! - The lists of 2022 and 2025 leave out every code that begins with a T. Four such trusts stand
//!   where the lists before and after have them, with a remark.
//! - The lists differ on Sandwell and West Birmingham (RXK) since 2022, and that of August 2026 has
//!   RY3 in two former boards that went different ways. Both say so in a remark.
//! - A name is the one of the year's list or of the last list before, of 2017, 2019, 2022, 2025 and
//!   2026: a change in between shows only from the next list on.
//! - A quarter with a month missing is blank, never a part of a quarter.
//! - Figures follow the code they were published under, before a merger and after it.
//! - The figures cover all departments of the trust, but from late 2017 many trusts began to
//!   count walk-in and urgent treatment centres, so that a quarter may not compare like for like
//!   with the same quarter of the year before.

mod a_and_e;
mod areas;
mod geography;
mod membership;
mod organisations;
mod table;
mod years;

pub use a_and_e::{Attendances, PublishedAAndE, published_a_and_e};
pub use areas::{Area, area_of_any_year};
pub use geography::{Geography, geographies, geography};
pub use membership::{Member, Membership};
pub use organisations::{Kind, Organisation, organisation, organisations};
pub use years::Years;

/// The sources and licences of these facts, in the words to show wherever they are shown.
pub const ATTRIBUTION: &str = "Contains public sector information licensed under the Open \
    Government Licence v3.0. Source: Office for National Statistics, NHS Digital, NHS England. \
    Home footprints of acute trusts: The Health Foundation, Winter_pressures, 2019, MIT licence. \
    Boards and trusts of 2026: published lists under CC0, in the public domain.";
