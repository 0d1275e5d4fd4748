//! The published facts agree with their sources. The figures here were counted from the sources by
//! a program that shares nothing with the one that made the tables.

use control_total::facts::{self, Attendances, Kind, Membership};
use std::collections::BTreeSet;

const FOOTPRINTS: &str = include_str!("../src/facts/footprints.tsv");
const COMMISSIONERS: &str = include_str!("../src/facts/commissioners.tsv");
const TRUSTS: &str = include_str!("../src/facts/trusts.tsv");
const A_AND_E: &str = include_str!("../src/facts/a_and_e.tsv");

fn trusts() -> impl Iterator<Item = facts::Organisation> {
    facts::organisations().filter(|organisation| organisation.kind == Kind::Trust)
}

fn commissioners() -> impl Iterator<Item = facts::Organisation> {
    facts::organisations().filter(|organisation| organisation.kind == Kind::Commissioner)
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
    assert_eq!(facts::footprints().count(), lines(FOOTPRINTS));
    assert_eq!(commissioners().count(), lines(COMMISSIONERS));
    assert_eq!(trusts().count(), lines(TRUSTS));
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
    for table in [FOOTPRINTS, COMMISSIONERS, TRUSTS, A_AND_E] {
        assert!(table.ends_with('\n') && !table.contains('\r'));
        for line in table.lines() {
            assert_eq!(line, line.trim());
            assert!(!line.contains("  ") && !line.contains('"'), "{line}");
        }
    }
    for organisation in facts::organisations() {
        assert_eq!(organisation.code.len(), 3, "{organisation:?}");
        assert!(organisation.name.contains(' '), "{organisation:?}");
    }
    for kind in [Kind::Commissioner, Kind::Trust] {
        let names: Vec<String> = facts::organisations()
            .filter(|organisation| organisation.kind == kind)
            .map(|organisation| organisation.name.to_lowercase())
            .collect();
        assert!(names.is_sorted(), "listed by name");
    }
}

#[test]
fn there_are_44_footprints_207_commissioners_and_236_trusts_with_codes_of_their_own() {
    assert_eq!(facts::footprints().count(), 44);
    assert_eq!(commissioners().count(), 207);
    assert_eq!(trusts().count(), 236);
    assert!(
        facts::footprints()
            .map(|footprint| footprint.number)
            .eq(1..=44)
    );
    let mut codes = BTreeSet::new();
    let footprints = facts::footprints().map(|footprint| footprint.code);
    for code in footprints.chain(facts::organisations().map(|organisation| organisation.code)) {
        assert!(codes.insert(code), "{code} stands twice");
    }
}

#[test]
fn regions_are_the_four_of_2016() {
    for (region, count) in [
        ("North", 9),
        ("Midlands and East", 17),
        ("London", 5),
        ("South", 13),
    ] {
        let found = facts::footprints().filter(|footprint| footprint.region == region);
        assert_eq!(found.count(), count, "{region}");
    }
}

#[test]
fn codes_are_found_however_they_are_typed() {
    assert_eq!(
        facts::footprint(" qop ").unwrap().name,
        "Greater Manchester"
    );
    assert_eq!(facts::organisation("rr8"), facts::organisation("RR8"));
    assert_eq!(
        facts::organisation("RR8").unwrap().name,
        "Leeds Teaching Hospitals NHS Trust"
    );
    assert_eq!(
        facts::organisation("00J").unwrap().name,
        "NHS North Durham CCG"
    );
    assert!(facts::published_a_and_e(" rr8", 2017).is_some());
    assert_eq!(facts::members("qt8").count(), 6);
    for unknown in ["", " ", "code", "Q", "QOP QOQ", "E54000007", "ÄÖÜ"] {
        assert_eq!(facts::footprint(unknown), None);
        assert_eq!(facts::organisation(unknown), None);
        assert_eq!(facts::members(unknown).count(), 0);
        assert_eq!(facts::published_a_and_e(unknown, 2017), None);
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

#[test]
fn every_commissioner_counts_in_one_footprint() {
    for (code, count) in COMMISSIONERS_PER_FOOTPRINT {
        let found = facts::members(code)
            .filter(|member| member.organisation.kind == Kind::Commissioner)
            .inspect(|member| assert_eq!(member.membership, Membership::Counted))
            .count();
        assert_eq!(found, count, "{code}");
    }
    for commissioner in commissioners() {
        assert_eq!(commissioner.footprints().count(), 1, "{commissioner:?}");
        assert!(commissioner.name.starts_with("NHS "), "{commissioner:?}");
        assert!(commissioner.name.ends_with(" CCG"), "{commissioner:?}");
    }
    // The four northern footprints whose code with the Office for National Statistics changed
    // between 2016 and 2017, by a commissioner that lies in each.
    for (commissioner, footprint) in [
        ("00N", "QVP"),
        ("01H", "QT8"),
        ("00C", "QMK"),
        ("01A", "QE1"),
    ] {
        let found = facts::organisation(commissioner).unwrap();
        assert_eq!(found.home, Some(footprint), "{commissioner}");
    }
    // Three commissioners became Manchester (14L) on 1 April 2017.
    assert_eq!(facts::organisation("14L").unwrap().home, Some("QOP"));
    assert_eq!(facts::organisation("00W"), None);
}

#[test]
fn trusts_are_partners_of_known_footprints() {
    let known: Vec<&str> = facts::footprints()
        .map(|footprint| footprint.code)
        .collect();
    let mut partners = 0;
    for organisation in facts::organisations() {
        let mut numbers = Vec::new();
        for code in organisation.footprints() {
            numbers.push(known.iter().position(|known| *known == code).expect(code));
        }
        assert!(
            numbers.is_sorted_by(|one, next| one < next),
            "{organisation:?}"
        );
        if organisation.kind == Kind::Trust {
            partners += numbers.len();
        }
        if let Some(home) = organisation.home {
            assert!(organisation.membership(home).is_some(), "{organisation:?}");
        }
    }
    assert_eq!(partners, 300);
    let members: usize = known.iter().map(|code| facts::members(code).count()).sum();
    assert_eq!(members, 300 + 207);
    let alone = trusts().filter(|trust| trust.footprints().count() == 1);
    assert_eq!(alone.count(), 195);
    let several = trusts().filter(|trust| trust.footprints().count() > 1);
    assert_eq!(several.count(), 41);
}

#[test]
fn a_trust_counts_in_one_footprint_at_most() {
    for trust in trusts() {
        let counted = trust
            .footprints()
            .filter(|code| trust.membership(code) == Some(Membership::Counted))
            .count();
        let can_count = trust.home.is_some() && trust.ceased.is_none();
        assert_eq!(counted, usize::from(can_count), "{trust:?}");
        if trust.footprints().count() == 1 {
            assert_eq!(trust.home, trust.footprints().next());
        }
    }
    let hosted: BTreeSet<(&str, &str)> = trusts()
        .filter(|trust| trust.footprints().count() > 1)
        .filter_map(|trust| Some((trust.code, trust.home?)))
        .collect();
    let acute = BTreeSet::from([
        ("RDU", "QNQ"),
        ("RFS", "QJ2"),
        ("RK9", "QJK"),
        ("RMC", "QOP"),
        ("RTD", "QVP"),
        ("RTF", "QVP"),
        ("RVR", "QWE"),
        ("RVY", "QYG"),
    ]);
    assert_eq!(hosted, acute);
}

#[test]
fn the_user_chooses_for_32_trusts_and_five_had_ceased() {
    let to_choose = trusts()
        .filter(|trust| {
            let first = trust.footprints().next().unwrap();
            trust.membership(first) == Some(Membership::ToChoose)
        })
        .count();
    assert_eq!(to_choose, 32);
    let ceased: BTreeSet<&str> = trusts()
        .filter(|trust| trust.ceased.is_some())
        .map(|trust| trust.code)
        .collect();
    assert_eq!(ceased, BTreeSet::from(["RJX", "RLU", "RRD", "RWN", "TAE"]));
    for trust in trusts() {
        if let Some(words) = trust.ceased {
            assert!(words.ends_with("(recalled)"), "{words}");
            for footprint in trust.footprints() {
                assert_eq!(
                    trust.membership(footprint),
                    Some(Membership::Ceased { words })
                );
            }
        }
    }
}

#[test]
fn members_stand_commissioners_first_then_trusts() {
    let members: Vec<(&str, Membership)> = facts::members("QT8")
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
    assert_eq!(facts::organisation("RTD").unwrap().membership("QOP"), None);
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
    ] {
        assert!(facts::ATTRIBUTION.contains(words), "{words}");
    }
}
