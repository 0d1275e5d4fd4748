//! The rules as constants, in the program's own words.

use super::Outcome;
use super::form::{
    AllocationKind, ByQuarter, ConditionFile, EarningFile, Met, OutcomeFile, ParameterFile,
    ReadingFile, RoundFile, RuleFile, SchemeFile, SourceFile, StatementFile, Status,
};
use super::rate::rate;
use super::round::round;
use super::statement::statement;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Stands in front of a field that is only words.
const TEXT: &str = "#[cfg(feature = \"rule-texts\")]";

pub fn sources(sources: &BTreeMap<String, SourceFile>) -> Outcome<String> {
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

pub fn readings(readings: &BTreeMap<String, ReadingFile>) -> Outcome<String> {
    let mut code = String::new();
    let mut names = Vec::new();
    for (id, reading) in readings {
        let constant = id.to_uppercase();
        writeln!(
            code,
            "/// {}\npub static {constant}: Rule = {};",
            reading.words,
            Written::cited().rule(("", id), &reading.rule()),
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

pub fn statements(statements: &[StatementFile]) -> Outcome<String> {
    let code = listed(statements.iter().map(statement))?;
    Ok(format!(
        "/// Every statement, by first year and id.\npub static STATEMENTS: &[Statement] = &[{code}];\n"
    ))
}

pub fn rounds(rounds: &[RoundFile]) -> Outcome<String> {
    let code = listed(rounds.iter().map(round))?;
    Ok(format!(
        "/// Every planning round whose rules were read.\npub static ROUNDS: &[Round] = &[{code}];\n"
    ))
}

pub fn schemes(schemes: &[SchemeFile]) -> Outcome<String> {
    let mut code =
        String::from("/// Every scheme, by year and id.\npub static SCHEMES: &[Scheme] = &[\n");
    for scheme in schemes {
        code.push_str(&scheme_code(scheme)?);
    }
    code.push_str("];\n");
    Ok(code)
}

/// `2017/18` as the program has it.
pub fn year_code(year: &str) -> Outcome<String> {
    let first: u16 = year.get(..4).unwrap_or_default().parse()?;
    Ok(format!("FinancialYear::beginning({first})"))
}

fn scheme_code(scheme: &SchemeFile) -> Outcome<String> {
    let year = year_code(&scheme.year)?;
    let of = Desk(&scheme.id);
    let mut code = format!(
        "Scheme {{ id: {:?}, fund: {:?}, name: {:?}, year: {year}, target: {:?}, ran: {}, {TEXT} summary: {:?},\n",
        scheme.id, scheme.fund, scheme.name, scheme.target, scheme.ran, scheme.summary
    );
    for (field, rule) in [
        ("before_fund", &scheme.before_fund),
        ("system_total", &scheme.system_total),
        ("after_fund", &scheme.after_fund),
        ("revision", &scheme.revision),
    ] {
        writeln!(code, "{field}: {},", of.cited(field, rule))?;
    }
    let earning = match &scheme.earning {
        Some(earning) => format!("Some({})", of.earning(earning)?),
        None => "None".into(),
    };
    writeln!(code, "earning: {earning},")?;
    writeln!(code, "rules_not_verified: {},", recalled(scheme.rules()))?;
    let outcomes = scheme.outcome.iter().map(|outcome| of.outcome(outcome));
    writeln!(code, "{TEXT} outcomes: &[{}],", list(outcomes))?;
    let stated = scheme.stated.iter().map(|one| of.rule(&one.id, &one.rule));
    writeln!(code, "{TEXT} stated: &[{}] }},", list(stated))?;
    Ok(code)
}

/// How many rules are remembered, not read.
pub fn recalled<'a>(rules: impl IntoIterator<Item = &'a RuleFile>) -> usize {
    let rules = rules.into_iter();
    rules.filter(|rule| rule.status == Status::Recalled).count()
}

pub fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

/// A list of items that may not all be written.
pub fn listed(items: impl Iterator<Item = Outcome<String>>) -> Outcome<String> {
    Ok(items.collect::<Outcome<Vec<_>>>()?.join(", "))
}

/// What of a rule is written besides its words.
#[derive(Default)]
pub struct Written<'a> {
    pub value: Option<String>,
    pub asked: Option<&'a str>,
    pub to_meet: Option<&'a str>,
    /// Whether no figure goes by its name, so that it is only words, too.
    pub is_only_cited: bool,
}

impl Written<'_> {
    /// Of a rule that no figure goes by the name of.
    fn cited() -> Self {
        Self {
            is_only_cited: true,
            ..Self::default()
        }
    }

    /// A rule under its book's id and its own.
    pub fn rule(&self, (book, id): (&str, &str), rule: &RuleFile) -> String {
        let name = if self.is_only_cited {
            let name = &rule.name;
            format!("if cfg!(feature = \"rule-texts\") {{ {name:?} }} else {{ \"\" }}")
        } else {
            format!("{:?}", rule.name)
        };
        let sources = rule.sources.iter().map(|key| format!("&sources::{key}"));
        format!(
            "Rule {{ id: RuleId {{ book: {book:?}, local: {id:?} }}, name: {name}, {TEXT} status: Status::{:?}, \
             {TEXT} words: {:?}, {TEXT} value: {:?}, {TEXT} asked: {:?}, {TEXT} to_meet: {:?}, \
             {TEXT} sources: &[{}], {TEXT} confidence: {} }}",
            rule.status,
            rule.words,
            self.value,
            self.asked,
            self.to_meet,
            list(sources),
            rule.confidence,
        )
    }
}

/// Where a scheme's rules are written out, under ids that begin with the scheme's.
pub struct Desk<'a>(&'a str);

impl Desk<'_> {
    pub fn rule(&self, id: &str, rule: &RuleFile) -> String {
        Written::default().rule((self.0, id), rule)
    }

    pub fn cited(&self, id: &str, rule: &RuleFile) -> String {
        Written::cited().rule((self.0, id), rule)
    }

    /// A parameter, given how to write its value and how to show it.
    fn parameter<T>(
        &self,
        id: &str,
        parameter: &ParameterFile<T>,
        write: impl Fn(&T) -> Outcome<String>,
        show: impl Fn(&T) -> String,
    ) -> Outcome<String> {
        let value = match &parameter.value {
            Some(value) => format!("Some({})", write(value)?),
            None => "None".into(),
        };
        let written = Written {
            value: parameter.value.as_ref().map(show),
            asked: parameter.asked.as_deref(),
            ..Written::default()
        };
        let rule = written.rule((self.0, id), &parameter.rule);
        Ok(format!("Parameter {{ value: {value}, rule: {rule} }}"))
    }

    pub fn share(&self, id: &str, parameter: &ParameterFile<String>) -> Outcome<String> {
        self.parameter(id, parameter, |share| rate_code(share), String::clone)
    }

    pub fn quarters(&self, id: &str, parameter: &ParameterFile<ByQuarter>) -> Outcome<String> {
        let write = |shares: &ByQuarter| {
            let each = listed(shares.each().into_iter().map(rate_code))?;
            Ok(format!("[{each}]"))
        };
        self.parameter(id, parameter, write, ByQuarter::shown)
    }

    fn yes_no(&self, id: &str, parameter: &ParameterFile<bool>) -> Outcome<String> {
        let show = |yes: &bool| if *yes { "yes".into() } else { "no".into() };
        self.parameter(id, parameter, |yes| Ok(yes.to_string()), show)
    }

    fn earning(&self, earning: &EarningFile) -> Outcome<String> {
        let kind = match earning.allocation.is {
            AllocationKind::Offered => "Offered",
            AllocationKind::OfferedForDeficit => "OfferedForDeficit",
            AllocationKind::TheDeficit => "TheDeficit",
        };
        let mut code = format!(
            "Earning {{ pays: &[{}], allocation: Allocation::{kind}({}),\n",
            list(earning.pays.iter().map(|side| format!("Side::{side:?}"))),
            self.cited("allocation", &earning.allocation.rule),
        );
        let conditions = earning.condition.iter().map(|one| self.condition(one));
        writeln!(code, "conditions: &[{}],", list(conditions))?;
        writeln!(
            code,
            "delivery: Delivery {{ tested: Tested::{:?}, rule: {} }},",
            earning.delivery.tested,
            self.cited("delivery", &earning.delivery.rule)
        )?;
        let incentive = ParameterFile {
            value: Some(earning.incentive.value.clone()),
            asked: None,
            rule: earning.incentive.rule.clone(),
        };
        for (field, value) in [
            (
                "by_forecast",
                optional(earning.by_forecast.as_ref(), |one| {
                    self.yes_no("by_forecast", one)
                })?,
            ),
            (
                "withheld",
                optional(earning.withheld.as_ref(), |one| {
                    self.quarters("withheld", one)
                })?,
            ),
            (
                "taper",
                optional(earning.taper.as_ref(), |one| self.yes_no("taper", one))?,
            ),
            (
                "system_needs_own",
                optional(earning.system_needs_own.as_ref(), |one| {
                    self.yes_no("system_needs_own", one)
                })?,
            ),
            (
                "finance_weight",
                self.quarters("finance_weight", &earning.finance_weight)?,
            ),
            ("phasing", self.quarters("phasing", &earning.phasing)?),
            ("recovery", self.yes_no("recovery", &earning.recovery)?),
            (
                "system_share",
                self.share("system_share", &earning.system_share)?,
            ),
            ("incentive", self.share("incentive", &incentive)?),
        ] {
            writeln!(code, "{field}: {value},")?;
        }
        let accrual = match &earning.accrual {
            Some(rule) => format!("Some({})", self.cited("accrual", rule)),
            None => "None".into(),
        };
        writeln!(code, "accrual: {accrual},")?;
        let base = earning.incentive.over;
        writeln!(code, "incentive_base: IncentiveBase::{base:?},")?;
        let measures = listed(earning.measure.iter().map(|one| self.measure(one)))?;
        write!(code, "measures: &[{measures}] }}")?;
        Ok(code)
    }

    fn condition(&self, condition: &ConditionFile) -> String {
        let written = Written {
            to_meet: Some(&condition.to_meet),
            ..Written::default()
        };
        format!(
            "Condition {{ id: {:?}, test: ConditionTest::{:?}, rule: {} }}",
            condition.id,
            condition.test,
            written.rule(
                (self.0, &format!("condition.{}", condition.id)),
                &condition.rule
            ),
        )
    }

    fn outcome(&self, outcome: &OutcomeFile) -> String {
        let word = |met: Met| if met == Met::Met { "met" } else { "missed" };
        let id = format!("outcome.{}.{}", word(outcome.own), word(outcome.system));
        format!(
            "Outcome {{ own_met: {}, system_met: {}, rule: {} }}",
            outcome.own == Met::Met,
            outcome.system == Met::Met,
            self.rule(&id, &outcome.rule),
        )
    }
}

pub fn optional<T>(given: Option<&T>, write: impl Fn(&T) -> Outcome<String>) -> Outcome<String> {
    Ok(match given {
        Some(given) => format!("Some({})", write(given)?),
        None => "None".into(),
    })
}

pub fn rate_code(text: &str) -> Outcome<String> {
    Ok(format!("Rate::from_hundred_thousandths({})", rate(text)?))
}
