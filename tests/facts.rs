//! The published facts agree with their sources. The figures here were counted from the sources by
//! a program that shares nothing with the one that made the tables.

use control_total::calendar::FinancialYear;
use control_total::facts::{self, Attendances, Geography, Kind, Member, Membership};
use std::collections::{BTreeMap, BTreeSet};

const AREAS: &str = include_str!("../src/facts/areas.tsv");
const COMMISSIONERS: &str = include_str!("../src/facts/commissioners.tsv");
const TRUSTS: &str = include_str!("../src/facts/trusts.tsv");
const A_AND_E: &str = include_str!("../src/facts/a_and_e.tsv");

/// The years that have a geography.
const YEARS: std::ops::RangeInclusive<u16> = 2016..=2026;

fn year(first: u16) -> FinancialYear {
    FinancialYear::beginning(first)
}

fn geography(first: u16) -> Geography {
    facts::geography(year(first)).unwrap()
}

fn all_of(kind: Kind) -> impl Iterator<Item = facts::Organisation> {
    facts::organisations(year(2017))
        .into_iter()
        .filter(move |organisation| organisation.kind == kind)
}

fn trusts() -> impl Iterator<Item = facts::Organisation> {
    all_of(Kind::Trust)
}

/// Everyone in every area of a year, with the area's code.
fn placed(first: u16) -> Vec<(&'static str, Member)> {
    let geography = geography(first);
    let areas = geography.areas();
    areas
        .flat_map(|area| {
            let members = geography.members(area.code).into_iter();
            members.map(move |member| (area.code, member))
        })
        .collect()
}

fn membership(first: u16, area: &str, code: &str) -> Option<Membership> {
    let members = geography(first).members(area).into_iter();
    members
        .filter(|member| member.organisation.code == code)
        .map(|member| member.membership)
        .next()
}

/// The codes of those of a kind with this membership anywhere in a year.
fn codes(first: u16, kind: Kind, membership: Membership) -> BTreeSet<&'static str> {
    placed(first)
        .into_iter()
        .filter(|(_, member)| member.organisation.kind == kind && member.membership == membership)
        .map(|(_, member)| member.organisation.code)
        .collect()
}

fn attended(attendances: u32, breaches: u32) -> Option<Attendances> {
    Some(Attendances {
        attendances,
        breaches,
    })
}

#[test]
fn every_line_of_every_table_can_be_read() {
    let lines = |table: &str| table.lines().count() - 1;
    let boards = AREAS.lines().filter(|line| line.contains(" ICB")).count();
    assert_eq!(
        all_of(Kind::Commissioner).count(),
        lines(COMMISSIONERS) + boards
    );
    assert_eq!(trusts().count(), lines(TRUSTS));
    let mut areas = BTreeSet::new();
    for first in YEARS {
        areas.extend(
            geography(first)
                .areas()
                .map(|area| (area.code, area.name, area.region, area.commissioner)),
        );
    }
    let written: BTreeSet<&str> = AREAS.lines().skip(1).collect();
    assert_eq!(written.len(), lines(AREAS), "no line stands twice");
    assert_eq!(areas.len(), lines(AREAS));
    for line in A_AND_E.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let published = facts::published_a_and_e(cells[0], cells[1].parse().unwrap()).expect(line);
        let mut read = published.quarters.to_vec();
        read.push(published.march);
        let words: Vec<String> = read
            .iter()
            .map(|cell| match cell {
                Some(figures) => format!("{} {}", figures.attendances, figures.breaches),
                None => String::new(),
            })
            .chain([published.remark.unwrap_or_default().to_owned()])
            .collect();
        assert_eq!(words.join("\t").trim_end(), cells[2..].join("\t"));
    }
}

#[test]
fn tables_are_tidy() {
    for table in [AREAS, COMMISSIONERS, TRUSTS, A_AND_E] {
        assert!(table.ends_with('\n') && !table.contains('\r'));
        for line in table.lines() {
            assert_eq!(line, line.trim());
            assert!(!line.contains("  ") && !line.contains('"'), "{line}");
        }
    }
    for first in YEARS {
        for organisation in facts::organisations(year(first)) {
            assert!(matches!(organisation.code.len(), 3 | 5), "{organisation:?}");
            assert!(organisation.name.contains(' '), "{organisation:?}");
            assert!(!organisation.name.contains('|'), "{organisation:?}");
        }
        for kind in [Kind::Commissioner, Kind::Trust] {
            let names: Vec<String> = facts::organisations(year(first))
                .iter()
                .filter(|organisation| organisation.kind == kind)
                .map(|organisation| organisation.name.to_lowercase())
                .collect();
            assert!(names.is_sorted(), "listed by name");
        }
    }
}

#[test]
fn codes_are_an_organisations_own() {
    let mut codes = BTreeSet::new();
    for organisation in facts::organisations(year(2017)) {
        assert!(codes.insert(organisation.code), "{organisation:?}");
        let found = facts::organisation(organisation.code).unwrap();
        assert_eq!(found.in_year(year(2017)), organisation);
    }
    // A code of an area is an organisation's only where the area is a board.
    for first in YEARS {
        for area in geography(first).areas() {
            let is_board = facts::organisation(area.code).is_some_and(|found| {
                found.kind == Kind::Commissioner && found.name.ends_with(" ICB")
            });
            assert!(is_board || !codes.contains(area.code), "{area:?}");
            assert_eq!(area.commissioner.is_some(), first >= 2022, "{area:?}");
        }
    }
}

/// First year, areas, commissioners that count and that are to choose, trusts that count and that
/// are to choose.
#[rustfmt::skip]
const COUNTS: [(u16, usize, usize, usize, usize, usize); 11] = [
    (2016, 44, 208, 1, 199, 32),
    (2017, 44, 207, 0, 199, 32),
    (2018, 42, 195, 0, 195, 31),
    (2019, 42, 0, 0, 191, 31),
    (2020, 42, 0, 0, 184, 31),
    (2021, 42, 0, 0, 181, 31),
    (2022, 42, 42, 0, 212, 0),
    (2023, 42, 42, 0, 210, 0),
    (2024, 42, 42, 0, 205, 0),
    (2025, 42, 42, 0, 205, 0),
    (2026, 36, 36, 0, 196, 5),
];

#[test]
fn every_year_has_its_areas_and_its_members() {
    for (first, areas, commissioners, either, trusts, to_choose) in COUNTS {
        assert_eq!(geography(first).areas().count(), areas, "{first}");
        for (kind, counted, choice) in [
            (Kind::Commissioner, commissioners, either),
            (Kind::Trust, trusts, to_choose),
        ] {
            let count = |membership| codes(first, kind, membership).len();
            assert_eq!(count(Membership::Counted), counted, "{kind:?} {first}");
            assert_eq!(count(Membership::ToChoose), choice, "{kind:?} {first}");
        }
    }
    for first in [0, 2015, 2027, u16::MAX] {
        assert!(facts::geography(year(first)).is_none());
    }
}

#[test]
fn nobody_counts_twice_in_a_year_and_no_area_is_empty() {
    for first in YEARS {
        let mut counted = BTreeMap::new();
        let mut areas = BTreeSet::new();
        let all = placed(first);
        for (area, member) in all.iter().copied() {
            let code = member.organisation.code;
            match member.membership {
                Membership::Counted => {
                    let other = counted.insert(code, area);
                    assert_eq!(other, None, "{code} counts twice in {first}");
                    areas.insert(area);
                }
                Membership::Elsewhere { home } => {
                    let there = membership(first, home, code);
                    assert_eq!(there, Some(Membership::Counted), "{code} in {first}");
                    assert_ne!(home, area);
                }
                Membership::ToChoose => {
                    let choices = all.iter().filter(|(_, other)| *other == member).count();
                    assert!(choices >= 2, "{code} in {first}");
                }
                Membership::Ceased { words } => {
                    assert_eq!(member.organisation.ended, Some(words), "{code} in {first}");
                }
            }
            assert!(
                geography(first).lists(&member.organisation)
                    || matches!(member.membership, Membership::Ceased { .. }),
                "{code} in {first}"
            );
        }
        assert_eq!(areas.len(), geography(first).areas().count(), "{first}");
    }
}

#[test]
fn a_geography_says_its_years_and_what_its_areas_are_called() {
    let said: Vec<(String, String)> = facts::geographies()
        .map(|geography| (geography.years().to_string(), geography.in_words()))
        .collect();
    let said: Vec<(&str, &str)> = said
        .iter()
        .map(|(years, words)| (years.as_str(), words.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            ("2016/17", "44 footprints of 2016/17"),
            ("2017/18", "44 footprints of 2017/18"),
            ("2018/19", "42 STPs of 2018/19"),
            ("2019/20 to 2021/22", "42 STPs of 2019/20"),
            ("2022/23 to 2025/26", "42 boards of 2022/23"),
            ("2026/27", "36 boards of 2026/27"),
        ]
    );
    for first in YEARS {
        let geography = geography(first);
        assert_eq!(geography.year(), year(first));
        assert!(geography.years().contains(year(first)));
        let holds_none = geography
            .remark()
            .is_some_and(|remark| remark.contains("commissioning groups"));
        assert_eq!(holds_none, (2019..=2021).contains(&first), "{first}");
    }
}

#[test]
fn codes_are_found_however_they_are_typed() {
    let footprints = geography(2017);
    assert_eq!(footprints.area(" qop ").unwrap().name, "Greater Manchester");
    assert_eq!(facts::organisation("rr8"), facts::organisation("RR8"));
    assert_eq!(
        facts::organisation("RR8").unwrap().name,
        "Leeds Teaching Hospitals NHS Trust"
    );
    assert_eq!(
        facts::organisation("00J").unwrap().name,
        "NHS North Durham CCG"
    );
    assert_eq!(
        facts::organisation("g6v2s").unwrap().name,
        "North London NHS Foundation Trust"
    );
    assert_eq!(
        facts::organisation("qe1").unwrap().name,
        "NHS Lancashire and South Cumbria ICB"
    );
    assert!(facts::published_a_and_e(" rr8", 2017).is_some());
    assert_eq!(footprints.members("qt8").len(), 6);
    for unknown in ["", " ", "?", "code", "Q", "QOP QOQ", "E54000007", "ÄÖÜ"] {
        for first in YEARS {
            assert_eq!(geography(first).area(unknown), None);
            assert_eq!(geography(first).members(unknown), []);
        }
        assert_eq!(facts::area_of_any_year(unknown), None);
        assert_eq!(facts::organisation(unknown), None);
        assert_eq!(facts::published_a_and_e(unknown, 2017), None);
    }
}

#[test]
fn the_years_of_an_areas_code_are_known_without_a_gap() {
    for (code, years, name) in [
        (
            "QVP",
            "2016/17 to 2017/18",
            "Northumberland, Tyne and Wear and North Durham",
        ),
        ("QHM", "2018/19 to 2026/27", "North East and North Cumbria"),
        ("QJG", "2016/17 to 2025/26", "Suffolk and North East Essex"),
        ("S1Y5D", "2026/27", "Central East"),
    ] {
        let (newest, all) = facts::area_of_any_year(code).unwrap();
        assert_eq!((newest.name, all.to_string().as_str()), (name, years));
    }
    for first in YEARS {
        for area in geography(first).areas() {
            let (_, years) = facts::area_of_any_year(area.code).unwrap();
            for other in YEARS {
                let has = geography(other).area(area.code).is_some();
                assert_eq!(has, years.contains(year(other)), "{} in {other}", area.code);
            }
        }
    }
}

#[test]
fn regions_are_four_then_seven() {
    #[rustfmt::skip]
    let expected: [(u16, &[(&str, usize)]); 4] = [
        (2017, &[("London", 5), ("Midlands and East", 17), ("North", 9), ("South", 13)]),
        (2018, &[("East of England", 6), ("London", 5), ("Midlands", 11), ("North East and Yorkshire", 4),
            ("North West", 3), ("South East", 6), ("South West", 7)]),
        (2025, &[("East of England", 6), ("London", 5), ("Midlands", 11), ("North East and Yorkshire", 4),
            ("North West", 3), ("South East", 6), ("South West", 7)]),
        (2026, &[("East of England", 3), ("London", 4), ("Midlands", 11), ("North East and Yorkshire", 4),
            ("North West", 3), ("South East", 4), ("South West", 7)]),
    ];
    for (first, regions) in expected {
        let mut found = BTreeMap::new();
        for area in geography(first).areas() {
            *found.entry(area.region).or_insert(0) += 1;
        }
        let found: Vec<(&str, usize)> = found.into_iter().collect();
        assert_eq!(found, regions, "{first}");
    }
}

/// Footprint and number of commissioners in April 2017, as the table of footprints has it.
#[rustfmt::skip]
const COMMISSIONERS_PER_FOOTPRINT: [(&str, usize); 44] = [
    ("QVP", 6), ("QT8", 1), ("QMK", 5), ("QE1", 8), ("QWO", 11), ("QOQ", 6), ("QOP", 10),
    ("QYG", 12), ("QF7", 5), ("QNC", 6), ("QOC", 2), ("QJ2", 4), ("QJM", 4), ("QT1", 6),
    ("QK1", 3), ("QUA", 4), ("QHL", 3), ("QWU", 3), ("QGH", 4), ("QPM", 2), ("QUE", 1),
    ("QMM", 5), ("QJG", 3), ("QHG", 3), ("QM7", 3), ("QH8", 5), ("QRV", 8), ("QMJ", 5),
    ("QMF", 7), ("QKK", 6), ("QWE", 6), ("QKS", 8), ("QNX", 8), ("QNQ", 5), ("QXU", 3),
    ("QT6", 1), ("QJK", 2), ("QSL", 1), ("QUY", 3), ("QOX", 3), ("QVV", 1), ("QRL", 7),
    ("QR1", 1), ("QU9", 7),
];

/// Those that had another number in December 2016, without Cumbria (01H), which lay in two.
const PER_FOOTPRINT_IN_2016: [(&str, usize); 4] = [("QVP", 5), ("QT8", 0), ("QMK", 6), ("QOP", 12)];

/// STP and number of commissioners in April 2018, in the order of the STPs.
#[rustfmt::skip]
const COMMISSIONERS_PER_STP: [(&str, usize); 42] = [
    ("QHM", 12), ("QE1", 8), ("QWO", 9), ("QOQ", 6), ("QOP", 10), ("QYG", 12), ("QF7", 5),
    ("QNC", 6), ("QOC", 2), ("QJ2", 4), ("QJM", 4), ("QT1", 6), ("QK1", 3), ("QUA", 4),
    ("QHL", 1), ("QWU", 3), ("QGH", 4), ("QPM", 2), ("QUE", 1), ("QMM", 5), ("QJG", 3),
    ("QHG", 3), ("QM7", 3), ("QH8", 5), ("QRV", 8), ("QMJ", 5), ("QMF", 7), ("QKK", 6),
    ("QWE", 6), ("QKS", 8), ("QNX", 8), ("QNQ", 3), ("QXU", 3), ("QT6", 1), ("QJK", 2),
    ("QSL", 1), ("QUY", 1), ("QOX", 3), ("QVV", 1), ("QRL", 7), ("QR1", 1), ("QU9", 3),
];

fn counted(first: u16, area: &str, kind: Kind) -> usize {
    let members = geography(first).members(area).into_iter();
    members
        .filter(|member| member.organisation.kind == kind)
        .filter(|member| member.membership == Membership::Counted)
        .count()
}

#[test]
fn every_commissioner_counts_in_one_area() {
    let in_2016: BTreeMap<&str, usize> = COMMISSIONERS_PER_FOOTPRINT
        .into_iter()
        .chain(PER_FOOTPRINT_IN_2016)
        .collect();
    let kind = Kind::Commissioner;
    for (code, count) in COMMISSIONERS_PER_FOOTPRINT {
        assert_eq!(counted(2017, code, kind), count, "{code}");
        assert_eq!(counted(2016, code, kind), in_2016[code], "{code}");
    }
    let areas: Vec<&str> = geography(2018).areas().map(|area| area.code).collect();
    assert_eq!(areas, COMMISSIONERS_PER_STP.map(|(code, _)| code));
    for (code, count) in COMMISSIONERS_PER_STP {
        assert_eq!(counted(2018, code, kind), count, "{code}");
    }
    for first in 2016..=2018 {
        for (_, member) in placed(first) {
            let organisation = member.organisation;
            if organisation.kind == kind {
                assert!(organisation.name.starts_with("NHS "), "{organisation:?}");
                assert!(organisation.name.ends_with(" CCG"), "{organisation:?}");
            }
        }
    }
    // The four northern footprints whose code with the Office for National Statistics changed
    // between 2016 and 2017, by a commissioner that lies in each.
    for (commissioner, footprint) in [
        ("00N", "QVP"),
        ("01H", "QT8"),
        ("00C", "QMK"),
        ("01A", "QE1"),
    ] {
        let found = membership(2017, footprint, commissioner);
        assert_eq!(found, Some(Membership::Counted), "{commissioner}");
    }
}

#[test]
fn commissioners_merged_and_moved_between_the_years() {
    let lists = |first, code| geography(first).lists(&facts::organisation(code).unwrap());
    // Three commissioners became Manchester (14L) on 1 April 2017.
    for code in ["00W", "01M", "01N"] {
        assert_eq!(membership(2016, "QOP", code), Some(Membership::Counted));
        assert!(lists(2016, code) && !lists(2017, code));
    }
    assert_eq!(membership(2017, "QOP", "14L"), Some(Membership::Counted));
    assert!(!lists(2016, "14L"));
    // Cumbria lay in two footprints, and North Durham changed its own.
    for footprint in ["QT8", "QE1"] {
        assert_eq!(
            membership(2016, footprint, "01H"),
            Some(Membership::ToChoose)
        );
    }
    assert_eq!(membership(2016, "QMK", "00J"), Some(Membership::Counted));
    assert_eq!(membership(2017, "QVP", "00J"), Some(Membership::Counted));
    let name = |first| {
        facts::organisation("01H")
            .unwrap()
            .in_year(year(first))
            .name
    };
    assert_eq!(name(2016), "NHS Cumbria CCG");
    assert_eq!(name(2017), "NHS North Cumbria CCG");
    // Leeds was three until April 2018.
    assert_eq!(membership(2018, "QWO", "15F"), Some(Membership::Counted));
    assert!(lists(2017, "02V") && !lists(2018, "02V"));
    // Where no list is held, the one before is the nearest.
    assert!(lists(2020, "15F") && !lists(2020, "02V") && !lists(2022, "15F"));
}

#[test]
fn a_board_is_the_one_commissioner_of_its_area() {
    for first in 2022..=2026 {
        for area in geography(first).areas() {
            let members = geography(first).members(area.code);
            let boards: Vec<&Member> = members
                .iter()
                .filter(|member| member.organisation.kind == Kind::Commissioner)
                .collect();
            let [board] = boards.as_slice() else {
                panic!("{boards:?}");
            };
            assert_eq!(board.organisation.code, area.code);
            assert_eq!(board.organisation.name, format!("NHS {} ICB", area.name));
            assert_eq!(board.membership, Membership::Counted);
        }
    }
}

#[test]
fn trusts_are_partners_of_the_areas_in_the_lists() {
    let partners = |first| {
        placed(first)
            .into_iter()
            .filter(|(_, member)| member.organisation.kind == Kind::Trust)
            .map(|(_, member)| member.organisation.code)
            .collect::<Vec<&str>>()
    };
    let once = |codes: &[&'static str]| codes.iter().copied().collect::<BTreeSet<&str>>().len();
    let in_2017 = partners(2017);
    assert_eq!((in_2017.len(), once(&in_2017)), (300, 236));
    // The 285 of April 2019, less the one formed that day, and five that ended in the year.
    let in_2018 = partners(2018);
    assert_eq!((in_2018.len(), once(&in_2018)), (285 - 1 + 5, 225 - 1 + 5));
    // The 271 of 2022 and five that the list leaves out, of which one was formed in 2024.
    let in_2022 = partners(2022);
    assert_eq!((in_2022.len(), once(&in_2022)), (271 + 5, 207 + 5));
    let trusts_of_2026: BTreeSet<&str> = codes(2026, Kind::Trust, Membership::Counted)
        .union(&codes(2026, Kind::Trust, Membership::ToChoose))
        .copied()
        .collect();
    // The 202 of August 2026 without one for all of England.
    assert_eq!(trusts_of_2026.len(), 201);
}

/// Those that belong to several areas and count in one that is published, in a year.
fn hosted(first: u16) -> BTreeMap<&'static str, &'static str> {
    placed(first)
        .into_iter()
        .filter_map(|(_, member)| match member.membership {
            Membership::Elsewhere { home } => Some((member.organisation.code, home)),
            _ => None,
        })
        .collect()
}

#[test]
fn partners_of_several_areas_count_in_their_host() {
    let acute = BTreeMap::from([
        ("RDU", "QNQ"),
        ("RFS", "QJ2"),
        ("RK9", "QJK"),
        ("RMC", "QOP"),
        ("RTD", "QVP"),
        ("RTF", "QVP"),
        ("RVR", "QWE"),
        ("RVY", "QYG"),
    ]);
    assert_eq!(hosted(2017), acute);
    // Two of them are in one STP only.
    let mut in_stps = acute;
    in_stps.remove("RTD");
    in_stps.remove("RTF");
    assert_eq!(hosted(2018), in_stps);
    #[rustfmt::skip]
    let of_boards = BTreeMap::from([
        ("R1L", "QH8"), ("RAT", "QMF"), ("RAX", "QWE"), ("RCD", "QOQ"), ("RK9", "QJK"),
        ("RMY", "QMM"), ("RP5", "QF7"), ("RRE", "QNC"), ("RRU", "QKK"), ("RTG", "QJ2"),
        ("RTP", "QXU"), ("RTR", "QHM"), ("RV3", "QMJ"), ("RV5", "QKK"), ("RVN", "QOX"),
        ("RVR", "QWE"), ("RWK", "QMF"), ("RWX", "QNQ"), ("RX3", "QHM"), ("RX7", "QOP"),
        ("RX8", "QWO"), ("RX9", "QT1"), ("RXE", "QF7"), ("RXG", "QWO"), ("RXK", "QUA"),
        ("RXX", "QXU"), ("RYA", "QUA"), ("RYC", "QUE"), ("RYD", "QNX"), ("RYE", "QU9"),
        ("RYF", "QJK"), ("RYV", "QUE"), ("RYX", "QRV"),
    ]);
    assert_eq!(hosted(2025), of_boards);
}

#[test]
fn hosts_that_the_partner_list_overrules() {
    let counted = Some(Membership::Counted);
    assert_eq!(membership(2025, "QWE", "RPY"), counted);
    assert_eq!(membership(2025, "QMJ", "RAN"), counted);
    for code in ["RPY", "RAN"] {
        assert_eq!(membership(2025, "QRV", code), None);
    }
    assert_eq!(membership(2026, "QWE", "RPY"), counted);
    assert_eq!(membership(2026, "Z9B2Z", "RAN"), counted);
    // A slip of the partner list of 2019.
    for (first, area) in [(2017, "QMK"), (2018, "QHM")] {
        let elsewhere = Membership::Elsewhere { home: "QOP" };
        assert_eq!(membership(first, area, "RMC"), Some(elsewhere));
    }
    assert_eq!(membership(2022, "QHM", "RMC"), None);
}

#[test]
fn boards_of_2026_have_the_trusts_of_those_they_took_over_from() {
    let boards = geography(2026);
    let homes = |first| -> BTreeMap<&str, &str> {
        let counted = placed(first)
            .into_iter()
            .filter(|(_, member)| member.membership == Membership::Counted);
        counted
            .filter(|(_, member)| member.organisation.kind == Kind::Trust)
            .map(|(area, member)| (member.organisation.code, area))
            .collect()
    };
    let before = homes(2025);
    for (trust, since) in homes(2026) {
        let successors: Vec<&str> = boards
            .successors(before[trust])
            .map(|area| area.code)
            .collect();
        let expected = if successors.is_empty() {
            vec![before[trust]]
        } else {
            successors
        };
        assert_eq!([since], *expected, "{trust}");
    }
    let merged: BTreeSet<&str> = boards
        .areas()
        .flat_map(|area| area.predecessors().collect::<Vec<_>>())
        .collect();
    assert_eq!(merged.len(), 12);
    for code in &merged {
        assert!(
            geography(2025).area(code).is_some() && boards.area(code).is_none(),
            "{code}"
        );
    }
    let split: Vec<&str> = merged
        .into_iter()
        .filter(|code| boards.successors(code).count() > 1)
        .collect();
    assert_eq!(split, ["QJG", "QNQ"]);
}

#[test]
fn trusts_of_the_split_boards_are_to_choose() {
    for (code, parts) in [
        ("RDE", ["D7T5G", "T6Y0W"]),
        ("RGR", ["D7T5G", "T6Y0W"]),
        ("RDU", ["S9B9J", "S0E4D"]),
        ("RWX", ["S9B9J", "S0E4D"]),
        // In two former boards in the list of August 2026.
        ("RY3", ["S1Y5D", "T6Y0W"]),
    ] {
        for area in geography(2026).areas() {
            let expected = parts.contains(&area.code).then_some(Membership::ToChoose);
            assert_eq!(membership(2026, area.code, code), expected, "{code}");
        }
        let trust = facts::organisation(code).unwrap().in_year(year(2026));
        assert_eq!(trust.remarks().count(), 1, "{code} says why");
    }
}

/// First year and the trusts that its lists name although they had ended.
#[rustfmt::skip]
const CEASED: [(u16, &[&str]); 9] = [
    (2016, &["RJX", "RLU", "TAE"]),
    (2017, &["RJX", "RLU", "RRD", "RWN", "TAE"]),
    (2018, &["R1E", "RGQ", "RJF"]),
    (2020, &["R1J", "RA3", "RBA", "RC1", "RD3", "RDD", "RDZ", "RNL", "RQ6", "RQ8", "RT3", "RE9", "RLN"]),
    (2022, &[]),
    (2023, &["RA4", "RVY"]),
    (2024, &["R1C", "RA4", "RAP", "RRP", "RVY", "RY9", "RYK", "TAF"]),
    (2025, &["R1C", "RAP", "RRP", "RY9", "RYK", "TAF"]),
    (2026, &["RNK", "RVJ", "RY2", "RYV"]),
];

#[test]
fn trusts_that_ended_are_named_and_not_counted() {
    for (first, expected) in CEASED {
        let ceased: BTreeSet<&str> = placed(first)
            .into_iter()
            .filter(|(_, member)| matches!(member.membership, Membership::Ceased { .. }))
            .map(|(_, member)| member.organisation.code)
            .collect();
        assert_eq!(ceased, expected.iter().copied().collect(), "{first}");
    }
    // Merged on 1 April 2018, so that they count in 2017/18 and are in no list since.
    for (code, area) in [("RR1", "QHL"), ("RY1", "QYG")] {
        assert_eq!(membership(2017, area, code), Some(Membership::Counted));
        assert_eq!(membership(2018, area, code), None);
        let said = facts::organisation(code).unwrap().in_year(year(2017)).ended;
        assert!(said.is_some_and(|words| words.contains("1 April 2018")));
    }
    // What comes later is not said.
    let bedford = facts::organisation("RC1").unwrap();
    assert!(bedford.ended.is_some());
    assert_eq!(bedford.in_year(year(2017)).ended, None);
}

#[test]
fn trusts_begin_to_count_in_the_year_they_were_formed() {
    for (code, area, first) in [
        ("R0A", "QOP", 2017),
        ("R1L", "QJG", 2017),
        ("R0B", "QHM", 2019),
        ("R0D", "QVV", 2020),
        ("G6V2S", "QMJ", 2024),
    ] {
        assert_eq!(membership(first - 1, area, code), None, "{code}");
        assert!(membership(first, area, code).is_some(), "{code}");
    }
    // The one trust that is in no board's area.
    let online = facts::organisation("K0N6A").unwrap();
    assert!(geography(2026).lists(&online) && !geography(2025).lists(&online));
    assert!(
        placed(2026)
            .iter()
            .all(|(_, member)| member.organisation.code != "K0N6A")
    );
}

#[test]
fn names_are_those_of_the_year() {
    let name = |code, first| facts::organisation(code).unwrap().in_year(year(first)).name;
    assert_eq!(
        name("RBN", 2021),
        "St Helens and Knowsley Teaching Hospital Services NHS Trust"
    );
    assert_eq!(
        name("RBN", 2022),
        "St Helens and Knowsley Teaching Hospitals NHS Trust"
    );
    assert_eq!(
        name("RBN", 2026),
        "Mersey and West Lancashire Teaching Hospitals NHS Trust"
    );
    assert_eq!(
        name("RTG", 2017),
        "Derby Teaching Hospitals NHS Foundation Trust"
    );
    assert_eq!(
        name("RTG", 2018),
        "University Hospitals of Derby and Burton NHS Foundation Trust"
    );
    let area = |first| geography(first).area("QMK").map(|area| area.name);
    assert!(area(2016).unwrap().contains("Tees,") && area(2017).unwrap().contains("Teesside,"));
    assert_eq!(area(2018), None);
    let lancashire = |first| geography(first).area("QE1").unwrap().name;
    assert_eq!(lancashire(2018), "Healthier Lancashire and South Cumbria");
    assert_eq!(lancashire(2026), "Lancashire and South Cumbria");
}

#[test]
fn what_is_general_knowledge_says_so() {
    // These ends are published with their dates, or the list itself is the reason.
    let published = ["R1C", "RNK", "RVJ", "RY2", "RY9", "RYV"];
    for trust in trusts() {
        if let Some(words) = facts::organisation(trust.code).unwrap().ended {
            let is_published = published.contains(&trust.code);
            assert_eq!(words.ends_with("(recalled)"), !is_published, "{words}");
        }
    }
}

#[test]
fn members_stand_commissioners_first_then_trusts() {
    let members: Vec<(&str, Membership)> = geography(2017)
        .members("QT8")
        .iter()
        .map(|member| (member.organisation.code, member.membership))
        .collect();
    let newcastle = Membership::Elsewhere { home: "QVP" };
    assert_eq!(
        members,
        [
            ("01H", Membership::Counted),
            ("RNN", Membership::ToChoose),
            ("RNL", Membership::Counted),
            ("RX7", Membership::ToChoose),
            ("RTF", newcastle),
            ("RTD", newcastle),
        ]
    );
    assert_eq!(
        facts::organisation("RTD").unwrap().name,
        "The Newcastle Upon Tyne Hospitals NHS Foundation Trust"
    );
    assert_eq!(membership(2017, "QOP", "RTD"), None);
}

/// Board and number of trusts that count in it in 2022/23.
#[rustfmt::skip]
const TRUSTS_PER_BOARD_IN_2022: [(&str, usize); 42] = [
    ("QHM", 11), ("QE1", 5), ("QWO", 10), ("QOQ", 5), ("QOP", 10), ("QYG", 17), ("QF7", 7),
    ("QNC", 3), ("QOC", 3), ("QJ2", 4), ("QJM", 3), ("QT1", 4), ("QK1", 2), ("QUA", 7),
    ("QHL", 5), ("QWU", 4), ("QGH", 3), ("QPM", 3), ("QUE", 6), ("QMM", 5), ("QJG", 2),
    ("QHG", 2), ("QM7", 5), ("QH8", 2), ("QRV", 6), ("QMJ", 11), ("QMF", 5), ("QKK", 6),
    ("QWE", 7), ("QKS", 6), ("QNX", 6), ("QNQ", 2), ("QXU", 4), ("QT6", 2), ("QJK", 5),
    ("QSL", 2), ("QUY", 2), ("QOX", 4), ("QVV", 3), ("QRL", 6), ("QR1", 2), ("QU9", 5),
];

/// The same in 2026/27.
#[rustfmt::skip]
const TRUSTS_PER_BOARD_IN_2026: [(&str, usize); 36] = [
    ("QYG", 15), ("QOP", 10), ("QE1", 5), ("QHM", 11), ("QOQ", 5), ("QF7", 7), ("QWO", 10),
    ("QHL", 5), ("QUA", 6), ("QWU", 4), ("QGH", 3), ("QJ2", 4), ("QJM", 3), ("QT1", 4),
    ("QK1", 2), ("QPM", 3), ("QOC", 3), ("QNC", 3), ("S1Y5D", 12), ("D7T5G", 2), ("T6Y0W", 4),
    ("QMF", 5), ("QKK", 6), ("QWE", 6), ("Z9B2Z", 14), ("QRL", 5), ("QKS", 6), ("S0E4D", 5),
    ("S9B9J", 10), ("QOX", 4), ("QVV", 3), ("QSL", 1), ("QUY", 1), ("QR1", 2), ("QT6", 2),
    ("QJK", 5),
];

#[test]
fn every_board_has_its_number_of_trusts() {
    for (code, count) in TRUSTS_PER_BOARD_IN_2022 {
        assert_eq!(counted(2022, code, Kind::Trust), count, "{code}");
    }
    for (code, count) in TRUSTS_PER_BOARD_IN_2026 {
        assert_eq!(counted(2026, code, Kind::Trust), count, "{code}");
    }
}

/// First year, quarter, trusts with a figure, and their attendances and breaches together.
const QUARTERS: [(u16, usize, usize, u32, u32); 12] = [
    (2016, 1, 135, 4_774_224, 550_976),
    (2016, 2, 136, 4_866_019, 545_165),
    (2016, 3, 135, 4_818_050, 691_011),
    (2016, 4, 136, 4_674_919, 680_915),
    (2017, 1, 136, 4_984_539, 569_463),
    (2017, 2, 135, 4_943_336, 570_418),
    (2017, 3, 137, 5_219_237, 723_761),
    (2017, 4, 137, 5_003_354, 875_699),
    (2018, 1, 137, 5_316_208, 623_137),
    (2018, 2, 134, 5_285_267, 654_804),
    (2018, 3, 134, 5_295_863, 752_250),
    (2018, 4, 134, 5_348_153, 921_944),
];

#[test]
fn a_and_e_adds_up_to_the_source() {
    let sum = |figures: &[Attendances]| {
        (
            figures.len(),
            figures.iter().map(|figure| figure.attendances).sum(),
            figures.iter().map(|figure| figure.breaches).sum(),
        )
    };
    let published =
        |year| trusts().filter_map(move |trust| facts::published_a_and_e(trust.code, year));
    for (year, quarter, count, attendances, breaches) in QUARTERS {
        let this_year: Vec<Attendances> = published(year)
            .filter_map(|published| published.quarters[quarter - 1])
            .collect();
        assert_eq!(
            sum(&this_year),
            (count, attendances, breaches),
            "quarter {quarter} of {year}"
        );
    }
    let march: Vec<Attendances> = published(2017)
        .filter_map(|published| published.march)
        .collect();
    assert_eq!(sum(&march), (137, 1_749_421, 313_083));
    for (year, count) in [(2015, 0), (2016, 136), (2017, 137), (2018, 137), (2019, 0)] {
        assert_eq!(published(year).count(), count, "{year}");
    }
    for year in [0, u16::MAX] {
        assert_eq!(published(year).count(), 0);
    }
}

#[test]
fn a_and_e_figures_are_possible() {
    for trust in trusts() {
        for year in [2016, 2017, 2018] {
            let Some(published) = facts::published_a_and_e(trust.code, year) else {
                continue;
            };
            let before = facts::published_a_and_e(trust.code, year - 1);
            assert_eq!(
                published.last_year,
                before.map_or([None; 4], |before| before.quarters)
            );
            assert_eq!(
                published.last_year_remark,
                before.and_then(|before| before.remark)
            );
            assert_eq!(published.march.is_some(), year == 2017, "{}", trust.code);
            for figures in published.quarters.iter().flatten().chain(&published.march) {
                assert!(figures.attendances > 0, "{}", trust.code);
                assert!(figures.breaches <= figures.attendances, "{}", trust.code);
            }
            if let (Some(march), Some(quarter)) = (published.march, published.quarters[3]) {
                assert!(march.attendances < quarter.attendances, "{}", trust.code);
                assert!(march.breaches <= quarter.breaches, "{}", trust.code);
            }
            if published.quarters.contains(&None) {
                assert!(published.remark.is_some(), "{} says why", trust.code);
            }
        }
    }
}

#[test]
fn a_and_e_of_some_trusts_as_added_by_hand() {
    let published = |trust, year| facts::published_a_and_e(trust, year).unwrap();
    // Leeds: 17,276 + 2,261 + 18,560 + 2,500 + 16,700 + 3,012 attendances from April to June 2017.
    assert_eq!(published("RR8", 2017).quarters[0], attended(60_309, 5_700));
    assert_eq!(published("RR8", 2018).last_year[0], attended(60_309, 5_700));
    assert_eq!(published("RR8", 2017).march, attended(20_138, 5_866));
    // Guy's and St Thomas' has departments of all three kinds.
    assert_eq!(published("RJ1", 2017).quarters[3], attended(50_071, 5_920));
    assert_eq!(published("RTG", 2018).quarters[1], attended(77_692, 8_873));
    assert_eq!(published("RCB", 2017).last_year[2], attended(46_809, 8_017));
    assert_eq!(published("RWH", 2017).quarters[2], attended(32_764, 6_542));
}

#[test]
fn a_quarter_with_a_month_missing_is_blank() {
    let mut blank = Vec::new();
    for trust in trusts() {
        for year in [2016, 2017, 2018] {
            if let Some(published) = facts::published_a_and_e(trust.code, year) {
                for (quarter, figures) in (1..).zip(published.quarters) {
                    if figures.is_none() {
                        blank.push((year, quarter, trust.code));
                    }
                }
            }
        }
    }
    blank.sort_unstable();
    let mut expected = vec![
        (2016, 1, "RHQ"),
        (2016, 3, "RFR"),
        (2017, 1, "R0A"),
        (2017, 2, "R0A"),
        (2017, 2, "RWH"),
    ];
    for quarter in 2..=4 {
        expected.extend(["RGQ", "RJF", "RR1"].map(|code| (2018, quarter, code)));
    }
    assert_eq!(blank, expected);
    assert_eq!(facts::published_a_and_e("R0A", 2016), None);
    // An ambulance trust and a specialist trust without a type 1 department.
    assert_eq!(facts::published_a_and_e("RX9", 2017), None);
    assert_eq!(facts::published_a_and_e("RP6", 2017), None);
}

#[test]
fn the_licences_are_named() {
    for words in [
        "Contains public sector information licensed under the Open Government Licence v3.0.",
        "Source: Office for National Statistics, NHS Digital, NHS England.",
        "The Health Foundation, Winter_pressures, 2019, MIT licence.",
        "Boards and trusts of 2026: published lists under CC0, in the public domain.",
    ] {
        assert!(facts::ATTRIBUTION.contains(words), "{words}");
    }
}
