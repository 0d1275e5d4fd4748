//! An organisation that several plans have: what share of it each counts, and what a reader
//! should know of it.

use super::files::Read;
use crate::money::{Rate, Unit};
use crate::plan::{Organisation, in_words};

/// An organisation as it stands in a plan, with the name of the plan's file.
type Part<'a> = (&'a str, &'a Organisation);

/// The organisation of this code in each plan that has it.
fn parts<'a>(read: &'a [Read], code: &str) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    for one in read {
        for organisation in &one.plan.organisations {
            if organisation.code == code {
                parts.push((one.file.as_str(), organisation));
            }
        }
    }
    parts
}

/// How much of an organisation its parts are.
fn counted(parts: &[Part<'_>]) -> Rate {
    let mut sum = Rate::ZERO;
    for (_, part) in parts {
        sum = sum.and(share(part));
    }
    sum
}

/// The share of an organisation that its plan counts.
fn share(organisation: &Organisation) -> Rate {
    organisation.share.flatten().unwrap_or(Rate::ONE)
}

/// Something of each part, with its file.
fn each(parts: &[Part<'_>], of: &dyn Fn(&Organisation) -> String) -> String {
    let mut all = Vec::new();
    for (file, part) in parts {
        all.push(format!("{} in {file}", of(part)));
    }
    in_words(all.iter().map(String::as_str).collect())
}

fn shares(parts: &[Part<'_>]) -> String {
    each(parts, &|part| share(part).percentage())
}

/// Why a plan can't be counted beside those that are: an organisation of several counts once, so
/// that each has to say what share of it is its own, and all not more than the whole.
pub(super) fn counted_already(read: &[Read], one: &Read) -> Vec<String> {
    let mut reasons = Vec::new();
    for organisation in &one.plan.organisations {
        let code = &organisation.code;
        let mut parts = parts(read, code);
        let Some((file, _)) = parts.first().copied() else {
            continue;
        };
        parts.push((&one.file, organisation));
        if counted(&parts) <= Rate::ONE {
            continue;
        }
        reasons.push(if parts.iter().all(|(_, part)| part.share.is_some()) {
            format!(
                "The shares of {code} are more than the whole together: {}. Correct them, or take it out of one of the plans.",
                shares(&parts)
            )
        } else {
            format!(
                "{code} is counted in {file} already. Take it out of one of the two, or say in each what share of it is its own."
            )
        });
    }
    reasons
}

/// What a reader should know of the organisations that are counted by their shares: that a part
/// is in no plan, and that the plans do not share out the same amount.
pub(super) fn remarks(read: &[Read], unit: Unit) -> Vec<String> {
    let mut remarks = Vec::new();
    for one in read {
        for organisation in &one.plan.organisations {
            let code = &organisation.code;
            let parts = parts(read, code);
            // Each organisation is spoken of where it stands first.
            if organisation.share.is_none()
                || parts.first().map(|(file, _)| *file) != Some(&one.file)
            {
                continue;
            }
            let counted = counted(&parts);
            if counted < Rate::ONE {
                remarks.push(format!(
                    "Only {} of {code} is counted: {}.",
                    counted.percentage(),
                    shares(&parts)
                ));
            }
            let mut wholes = parts
                .iter()
                .filter_map(|(_, part)| part.control_total.amount);
            let first = wholes.next();
            if wholes.any(|whole| Some(whole) != first) {
                let whole = |part: &Organisation| match part.control_total.amount {
                    Some(amount) => amount.entered(unit),
                    None => "not known".to_owned(),
                };
                remarks.push(format!(
                    "The plans do not agree on the whole of {code}, in {}: {}.",
                    unit.symbol(),
                    each(&parts, &whole)
                ));
            }
        }
    }
    remarks
}
