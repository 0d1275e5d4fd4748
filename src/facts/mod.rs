//! Published facts that save a user typing: who belonged to which footprint in 2017, and what
//! was published of accident and emergency (A&E) waits.
//!
//! Four tables of tab-separated text stand beside this file, each with a heading line. An empty
//! cell is a fact not known; empty cells at the end of a line are left off.
//!
//! | table | a line is | made from |
//! |---|---|---|
//! | `footprints.tsv` | one of the 44 footprints of 2016 to 2018, under its name of 2017 | NHS Digital's organisation codes and the Office for National Statistics |
//! | `commissioners.tsv` | one of the 207 clinical commissioning groups (CCGs) of April 2017 | the Office for National Statistics, "CCG to STPs (April 2017) Lookup" |
//! | `trusts.tsv` | one of 236 trusts, with every footprint it was a partner of | NHS Digital's partner list of 3 April 2019, taken back to 2017 by its change log; the home of an acute trust from the Health Foundation |
//! | `a_and_e.tsv` | one trust and year in which it had a type 1 department (a major one, open all hours) | NHS England's A&E attendances by month, provider and department |
//!
//! Words marked "(recalled)" are general knowledge and stand in none of these sources.
//!
//! Known limits:
//!
//! - The partner list leaves out Great Ormond Street (RP4), and Central Manchester (RW3) and South
//!   Manchester (RM2), which were trusts until September 2017. It is repeated as published: a
//!   trust may work in a footprint that does not list it as a partner.
//! - Names of trusts are those of the partner list, except five renamed after 2017/18, which
//!   stand under the name that the acute trusts' table has for 2017/18.
//! - A quarter with a month missing is blank, never a part of a quarter.
//! - Figures follow the code they were published under, before a merger and after it.
//! - The figures cover all departments of the trust, but from late 2017 many trusts began to
//!   count walk-in and urgent treatment centres, so that a quarter may not compare like for like
//!   with the same quarter of the year before.

mod a_and_e;
mod footprints;
mod organisations;
mod table;

pub use a_and_e::{Attendances, PublishedAAndE, published_a_and_e};
pub use footprints::{Footprint, footprint, footprints};
pub use organisations::{
    Kind, Member, Membership, Organisation, members, organisation, organisations,
};

/// The sources and licences of these facts, in the words to show wherever they are shown.
pub const ATTRIBUTION: &str = "Contains public sector information licensed under the Open \
    Government Licence v3.0. Source: Office for National Statistics, NHS Digital, NHS England. \
    Home footprints of acute trusts: The Health Foundation, Winter_pressures, 2019, MIT licence.";
