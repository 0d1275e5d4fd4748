//! The 44 footprints that planned together as sustainability and transformation partnerships.

use super::table;

/// A footprint of 2016 to 2018.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Footprint {
    /// The code that NHS Digital gave it, such as `QOP`.
    pub code: &'static str,
    /// Its number in the published list, 1 to 44.
    pub number: u8,
    /// Its name in 2017.
    pub name: &'static str,
    /// Its region in 2016: North, Midlands and East, London or South.
    pub region: &'static str,
}

/// All 44 footprints, by number.
pub fn footprints() -> impl Iterator<Item = Footprint> {
    table::lines(include_str!("footprints.tsv")).filter_map(read)
}

/// The footprint with this code, in capitals or not; `None` when there is none.
#[must_use]
pub fn footprint(code: &str) -> Option<Footprint> {
    footprints().find(|footprint| table::is_code(code, footprint.code))
}

fn read(line: &'static str) -> Option<Footprint> {
    let mut cells = line.split('\t');
    Some(Footprint {
        code: cells.next()?,
        number: u8::try_from(cells.next()?.parse::<u32>().ok()?).ok()?,
        region: cells.next()?,
        name: cells.next()?,
    })
}
