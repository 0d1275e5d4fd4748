//! Commissioners and trusts, and which footprints they belonged to in 2017.

use std::sync::LazyLock;

use super::table;

/// What an organisation does in the health system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A clinical commissioning group: it buys care for a place.
    Commissioner,
    /// An NHS trust or NHS foundation trust: it provides care.
    Trust,
}

/// A commissioner or a trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Organisation {
    /// The code that NHS Digital gave it, such as `00J` or `RR8`.
    pub code: &'static str,
    /// Its full name.
    pub name: &'static str,
    /// Commissioner or trust.
    pub kind: Kind,
    /// The code of the one footprint where its control total counts: the only one it belongs to,
    /// or the one that the acute trusts' table names. `None` for a partner of several footprints
    /// that has no published home.
    pub home: Option<&'static str>,
    /// When and how it ended, if that was before 2017/18 although the partner list names it.
    /// `None` for every other organisation.
    pub ceased: Option<&'static str>,
    /// A merger, a change of name or a slip in the source that a user should know of; `None` when
    /// there is nothing to say.
    pub remark: Option<&'static str>,
    footprints: &'static str,
}

/// How an organisation stands in one footprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Membership {
    /// Its control total counts here.
    Counted,
    /// It is a partner here, but its control total counts elsewhere.
    Elsewhere {
        /// The code of the footprint where it counts.
        home: &'static str,
    },
    /// It is a partner of several footprints and nothing published says where its control total
    /// counts. It counts once: the user chooses.
    ToChoose,
    /// It ended before 2017/18 and had no control total that year.
    Ceased {
        /// When and how.
        words: &'static str,
    },
}

/// An organisation as one footprint sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// Who it is.
    pub organisation: Organisation,
    /// Whether it counts here.
    pub membership: Membership,
}

impl Organisation {
    /// The codes of all footprints it belongs to, by the footprints' numbers: exactly one for a
    /// commissioner, one or more for a trust.
    pub fn footprints(&self) -> impl Iterator<Item = &'static str> {
        self.footprints.split(' ')
    }

    /// How it stands in the footprint with this code, in capitals or not; `None` when it does not
    /// belong there.
    #[must_use]
    pub fn membership(&self, footprint: &str) -> Option<Membership> {
        let here = self
            .footprints()
            .find(|code| table::is_code(footprint, code))?;
        Some(match (self.ceased, self.home) {
            (Some(words), _) => Membership::Ceased { words },
            (None, None) => Membership::ToChoose,
            (None, Some(home)) if home == here => Membership::Counted,
            (None, Some(home)) => Membership::Elsewhere { home },
        })
    }
}

/// The two tables, read once.
static ALL: LazyLock<Vec<Organisation>> = LazyLock::new(|| {
    let mut all = Vec::with_capacity(450);
    for line in table::lines(include_str!("commissioners.tsv")) {
        all.extend(read_commissioner(line));
    }
    for line in table::lines(include_str!("trusts.tsv")) {
        all.extend(read_trust(line));
    }
    all
});

/// All organisations: the 207 commissioners by name, then the 236 trusts by name.
pub fn organisations() -> impl Iterator<Item = Organisation> {
    ALL.iter().copied()
}

/// All organisations by code: a plan looks each of its members up at every keystroke.
static BY_CODE: LazyLock<Vec<(u64, &'static Organisation)>> = LazyLock::new(|| {
    let mut all: Vec<(u64, &'static Organisation)> = Vec::with_capacity(ALL.len());
    for organisation in ALL.iter() {
        let number = number(organisation.code);
        let place = all.partition_point(|(before, _)| *before < number);
        all.insert(place, (number, organisation));
    }
    all
});

/// A code in capitals as a number, its own for each code of the tables: they have
/// three letters, and eight fit.
fn number(code: &str) -> u64 {
    code.bytes().fold(0, |number, letter| {
        number.wrapping_shl(8) | u64::from(letter.to_ascii_uppercase())
    })
}

/// The organisation with this code, in capitals or not; `None` when neither table has it.
#[must_use]
pub fn organisation(code: &str) -> Option<Organisation> {
    let number = number(code.trim());
    let place = BY_CODE.partition_point(|(before, _)| *before < number);
    let (_, found) = BY_CODE.get(place)?;
    table::is_code(code, found.code).then_some(**found)
}

/// Everyone who belongs to the footprint with this code, commissioners by name, then trusts by
/// name; nobody when there is no such footprint.
pub fn members(footprint: &str) -> impl Iterator<Item = Member> {
    organisations().filter_map(move |organisation| {
        Some(Member {
            organisation,
            membership: organisation.membership(footprint)?,
        })
    })
}

fn read_commissioner(line: &'static str) -> Option<Organisation> {
    let mut cells = line.split('\t');
    let code = cells.next()?;
    let footprint = cells.next()?;
    Some(Organisation {
        code,
        name: cells.next()?,
        kind: Kind::Commissioner,
        home: Some(footprint),
        ceased: None,
        remark: None,
        footprints: footprint,
    })
}

fn read_trust(line: &'static str) -> Option<Organisation> {
    let mut cells = line.split('\t');
    let code = cells.next()?;
    let home = table::filled(cells.next());
    let footprints = cells.next()?;
    Some(Organisation {
        code,
        name: cells.next()?,
        kind: Kind::Trust,
        home,
        ceased: table::filled(cells.next()),
        remark: table::filled(cells.next()),
        footprints,
    })
}
