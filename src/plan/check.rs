//! From a document to a checked plan, with everything wrong named on the way.

mod amounts;
mod area;
mod asked;
mod changes;
mod control_total;
mod flex;
mod fund;
mod organisation;
mod performance;
mod planning;
mod scheme;

use super::checked::{Plan, Subdivision};
use super::diagnostic::Diagnostic;
use super::document::{PlanDocument, SubdivisionDocument};
use super::place::Place;
use crate::calendar::Date;
use std::cell::RefCell;

/// The most organisations a plan may have: four times all trusts and
/// commissioners of a national side.
const MOST_ORGANISATIONS: usize = 1_000;

/// The most subdivisions.
const MOST_SUBDIVISIONS: usize = 100;

/// Checks a document. There is no plan only when there are no rules for it.
/// What was found in reading it is added to.
pub(super) fn check(
    document: &PlanDocument<'_>,
    findings: Vec<Diagnostic>,
) -> (Option<Plan>, Vec<Diagnostic>) {
    let findings = RefCell::new(findings);
    let plan = plan(document, &Place::root(&findings));
    (plan, findings.into_inner())
}

fn plan(document: &PlanDocument<'_>, root: &Place<'_>) -> Option<Plan> {
    let schemes = scheme::chosen(document, root)?;
    let scheme = *schemes.first()?;
    let as_at = planning::day(&document.as_at, &root.at("as_at"));
    if let (Some(date), Some(first)) = (as_at, Date::new(scheme.year.first(), 4, 1))
        && date < first
    {
        root.at("as_at").warning(
            "before_the_year",
            format!(
                "The plan's date is before {} began: no quarter has ended.",
                scheme.year
            ),
            "Choose a date in or after the year, or leave it empty for the year's end.",
        );
    }
    let title = text(&document.title, &root.at("title"));
    let note = lines(&document.note, &root.at("note"));
    let subdivisions = subdivisions(&document.subdivisions, &root.at("subdivisions"));
    let desk = organisation::Desk {
        schemes: &schemes,
        year: scheme.year,
        unit: document.unit,
        figures: document.figures,
        subdivisions: &subdivisions,
    };
    let organisations = desk.organisations(&document.organisations, &root.at("organisations"));
    Some(Plan {
        title,
        amounts: asked::amounts(
            &document.amounts,
            (&schemes, asked::Of::System),
            document.unit,
            &root.at("amounts"),
        ),
        answers: asked::answers(
            &document.answers,
            (&schemes, asked::Of::System),
            &root.at("answers"),
        ),
        changes: changes::changes(&document.changes, &schemes, &root.at("changes")),
        schemes,
        scheme,
        unit: document.unit,
        as_at,
        illustrative: document.illustrative,
        note,
        area_code: text(&document.footprint.code, &root.at("footprint").at("code"))
            .to_ascii_uppercase(),
        area: area::area(document, scheme.year, &root.at("footprint")),
        flexes: flex::Members {
            organisations: &organisations,
            subdivisions: &subdivisions,
            unit: document.unit,
        }
        .flexes(&document.flexes, &root.at("flexes")),
        planning: planning::Desk {
            organisations: &organisations,
            unit: document.unit,
            year: scheme.year,
        }
        .planning(&document.planning, &root.at("planning")),
        subdivisions,
        organisations,
    })
}

fn subdivisions(documents: &[SubdivisionDocument<'_>], place: &Place<'_>) -> Vec<Subdivision> {
    let mut subdivisions: Vec<Subdivision> = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        let place = place.item(index);
        let code = text(&document.code, &place.at("code"));
        let given = text(&document.name, &place.at("name"));
        let name = if given.is_empty() {
            code.clone()
        } else {
            given
        };
        if code.is_empty() {
            place.at("code").error(
                "no_code",
                "This subdivision has no code, so no organisation can belong to it.",
                "Give it a short code of your own.",
            );
        } else if subdivisions.iter().any(|other| other.code == code) {
            place.at("code").error(
                "repeated_subdivision",
                format!("There are two subdivisions with the code {code}."),
                "Give each a code of its own.",
            );
        } else if subdivisions.len() == MOST_SUBDIVISIONS {
            place.error(
                "too_many_subdivisions",
                format!("A plan has at most {MOST_SUBDIVISIONS} subdivisions."),
                "Remove some.",
            );
            break;
        } else {
            subdivisions.push(Subdivision { code, name });
        }
    }
    subdivisions
}

/// A line of text for people: at most 2,000 characters, and none that steers what shows
/// it. Of a line break a blank is left, so that no name looks like two rows of a table.
fn text(given: &str, place: &Place<'_>) -> String {
    kept(given, ' ', place)
}

/// The same, in several lines.
fn lines(given: &str, place: &Place<'_>) -> String {
    kept(given, '\n', place)
}

fn kept(given: &str, line_break: char, place: &Place<'_>) -> String {
    const LONGEST: usize = 2_000;
    let trimmed = given.trim();
    // Such a character is one of these bytes, or begins with 0xc2 or 0xe2.
    let may_steer = |byte: u8| byte < b' ' || matches!(byte, 0x7f | 0xc2 | 0xe2);
    if trimmed.len() <= LONGEST && !trimmed.bytes().any(may_steer) {
        return trimmed.to_owned();
    }
    let mut kept = String::new();
    let mut room = LONGEST;
    let (mut length, mut odd): (usize, bool) = (0, false);
    for mut character in trimmed.chars() {
        length = length.saturating_add(1);
        if breaks_line(character) {
            odd |= line_break != '\n';
            character = line_break;
        }
        if steers(character) && character != '\n' {
            odd = true;
        } else if room > 0 {
            room = room.saturating_sub(1);
            kept.push(character);
        }
    }
    if odd {
        place.warning(
            "control_characters",
            "This text has control characters, which are left out.",
            "Type it again.",
        );
    }
    if length > LONGEST {
        place.warning(
            "long_text",
            format!("This text is cut to {LONGEST} characters."),
            "Shorten it.",
        );
    }
    kept
}

/// Whether a new line or a new paragraph begins after a character.
#[must_use]
pub const fn breaks_line(character: char) -> bool {
    matches!(character, '\n' | '\u{2028}' | '\u{2029}')
}

/// Whether a character steers what shows it, and is not shown itself: a control character,
/// which could make a terminal or a printer misbehave, one after which a line begins, or one
/// that has the text after it run the other way. Letters that run so by themselves are none
/// of these.
#[must_use]
pub fn steers(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
