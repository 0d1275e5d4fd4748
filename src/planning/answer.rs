//! Each question's answer in words that a councillor would understand.

use super::PlanningResult;
use super::capital::{CapitalChoice, CapitalFit, CapitalOutcome};
use super::contracts::{ContractLine, YearLine};
use super::council::CouncilMemo;
use super::eligibility::{AreaEligibility, YearEligibility};
use super::envelope::EnvelopeFit;
use super::fit::ProgrammeOutcome;
use super::partnership::{Binding, PartnershipLine};
use super::shifting::Shifting;
use super::transformation::Transformation;
use crate::calendar::{Date, FinancialYear};
use crate::money::Money;
use crate::plan::{CouncilKind, Plan, in_words};
use crate::working::{Figure, Record, Test, Worked};
use serde::Serialize;

/// A question of the planning round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum Question {
    /// What kind of partnership it is.
    Partnership,
    /// Whether both sides' contracts agree.
    Contracts,
    /// Whether the area may take on a system control total.
    Eligibility,
    /// Whether it may have transformation funding.
    Transformation,
    /// What is saved and what only moved.
    Shifting,
    /// What fits into the envelope.
    Envelope,
    /// What councils lack.
    Council,
    /// Which capital bids fit.
    Capital,
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Said {
    /// The question.
    pub question: Question,
    /// The answer.
    pub words: String,
}

impl PlanningResult {
    /// The answers, in the order in which the round goes.
    pub(crate) fn said(&self, plan: &Plan, record: &Record) -> Vec<Said> {
        let speaker = Speaker {
            plan,
            record,
            contracts: &self.contracts,
        };
        let partnership = self
            .partnership
            .as_ref()
            .map(|one| speaker.partnership(one));
        let years = self.years.iter().filter(|year| year.contracts > 0);
        let mut contracts: Vec<String> = years.map(|year| speaker.contracts(year)).collect();
        if self.round.is_none() && !contracts.is_empty() {
            contracts.push(format!(
                "No rules of a planning round were read for {}: whether the area could take on a system control total is not answered.",
                plan.year()
            ));
        }
        let proposals = !self.shifting.proposals.is_empty();
        let answers = [
            (Question::Partnership, partnership),
            (
                Question::Contracts,
                (!contracts.is_empty()).then(|| contracts.join(" ")),
            ),
            (
                Question::Eligibility,
                self.eligibility
                    .as_ref()
                    .map(|one| speaker.eligibility(one)),
            ),
            (
                Question::Transformation,
                self.transformation
                    .as_ref()
                    .map(|one| speaker.transformation(one)),
            ),
            (
                Question::Shifting,
                proposals.then(|| speaker.shifting(&self.shifting)),
            ),
            (
                Question::Envelope,
                self.envelope.as_ref().map(|one| speaker.envelope(one)),
            ),
            (
                Question::Council,
                self.council.as_ref().map(|one| speaker.council(one)),
            ),
            (
                Question::Capital,
                self.capital.as_ref().map(|one| speaker.capital(one)),
            ),
        ];
        let said = answers.into_iter();
        said.filter_map(|(question, words)| words.map(|words| Said { question, words }))
            .collect()
    }
}

struct Speaker<'a> {
    plan: &'a Plan,
    record: &'a Record,
    contracts: &'a [ContractLine],
}

impl Speaker<'_> {
    fn amount(&self, figure: Figure) -> Option<Money> {
        self.record.ledger.amount(figure)
    }

    fn outcome(&self, test: Test) -> Option<bool> {
        self.record.ledger.outcome(test)
    }

    /// An amount without its sign, or that it is not known.
    fn size(&self, figure: Figure) -> String {
        self.amount(figure).map_or_else(
            || "an amount not known yet".to_owned(),
            |amount| amount.in_words(self.plan.unit),
        )
    }

    fn needs<T>(&self, worked: Worked<T>) -> String {
        self.record
            .needs_in_words(worked.place(), &|input| input.small())
    }

    /// At the beginning of a sentence.
    fn area(&self) -> &str {
        self.area_or("The area")
    }

    fn area_or<'a>(&'a self, without: &'a str) -> &'a str {
        if self.plan.area.is_empty() {
            without
        } else {
            &self.plan.area
        }
    }

    fn partnership(&self, line: &PartnershipLine) -> String {
        let target = self.plan.scheme.target;
        match line.binding {
            Binding::Own => format!(
                "As a forum, partners decide together, and what they agree binds each to its own {target} only. What the rules hang on the system's stays as it is."
            ),
            Binding::Both => format!(
                "As an implementation partnership, each partner answers for its own {target} and for the system's."
            ),
            Binding::System => format!(
                "As one integrated system under one budget, the partners answer for the system's {target} together. What the rules hang on each one's own stays as it is."
            ),
        }
    }

    fn contracts(&self, line: &YearLine) -> String {
        let year = line.year;
        match self.amount(line.overstated) {
            None => format!(
                "It is not known yet how well the contracts of {year} agree; needs {}.",
                self.needs(line.overstated)
            ),
            Some(Money::ZERO) if self.agrees(year) => {
                format!("In {year} both sides of every contract count the same money.")
            }
            Some(Money::ZERO) => format!(
                "In {year} the sides' contracts differ, and the differences come to nothing together."
            ),
            Some(amount) => {
                let (more, than, better) = if amount.is_negative() {
                    ("commissioners count", "providers", "worse")
                } else {
                    ("providers count", "commissioners", "better")
                };
                format!(
                    "In {year} {more} {} more in contracts than {than} do, so that the system's position looks {better} than it is by as much.",
                    amount.in_words(self.plan.unit)
                )
            }
        }
    }

    /// Whether no contract of the year differs, and no side knows one alone.
    fn agrees(&self, year: FinancialYear) -> bool {
        let mut own = self.contracts.iter().filter(|one| one.year == year);
        own.all(|one| match one.mismatch {
            Some(mismatch) => self.amount(mismatch) == Some(Money::ZERO),
            None => {
                let alone = one.provider_amount.or(one.commissioner_amount);
                alone.and_then(|amount| self.amount(amount)) == Some(Money::ZERO)
            }
        })
    }

    fn eligibility(&self, line: &AreaEligibility) -> String {
        let area = self.area();
        let days = line
            .deadline
            .map_or_else(String::new, |day| days(day, line.days_to_go));
        match self.outcome(line.eligible) {
            Some(true) => format!(
                "{area} may take on a system control total: all the contracts entered were agreed in time, and they are within its resources.{days}"
            ),
            Some(false) => {
                let reasons: Vec<String> = line
                    .years
                    .iter()
                    .flat_map(|year| self.reasons(year))
                    .collect();
                let reasons: Vec<&str> = reasons.iter().map(String::as_str).collect();
                format!(
                    "{area} may not take on a system control total: {}.{days}",
                    in_words(reasons)
                )
            }
            None => format!(
                "It is not known yet whether {} may take on a system control total; needs {}.{days}",
                self.area_or("the area"),
                self.needs(line.eligible)
            ),
        }
    }

    fn reasons(&self, year: &YearEligibility) -> Vec<String> {
        let tests = [
            (year.agreed, "not every contract was agreed in time"),
            (
                year.commissioners_within,
                "commissioners' contracts are more than the resources",
            ),
            (
                year.providers_within,
                "providers' contracts are more than the resources",
            ),
        ];
        let missed = tests
            .into_iter()
            .filter(|(test, _)| self.outcome(*test) == Some(false));
        missed
            .map(|(_, words)| format!("for {} {words}", year.year))
            .collect()
    }

    fn transformation(&self, line: &Transformation) -> String {
        let area = self.area();
        match self.outcome(line.eligible) {
            Some(true) => format!(
                "{area} meets what transformation funding asks{}.{}",
                self.open_bids(line),
                self.ended_bids(line)
            ),
            Some(false) => {
                let missed = line
                    .conditions
                    .iter()
                    .filter(|one| self.outcome(one.met) == Some(false));
                let missed: Vec<&str> = missed.map(|one| one.name).collect();
                let asked = self.amount(line.asked).map_or_else(String::new, |amount| {
                    format!(" of {}", amount.in_words(self.plan.unit))
                });
                let bids = if line.has_bids() {
                    format!(", so that none of its bids{asked} is open")
                } else {
                    String::new()
                };
                format!(
                    "{area} does not meet what transformation funding asks{bids}. Not met: {}.",
                    in_words(missed)
                )
            }
            None => format!(
                "It is not known yet whether {} meets what transformation funding asks; needs {}.",
                self.area_or("the area"),
                self.needs(line.eligible)
            ),
        }
    }

    /// The bids of the pots that have money, where there are any.
    fn open_bids(&self, line: &Transformation) -> String {
        let mut pots = line.pots.iter();
        if !pots.any(|pot| !pot.has_ended && !pot.bids.is_empty()) {
            return String::new();
        }
        let open = self.amount(line.open).map_or_else(String::new, |amount| {
            format!(" of {}", amount.in_words(self.plan.unit))
        });
        format!(": its bids{open} are open, and nobody has promised them")
    }

    fn ended_bids(&self, line: &Transformation) -> String {
        let ended = line.pots.iter();
        let ended = ended.filter(|pot| pot.has_ended && !pot.bids.is_empty());
        let ended: Vec<&str> = ended.map(|pot| pot.name).collect();
        if ended.is_empty() {
            return String::new();
        }
        let year = self.plan.year();
        format!(" No money is left in {year} for: {}.", in_words(ended))
    }

    fn shifting(&self, line: &Shifting) -> String {
        let saved = match self.amount(line.saved) {
            None => {
                return format!(
                    "It is not known yet what the proposals save; needs {}.",
                    self.needs(line.saved)
                );
            }
            Some(Money::ZERO) => "The proposals save the system nothing".to_owned(),
            Some(amount) if amount.is_negative() => format!(
                "The proposals cost the system {} more",
                amount.in_words(self.plan.unit)
            ),
            // What others bear is not saved, however much better the system does by it.
            Some(amount) if self.is_borne_outside(line) => format!(
                "The proposals better the system's position by {}",
                amount.in_words(self.plan.unit)
            ),
            Some(amount) => {
                format!(
                    "The proposals save the system {}",
                    amount.in_words(self.plan.unit)
                )
            }
        };
        let shifted = match self.amount(line.shifted) {
            Some(Money::ZERO) => ", and shift nothing from one organisation to another".into(),
            _ => format!(
                ", and shift {} from one organisation to another",
                self.size(line.shifted)
            ),
        };
        let outside = match self.amount(line.outside) {
            Some(Money::ZERO) => String::new(),
            Some(amount) if amount.is_negative() => {
                format!(
                    " Others outside it bear {}, which is not saved.",
                    amount.in_words(self.plan.unit)
                )
            }
            Some(amount) => {
                format!(
                    " Others outside it gain {}.",
                    amount.in_words(self.plan.unit)
                )
            }
            None => " What others outside it bear is not known yet.".to_owned(),
        };
        format!("{saved}{shifted}.{outside}")
    }

    fn is_borne_outside(&self, line: &Shifting) -> bool {
        self.amount(line.outside).is_some_and(Money::is_negative)
    }

    fn envelope(&self, line: &EnvelopeFit) -> String {
        if let Some(short) = line.short {
            let floors = line
                .programmes
                .iter()
                .filter(|one| one.outcome == ProgrammeOutcome::FloorTooMuch);
            let floors: Vec<&str> = floors.map(|one| one.name.as_str()).collect();
            return format!(
                "Nothing fits: the least that the programmes can do with is {} more than the envelope of {}. In the order of priorities there is no room left for {}.",
                self.size(short),
                self.size(line.envelope),
                in_words(floors)
            );
        }
        let (Some(given), Some(cut)) = (line.given, line.cut) else {
            return String::new();
        };
        if self.amount(given).is_none() {
            return format!(
                "It is not known yet what fits into the envelope; needs {}.",
                self.needs(given)
            );
        }
        let all = line.programmes.len();
        let count = |of: &[ProgrammeOutcome]| {
            let own = line.programmes.iter();
            own.filter(|one| of.contains(&one.outcome)).count()
        };
        let fewer = count(&[
            ProgrammeOutcome::Shared,
            ProgrammeOutcome::Floor,
            ProgrammeOutcome::Cut,
        ]);
        let held = match count(&[ProgrammeOutcome::Cap]) {
            0 => String::new(),
            1 => "1 held to a cap of its own".to_owned(),
            some => format!("{some} held to caps of their own"),
        };
        let headroom = line
            .headroom
            .filter(|left| self.amount(*left) != Some(Money::ZERO));
        let left = headroom.map_or_else(String::new, |left| {
            format!(" {} of it is left over.", self.size(left))
        });
        let envelope = self.size(line.envelope);
        if fewer == 0 {
            let (who, have) = match all {
                1 => ("The programme has".to_owned(), "its budget"),
                all => (format!("All {all} programmes have"), "their budgets"),
            };
            return if held.is_empty() {
                format!("{who} {have} within {envelope}.{left}")
            } else {
                format!("No programme is cut to live within {envelope}, with {held}.{left}")
            };
        }
        let held = if held.is_empty() {
            held
        } else {
            format!(" and {held}")
        };
        let passed_on = line
            .passed_on
            .filter(|part| self.amount(*part) != Some(Money::ZERO));
        let passed_on = passed_on.map_or_else(String::new, |part| {
            format!(
                " Of that, {} lands on other organisations and is not saved.",
                self.size(part)
            )
        });
        format!(
            "To live within {envelope}, {fewer} of {all} programmes {} cut{held}, by {} together.{passed_on}{left}",
            if fewer == 1 { "is" } else { "are" },
            self.size(cut)
        )
    }

    fn council(&self, memo: &CouncilMemo) -> String {
        let gap = match self.amount(memo.gap) {
            None => format!(
                "It is not known yet what social care lacks; needs {}",
                self.needs(memo.gap)
            ),
            Some(amount) if amount > Money::ZERO => format!(
                "Social care lacks {} of the council's pressures of {}",
                self.size(memo.gap),
                self.size(memo.pressures)
            ),
            Some(_) if self.has_kind(memo, CouncilKind::Pressure) => {
                "The council's own sources cover its pressures".to_owned()
            }
            Some(_) => "No pressure on the council is entered".to_owned(),
        };
        let flagged = match self.outcome(memo.flagged) {
            Some(true) => format!(
                " The plan pays {} from the health envelope, which the settlement was not intended for.",
                self.size(memo.from_envelope)
            ),
            Some(false) => String::new(),
            None => " Whether the plan pays any of it from the health envelope is not known yet."
                .to_owned(),
        };
        let mut nets = memo.lines.iter().filter_map(|line| line.net);
        let differs = |net: Figure| self.amount(net).is_some_and(|net| net != Money::ZERO);
        let pooled = if nets.clone().any(differs) {
            " The two sides of a pooled fund do not agree."
        } else if nets.any(|net| self.amount(net).is_none()) {
            " Whether the two sides of a pooled fund agree is not known yet."
        } else {
            ""
        };
        format!("{gap}; none of it is part of the control total.{flagged}{pooled}")
    }

    fn has_kind(&self, memo: &CouncilMemo, kind: CouncilKind) -> bool {
        memo.lines.iter().any(|line| line.kind == kind)
    }

    /// Those that have to be in, and by how much they are too much in which year.
    fn impossible(&self, line: &CapitalFit) -> String {
        let years = line.years.iter();
        let short = years.filter_map(|year| {
            let short = self.size(year.short?);
            Some(format!("{short} more than the envelope of {}", year.year))
        });
        let short: Vec<String> = short.collect();
        if short.is_empty() {
            return "No choice of capital bids is possible: one that has to be done needs one that is out, or does not fit with those that it needs.".to_owned();
        }
        let short = short.iter().map(String::as_str).collect();
        format!(
            "No choice of capital bids is possible: those that have to be done are {}.",
            in_words(short)
        )
    }

    /// The next bid beside those chosen, with what it lacks in which year.
    fn next_bid(&self, line: &CapitalFit) -> String {
        let Some(next) = &line.next else {
            return String::new();
        };
        let years = line.years.iter().zip(&next.by_year);
        let lacking = years.filter(|(_, more)| self.amount(**more) != Some(Money::ZERO));
        let lacking: Vec<String> = lacking
            .map(|(year, more)| format!("{} more in {}", self.size(*more), year.year))
            .collect();
        let lacking = lacking.iter().map(String::as_str).collect();
        format!(
            " Beside them, {} would fit with {}.",
            next.name,
            in_words(lacking)
        )
    }

    fn capital(&self, line: &CapitalFit) -> String {
        let live = line
            .bids
            .iter()
            .filter(|bid| bid.outcome != CapitalOutcome::Withdrawn);
        let all = live.count();
        match line.choice {
            CapitalChoice::NotKnown => {
                let needs = line.waits_for.map(|figure| self.needs(figure));
                return format!(
                    "It is not known yet which capital bids fit; needs {}.",
                    needs.unwrap_or_default()
                );
            }
            CapitalChoice::Impossible => {
                return self.impossible(line);
            }
            CapitalChoice::TooMany => {
                return "Too many choices of capital bids are nearly alike to weigh them all: mark what has to be done, or take out what can't win.".to_owned();
            }
            CapitalChoice::Best => {}
        }
        let is_in = line.bids.iter().filter(|bid| bid.outcome.is_in()).count();
        let chosen: Money = line
            .years
            .iter()
            .filter_map(|year| self.amount(year.chosen?))
            .sum();
        format!(
            "{is_in} of {all} capital bids {} funded, for {} in all.{}",
            if is_in == 1 { "is" } else { "are" },
            chosen.in_words(self.plan.unit),
            self.next_bid(line)
        )
    }
}

/// How far off the deadline is.
fn days(deadline: Date, to_go: Option<i32>) -> String {
    let deadline = deadline.in_words();
    match to_go {
        None => String::new(),
        Some(0) => format!(" Today, {deadline}, is the last day for contracts."),
        Some(1) => format!(" One day to go until {deadline}."),
        Some(-1) => format!(" The deadline, {deadline}, was yesterday."),
        Some(days) if days > 0 => format!(" {days} days to go until {deadline}."),
        Some(days) => format!(
            " The deadline, {deadline}, was {} days ago.",
            days.saturating_neg()
        ),
    }
}
