//! The command line: what it answers, and how it ends.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_control-total-calculator"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The program may have answered without reading all of it.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn every_example_is_assessed() {
    for entry in std::fs::read_dir("www/examples").unwrap() {
        let path = entry.unwrap().path();
        let path = path.to_str().unwrap();
        for format in ["text", "json"] {
            let output = run(&["assess", path, "--format", format], "");
            assert_eq!(
                output.status.code(),
                Some(0),
                "{path}: {}",
                text(&output.stderr)
            );
            assert!(
                output.stdout.len() > 1_000 && output.stderr.is_empty(),
                "{path}"
            );
        }
    }
}

#[test]
fn an_empty_plan_goes_through_a_pipe() {
    for code in ["QE1", "QVP", "qmf"] {
        let plan = run(&["footprints", code, "--year", "2017/18"], "");
        assert_eq!(plan.status.code(), Some(0));
        let answer = run(&["assess"], text(&plan.stdout));
        assert_eq!(answer.status.code(), Some(0));
        assert!(text(&answer.stdout).contains("not known yet"));
        let again = run(&["assess", "-"], text(&plan.stdout));
        assert_eq!(answer.stdout, again.stdout);
    }
}

#[test]
fn a_plan_that_cannot_be_read_ends_with_two_and_every_diagnostic() {
    let plan = r#"{"kind":"control-total-plan","version":1,"year":"2017/18","organisations":[
        {"code":"RXL","allocation":{"STF":"x"}},{"code":"RXR","allocation":{"STF":"1,23"}}]}"#;
    let output = run(&["assess"], plan);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let errors = text(&output.stderr);
    for path in [
        "organisations/RXL/allocation",
        "organisations/RXR/allocation",
    ] {
        assert!(errors.contains(path), "{errors}");
    }
}

#[test]
fn what_is_not_there_ends_with_two_and_a_way_out() {
    for (arguments, hint) in [
        (&["assess", "no-such-file.json"][..], "no-such-file.json"),
        (&["footprints", "QQQ"][..], "lists them"),
        (
            &["footprints", "QHM", "--year", "2017/18"][..],
            "QHM is not one of the 44 footprints of 2017/18. It is an area of 2018/19 to 2026/27.",
        ),
        (
            &["footprints", "QE1", "--year", "2015/16"][..],
            "There are no rules for 2015/16",
        ),
        (&["footprints", "--year", "2017"][..], "write it as in"),
        (
            &["footprints", "--year", "2030/31"][..],
            "`footprints` lists the years",
        ),
        (&["schemes", "stf-1999-00"][..], "`schemes` lists them"),
        (
            &[
                "working",
                "www/examples/somerset-partnership-over-delivery.json",
                "nothing",
            ][..],
            "no figure at nothing",
        ),
    ] {
        let output = run(arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            text(&output.stderr).contains(hint),
            "{}",
            text(&output.stderr)
        );
    }
}

#[test]
fn lists_and_rules_are_printed() {
    let years = run(&["footprints"], "");
    assert!(text(&years.stdout).contains("2022/23 to 2025/26  42 boards"));
    for (year, areas, says) in [
        ("2017/18", 44, "44 footprints of 2017/18"),
        ("2020-21", 42, "no list of them is held here"),
        (
            "2026/27",
            36,
            "S1Y5D  Central East (East of England), 13 organisations",
        ),
    ] {
        let found = run(&["footprints", "--year", year], "");
        let found = text(&found.stdout);
        let listed = found.lines().filter(|line| line.contains("), "));
        assert_eq!(listed.count(), areas, "{found}");
        assert!(found.contains(says), "{found}");
    }
    let schemes = run(&["schemes"], "");
    assert!(text(&schemes.stdout).contains("stf-2017-18"));
    let rules = run(&["schemes", "stf-2017-18"], "");
    let rules = text(&rules.stdout);
    assert!(
        rules.contains("15%, 20%, 30%, 35%")
            && rules.contains("recalled, not verified")
            && rules.contains("Source:")
    );
    assert!(text(&run(&["assumptions"], "").stdout).contains("Why:"));
}

#[test]
fn a_figure_is_explained() {
    let output = run(
        &[
            "working",
            "www/examples/lancashire-and-south-cumbria.json",
            "organisations/RXL/fund/total/earned/quarters/0",
        ],
        "",
    );
    let working = text(&output.stdout);
    assert!(
        working.contains("entered at organisations/RXL/allocation"),
        "{working}"
    );
    assert!(
        working.contains("rule: Shares of the quarters"),
        "{working}"
    );
}

#[test]
fn the_schema_in_the_tree_is_the_one_of_the_types() {
    let output = run(&["schema"], "");
    let kept = std::fs::read_to_string("www/plan.schema.json").unwrap();
    assert_eq!(
        text(&output.stdout),
        kept,
        "the plan document has changed: cargo run -- schema > www/plan.schema.json"
    );
}

#[test]
fn schemes_are_listed_with_how_sure_they_are_and_told_rule_by_rule() {
    let listed = run(&["schemes"], "");
    let listed = text(&listed.stdout);
    for id in [
        "stf-2016-17",
        "stf-2017-18",
        "psf-2018-19",
        "csf-2018-19",
        "psf-2019-20",
        "frf-2019-20",
        "mret-2019-20",
        "frf-2020-21",
        "elective-2020-21",
        "envelope-2021-22",
        "break-even-2022-23",
        "break-even-2023-24",
        "dsf-2024-25",
        "dsf-2025-26",
        "dsf-2026-27",
    ] {
        assert!(listed.contains(id), "{id}");
        let rules = run(&["schemes", id], "");
        let rules = text(&rules.stdout);
        assert!(
            rules.contains("Source: ") && rules.contains("% sure"),
            "{id}"
        );
        // Each rule that is recalled is marked where it is told.
        let recalled = rules.matches("Status: recalled").count();
        assert_eq!(
            rules.matches("NOT VERIFIED. Status: recalled").count(),
            recalled,
            "{id}"
        );
    }
    assert!(listed.contains("Financial recovery fund 2020/21 (never in force)"));
}

#[test]
fn two_schemes_are_told_apart_rule_by_rule() {
    let changed = run(&["schemes", "stf-2016-17", "stf-2017-18"], "");
    let changed = text(&changed.stdout);
    assert!(changed.contains("stf-2016-17: 25%. "), "{changed}");
    assert!(
        changed.contains("stf-2017-18: 15%, 20%, 30%, 35%. "),
        "{changed}"
    );
    assert!(changed.contains("Only in stf-2017-18"), "{changed}");
    let same = run(&["schemes", "stf-2017-18", "stf-2017-18"], "");
    assert_eq!(text(&same.stdout).lines().count(), 1);
    assert_eq!(
        run(&["schemes", "stf-2017-18", "xyz"], "").status.code(),
        Some(2)
    );
}

/// Leeds Teaching Hospitals' published bridge (B01 of `tests/cases/statements.toml`), a provider's
/// quality payments with something not known, and the flex of `tests/cases/flex.toml`.
const BESIDE: &str = r#"{"kind":"control-total-plan","version":1,"year":"2017/18","unit":"thousands",
    "flexes":[{"from":"Q3","moves":{"RR8":"(1,000)","B1":"1,000"}}],
    "organisations":[
        {"code":"RR8","side":"provider","name":"Leeds Teaching Hospitals","control_total":{"amount":"8,000"},
         "amounts":{"accounts_surplus":"(17,351)","impairments":"50,360","capital_grants":"(3,396)",
            "ifric_12":"33,488","uk_gaap":"(44,425)","inventories":"56","other_adjustments":"1,127",
            "contract_value":"4,000"}},
        {"code":"B1","side":"commissioner","name":"Board","control_total":{"amount":"4,000"}}]}"#;

#[test]
fn what_the_rules_reckon_beside_the_fund_is_printed() {
    let output = run(&["assess"], BESIDE);
    let printed = text(&output.stdout);
    let line = |name: &str| {
        let found = printed.lines().find(|line| line.starts_with(name));
        found.unwrap_or_else(|| panic!("{name}: {printed}"))
    };
    assert!(
        printed
            .contains("From the accounts to the control total's basis: Leeds Teaching Hospitals")
    );
    assert!(line("Adjusted financial performance ").ends_with("  19,859"));
    assert!(line("Quality payments in all").ends_with("  100  (not verified)"));
    assert!(line("Reserve paid to the provider").contains("not known  needs RR8 Reserve released"));
}

#[test]
fn flexes_are_printed_with_what_each_side_moves() {
    let output = run(&["assess"], BESIDE);
    let printed = text(&output.stdout);
    let (_, flex) = printed.split_once("Flex from Q3, to be approved").unwrap();
    let rows: Vec<Vec<&str>> = flex
        .lines()
        .skip(1)
        .take(4)
        .map(|line| {
            line.split("  ")
                .map(str::trim)
                .filter(|cell| !cell.is_empty())
                .collect()
        })
        .collect();
    assert_eq!(
        rows,
        [
            ["Leeds Teaching Hospitals", "8,000", "(1,000)", "7,000"],
            ["Board", "4,000", "1,000", "5,000"],
            ["Providers", "8,000", "(1,000)", "7,000"],
            ["Commissioners", "4,000", "1,000", "5,000"],
        ]
    );
}

#[test]
fn a_rule_is_told_with_the_worked_cases_that_test_it() {
    let rules = run(&["schemes", "dsf-2026-27"], "");
    let rules = text(&rules.stdout);
    // Each rule with what is said of it.
    let told = |id: &str| {
        let id = format!("Id: dsf-2026-27:{id}\n");
        let (_, after) = rules.split_once(&id).unwrap();
        after.split("\n\n").next().unwrap()
    };
    let delivery = told("delivery");
    assert!(
        delivery.contains("  Tested by ") && delivery.contains("scheme_dsf_2026_27 ("),
        "{delivery}"
    );
    // Only stated, so that there is nothing to test.
    assert!(!told("withdrawal").contains("Tested by"), "{rules}");
    assert!(text(&run(&["assumptions"], "").stdout).contains("  Tested by "));
}

#[test]
fn a_rule_without_a_case_says_so() {
    let listed = run(&["schemes"], "");
    let ids = text(&listed.stdout)
        .lines()
        .filter(|line| !line.starts_with(' '));
    for id in ids.filter_map(|line| line.split(' ').next()) {
        let rules = run(&["schemes", id], "");
        let rules = text(&rules.stdout);
        let count = |words: &str| rules.matches(words).count();
        let computed = rules
            .split("\nWhat else hangs on own and system\n")
            .next()
            .unwrap();
        let computed = computed.split("\nStated, not computed\n").next().unwrap();
        assert_eq!(
            count("\n  Tested by ") + count("\n  No case tests this rule yet.\n"),
            computed.matches("  Status: ").count()
                + computed.matches("  NOT VERIFIED. Status: ").count(),
            "{id}"
        );
    }
}

#[test]
fn an_answer_as_json_lists_the_rules_that_are_not_verified() {
    for (year, fund) in [("2018/19", ""), ("2020/21", "FRF"), ("2025/26", "")] {
        let plan = json!({
            "kind": "control-total-plan", "version": 1, "year": year, "fund": fund,
        });
        let output = run(&["assess", "--format", "json"], &plan.to_string());
        let answer: Value = serde_json::from_str(text(&output.stdout)).unwrap();
        let listed = answer["not_verified"].as_array().unwrap();
        let listed: BTreeSet<&str> = listed
            .iter()
            .map(|one| one["rule"].as_str().unwrap())
            .collect();
        let mut told = BTreeSet::new();
        for id in answer["scheme"]["ids"].as_array().unwrap() {
            let output = run(&["schemes", id.as_str().unwrap()], "");
            let rules = text(&output.stdout);
            let sections = rules
                .split("\n\n")
                .filter(|one| one.contains("NOT VERIFIED. Status"));
            for section in sections {
                let (_, after) = section.split_once(" Id: ").unwrap();
                told.insert(after.lines().next().unwrap().to_owned());
            }
        }
        assert!(!told.is_empty());
        assert!(told.iter().eq(&listed), "{year}: {told:?} {listed:?}");
        assert_eq!(answer["scheme"]["rules_not_verified"], listed.len());
    }
}

#[test]
fn what_a_plan_changes_is_never_passed_off_as_published() {
    let plan = r#"{"kind":"control-total-plan","version":1,"year":"2017/18","fund":"STF",
        "changes":{"stf-2017-18:phasing":"25%"},
        "organisations":[{"code":"RXL","accepted":true,"allocation":{"STF":"100"}}]}"#;
    let output = run(&["assess"], plan);
    assert!(
        text(&output.stdout)
            .contains("Changed in this plan: Shares of the quarters = 25% (stf-2017-18:phasing)")
    );
    let figure = "organisations/RXL/fund/total/available/quarters/0";
    let output = run(&["working", "-", figure], plan);
    let working = text(&output.stdout);
    let cited = "Shares of the quarters (CHANGED IN THIS PLAN: 25% instead of 15%, 20%, 30%, 35%; as published: sourced, 100% sure;";
    assert!(working.contains(cited), "{working}");
}

#[test]
fn an_improvement_that_another_condition_makes_useless_is_not_said_to_unlock() {
    let of = |accepted: bool| {
        let plan = json!({
            "kind": "control-total-plan", "version": 1, "year": "2026/27",
            "organisations": [{
                "code": "RXL", "accepted": accepted, "allocation": { "DSF": "900" },
                "control_total": { "amount": "(1,000)" },
            }],
        });
        let output = run(&["assess"], &plan.to_string());
        text(&output.stdout).to_owned()
    };
    assert!(of(true).contains("Improve the plan by 100 to unlock 900, of which"));
    let refused = of(false);
    assert!(
        refused.contains("Improve the plan by 100 to balance, which alone unlocks nothing"),
        "{refused}"
    );
}

#[test]
fn a_condition_that_is_recalled_is_marked() {
    let plan = r#"{"kind":"control-total-plan","version":1,"year":"2019/20",
        "organisations":[{"code":"RXL","accepted":true}]}"#;
    let output = run(&["assess"], plan);
    let (_, funds) = text(&output.stdout)
        .split_once("Conditions of the ")
        .unwrap();
    let accepted = |fund: &str| {
        let (_, own) = funds.split_once(&format!("{fund}: Blackpool")).unwrap();
        own.lines().nth(1).unwrap().to_owned()
    };
    assert!(accepted("MRET").ends_with("met  (not verified)"));
    assert!(accepted("PSF").ends_with("met"));
}

#[test]
fn a_name_that_is_too_wide_ends_with_a_mark() {
    let name = "A".repeat(60);
    let plan = json!({
        "kind": "control-total-plan", "version": 1, "year": "2017/18",
        "organisations": [{ "code": "X1", "name": name, "side": "provider" }],
    });
    let output = run(&["assess"], &plan.to_string());
    let row = format!("\n{}…  ", "A".repeat(42));
    assert!(text(&output.stdout).contains(&row));
}

/// Figures as wide as a column and wider stay apart, and as they are.
#[test]
fn no_figure_touches_the_one_before() {
    let mut actual = json!({ "Q1": "900,000,000.00" });
    for quarter in ["Q2", "Q3", "Q4"] {
        actual[quarter] = json!("(1,000,000,000.55)");
    }
    let plan = json!({
        "kind": "control-total-plan", "version": 1, "year": "2017/18", "fund": "STF",
        "unit": "pounds", "footprint": { "name": "System" },
        "organisations": [{
            "code": "X1", "name": "Trust", "side": "provider", "accepted": true,
            "control_total": { "amount": "900,000,000.00", "profile": {
                "Q1": "1", "Q2": "2", "Q3": "3", "Q4": "900,000,000.00",
            } },
            "actual": actual,
        }],
    });
    let plan = plan.to_string();
    let plans = folder("wide", &[("one.json", plan.clone())]);
    let assessed = run(&["assess"], &plan);
    let rolled_up = run(&["national", plans.to_str().unwrap()], "");
    let wide = |output: &Output, first: &str| -> Vec<String> {
        let mut lines = text(&output.stdout).lines();
        let found = lines.find(|line| line.starts_with(first) && line.contains(".55"));
        let words = found.unwrap().split_whitespace().skip(1);
        words.map(str::to_owned).collect()
    };
    let cells = [
        "900,000,000.00",
        "900,000,000.00",
        "(1,000,000,000.55)",
        "(1,900,000,000.55)",
        "missed",
    ];
    assert_eq!(wide(&assessed, "Trust "), cells);
    assert_eq!(
        wide(&rolled_up, "System "),
        [
            "900,000,000.00",
            "0.00",
            "0.00",
            "900,000,000.00",
            "(1,000,000,000.55)",
            "(1,900,000,000.55)",
        ]
    );
}

#[test]
fn who_is_in_the_fund_is_printed_with_what_a_plan_lacks() {
    let plan = r#"{"kind":"control-total-plan","version":1,"year":"2025/26","unit":"thousands",
        "organisations":[{"code":"T","side":"provider","name":"Trust","allocation":{"DSF":"20,000"},
            "control_total":{"amount":"(20,500)","spread":"straight_line"}}]}"#;
    let output = run(&["assess"], plan);
    let printed = text(&output.stdout);
    let (_, conditions) = printed
        .split_once("\nConditions of the DSF: Trust\n")
        .unwrap();
    let lines: Vec<&str> = conditions.lines().take(4).collect();
    assert!(lines[0].contains("not known  needs "), "{lines:?}");
    assert!(lines[1].ends_with(" not met"), "{lines:?}");
    assert!(lines[2].starts_with("In the fund ") && lines[2].ends_with(" not met"));
    assert_eq!(
        lines[3],
        "Improve the system's plan by 500 to unlock 20,000, of which each quarter is still to be earned."
    );
}

/// A folder of its own with these files, empty before.
fn folder(name: &str, files: &[(&str, String)]) -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for (name, contents) in files {
        std::fs::write(folder.join(name), contents).unwrap();
    }
    folder
}

#[test]
fn the_plans_of_a_folder_are_rolled_up() {
    let example =
        std::fs::read_to_string("www/examples/lancashire-and-south-cumbria.json").unwrap();
    let blank = run(&["footprints", "QOP", "--year", "2017/18"], "");
    let files = [
        ("lancashire.json", example.clone()),
        ("manchester.json", text(&blank.stdout).to_owned()),
        ("again.json", example),
        ("notes.txt", "not a plan, and not read".to_owned()),
    ];
    let plans = folder("national", &files);
    let plans = plans.to_str().unwrap();
    let answer = run(&["national", plans], "");
    assert_eq!(answer.status.code(), Some(0));
    let words = text(&answer.stdout);
    assert!(words.contains("Lancashire and South Cumbria"), "{words}");
    assert!(words.contains("Not counted: lancashire.json."), "{words}");
    assert!(
        text(&answer.stderr)
            .contains("lancashire.json: left out: QE1 is counted by again.json already.")
    );
    let json = run(&["national", plans, "--format", "json"], "");
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
    // As the example's own assessment says.
    assert_eq!(json["systems"][0]["both"]["control_total"], "-86600000.00");
    assert_eq!(json["all"]["organisations"], 33);
    assert!(json["all"]["both"]["control_total"]["needs"].is_array());
    let working = run(
        &[
            "national",
            plans,
            "--working",
            "systems/QE1/both/control_total",
        ],
        "",
    );
    assert_eq!(working.status.code(), Some(0));
    assert!(text(&working.stdout).contains("QE1/system/position/control_total"));
    let none = run(&["national", plans, "--working", "systems/QE1"], "");
    assert_eq!(none.status.code(), Some(2));
    assert!(text(&none.stderr).contains("There is no figure at systems/QE1"));
}

/// A name or a file's name must not steer the terminal, nor turn the figures after it around.
#[test]
fn nothing_that_is_printed_steers_the_terminal() {
    let odd = "A\u{202e}\u{2029}B";
    let plan = json!({
        "kind": "control-total-plan", "version": 1, "year": "2017/18", "title": odd,
        "organisations": [{ "code": "RXL", "name": odd }, { "code": odd }],
    });
    let answer = run(&["assess"], &plan.to_string());
    let said = text(&answer.stderr);
    assert!(
        said.contains("A\\u202e\\u2029B") && !said.contains(['\u{202e}', '\u{2029}']),
        "{said}"
    );
    let files = [("\u{202e}\u{2028}lliw.json", "{}".to_owned())];
    let refused = run(
        &["national", folder("odd-names", &files).to_str().unwrap()],
        "",
    );
    let said = text(&refused.stderr);
    assert!(said.starts_with("\\u202e lliw.json: left out: "), "{said}");
}

/// By hand: 300 is more than the 200 of 2018/19, and 100 of 150 can't do without it.
#[test]
fn a_bid_that_is_out_names_the_year_or_the_bid() {
    let bid = |code: &str, name: &str, year: &str, amount: &str| json!({ "code": code, "name": name, "amounts": { year: amount }, "score": "5" });
    let mut needs = bid("B", "Its beds", "2017/18", "100");
    needs["needs"] = json!("A");
    let plan = json!({
        "kind": "control-total-plan", "version": 1, "year": "2017/18", "fund": "STF",
        "organisations": [{ "code": "RXL" }],
        "planning": { "capital": {
            "envelope": { "2017/18": "150", "2018/19": "200" }, "worth": "points",
            "bids": [bid("A", "A ward", "2018/19", "300"), needs],
        } },
    });
    let answer = run(&["assess"], &plan.to_string());
    let words = text(&answer.stdout);
    let line = |name: &str| {
        let found = words.lines().find(|line| line.starts_with(name));
        found.unwrap_or_else(|| panic!("{name}: {words}"))
    };
    assert!(line("A ward ").ends_with("  out: more than the whole envelope of 2018/19"));
    assert!(line("Its beds ").ends_with("  out: it needs A ward"));
}

/// From 22, 23 and 24 December 2016 to the contracts' 23 December.
#[test]
fn one_day_is_no_several() {
    for (today, words) in [
        ("2016-12-21", "23 December 2016, 2 days to go"),
        ("2016-12-22", "23 December 2016, 1 day to go"),
        ("2016-12-23", "23 December 2016, today"),
        ("2016-12-24", "23 December 2016, 1 day ago"),
        ("2016-12-25", "23 December 2016, 2 days ago"),
    ] {
        let plan = json!({
            "kind": "control-total-plan", "version": 1, "year": "2017/18", "fund": "STF",
            "planning": { "today": today },
        });
        let answer = run(&["assess"], &plan.to_string());
        let found = text(&answer.stdout);
        let line = format!("Contracts agreed: {words}\n");
        assert!(found.contains(&line), "{today}: {found}");
    }
}

/// What is no condition has a yes or no, and a reading is nothing to be sure of.
#[test]
fn the_working_of_a_flag_says_yes() {
    let example = "www/examples/lancashire-and-south-cumbria.json";
    let working = run(&["working", example, "planning/council/flagged"], "");
    let words = text(&working.stdout);
    assert!(
        words.starts_with("The envelope pays for the council's pressures = yes ["),
        "{words}"
    );
    assert!(
        words.contains("The social-care memo (this calculator's reading; "),
        "{words}"
    );
    assert!(words.contains("(sourced, 100% sure; "), "{words}");
}

/// Whatever is named as a plan is counted or named with its reason; a pipe that nobody writes to
/// does not keep the answer waiting.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_left_out_with_its_reason() {
    let example = std::fs::read_to_string("www/examples/lancashire-and-south-cumbria.json");
    let plans = folder("no-files", &[("plan.json", example.unwrap())]);
    std::fs::create_dir(plans.join("folder.json")).unwrap();
    std::os::unix::fs::symlink("gone", plans.join("broken.json")).unwrap();
    let pipe = plans.join("pipe.json");
    assert!(Command::new("mkfifo").arg(pipe).status().unwrap().success());
    let answer = run(&["national", plans.to_str().unwrap()], "");
    assert_eq!(answer.status.code(), Some(0));
    assert!(text(&answer.stdout).contains("Not counted: broken.json, folder.json and pipe.json."));
    let said = text(&answer.stderr);
    for reason in [
        "broken.json: left out: It can't be read: No such file",
        "folder.json: left out: This is a folder, not a plan document.",
        "pipe.json: left out: This is a pipe or a device, not a plan document.",
    ] {
        assert!(said.contains(reason), "{said}");
    }
}

#[test]
fn a_folder_without_plans_ends_with_two() {
    for (name, files) in [
        ("no-plans", vec![("notes.txt", String::new())]),
        ("no-plan-is-good", vec![("one.json", "{}".to_owned())]),
    ] {
        let plans = folder(name, &files);
        let answer = run(&["national", plans.to_str().unwrap()], "");
        assert_eq!(answer.status.code(), Some(2), "{name}");
        assert!(
            answer.stdout.is_empty() && !answer.stderr.is_empty(),
            "{name}"
        );
    }
    let answer = run(&["national", "no such folder"], "");
    assert_eq!(answer.status.code(), Some(2));
}
