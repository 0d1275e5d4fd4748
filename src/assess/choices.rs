//! The choices made in a plan that an auditor would ask about, for its
//! assumptions log.

use crate::plan::{ControlTotal, Organisation, Plan, Spread};
use crate::planning;
use serde::Serialize;

/// A choice that the plan makes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct PlanChoice {
    /// Its place in the plan document.
    pub path: String,
    /// The choice in words.
    pub words: String,
}

/// All choices, in the order of the plan.
pub(super) fn choices(plan: &Plan) -> Vec<PlanChoice> {
    let mut choices = Vec::new();
    if plan.as_at.is_none() {
        choices.push(PlanChoice {
            path: "as_at".to_owned(),
            words: "The plan gives no date: it is taken to stand at the year's end.".to_owned(),
        });
    }
    for flex in &plan.flexes {
        choices.push(PlanChoice {
            path: format!("flexes/{}", flex.place),
            words: format!(
                "A flex from {} is counted as if it were approved; it is subject to national approval.",
                flex.from.name()
            ),
        });
    }
    for (path, words) in planning::choices(plan) {
        choices.push(PlanChoice { path, words });
    }
    for organisation in &plan.organisations {
        share(plan, organisation, &mut choices);
        spread(
            plan,
            organisation,
            &organisation.control_total,
            "control_total",
            &mut choices,
        );
        for revision in &organisation.revisions {
            let path = format!("revisions/{}/control_total", revision.place);
            let control_total = &revision.control_total;
            spread(plan, organisation, control_total, &path, &mut choices);
        }
    }
    choices
}

fn share(plan: &Plan, organisation: &Organisation, choices: &mut Vec<PlanChoice>) {
    if let Some(Some(share)) = organisation.share {
        let (_, areas) = plan.area_words();
        choices.push(PlanChoice {
            path: format!("organisations/{}/share", organisation.code),
            words: format!(
                "{} serves several {areas}: {} of its figures count here.",
                organisation.name,
                share.percentage()
            ),
        });
    }
}

fn spread(
    plan: &Plan,
    organisation: &Organisation,
    control_total: &ControlTotal,
    path: &str,
    choices: &mut Vec<PlanChoice>,
) {
    let spread = match control_total.spread {
        Some(Spread::FundPhasing) if plan.has_fund() => "over the quarters by the fund's phasing",
        Some(_) => "evenly over the quarters",
        None => return,
    };
    choices.push(PlanChoice {
        path: format!("organisations/{}/{path}/spread", organisation.code),
        words: format!(
            "No profile was entered for {}: its {} is spread {spread}, as chosen.",
            organisation.name, plan.scheme.target
        ),
    });
}
