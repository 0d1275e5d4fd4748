//! Turns the rules, which are kept as text that a finance person can review, into
//! the constants that the program is compiled with, so that no parser for them
//! travels to the browser. A rule without words, source, status or confidence
//! stops the build here.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, error::Error, fs};

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let folder = Path::new("src/scheme");
    println!("cargo::rerun-if-changed=src/scheme");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let sources = read::<BTreeMap<String, SourceFile>>(&folder.join("sources.toml"))?;
    fs::write(out.join("sources.rs"), sources_code(&sources)?)?;
    let readings = read::<BTreeMap<String, ReadingFile>>(&folder.join("readings.toml"))?;
    fs::write(out.join("readings.rs"), readings_code(&readings)?)?;
    let mut schemes = Vec::new();
    for entry in fs::read_dir(folder.join("published"))? {
        let path = entry?.path();
        let scheme: SchemeFile = read(&path)?;
        if path.file_stem().and_then(|stem| stem.to_str()) != Some(&scheme.id) {
            return Err(format!("{}: the file is not named after its id", path.display()).into());
        }
        scheme
            .check(&sources)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        schemes.push(scheme);
    }
    schemes.sort_by(|a, b| (&a.year, &a.id).cmp(&(&b.year, &b.id)));
    fs::write(out.join("schemes.rs"), schemes_code(&schemes)?)?;
    Ok(())
}

fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> Outcome<T> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()).into())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFile {
    title: String,
    r#where: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadingFile {
    name: String,
    words: String,
    reason: String,
}

impl ReadingFile {
    fn rule(&self) -> RuleFile {
        RuleFile {
            name: self.name.clone(),
            words: self.words.clone(),
            sources: vec!["READING".into()],
            status: Status::Reading,
            confidence: 100,
        }
    }
}

#[derive(Clone, Deserialize)]
struct RuleFile {
    name: String,
    words: String,
    sources: Vec<String>,
    status: Status,
    confidence: u8,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Status {
    Sourced,
    SecondHand,
    Derived,
    Recalled,
    /// Not for the files of schemes.
    #[serde(skip)]
    Reading,
}

#[derive(Deserialize)]
struct ParameterFile<T> {
    value: T,
    #[serde(flatten)]
    rule: RuleFile,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Side {
    Provider,
    Commissioner,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SchemeFile {
    id: String,
    fund: String,
    name: String,
    year: String,
    target: String,
    fund_for: Side,
    summary: String,
    acceptance: RuleFile,
    before_fund: RuleFile,
    finance_gate: RuleFile,
    system_total: RuleFile,
    after_fund: RuleFile,
    revision: RuleFile,
    finance_weight: ParameterFile<String>,
    phasing: ParameterFile<[String; 4]>,
    recovery: ParameterFile<bool>,
    system_share: ParameterFile<String>,
    incentive: ParameterFile<String>,
    #[serde(default)]
    measure: Vec<MeasureFile>,
    #[serde(default)]
    outcome: Vec<OutcomeFile>,
    #[serde(default)]
    stated: Vec<StatedFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasureFile {
    id: String,
    name: String,
    weight: ParameterFile<String>,
    applies: RuleFile,
    part: Vec<PartFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartFile {
    id: String,
    name: String,
    quarters: Vec<String>,
    share: ParameterFile<String>,
    any_of: Vec<CriterionFile>,
}

#[derive(Deserialize)]
struct CriterionFile {
    milestone: Option<String>,
    at_least: Option<String>,
    figure: Option<String>,
    better_than: Option<String>,
    #[serde(flatten)]
    rule: RuleFile,
}

#[derive(Deserialize)]
struct OutcomeFile {
    own: String,
    system: String,
    #[serde(flatten)]
    rule: RuleFile,
}

#[derive(Deserialize)]
struct StatedFile {
    id: String,
    #[serde(flatten)]
    rule: RuleFile,
}

impl RuleFile {
    const fn is_recalled(&self) -> bool {
        matches!(self.status, Status::Recalled)
    }
}

impl SchemeFile {
    /// Every rule of the scheme, to be checked alike.
    fn rules(&self) -> Vec<&RuleFile> {
        let mut rules = vec![
            &self.acceptance,
            &self.before_fund,
            &self.finance_gate,
            &self.system_total,
            &self.after_fund,
            &self.revision,
            &self.finance_weight.rule,
            &self.phasing.rule,
            &self.recovery.rule,
            &self.system_share.rule,
            &self.incentive.rule,
        ];
        for measure in &self.measure {
            rules.extend([&measure.weight.rule, &measure.applies]);
            for part in &measure.part {
                rules.push(&part.share.rule);
                rules.extend(part.any_of.iter().map(|criterion| &criterion.rule));
            }
        }
        rules.extend(self.outcome.iter().map(|outcome| &outcome.rule));
        rules.extend(self.stated.iter().map(|stated| &stated.rule));
        rules
    }

    fn check(&self, sources: &BTreeMap<String, SourceFile>) -> Result<(), String> {
        for rule in self.rules() {
            let named = !rule.name.is_empty() && !rule.words.is_empty();
            if !named || rule.sources.is_empty() || !(1..=100).contains(&rule.confidence) {
                return Err(format!(
                    "{:?}: words, sources or confidence missing",
                    rule.name
                ));
            }
            if let Some(key) = rule.sources.iter().find(|key| !sources.contains_key(*key)) {
                return Err(format!("{:?}: no source {key}", rule.name));
            }
        }
        let phases: u64 = self
            .phasing
            .value
            .iter()
            .map(|share| rate(share).unwrap_or(0))
            .sum();
        let weights: u64 = self
            .measure
            .iter()
            .map(|m| rate(&m.weight.value).unwrap_or(0))
            .sum();
        let finance = rate(&self.finance_weight.value).unwrap_or(0);
        if phases != WHOLE || finance + weights != WHOLE {
            return Err("the phasing or the weights do not add to 100%".into());
        }
        for measure in &self.measure {
            for quarter in ["Q1", "Q2", "Q3", "Q4"] {
                let in_quarter = measure
                    .part
                    .iter()
                    .filter(|p| p.quarters.iter().any(|q| q == quarter));
                let total: u64 = in_quarter.map(|p| rate(&p.share.value).unwrap_or(0)).sum();
                if total != WHOLE {
                    return Err(format!(
                        "{}: the parts of {quarter} do not add to 100%",
                        measure.id
                    ));
                }
            }
        }
        Ok(())
    }
}

/// Stands in front of a field that is only words.
const TEXT: &str = "#[cfg(feature = \"rule-texts\")]";

/// One, in the hundred-thousandths in which rates are handed over.
const WHOLE: u64 = 100_000;

/// `12.5%` or `1` in hundred-thousandths, exactly.
fn rate(text: &str) -> Outcome<u64> {
    let (digits, places) = match text.strip_suffix('%') {
        Some(percent) => (percent, 3_usize),
        None => (text, 5),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    if decimals.len() > places {
        return Err(format!("{text} is too precise").into());
    }
    Ok(format!("{whole}{decimals:0<places$}").parse()?)
}

fn rate_code(text: &str) -> Outcome<String> {
    Ok(format!("Rate::from_hundred_thousandths({})", rate(text)?))
}

fn rule_code(id: &str, value: Option<&str>, rule: &RuleFile) -> String {
    let sources: Vec<String> = rule
        .sources
        .iter()
        .map(|key| format!("&sources::{key}"))
        .collect();
    format!(
        "Rule {{ id: {id:?}, name: {:?}, {TEXT} status: Status::{:?}, \
         {TEXT} words: {:?}, {TEXT} value: {value:?}, {TEXT} sources: &[{}], {TEXT} confidence: {} }}",
        rule.name,
        rule.status,
        rule.words,
        sources.join(", "),
        rule.confidence,
    )
}

fn parameter_code(id: &str, value: &str, shown: &str, rule: &RuleFile) -> String {
    format!(
        "Parameter {{ value: {value}, rule: {} }}",
        rule_code(id, Some(shown), rule)
    )
}

fn rate_parameter(id: &str, parameter: &ParameterFile<String>) -> Outcome<String> {
    let value = rate_code(&parameter.value)?;
    Ok(parameter_code(
        id,
        &value,
        &parameter.value,
        &parameter.rule,
    ))
}

fn flag_parameter(id: &str, parameter: &ParameterFile<bool>) -> String {
    let shown = if parameter.value { "yes" } else { "no" };
    parameter_code(id, &parameter.value.to_string(), shown, &parameter.rule)
}

fn sources_code(sources: &BTreeMap<String, SourceFile>) -> Outcome<String> {
    let mut code = String::new();
    for (key, source) in sources {
        writeln!(
            code,
            "pub static {key}: Source = Source {{ key: {key:?}, title: {:?}, place: {:?} }};",
            source.title, source.r#where
        )?;
    }
    Ok(code)
}

fn readings_code(readings: &BTreeMap<String, ReadingFile>) -> Outcome<String> {
    let mut code = String::new();
    let mut names = Vec::new();
    for (id, reading) in readings {
        let constant = id.to_uppercase();
        writeln!(
            code,
            "/// {}\npub static {constant}: Rule = {};",
            reading.words,
            rule_code(id, None, &reading.rule()),
        )?;
        names.push(format!(
            "Reading {{ rule: &{constant}, reason: {:?} }}",
            reading.reason
        ));
    }
    writeln!(
        code,
        "/// All readings, by id.\n{TEXT}\npub static ALL: &[Reading] = &[{}];",
        names.join(", ")
    )?;
    Ok(code)
}

fn schemes_code(schemes: &[SchemeFile]) -> Outcome<String> {
    let mut code =
        String::from("/// Every scheme, by year and id.\npub static SCHEMES: &[Scheme] = &[\n");
    for scheme in schemes {
        code.push_str(&scheme_code(scheme)?);
    }
    code.push_str("];\n");
    Ok(code)
}

fn scheme_code(scheme: &SchemeFile) -> Outcome<String> {
    let first: u16 = scheme.year.get(..4).unwrap_or_default().parse()?;
    let phases: Result<Vec<String>, _> = scheme
        .phasing
        .value
        .iter()
        .map(|share| rate_code(share))
        .collect();
    let phasing = format!("[{}]", phases?.join(", "));
    let rule = |id: &str, rule: &RuleFile| rule_code(id, None, rule);
    let mut code = format!(
        "Scheme {{ id: {:?}, fund: {:?}, name: {:?}, year: FinancialYear::beginning({first}), target: {:?}, fund_for: Side::{:?}, {TEXT} summary: {:?},\n",
        scheme.id, scheme.fund, scheme.name, scheme.target, scheme.fund_for, scheme.summary
    );
    for (field, value) in [
        ("acceptance", rule("acceptance", &scheme.acceptance)),
        ("before_fund", rule("before_fund", &scheme.before_fund)),
        ("finance_gate", rule("finance_gate", &scheme.finance_gate)),
        ("system_total", rule("system_total", &scheme.system_total)),
        ("after_fund", rule("after_fund", &scheme.after_fund)),
        ("revision", rule("revision", &scheme.revision)),
        (
            "finance_weight",
            rate_parameter("finance_weight", &scheme.finance_weight)?,
        ),
        (
            "phasing",
            parameter_code(
                "phasing",
                &phasing,
                &scheme.phasing.value.join(", "),
                &scheme.phasing.rule,
            ),
        ),
        ("recovery", flag_parameter("recovery", &scheme.recovery)),
        (
            "system_share",
            rate_parameter("system_share", &scheme.system_share)?,
        ),
        ("incentive", rate_parameter("incentive", &scheme.incentive)?),
    ] {
        writeln!(code, "{field}: {value},")?;
    }
    let measures: Outcome<Vec<String>> = scheme.measure.iter().map(measure_code).collect();
    writeln!(code, "measures: &[{}],", measures?.join(", "))?;
    let outcomes: Vec<String> = scheme.outcome.iter().map(outcome_code).collect();
    let not_verified = scheme.rules().into_iter().filter(|rule| rule.is_recalled());
    writeln!(code, "rules_not_verified: {},", not_verified.count())?;
    writeln!(code, "{TEXT} outcomes: &[{}],", outcomes.join(", "))?;
    let stated: Vec<String> = scheme
        .stated
        .iter()
        .map(|s| rule_code(&s.id, None, &s.rule))
        .collect();
    writeln!(code, "{TEXT} stated: &[{}] }},", stated.join(", "))?;
    Ok(code)
}

fn measure_code(measure: &MeasureFile) -> Outcome<String> {
    let parts: Outcome<Vec<String>> = measure
        .part
        .iter()
        .map(|part| part_code(&measure.id, part))
        .collect();
    Ok(format!(
        "Measure {{ id: {:?}, name: {:?}, weight: {}, applies: {}, parts: &[{}] }}",
        measure.id,
        measure.name,
        rate_parameter(&format!("{}.weight", measure.id), &measure.weight)?,
        rule_code(&format!("{}.applies", measure.id), None, &measure.applies),
        parts?.join(", "),
    ))
}

fn part_code(measure: &str, part: &PartFile) -> Outcome<String> {
    let id = format!("{measure}.{}.{}", part.id, part.quarters.join("_"));
    let criteria: Outcome<Vec<String>> =
        part.any_of.iter().map(|c| criterion_code(&id, c)).collect();
    let quarters: Vec<String> = part
        .quarters
        .iter()
        .map(|q| format!("Quarter::{q}"))
        .collect();
    Ok(format!(
        "Part {{ id: {:?}, name: {:?}, quarters: &[{}], share: {}, any_of: &[{}] }}",
        part.id,
        part.name,
        quarters.join(", "),
        rate_parameter(&format!("{id}.share"), &part.share)?,
        criteria?.join(", "),
    ))
}

fn criterion_code(part: &str, criterion: &CriterionFile) -> Outcome<String> {
    let rule = |id: &str| rule_code(&format!("{part}.{id}"), None, &criterion.rule);
    match (
        &criterion.milestone,
        &criterion.at_least,
        &criterion.better_than,
    ) {
        (Some(milestone), None, None) => Ok(format!(
            "Criterion::Milestone {{ id: {milestone:?}, rule: {} }}",
            rule("milestone")
        )),
        (None, Some(threshold), None) => {
            let figure = match criterion.figure.as_deref() {
                Some("quarter") => "Measured::Quarter",
                Some("march") => "Measured::March",
                other => {
                    return Err(
                        format!("at_least needs figure quarter or march, not {other:?}").into(),
                    );
                }
            };
            let id = format!("{part}.at_least");
            let threshold = parameter_code(&id, &rate_code(threshold)?, threshold, &criterion.rule);
            Ok(format!(
                "Criterion::AtLeast {{ threshold: {threshold}, measured: {figure} }}"
            ))
        }
        (None, None, Some(than)) if than == "last_year" => Ok(format!(
            "Criterion::BetterThanLastYear {{ rule: {} }}",
            rule("better")
        )),
        _ => Err(format!("{part}: a criterion is a milestone, at_least or better_than").into()),
    }
}

fn outcome_code(outcome: &OutcomeFile) -> String {
    let id = format!("outcome.{}.{}", outcome.own, outcome.system);
    format!(
        "Outcome {{ own_met: {}, system_met: {}, rule: {} }}",
        outcome.own == "met",
        outcome.system == "met",
        rule_code(&id, None, &outcome.rule),
    )
}
