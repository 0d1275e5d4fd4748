//! Bad input of every kind gives a clear message at its place with a way out; the
//! rest of the input is kept, and nothing panics.

mod document;

use control_total::assess::{assess, unfold};
use control_total::plan::{Reading, Severity, read};
use serde::Deserialize;
use serde_json::{Value, json};
use std::fs;

#[test]
fn changes_that_are_not_the_whole_are_all_left_out() {
    for changes in [
        r#""stf-2017-18:a_and_e.streaming.Q1.share":"60%""#,
        r#""stf-2017-18:a_and_e.streaming.Q1.share":"40%""#,
        r#""stf-2017-18:finance_weight":"60%""#,
    ] {
        let reading = read(&format!(
            r#"{{"kind":"control-total-plan","version":1,"year":"2017/18","changes":{{{changes}}}}}"#
        ));
        assert_eq!(reading.diagnostics[0].code, "not_the_whole", "{changes}");
        assert!(reading.plan.unwrap().changes.is_empty(), "{changes}");
    }
}

/// A share that can't be read is not the whole: what it counts of is not known.
#[test]
fn an_unreadable_share_is_not_taken_for_the_whole() {
    let reading = read(
        r#"{"kind":"control-total-plan","version":1,"year":"2017/18","organisations":[
            {"code":"RW5","share":"4O%","control_total":{"amount":"100"}}]}"#,
    );
    assert!(!reading.is_clean());
    let assessment = assess(&reading.plan.unwrap());
    let total = assessment.organisations[0].position.control_total;
    assert_eq!(assessment.record.ledger.amount(total), None);
    assert!(
        assessment
            .missing
            .iter()
            .any(|input| input.path == "organisations/RW5/share")
    );
}

/// Contracts that are all left out are no empty register: the question stays, and says
/// what it needs.
#[test]
fn where_every_contract_is_left_out_nothing_is_known_of_them() {
    for (year, years) in [("2017/18", "2017/18"), ("", "each of 2017/18 and 2018/19")] {
        let document = json!({
            "kind": "control-total-plan", "version": 1, "year": "2017/18",
            "planning": {"contracts": [{"year": year, "commissioner": "00Q", "provider": "RW5"}]},
        });
        let answers = assess(&read(&document.to_string()).plan.unwrap())
            .answer
            .planning;
        assert_eq!(
            answers[0].words,
            format!(
                "It is not known yet how well the contracts of {years} agree; needs contract 1, which is left out."
            )
        );
    }
}

/// However a year is written, its second part must follow the first.
#[test]
fn a_year_that_is_none_is_no_year_however_it_is_written() {
    for year in [
        "17/19",
        "17/2019",
        "2017/2019",
        "2017–19",
        "2017/1918",
        "1917/18",
        "117/18",
        "2017/8",
        "17",
        "2017/18/19",
    ] {
        let document = json!({
            "kind": "control-total-plan", "version": 1, "year": "2017/18",
            "planning": {"resources": [{"year": year, "amount": "1"}]},
        });
        let reading = read(&document.to_string());
        assert_eq!(reading.diagnostics[0].code, "no_year", "{year}");
    }
}

/// A name with a line break would look like two rows of a table.
#[test]
fn only_a_note_has_lines() {
    let reading = read(
        r#"{"kind":"control-total-plan","version":1,"year":"2017/18","title":"One\ntwo","note":"One\ntwo",
            "organisations":[{"code":"RW5","name":"X 0 met\r\nSystem 0"}]}"#,
    );
    let odd = reading.diagnostics.iter();
    let odd = odd.filter(|one| one.code == "control_characters");
    let places: Vec<&str> = odd.map(|one| one.path.as_str()).collect();
    assert_eq!(places, ["title", "organisations/RW5/name"]);
    let plan = reading.plan.unwrap();
    assert_eq!(
        (plan.title.as_str(), plan.note.as_str()),
        ("One two", "One\ntwo")
    );
    assert_eq!(plan.organisations[0].name, "X 0 met System 0");
}

/// Two more characters begin a line.
#[test]
fn a_line_separator_is_a_line_break() {
    let reading = read(
        r#"{"kind":"control-total-plan","version":1,"year":"2017/18","title":"One\u2028two","note":"One\u2029two",
            "organisations":[{"code":"RW5","name":"X\u2029Y"},{"code":"A\u2028B"}]}"#,
    );
    let found = reading.diagnostics.iter();
    let found: Vec<_> = found.map(|one| (one.code, one.path.as_str())).collect();
    assert_eq!(
        found,
        [
            ("control_characters", "title"),
            ("control_characters", "organisations/RW5/name"),
            ("no_code", "organisations/A\u{2028}B/code"),
        ]
    );
    let plan = reading.plan.unwrap();
    assert_eq!(
        (plan.title.as_str(), plan.note.as_str()),
        ("One two", "One\ntwo")
    );
    assert_eq!(plan.organisations[0].name, "X Y");
}

/// A name that has the text after it run the other way would turn its figures around.
#[test]
fn no_name_turns_the_text_after_it() {
    let reading = read(
        r#"{"kind":"control-total-plan","version":1,"year":"2017/18","title":"Plan – “draft”",
            "organisations":[{"code":"RW5","name":"A\u202eB\u2066C"},{"code":"RXN","name":"\u05d0 (1)"}]}"#,
    );
    let places: Vec<&str> = reading
        .diagnostics
        .iter()
        .map(|one| one.path.as_str())
        .collect();
    assert_eq!(places, ["organisations/RW5/name"]);
    let plan = reading.plan.unwrap();
    assert_eq!(plan.title, "Plan – “draft”");
    let names = plan.organisations.iter().map(|one| one.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["ABC", "\u{5d0} (1)"]);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    /// The plan's text as a file holds it, or the plan as a table.
    document: Option<String>,
    plan: Option<toml::Table>,
    /// The place, the kind of fault, and a part of what is said.
    path: String,
    code: String,
    says: String,
    /// A part of the way out.
    way_out: String,
    /// A figure that must be known all the same, and one that must not be.
    still_known: Option<String>,
    not_known: Option<String>,
    /// True when nothing can be assessed.
    #[serde(default)]
    refused: bool,
    #[serde(default)]
    warning: bool,
}

#[test]
fn every_fault_is_named_at_its_place() {
    let file: File =
        toml::from_str(&fs::read_to_string("tests/refusals/faults.toml").unwrap()).unwrap();
    assert!(file.case.len() >= 30, "only {} faults", file.case.len());
    let faults: Vec<String> = file
        .case
        .iter()
        .filter_map(|case| fault(case).err())
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn fault(case: &Case) -> Result<(), String> {
    let text = match (&case.document, &case.plan) {
        (Some(text), None) => text.clone(),
        (None, Some(plan)) => document::from_toml(plan).to_string(),
        _ => panic!("{}: a document or a plan", case.name),
    };
    let reading = read(&text);
    let severity = if case.warning {
        Severity::Warning
    } else {
        Severity::Error
    };
    let found = reading.diagnostics.iter().find(|finding| {
        finding.severity == severity
            && finding.path == case.path
            && finding.code == case.code
            && finding.message.contains(&case.says)
            && finding.hint.contains(&case.way_out)
    });
    if found.is_none() {
        return Err(format!("{}: {:#?}", case.name, reading.diagnostics));
    }
    if reading.plan.is_none() != case.refused {
        return Err(format!(
            "{}: refused is {}",
            case.name,
            reading.plan.is_none()
        ));
    }
    for (figure, known) in [(&case.still_known, true), (&case.not_known, false)] {
        if let Some(figure) = figure
            && is_known(&reading, figure) != known
        {
            return Err(format!("{}: {figure} should be known: {known}", case.name));
        }
    }
    Ok(())
}

fn is_known(reading: &Reading, figure: &str) -> bool {
    let plan = reading.plan.as_ref().expect("a plan");
    let working = unfold(plan, figure).unwrap_or_else(|| panic!("no figure {figure}"));
    !matches!(
        working.value,
        control_total::working::WorkedValue::NotKnown { .. }
    )
}

/// Lists of a planning round have an end, and what stands before it counts.
#[test]
fn a_list_that_is_too_long_is_named_where_it_is() {
    let dates = (0..501).map(|day| (format!("Day {day}"), json!("2016-12-23")));
    let programme = |place: usize| json!({"code": format!("P{place}"), "budget": "1"});
    let bid = |place: usize| json!({"code": format!("B{place}"), "score": "1"});
    let of = |count: usize, one: &dyn Fn(usize) -> Value| -> Vec<Value> {
        (0..count).map(one).collect()
    };
    let contract = |_| json!({"year": "2017/18", "commissioner": "XXX", "provider": "XXX"});
    let document = json!({
        "kind": "control-total-plan", "version": 1, "year": "2017/18",
        "planning": {
            "dates": dates.collect::<serde_json::Map<_, _>>(),
            "resources": of(501, &|_| json!({"year": "2017/18", "amount": "1"})),
            "contracts": of(2_001, &contract),
            "bids": of(501, &|_| json!({"pot": "cancer"})),
            "proposals": of(501, &|_| json!({"name": "One"})),
            "envelope": {"programmes": of(501, &programme)},
            "council": of(501, &|_| json!({"name": "One"})),
            "capital": {"bids": of(61, &bid)},
        },
    });
    let reading = read(&document.to_string());
    let too_long = reading.diagnostics.iter();
    let places: Vec<&str> = too_long
        .filter(|one| one.code == "too_many_lines")
        .map(|one| one.path.as_str())
        .collect();
    let (days, places): (Vec<&str>, Vec<&str>) = places
        .into_iter()
        .partition(|path| path.starts_with("planning/dates/Day "));
    assert_eq!(days.len(), 1);
    let lists = [
        "planning/resources/500",
        "planning/contracts/2000",
        "planning/bids/500",
        "planning/proposals/500",
        "planning/envelope/programmes/500",
        "planning/council/500",
        "planning/capital/bids/60",
    ];
    assert_eq!(places, lists);
    let planning = reading.plan.unwrap().planning.unwrap();
    let kept = (planning.resources.len(), planning.capital.bids.len());
    assert_eq!(kept, (500, 60));
}

#[test]
fn ten_megabytes_of_nonsense_are_refused_unread() {
    let reading = read(&"x".repeat(10_000_000));
    let [finding] = reading.diagnostics.as_slice() else {
        panic!("{:?}", reading.diagnostics);
    };
    assert_eq!(finding.code, "too_large");
    assert!(finding.message.contains("10 MB"), "{}", finding.message);
    assert!(reading.plan.is_none());
}

#[test]
fn nonsense_of_any_size_is_refused_with_line_and_column() {
    for text in [
        "",
        "x",
        "{",
        "[1,2",
        "\u{0}",
        "{\"kind\": \"control-total-plan\",,}",
        &"[".repeat(100_000),
    ] {
        let reading = read(text);
        assert!(reading.plan.is_none());
        assert_eq!(reading.diagnostics[0].code, "not_json", "{text:.20}");
    }
}

#[test]
fn a_name_that_is_markup_stays_a_name() {
    let name = "<img src=x onerror=alert(1)>";
    let text = format!(
        r#"{{"kind":"control-total-plan","version":1,"year":"2017/18","organisations":[{{"code":"RXL","name":"{name}"}}]}}"#
    );
    let plan = read(&text).plan.unwrap();
    assert_eq!(assess(&plan).organisations[0].name, name);
}

#[test]
fn faults_do_not_hide_each_other() {
    let text = r#"{"kind":"control-total-plan","version":1,"year":"2017/18","colour":"red","organisations":[
        {"code":"RXL","allocation":{"STF":"x"},"actual":{"Q1":"1,23","Q5":"1","Q2":7},"control_total":{"amount":"1e6"}},
        {"code":"QQQ","shade":1}]}"#;
    let reading = read(text);
    let paths: Vec<&str> = reading
        .diagnostics
        .iter()
        .map(|finding| finding.path.as_str())
        .collect();
    for path in [
        "colour",
        "organisations/1/shade",
        "organisations/RXL/allocation/STF",
        "organisations/RXL/actual/Q1",
        "organisations/RXL/actual/Q5",
        "organisations/RXL/actual/Q2",
        "organisations/RXL/control_total/amount",
        "organisations/QQQ/code",
    ] {
        assert!(paths.contains(&path), "{path} is not in {paths:?}");
    }
}
