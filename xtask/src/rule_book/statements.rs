//! What the rules reckon beside a fund, statement by statement.

use control_total::scheme::{Line, Made, Statement, Whose};
use serde::Serialize;

use super::told::{Teller, Told};

/// What the rules reckon beside the fund, for the tables of what is entered and of what comes of it.
#[derive(Serialize)]
pub struct StatementBook {
    id: &'static str,
    name: &'static str,
    whose: &'static str,
    lines: Vec<LineBook>,
}

/// A line of a statement.
#[derive(Serialize)]
struct LineBook {
    /// The key of its entry in a plan, where it is asked.
    id: &'static str,
    rule: Told,
    /// What is asked for; nothing for a line that is worked out.
    asks: Option<&'static str>,
    /// Whether a blank counts as nothing.
    may_be_blank: bool,
}

impl StatementBook {
    pub fn of(statement: &'static Statement, teller: &mut Teller) -> Self {
        let lines = statement.lines.iter();
        Self {
            id: statement.id,
            name: statement.name,
            whose: whose(statement.whose),
            lines: lines.map(|line| LineBook::of(line, teller)).collect(),
        }
    }
}

/// The names of `whose` in a statement's file.
const fn whose(whose: Whose) -> &'static str {
    match whose {
        Whose::Provider => "provider",
        Whose::Commissioner => "commissioner",
        Whose::Organisation => "organisation",
        Whose::System => "system",
    }
}

impl LineBook {
    fn of(line: &'static Line, teller: &mut Teller) -> Self {
        Self {
            id: line.id,
            rule: teller.tell(&line.rule),
            asks: match line.made {
                Made::Entered { .. } => Some("amount"),
                Made::Answered => Some("yes_no"),
                _ => None,
            },
            may_be_blank: !line.needs_an_entry(),
        }
    }
}
