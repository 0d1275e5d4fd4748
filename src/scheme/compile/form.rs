//! The form of the rules' files, as people write them.

use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFile {
    pub title: String,
    pub r#where: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingFile {
    pub name: String,
    pub words: String,
    pub reason: String,
}

impl ReadingFile {
    pub fn rule(&self) -> RuleFile {
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
pub struct RuleFile {
    pub name: String,
    pub words: String,
    pub sources: Vec<String>,
    pub status: Status,
    pub confidence: u8,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Sourced,
    SecondHand,
    Derived,
    Recalled,
    /// Not for the files of schemes.
    #[serde(skip)]
    Reading,
}

/// A rule with a value, or with the reason why its value is asked of the user.
#[derive(Deserialize)]
pub struct ParameterFile<T> {
    pub value: Option<T>,
    pub asked: Option<String>,
    #[serde(flatten)]
    pub rule: RuleFile,
}

/// One share for all quarters, or one for each.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum ByQuarter {
    Same(String),
    Each([String; 4]),
}

impl ByQuarter {
    pub fn each(&self) -> [&str; 4] {
        match self {
            Self::Same(share) => [share; 4],
            Self::Each(shares) => shares.each_ref().map(String::as_str),
        }
    }

    pub fn shown(&self) -> String {
        match self {
            Self::Same(share) => share.clone(),
            Self::Each(shares) => shares.join(", "),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Provider,
    Commissioner,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchemeFile {
    pub id: String,
    pub fund: String,
    pub name: String,
    pub year: String,
    pub target: String,
    #[serde(default = "yes")]
    pub ran: bool,
    pub summary: String,
    pub before_fund: RuleFile,
    pub system_total: RuleFile,
    pub after_fund: RuleFile,
    pub revision: RuleFile,
    pub earning: Option<EarningFile>,
    #[serde(default)]
    pub outcome: Vec<OutcomeFile>,
    #[serde(default)]
    pub stated: Vec<StatedFile>,
    /// Documents that are not among the common sources.
    #[serde(default)]
    pub source: BTreeMap<String, SourceFile>,
}

const fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarningFile {
    pub pays: Vec<Side>,
    pub allocation: AllocationFile,
    pub condition: Vec<ConditionFile>,
    pub delivery: DeliveryFile,
    pub by_forecast: Option<ParameterFile<bool>>,
    pub withheld: Option<ParameterFile<ByQuarter>>,
    pub taper: Option<ParameterFile<bool>>,
    pub accrual: Option<RuleFile>,
    pub finance_weight: ParameterFile<ByQuarter>,
    pub phasing: ParameterFile<ByQuarter>,
    pub recovery: ParameterFile<bool>,
    pub system_share: ParameterFile<String>,
    pub system_needs_own: Option<ParameterFile<bool>>,
    pub incentive: IncentiveFile,
    #[serde(default)]
    pub measure: Vec<MeasureFile>,
}

#[derive(Deserialize)]
pub struct AllocationFile {
    pub is: AllocationKind,
    #[serde(flatten)]
    pub rule: RuleFile,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AllocationKind {
    Offered,
    OfferedForDeficit,
    TheDeficit,
}

#[derive(Deserialize)]
pub struct ConditionFile {
    pub id: String,
    pub test: ConditionTest,
    pub to_meet: String,
    #[serde(flatten)]
    pub rule: RuleFile,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum ConditionTest {
    Accepted,
    Answer,
    Deficit,
    Balanced,
    SystemBalanced,
}

#[derive(Deserialize)]
pub struct DeliveryFile {
    pub tested: Tested,
    #[serde(flatten)]
    pub rule: RuleFile,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tested {
    Quarter,
    QuarterBefore,
    Never,
}

#[derive(Deserialize)]
pub struct IncentiveFile {
    pub value: String,
    pub over: IncentiveBase,
    #[serde(flatten)]
    pub rule: RuleFile,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IncentiveBase {
    InForce,
    Original,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureFile {
    pub id: String,
    pub name: String,
    pub weight: ParameterFile<ByQuarter>,
    pub applies: RuleFile,
    pub tolerance: Option<ParameterFile<ByQuarter>>,
    pub part: Vec<PartFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartFile {
    pub id: String,
    pub name: String,
    pub quarters: Vec<String>,
    pub share: ParameterFile<String>,
    pub any_of: Vec<CriterionFile>,
}

#[derive(Deserialize)]
pub struct CriterionFile {
    pub milestone: Option<String>,
    pub answer: Option<String>,
    pub at_least: Option<String>,
    pub figure: Option<String>,
    pub better_than: Option<String>,
    pub appeal: Option<String>,
    #[serde(flatten)]
    pub rule: RuleFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatementFile {
    pub id: String,
    pub name: String,
    pub whose: Whose,
    /// The first year in which it is reckoned, and the last, if it was given up.
    pub from: String,
    pub until: Option<String>,
    /// The fund that it belongs to, if it is not for every fund of those years.
    pub fund: Option<String>,
    pub line: Vec<LineFile>,
}

impl StatementFile {
    pub fn rules(&self) -> impl Iterator<Item = &RuleFile> {
        self.line.iter().map(|line| &line.rule)
    }
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    Provider,
    Commissioner,
    Organisation,
    System,
}

#[derive(Deserialize)]
pub struct LineFile {
    pub id: String,
    /// `amount` or `yes_no`.
    pub asks: Option<String>,
    /// `nothing`, where a blank counts so.
    pub blank: Option<String>,
    pub adds: Option<Vec<String>>,
    pub slice_of: Option<String>,
    pub shares_out: Option<String>,
    /// Two amounts: the part and the whole.
    pub in_proportion: Option<[String; 2]>,
    /// Two amounts: the second is the least that the first may be.
    pub at_least: Option<[String; 2]>,
    pub all_of: Option<Vec<String>>,
    pub any_of: Option<Vec<String>>,
    /// The share or multiple.
    pub value: Option<String>,
    #[serde(default)]
    pub not_below_nothing: bool,
    #[serde(default)]
    pub r#if: Vec<String>,
    #[serde(flatten)]
    pub rule: RuleFile,
}

#[derive(Deserialize)]
pub struct OutcomeFile {
    pub own: Met,
    pub system: Met,
    #[serde(flatten)]
    pub rule: RuleFile,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Met {
    Met,
    Missed,
}

#[derive(Deserialize)]
pub struct StatedFile {
    pub id: String,
    #[serde(flatten)]
    pub rule: RuleFile,
}

impl SchemeFile {
    /// Every rule of the scheme, to be checked alike.
    pub fn rules(&self) -> Vec<&RuleFile> {
        let mut rules = vec![
            &self.before_fund,
            &self.system_total,
            &self.after_fund,
            &self.revision,
        ];
        rules.extend(self.earning.iter().flat_map(EarningFile::rules));
        rules.extend(self.outcome.iter().map(|outcome| &outcome.rule));
        rules.extend(self.stated.iter().map(|stated| &stated.rule));
        rules
    }
}

impl EarningFile {
    fn rules(&self) -> Vec<&RuleFile> {
        let mut rules = vec![
            &self.allocation.rule,
            &self.delivery.rule,
            &self.finance_weight.rule,
            &self.phasing.rule,
            &self.recovery.rule,
            &self.system_share.rule,
            &self.incentive.rule,
        ];
        rules.extend(self.condition.iter().map(|condition| &condition.rule));
        rules.extend(self.by_forecast.iter().map(|one| &one.rule));
        rules.extend(self.withheld.iter().map(|one| &one.rule));
        rules.extend(self.taper.iter().map(|one| &one.rule));
        rules.extend(&self.accrual);
        rules.extend(self.system_needs_own.iter().map(|one| &one.rule));
        for measure in &self.measure {
            rules.extend([&measure.weight.rule, &measure.applies]);
            rules.extend(measure.tolerance.iter().map(|one| &one.rule));
            for part in &measure.part {
                rules.push(&part.share.rule);
                rules.extend(part.any_of.iter().map(|criterion| &criterion.rule));
            }
        }
        rules
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundFile {
    pub id: String,
    pub name: String,
    pub from: String,
    pub until: String,
    pub milestone: Vec<MilestoneFile>,
    pub eligibility: EligibilityFile,
    pub transformation: TransformationFile,
    pub not_only_shifted: RuleFile,
    pub council_pressures: RuleFile,
    pub sides_balance: RuleFile,
}

#[derive(Deserialize)]
pub struct MilestoneFile {
    pub id: String,
    pub day: String,
    #[serde(flatten)]
    pub rule: RuleFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EligibilityFile {
    pub contracts_agreed: RuleFile,
    pub within_resources: RuleFile,
    pub system_control_total: RuleFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TransformationFile {
    pub system_plan: RuleFile,
    pub own_plans: RuleFile,
    pub trajectories: RuleFile,
    pub eligible: RuleFile,
    pub pot: Vec<PotFile>,
}

#[derive(Deserialize)]
pub struct PotFile {
    pub id: String,
    pub final_year: Option<String>,
    #[serde(flatten)]
    pub rule: RuleFile,
}

impl RoundFile {
    /// Every rule of the round, to be checked alike.
    pub fn rules(&self) -> Vec<&RuleFile> {
        let mut rules: Vec<&RuleFile> = self.milestone.iter().map(|one| &one.rule).collect();
        rules.extend(self.named().map(|(_, rule)| rule));
        rules.extend(self.transformation.pot.iter().map(|one| &one.rule));
        rules
    }

    /// The rules that the program knows by name.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, &RuleFile)> {
        let Self {
            eligibility,
            transformation,
            ..
        } = self;
        [
            ("contracts_agreed", &eligibility.contracts_agreed),
            ("within_resources", &eligibility.within_resources),
            ("system_control_total", &eligibility.system_control_total),
            ("system_plan", &transformation.system_plan),
            ("own_plans", &transformation.own_plans),
            ("trajectories", &transformation.trajectories),
            ("eligible", &transformation.eligible),
            ("not_only_shifted", &self.not_only_shifted),
            ("council_pressures", &self.council_pressures),
            ("sides_balance", &self.sides_balance),
        ]
        .into_iter()
    }
}
