//! The social-care memo (J11): beside the control total, never part of it.

use super::desk::Desk;
use crate::plan::{CouncilKind, CouncilLine};
use crate::scheme::{Rule, readings};
use crate::working::{Figure, Test};
use serde::Serialize;

/// The memo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct CouncilMemo {
    /// Its lines.
    pub lines: Vec<MemoLine>,
    /// The council's pressures.
    pub pressures: Figure,
    /// Its own sources.
    pub funding: Figure,
    /// Pressures less own sources: the gap in social care.
    pub gap: Figure,
    /// What the plan pays of it from the health envelope.
    pub from_envelope: Figure,
    /// Whether it pays any: what guidance does not intend.
    pub flagged: Test,
    /// What pooled funds come to, both sides together: nothing where they agree.
    pub pooled: Figure,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct MemoLine {
    /// Its place in the plan's list.
    pub place: usize,
    /// What it is.
    pub name: String,
    /// Of what kind.
    pub kind: CouncilKind,
    /// What the council counts.
    pub amount: Figure,
    /// What the health side counts of a pooled fund.
    pub health_amount: Option<Figure>,
    /// Both sides of a pooled fund together.
    pub net: Option<Figure>,
}

impl Desk<'_> {
    pub(super) fn council(&self) -> Option<CouncilMemo> {
        let own = self.planning;
        if own.council.is_empty() && own.council_unread.is_empty() {
            return None;
        }
        let left_out = self.memo_lines_left_out();
        let work = self.work;
        let lines = own.council.iter().map(|line| self.memo_line(line));
        let lines: Vec<MemoLine> = lines.collect();
        let rules = self.council_rules();
        let sum = |label: &str, kind: CouncilKind, amount: &dyn Fn(&MemoLine) -> Option<Figure>| {
            let mut sum = work.begin_sum(label.into(), &rules);
            for line in lines.iter().filter(|line| line.kind == kind) {
                if let Some(amount) = amount(line) {
                    sum.add_named(&line.name, amount);
                }
            }
            for one in &left_out {
                sum.add(*one);
            }
            sum.done()
        };
        let own = |line: &MemoLine| Some(line.amount);
        let pressures = sum("Pressures on the council", CouncilKind::Pressure, &own);
        let funding = sum(
            "The council's own sources",
            CouncilKind::CouncilFunding,
            &own,
        );
        let label = "Paid from the health envelope";
        let from_envelope = sum(label, CouncilKind::EnvelopeFunding, &own);
        let pooled = sum("Pooled funds, both sides", CouncilKind::Pooled, &|line| {
            line.net
        });
        Some(CouncilMemo {
            gap: work.difference("Gap in social care".into(), &rules, pressures, funding),
            flagged: self.paid_from_envelope(&lines, &left_out, &rules),
            lines,
            pressures,
            funding,
            from_envelope,
            pooled,
        })
    }

    /// Yes as soon as one line pays anything, since none can be below nothing.
    fn paid_from_envelope(
        &self,
        lines: &[MemoLine],
        left_out: &[Figure],
        rules: &[&'static Rule],
    ) -> Test {
        let work = self.work;
        let nothing = work.nothing("Nothing".into(), rules);
        let mut paid: Vec<Test> = lines
            .iter()
            .filter(|line| line.kind == CouncilKind::EnvelopeFunding)
            .map(|line| work.more_than(line.name.as_str().into(), &[], line.amount, nothing))
            .collect();
        let unread = left_out.iter();
        paid.extend(unread.map(|one| work.more_than("A line left out".into(), &[], *one, nothing)));
        let label = "The envelope pays for the council's pressures";
        work.any_of(label.into(), rules, &paid)
    }

    /// The lines that were left out, each an amount not known.
    fn memo_lines_left_out(&self) -> Vec<Figure> {
        let all = self.planning.council_unread.iter();
        all.map(|place| self.left_out("Memo line", "council", *place))
            .collect()
    }

    fn council_rules(&self) -> Vec<&'static Rule> {
        let mut rules = vec![&readings::COUNCIL_MEMO];
        rules.extend(self.round.map(|round| &round.council_pressures));
        rules
    }

    fn memo_line(&self, line: &CouncilLine) -> MemoLine {
        let work = self.work;
        let at = |field: &str| format!("planning/council/{}/{field}", line.place);
        let label = |whose: &str| format!("{}: {whose} figure", line.name);
        let amount = work.entered(label("the council's").as_str().into(), line.amount, &|| {
            at("amount")
        });
        let health_amount = (line.kind == CouncilKind::Pooled).then(|| {
            work.entered(
                label("the health side's").as_str().into(),
                line.health_amount,
                &|| at("health_amount"),
            )
        });
        MemoLine {
            place: line.place,
            name: line.name.clone(),
            kind: line.kind,
            amount,
            health_amount,
            net: health_amount.map(|health| {
                work.sum(
                    "Both sides together".into(),
                    &[&readings::POOLED],
                    &[amount, health],
                )
            }),
        }
    }
}
