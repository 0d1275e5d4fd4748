//! The planning round: each question's answer, then its figures.

use super::table::{Writer, headings, row};
use control_total::assess::Assessment;
use control_total::planning::{
    CapitalBidLine, CapitalFit, CapitalOutcome, ContractLine, EnvelopeFit, PlanningResult,
    ProgrammeOutcome, Question, Shifting, Transformation,
};

pub(super) fn planning(assessment: &Assessment) -> String {
    let Some(result) = &assessment.planning else {
        return String::new();
    };
    let desk = Desk {
        writer: Writer::of(assessment),
        result,
    };
    let mut text = format!("\n{}\n", result.round.unwrap_or("Planning"));
    text.push_str(&desk.days());
    for said in &assessment.answer.planning {
        text.push_str(&format!("\n{}\n", said.words));
        text.push_str(&desk.figures(said.question));
    }
    text
}

struct Desk<'a> {
    writer: Writer<'a>,
    result: &'a PlanningResult,
}

impl Desk<'_> {
    fn days(&self) -> String {
        let mut text = String::new();
        for milestone in &self.result.milestones {
            let Some(day) = milestone.day else { continue };
            let published = milestone.published.map_or_else(String::new, |published| {
                format!(" (published: {})", published.in_words())
            });
            let to_go = match milestone.days_to_go {
                None => String::new(),
                Some(0) => ", today".to_owned(),
                Some(1) => ", 1 day to go".to_owned(),
                Some(-1) => ", 1 day ago".to_owned(),
                Some(days) if days < 0 => format!(", {} days ago", days.saturating_neg()),
                Some(days) => format!(", {days} days to go"),
            };
            text.push_str(&format!(
                "  {}: {}{published}{to_go}\n",
                milestone.name,
                day.in_words()
            ));
        }
        text
    }

    fn figures(&self, question: Question) -> String {
        let result = self.result;
        match question {
            Question::Round | Question::Partnership => String::new(),
            Question::Contracts => self.contracts(),
            Question::Eligibility => self.eligibility(),
            Question::Transformation => result
                .transformation
                .as_ref()
                .map_or_else(String::new, |one| self.transformation(one)),
            Question::Shifting => result
                .shifting
                .as_ref()
                .map_or_else(String::new, |one| self.shifting(one)),
            Question::Envelope => result
                .envelope
                .as_ref()
                .map_or_else(String::new, |one| self.envelope(one)),
            Question::Council => self.council(),
            Question::Capital => result
                .capital
                .as_ref()
                .map_or_else(String::new, |one| self.capital(one)),
        }
    }

    /// The years, then the contracts that differ or that one side alone knows.
    fn contracts(&self) -> String {
        let writer = &self.writer;
        let mut text = headings(
            "Contracts",
            &[
                "resources",
                "commissioners",
                "providers",
                "mismatch",
                "commissioners'",
                "providers'",
                "overstated",
            ],
        );
        for year in &self.result.years {
            text.push_str(&row(
                &year.year.to_string(),
                &[
                    writer.figure(Some(year.resources)),
                    writer.figure(Some(year.commissioners)),
                    writer.figure(Some(year.providers)),
                    writer.figure(Some(year.mismatch)),
                    writer.figure(Some(year.commissioner_only)),
                    writer.figure(Some(year.provider_only)),
                    writer.figure(Some(year.overstated)),
                ],
            ));
        }
        text.push_str(&headings(
            "Contract by contract",
            &["year", "commissioner", "provider", "mismatch", "in time"],
        ));
        for contract in &self.result.contracts {
            text.push_str(&self.contract(contract));
        }
        text
    }

    fn contract(&self, contract: &ContractLine) -> String {
        let writer = &self.writer;
        let pair = format!("{} with {}", contract.commissioner, contract.provider);
        row(
            &pair,
            &[
                contract.year.to_string(),
                writer.figure(contract.commissioner_amount),
                writer.figure(contract.provider_amount),
                writer.figure(contract.mismatch),
                contract
                    .agreed
                    .map_or_else(|| "-".to_owned(), |test| writer.yes_or_no(test)),
            ],
        )
    }

    fn eligibility(&self) -> String {
        let writer = &self.writer;
        let Some(eligibility) = &self.result.eligibility else {
            return String::new();
        };
        let mut text = headings(
            "System control total",
            &["agreed", "commissioners", "providers", "eligible"],
        );
        for year in &eligibility.years {
            let tests = [
                year.agreed,
                year.commissioners_within,
                year.providers_within,
                year.eligible,
            ];
            let cells = tests.map(|test| writer.yes_or_no(test));
            text.push_str(&row(&year.year.to_string(), &cells));
        }
        text
    }

    fn transformation(&self, line: &Transformation) -> String {
        let writer = &self.writer;
        let mut text = headings("Transformation funding", &[""]);
        for condition in &line.conditions {
            text.push_str(&row(condition.name, &[writer.met_or_not(condition.met)]));
        }
        text.push_str(&headings(
            "Plans, before the fund",
            &["planned", "control total", "met", "trajectories"],
        ));
        for plan in &line.plans {
            text.push_str(&row(
                &plan.name,
                &[
                    writer.figure(Some(plan.planned)),
                    writer.figure(Some(plan.control_total)),
                    writer.met_or_not(plan.met),
                    writer.met_or_not(plan.trajectories),
                ],
            ));
        }
        text.push_str(&headings("Bids", &["asked", "open"]));
        for bid in line.pots.iter().flat_map(|pot| &pot.bids) {
            let cells = [bid.asked, bid.open].map(|figure| writer.figure(Some(figure)));
            text.push_str(&row(&bid.name, &cells));
        }
        text
    }

    fn shifting(&self, line: &Shifting) -> String {
        let writer = &self.writer;
        let mut text = headings("Proposals", &["saved", "only moved", "outside"]);
        for one in &line.proposals {
            let cells = [Some(one.saved), Some(one.shifted), one.outside];
            text.push_str(&row(&one.name, &cells.map(|figure| writer.figure(figure))));
            for effect in &one.effects {
                let name = format!("  {}", effect.name);
                text.push_str(&row(&name, &[writer.figure(Some(effect.effect))]));
            }
        }
        let all = [line.saved, line.shifted, line.outside];
        let cells = all.map(|figure| writer.figure(Some(figure)));
        text.push_str(&row("All proposals", &cells));
        let in_all = writer.figure(Some(line.in_all));
        text.push_str(&row("Less what others bear", &[in_all]));
        text
    }

    fn envelope(&self, line: &EnvelopeFit) -> String {
        let writer = &self.writer;
        let mut text = headings("Programmes", &["budget", "floor", "given", "cut"]);
        for one in &line.programmes {
            let cells = [Some(one.budget), Some(one.floor), one.given, one.cut];
            let cells = cells.map(|figure| writer.figure(figure));
            let line = row(&one.name, &cells);
            text.push_str(&remarked(&line, programme(one.outcome)));
            for part in &one.passed_on {
                let name = format!("  lands on {}", part.name);
                let nothing = || String::new();
                let amount = writer.figure(Some(part.amount));
                text.push_str(&row(&name, &[nothing(), nothing(), nothing(), amount]));
            }
        }
        text
    }

    fn council(&self) -> String {
        let writer = &self.writer;
        let Some(memo) = &self.result.council else {
            return String::new();
        };
        let mut text = headings("Social care, a memo", &["council", "health", "both"]);
        for one in &memo.lines {
            let cells = [Some(one.amount), one.health_amount, one.net];
            text.push_str(&row(&one.name, &cells.map(|figure| writer.figure(figure))));
        }
        for (name, figure) in [
            ("Pressures", memo.pressures),
            ("The council's own sources", memo.funding),
            ("Gap", memo.gap),
            ("Paid from the health envelope", memo.from_envelope),
        ] {
            text.push_str(&row(name, &[writer.figure(Some(figure))]));
        }
        text
    }

    fn capital(&self, line: &CapitalFit) -> String {
        let writer = &self.writer;
        let mut text = headings("Capital", &["envelope", "asked", "chosen", "left"]);
        for one in &line.years {
            let cells = [Some(one.envelope), Some(one.asked), one.chosen, one.left];
            let cells = cells.map(|figure| writer.figure(figure));
            text.push_str(&row(&one.year.to_string(), &cells));
        }
        text.push_str(&headings("Capital bids", &["cost", "score"]));
        for one in &line.bids {
            let score = one.score.clone().unwrap_or_else(|| "-".to_owned());
            let cells = [writer.figure(Some(one.cost)), score];
            let cells = row(&one.name, &cells);
            text.push_str(&remarked(&cells, &self.became(one, line)));
        }
        if line.cost.is_some() {
            let benefits = line.benefits.map(|_| writer.figure(line.benefits));
            let worth = line.points.clone().or(benefits);
            let cells = [writer.figure(line.cost), worth.unwrap_or_default()];
            text.push_str(&row("In, together", &cells));
        }
        text
    }

    /// What became of a bid, and why: by the names of what it needs, and the years that are
    /// too small for it.
    fn became(&self, bid: &CapitalBidLine, line: &CapitalFit) -> String {
        let ledger = self.writer.ledger;
        let why = match bid.outcome {
            CapitalOutcome::MustDo => "in: it has to be done",
            CapitalOutcome::Approved => "in: it is approved already",
            CapitalOutcome::Needed => "in: another that has to be in needs it",
            CapitalOutcome::Chosen => "in",
            CapitalOutcome::Found => "in the best choice found",
            CapitalOutcome::NotFound => "not in the best choice found",
            CapitalOutcome::NoRoom => {
                "out: with it in, the bids that then fit would be worth no more"
            }
            CapitalOutcome::TooLarge => {
                let years = line.years.iter().zip(&bid.amounts);
                let over = years.filter(|(year, amount)| {
                    let amount = amount.and_then(|amount| ledger.amount(amount));
                    amount > ledger.amount(year.envelope)
                });
                let over: Vec<String> = over.map(|(year, _)| year.year.to_string()).collect();
                return format!(
                    "out: more than the whole envelope of {}",
                    over.join(" and of ")
                );
            }
            CapitalOutcome::NeedsOther => {
                let out = |other: &&CapitalBidLine| {
                    bid.depends_on.contains(&other.code) && !other.outcome.is_in()
                };
                let needed = line.bids.iter().filter(out);
                let needed: Vec<&str> = needed.map(|other| other.name.as_str()).collect();
                return format!("out: it needs {}", needed.join(" and "));
            }
            CapitalOutcome::NoWorth => "out: it is worth nothing",
            CapitalOutcome::Withdrawn => "out: withdrawn",
            CapitalOutcome::NoChoice => "not chosen",
            CapitalOutcome::NotKnown => "not known",
        };
        why.to_owned()
    }
}

/// A row with words after it, which are as long as they have to be.
fn remarked(row: &str, words: &str) -> String {
    format!("{}  {words}\n", row.trim_end())
}

const fn programme(outcome: ProgrammeOutcome) -> &'static str {
    match outcome {
        ProgrammeOutcome::Budget => "in full",
        ProgrammeOutcome::Cap => "its cap, which is below its budget",
        ProgrammeOutcome::Shared => "shares what is left for its priority",
        ProgrammeOutcome::Floor => "its floor and no more",
        ProgrammeOutcome::FloorForCertain => "its floor, whatever its budget is",
        ProgrammeOutcome::Cut => "cut, so that others need not be",
        ProgrammeOutcome::FloorFits => "its floor would fit",
        ProgrammeOutcome::FloorTooMuch => "no room for its floor",
        ProgrammeOutcome::NotKnown => "not known",
    }
}
