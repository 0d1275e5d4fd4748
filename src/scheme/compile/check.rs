//! What must be true of a scheme's file before anything is compiled from it.

use super::form::{
    ByQuarter, ConditionTest, EarningFile, MeasureFile, ParameterFile, RuleFile, SchemeFile,
    SourceFile, Status, Tested,
};
use super::rate::{WHOLE, rate};
use std::collections::BTreeMap;

const QUARTERS: [&str; 4] = ["Q1", "Q2", "Q3", "Q4"];

impl SchemeFile {
    pub fn check(&self, sources: &BTreeMap<String, SourceFile>) -> Result<(), String> {
        for rule in self.rules() {
            rule.check(sources)?;
        }
        self.earning.as_ref().map_or(Ok(()), EarningFile::check)
    }
}

impl RuleFile {
    pub fn check(&self, sources: &BTreeMap<String, SourceFile>) -> Result<(), String> {
        let fault = |what: &str| Err(format!("{:?}: {what}", self.name));
        if self.name.is_empty() || self.words.is_empty() || self.sources.is_empty() {
            return fault("a name, words or sources are missing");
        }
        if !(1..=100).contains(&self.confidence) {
            return fault("the confidence is a percentage");
        }
        if self.status == Status::Recalled && self.confidence == 100 {
            return fault("what is recalled is not certain");
        }
        match self.sources.iter().find(|key| !sources.contains_key(*key)) {
            Some(key) => fault(&format!("no source {key}")),
            None => Ok(()),
        }
    }
}

impl<T> ParameterFile<T> {
    fn check(&self) -> Result<(), String> {
        let both = self.value.is_some() == self.asked.is_some();
        if both {
            return Err(format!(
                "{:?}: a value, or the reason why it is asked",
                self.rule.name
            ));
        }
        Ok(())
    }
}

impl EarningFile {
    fn check(&self) -> Result<(), String> {
        self.phasing.check()?;
        self.system_share.check()?;
        self.by_forecast.iter().try_for_each(ParameterFile::check)?;
        let mut needs_own = self.system_needs_own.iter();
        needs_own.try_for_each(ParameterFile::check)?;
        if let Some(phasing) = &self.phasing.value
            && shares(phasing)?.iter().sum::<u64>() != WHOLE
        {
            return Err("the phasing does not add to 100%".into());
        }
        self.check_pays()?;
        self.check_taper()?;
        self.check_values_that_are_never_asked()?;
        self.check_weights()?;
        self.measure.iter().try_for_each(MeasureFile::check)?;
        for (index, condition) in self.condition.iter().enumerate() {
            let same = |other: &&super::form::ConditionFile| other.id == condition.id;
            if self.condition.iter().take(index).find(same).is_some() {
                return Err(format!("two conditions are called {}", condition.id));
            }
        }
        let answers = self.measure.iter().flat_map(|measure| &measure.part);
        let mut answers = answers.flat_map(|part| part.any_of.iter().flat_map(|one| &one.answer));
        let is_asked = |id: &String| {
            let mut conditions = self.condition.iter();
            conditions.any(|one| one.id == *id && one.test == ConditionTest::Answer)
        };
        match answers.find(|id| !is_asked(id)) {
            Some(id) => Err(format!("no condition asks for the answer {id}")),
            None => Ok(()),
        }
    }

    fn check_pays(&self) -> Result<(), String> {
        match self.pays[..] {
            [] => Err("it pays no side".into()),
            [_] => Ok(()),
            [one, other] if one != other => Ok(()),
            _ => Err("it pays a side twice".into()),
        }
    }

    /// What is short to date is known of the quarter's own end only.
    fn check_taper(&self) -> Result<(), String> {
        let other = self.by_forecast.is_some() || self.withheld.is_some();
        if self.taper.is_some() && (other || self.delivery.tested != Tested::Quarter) {
            return Err("money tapers by the position to date at the quarter's own end".into());
        }
        Ok(())
    }

    /// Only what the program can wait for may be asked.
    fn check_values_that_are_never_asked(&self) -> Result<(), String> {
        let measures = self.measure.iter();
        let given = self.finance_weight.value.is_some()
            && self.recovery.value.is_some()
            && self.withheld.iter().all(|one| one.value.is_some())
            && self.taper.iter().all(|one| one.value.is_some())
            && measures.clone().all(|one| one.weight.value.is_some())
            && measures
                .clone()
                .all(|one| one.tolerance.iter().all(|one| one.value.is_some()))
            && measures
                .flat_map(|one| &one.part)
                .all(|part| part.share.value.is_some());
        if given {
            Ok(())
        } else {
            Err("only phasing, by_forecast, system_share and system_needs_own may be asked".into())
        }
    }

    fn check_weights(&self) -> Result<(), String> {
        let mut totals = [0; 4];
        let measures = self.measure.iter().map(|measure| &measure.weight);
        for weight in measures.chain([&self.finance_weight]) {
            for (total, share) in totals.iter_mut().zip(value(weight)?) {
                *total += share;
            }
        }
        if totals == [WHOLE; 4] {
            Ok(())
        } else {
            Err("the weights do not add to 100% in every quarter".into())
        }
    }
}

impl MeasureFile {
    fn check(&self) -> Result<(), String> {
        for (index, quarter) in QUARTERS.into_iter().enumerate() {
            let mut total = 0;
            for part in &self.part {
                if part.quarters.iter().any(|one| one == quarter) {
                    total += rate(part.share.value.as_deref().unwrap_or_default())
                        .map_err(|error| error.to_string())?;
                }
            }
            let counts = value(&self.weight)?.get(index) != Some(&0);
            if total != WHOLE && (counts || total != 0) {
                return Err(format!(
                    "{}: the parts of {quarter} do not add to 100%",
                    self.id
                ));
            }
        }
        Ok(())
    }
}

fn value(parameter: &ParameterFile<ByQuarter>) -> Result<[u64; 4], String> {
    parameter.value.as_ref().map_or(Ok([0; 4]), shares)
}

fn shares(shares: &ByQuarter) -> Result<[u64; 4], String> {
    let mut rates = [0; 4];
    for (slot, share) in rates.iter_mut().zip(shares.each()) {
        *slot = rate(share).map_err(|error| error.to_string())?;
    }
    Ok(rates)
}
