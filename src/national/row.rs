//! A row of a roll-up: a system's figures, or the sum of several systems'.

use super::files::Read;
use crate::assess::{Assessment, Group};
use crate::calendar::Quarter;
use crate::facts;
use crate::order::distinct;
use crate::scheme::readings;
use crate::working::{Figure, Work};
use serde::Serialize;

/// A system, a region, or all systems.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Row {
    /// The area's code, the region's name, or `all`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The file that it was read from; nothing for several.
    pub file: Option<String>,
    /// The region that it lies in, if the area is published.
    pub region: Option<&'static str>,
    /// How many systems it is.
    pub systems: usize,
    /// How many organisations, each once.
    pub organisations: usize,
    /// Their codes.
    #[serde(skip)]
    pub(super) codes: Vec<String>,
    /// Its providers.
    pub providers: SideFigures,
    /// Its commissioners.
    pub commissioners: SideFigures,
    /// Both sides.
    pub both: SideFigures,
    /// What of the fund is available in the year.
    pub available: Figure,
    /// What of it has been paid.
    pub paid: Figure,
    /// What is lost.
    pub lost: Figure,
}

/// The figures of a side, before the fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct SideFigures {
    /// The control total issued for the year.
    pub issued: Figure,
    /// What flexes move it by.
    pub moved: Figure,
    /// What else of it was changed during the year: revisions.
    pub revised: Figure,
    /// The control total in force.
    pub control_total: Figure,
    /// The target to date, where all plans stand at the same quarter end.
    pub target: Option<Figure>,
    /// The position to date.
    pub position: Option<Figure>,
    /// Position less target.
    pub variance: Option<Figure>,
}

/// The desk at which a roll-up is made.
pub(super) struct Desk<'a> {
    pub work: &'a Work,
    /// The quarter to whose end positions are given.
    pub to: Option<Quarter>,
}

/// A figure of a system as it is found in its assessment.
struct Found<'a> {
    desk: &'a Desk<'a>,
    read: &'a Read,
    code: &'a str,
}

impl Found<'_> {
    /// The figure, under its label and the path by which its own working is asked for.
    fn figure(&self, label: &str, figure: Figure, path: &str) -> Figure {
        let Self { desk, read, code } = self;
        let amount = read.assessment.record.ledger.amount(figure);
        let label = format!("{label} of {}", read.name());
        desk.work
            .of_plan(label.as_str().into(), amount, &|| format!("{code}/{path}"))
    }

    fn side(&self, group: &Group, path: &str, moved: Figure) -> SideFigures {
        let position = &group.position;
        let last = self.desk.to.map(Quarter::index);
        let at = |list: &[Figure], label: &str, field: &str| {
            let place = last?;
            let figure = list.get(place)?;
            Some(self.figure(label, *figure, &format!("{path}/position/{field}/{place}")))
        };
        let of_year = |figure, label: &str, field: &str| {
            self.figure(label, figure, &format!("{path}/position/{field}"))
        };
        let issued = of_year(
            position.original_control_total,
            "Control total issued",
            "original_control_total",
        );
        let control_total = of_year(
            position.control_total,
            "Control total in force",
            "control_total",
        );
        SideFigures {
            issued,
            moved,
            revised: self.desk.work.reckoned(
                "Revised in the year".into(),
                &[&readings::VERSION_IN_FORCE],
                &[(false, control_total), (true, issued), (true, moved)],
            ),
            control_total,
            target: at(&position.target, "Target to date", "target"),
            position: at(&position.actual, "Position to date", "actual"),
            variance: at(&position.variance, "Variance to date", "variance"),
        }
    }

    /// What a side's flexes move it by.
    fn moved(&self, side: &str, of: &dyn Fn(&crate::assess::FlexResult) -> Figure) -> Figure {
        let label = format!("Moved by flexes, {side}");
        let rules = [&readings::FLEX];
        let mut parts = Vec::new();
        for (place, flex) in self.read.assessment.flexes.iter().enumerate() {
            parts.push(self.figure(
                "Moved by a flex",
                of(flex),
                &format!("flexes/{place}/{side}"),
            ));
        }
        self.desk.work.sum(label.as_str().into(), &rules, &parts)
    }
}

impl Read {
    /// What the system is called.
    pub(super) fn name(&self) -> &str {
        let Self { plan, file, .. } = self;
        let names = [&plan.area, &plan.title, file];
        names
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or(file)
    }

    /// By what it goes in paths: its area's code, else the file's name.
    fn code(&self) -> &str {
        if self.plan.area_code.is_empty() {
            &self.file
        } else {
            &self.plan.area_code
        }
    }
}

impl Desk<'_> {
    /// A system's row.
    pub fn system(&self, read: &Read) -> Row {
        let found = Found {
            desk: self,
            read,
            code: read.code(),
        };
        let assessment: &Assessment = &read.assessment;
        let providers = found.moved("providers", &|flex| flex.providers);
        let commissioners = found.moved("commissioners", &|flex| flex.commissioners);
        let both = self
            .work
            .sum("Moved by flexes".into(), &[], &[providers, commissioners]);
        let side = |code: &str, moved| {
            let mut sides = assessment.sides.iter();
            let group = sides
                .find(|group| group.code == code)
                .unwrap_or(&assessment.system);
            found.side(group, &format!("sides/{code}"), moved)
        };
        let total = &assessment.system.fund.total;
        let money = |figure, label: &str, field: &str| {
            found.figure(label, figure, &format!("system/fund/total/{field}/year"))
        };
        let area = facts::geography(read.plan.year());
        Row {
            code: read.code().to_owned(),
            name: read.name().to_owned(),
            file: Some(read.file.clone()),
            region: area
                .and_then(|all| all.area(&read.plan.area_code))
                .map(|area| area.region),
            systems: 1,
            organisations: assessment.organisations.len(),
            codes: assessment
                .organisations
                .iter()
                .map(|one| one.code.clone())
                .collect(),
            providers: side("provider", providers),
            commissioners: side("commissioner", commissioners),
            both: found.side(&assessment.system, "system", both),
            available: money(total.available.year, "Available", "available"),
            paid: money(total.paid.year, "Paid", "paid"),
            lost: money(total.lost.year, "Lost", "lost"),
        }
    }

    /// The regions, where the systems lie in several.
    pub fn regions(&self, systems: &[Row]) -> Vec<Row> {
        let names: Vec<&'static str> = systems.iter().filter_map(|one| one.region).collect();
        let names = distinct(names);
        if names.len() < 2 {
            return Vec::new();
        }
        let region = |name: &&'static str| {
            let own: Vec<&Row> = systems
                .iter()
                .filter(|one| one.region == Some(*name))
                .collect();
            self.sum(name, name, &own)
        };
        names.iter().map(region).collect()
    }

    /// Several systems added.
    pub fn sum(&self, code: &str, name: &str, systems: &[&Row]) -> Row {
        let add = |label: &str, figure: &dyn Fn(&Row) -> Option<Figure>| {
            let rules = [&readings::ROLL_UP, &readings::NATIONAL_ONCE];
            let mut sum = self.work.begin_sum(label.into(), &rules);
            for system in systems {
                sum.add(figure(system)?);
            }
            Some(sum.done())
        };
        let always = |label: &str, figure: &dyn Fn(&Row) -> Figure| {
            add(label, &|row| Some(figure(row)))
                .unwrap_or_else(|| self.work.nothing(label.into(), &[]))
        };
        let side = |side: &dyn Fn(&Row) -> SideFigures| SideFigures {
            issued: always("Control total issued", &|row| side(row).issued),
            moved: always("Moved by flexes", &|row| side(row).moved),
            revised: always("Revised in the year", &|row| side(row).revised),
            control_total: always("Control total in force", &|row| side(row).control_total),
            target: add("Target to date", &|row| side(row).target),
            position: add("Position to date", &|row| side(row).position),
            variance: add("Variance to date", &|row| side(row).variance),
        };
        let codes = systems.iter().flat_map(|row| row.codes.iter().cloned());
        let codes = distinct(codes.collect());
        Row {
            code: code.to_owned(),
            name: name.to_owned(),
            file: None,
            region: None,
            systems: systems.len(),
            organisations: codes.len(),
            codes,
            providers: side(&|row| row.providers),
            commissioners: side(&|row| row.commissioners),
            both: side(&|row| row.both),
            available: always("Available", &|row| row.available),
            paid: always("Paid", &|row| row.paid),
            lost: always("Lost", &|row| row.lost),
        }
    }
}
