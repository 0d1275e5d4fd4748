//! Statements as constants: every line refers to those before it by their places.

use super::Outcome;
use super::code::{Written, list, rate_code, recalled, year_code};
use super::form::{LineFile, StatementFile};

/// What lines may use that is not a line, by the names that files use.
const AMOUNTS: [(&str, &str); 10] = [
    ("nothing", "Nothing"),
    ("control_total", "ControlTotal"),
    ("control_total_after_fund", "ControlTotalAfterFund"),
    ("allocation", "Allocation"),
    ("position", "Position"),
    ("position_after_fund", "PositionAfterFund"),
    ("forecast", "Forecast"),
    ("resource_limit", "ResourceLimit"),
    ("paid", "Paid"),
    ("missed", "Missed"),
];

const TESTS: [(&str, &str); 2] = [("met", "Met"), ("system_met", "SystemMet")];

pub fn statement(file: &StatementFile) -> Outcome<String> {
    let mut lines = Vec::new();
    for (place, line) in file.line.iter().enumerate() {
        let before = Before(file.line.get(..place).unwrap_or_default());
        let written = before
            .line(&file.id, line)
            .map_err(|error| format!("{}.{}: {error}", file.id, line.id))?;
        lines.push(written);
    }
    let until = file.until.as_deref().map(year_code).transpose()?;
    Ok(format!(
        "Statement {{ id: {:?}, name: {:?}, whose: Whose::{:?}, from: {}, until: {}, fund: {:?}, rules_not_verified: {}, lines: &[{}] }}",
        file.id,
        file.name,
        file.whose,
        year_code(&file.from)?,
        until.map_or_else(|| "None".into(), |year| format!("Some({year})")),
        file.fund,
        recalled(file.rules()),
        lines.join(", ")
    ))
}

/// The lines before the one that is written.
struct Before<'a>(&'a [LineFile]);

impl Before<'_> {
    fn line(&self, statement: &str, line: &LineFile) -> Outcome<String> {
        if self.0.iter().any(|other| other.id == line.id) {
            return Err("two lines have this id".into());
        }
        let written = Written {
            value: line.value.clone(),
            ..Written::default()
        };
        let rule = written.rule((statement, &line.id), &line.rule);
        let rate = match &line.value {
            Some(value) => format!("Some({})", rate_code(value)?),
            None => "None".into(),
        };
        Ok(format!(
            "Line {{ id: {:?}, rule: {rule}, rate: {rate}, made: {} }}",
            line.id,
            self.made(line)?
        ))
    }

    fn made(&self, line: &LineFile) -> Outcome<String> {
        let forms = [
            self.asked(line)?,
            self.added(line)?,
            self.slice(line)?,
            self.in_proportion(line)?,
            self.at_least(line)?,
            self.tests("AllOf", line.all_of.as_deref())?,
            self.tests("AnyOf", line.any_of.as_deref())?,
        ];
        let mut given = forms.into_iter().flatten();
        match (given.next(), given.next()) {
            (Some(made), None) => Ok(made),
            _ => Err("a line is asked, added, sliced, shared out or tested, in one way".into()),
        }
    }

    fn asked(&self, line: &LineFile) -> Outcome<Option<String>> {
        Ok(match line.asks.as_deref() {
            None => None,
            Some("amount") => {
                let blank = line.blank.as_deref() == Some("nothing");
                Some(format!("Made::Entered {{ blank_is_nothing: {blank} }}"))
            }
            Some("yes_no") => Some("Made::Answered".into()),
            Some(other) => return Err(format!("asks {other:?}: amount or yes_no").into()),
        })
    }

    fn added(&self, line: &LineFile) -> Outcome<Option<String>> {
        let Some(adds) = &line.adds else {
            return Ok(None);
        };
        let mut terms = Vec::new();
        for name in adds {
            let (taken_off, name) = match name.strip_prefix('-') {
                Some(name) => (true, name),
                None => (false, name.as_str()),
            };
            terms.push(format!(
                "Term {{ is_taken_off: {taken_off}, amount: {} }}",
                self.amount(name)?
            ));
        }
        Ok(Some(format!(
            "Made::Added {{ terms: &[{}], not_below_nothing: {}, tests: &[{}] }}",
            terms.join(", "),
            line.not_below_nothing,
            self.each_test(&line.r#if)?
        )))
    }

    fn slice(&self, line: &LineFile) -> Outcome<Option<String>> {
        let Some(of) = &line.slice_of else {
            return Ok(None);
        };
        if line.value.is_none() {
            return Err("a slice has a value".into());
        }
        Ok(Some(format!("Made::Slice {{ of: {} }}", self.amount(of)?)))
    }

    fn in_proportion(&self, line: &LineFile) -> Outcome<Option<String>> {
        Ok(match (&line.shares_out, &line.in_proportion) {
            (Some(of), Some([part, whole])) => Some(format!(
                "Made::InProportion {{ of: {}, part: {}, whole: {} }}",
                self.amount(of)?,
                self.amount(part)?,
                self.amount(whole)?
            )),
            (None, None) => None,
            _ => return Err("shares_out and in_proportion go together".into()),
        })
    }

    fn at_least(&self, line: &LineFile) -> Outcome<Option<String>> {
        let Some([amount, least]) = &line.at_least else {
            return Ok(None);
        };
        Ok(Some(format!(
            "Made::AtLeast {{ amount: {}, least: {} }}",
            self.amount(amount)?,
            self.amount(least)?
        )))
    }

    fn tests(&self, form: &str, names: Option<&[String]>) -> Outcome<Option<String>> {
        names
            .map(|names| Ok(format!("Made::{form}(&[{}])", self.each_test(names)?)))
            .transpose()
    }

    fn each_test(&self, names: &[String]) -> Outcome<String> {
        let tests: Outcome<Vec<String>> = names.iter().map(|name| self.test(name)).collect();
        Ok(list(tests?.into_iter()))
    }

    fn amount(&self, name: &str) -> Outcome<String> {
        if let Some((_, variant)) = AMOUNTS.iter().find(|(known, _)| *known == name) {
            return Ok(format!("AmountOf::{variant}"));
        }
        match self.place(name) {
            Some((place, false)) => Ok(format!("AmountOf::Line({place})")),
            _ => Err(format!("there is no amount {name:?} before it").into()),
        }
    }

    fn test(&self, name: &str) -> Outcome<String> {
        if let Some((_, variant)) = TESTS.iter().find(|(known, _)| *known == name) {
            return Ok(format!("TestOf::{variant}"));
        }
        match self.place(name) {
            Some((place, true)) => Ok(format!("TestOf::Line({place})")),
            _ => Err(format!("there is no test {name:?} before it").into()),
        }
    }

    /// The place of a line, and whether it is a test.
    fn place(&self, name: &str) -> Option<(usize, bool)> {
        let place = self.0.iter().position(|line| line.id == name)?;
        let line = self.0.get(place)?;
        let answered = line.asks.as_deref() == Some("yes_no");
        let tested = line.at_least.is_some() || line.all_of.is_some() || line.any_of.is_some();
        Some((place, answered || tested))
    }
}
