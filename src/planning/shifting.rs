//! Saved, or only shifted (J10): each proposal's effects on everybody, netted inside the
//! system.

use super::desk::Desk;
use crate::plan::{Proposal, ProposalKind};
use crate::scheme::{Rule, readings};
use crate::working::{Figure, Work};
use serde::Serialize;

/// All proposals together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Shifting {
    /// Each proposal.
    pub proposals: Vec<ProposalLine>,
    /// What the system saves, or what it costs more below nothing: by as much its
    /// position changes.
    pub saved: Figure,
    /// What only moves inside the system.
    pub shifted: Figure,
    /// What others gain, or bear below nothing.
    pub outside: Figure,
    /// What is saved in all: what others bear is not saved.
    pub in_all: Figure,
    /// What becomes of each organisation that is touched.
    pub organisations: Vec<Effect>,
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ProposalLine {
    /// Its place in the plan's list.
    pub place: usize,
    /// What it is.
    pub name: String,
    /// Of what kind.
    pub kind: ProposalKind,
    /// Its ends inside the system.
    pub effects: Vec<Effect>,
    /// What those gain that gain.
    pub gained: Figure,
    /// What those lose that lose.
    pub lost: Figure,
    /// What only moves: the smaller of the two.
    pub shifted: Figure,
    /// What is left after both.
    pub saved: Figure,
    /// What it does outside the system, if that is said.
    pub outside: Option<Figure>,
}

/// An effect on an organisation's position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Effect {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Better above nothing, worse below.
    pub effect: Figure,
}

impl Desk<'_> {
    pub(super) fn shifting(&self) -> Option<Shifting> {
        let own = self.planning;
        if own.proposals.is_empty() && own.proposals_unread.is_empty() {
            return None;
        }
        let proposals = own.proposals.iter().map(|one| self.proposal(one));
        let proposals: Vec<ProposalLine> = proposals.collect();
        let left_out = self.proposals_left_out();
        let rules = self.shifting_rules();
        let sum = |label: &str, amount: &dyn Fn(&ProposalLine) -> Option<Figure>| {
            let mut sum = self.work.begin_sum(label.into(), &rules);
            for proposal in &proposals {
                if let Some(amount) = amount(proposal) {
                    sum.add_named(&proposal.name, amount);
                }
            }
            for one in &left_out {
                sum.add(*one);
            }
            sum.done()
        };
        let saved = sum("Saved by all proposals", &|one| Some(one.saved));
        let outside = sum("Done outside the system", &|one| one.outside);
        let in_all = "Saved in all, less what others bear";
        Some(Shifting {
            shifted: sum("Only shifted by all proposals", &|one| Some(one.shifted)),
            in_all: self.work.sum(in_all.into(), &rules, &[saved, outside]),
            saved,
            outside,
            organisations: self.by_organisation(&proposals, &left_out),
            proposals,
        })
    }

    /// The proposals that were left out, each an amount not known.
    fn proposals_left_out(&self) -> Vec<Figure> {
        let all = self.planning.proposals_unread.iter();
        all.map(|place| self.left_out("Proposal", "proposals", *place))
            .collect()
    }

    fn shifting_rules(&self) -> Vec<&'static Rule> {
        let mut rules = vec![&readings::SHIFTING];
        rules.extend(self.round.map(|round| &round.not_only_shifted));
        rules
    }

    fn proposal(&self, proposal: &Proposal) -> ProposalLine {
        let work = self.work;
        let rules = self.shifting_rules();
        let place = proposal.place;
        let mut effects = Vec::with_capacity(proposal.effects.len());
        for (code, amount) in &proposal.effects {
            effects.push(Effect {
                code: code.clone(),
                name: self.name_of(code),
                effect: work.entered(
                    format!("Effect on {code}: {}", proposal.name)
                        .as_str()
                        .into(),
                    *amount,
                    &|| format!("planning/proposals/{place}/effects/{code}"),
                ),
            });
        }
        let gained = one_way(work, "Gained", &effects, &|effect| effect);
        let lost = one_way(work, "Lost", &effects, &|effect| {
            work.reckoned("Loss".into(), &[], &[(true, effect)])
        });
        let outside = proposal.outside.map(|amount| {
            work.entered(
                format!("Effect on others: {}", proposal.name)
                    .as_str()
                    .into(),
                amount,
                &|| format!("planning/proposals/{place}/outside"),
            )
        });
        ProposalLine {
            place,
            name: proposal.name.clone(),
            kind: proposal.kind,
            shifted: work.smaller("Only shifted".into(), &rules, gained, lost),
            saved: work.difference("Saved".into(), &rules, gained, lost),
            effects,
            gained,
            lost,
            outside,
        }
    }

    /// What all proposals do to each organisation, in the order of the plan.
    fn by_organisation(&self, proposals: &[ProposalLine], left_out: &[Figure]) -> Vec<Effect> {
        let mut all = Vec::new();
        for organisation in &self.plan.organisations {
            let label = "Effect of all proposals on the position";
            let mut sum = self.work.begin_sum(label.into(), &[]);
            let mut is_touched = false;
            for proposal in proposals {
                let own = proposal.effects.iter();
                for effect in own.filter(|effect| effect.code == organisation.code) {
                    sum.add_named(&proposal.name, effect.effect);
                    is_touched = true;
                }
            }
            for one in left_out {
                sum.add(*one);
            }
            if is_touched {
                all.push(Effect {
                    code: organisation.code.clone(),
                    name: organisation.name.clone(),
                    effect: sum.done(),
                });
            }
        }
        all
    }
}

/// The sum of what is above nothing.
fn one_way(work: &Work, label: &str, effects: &[Effect], way: &dyn Fn(Figure) -> Figure) -> Figure {
    let mut parts = Vec::with_capacity(effects.len());
    for effect in effects {
        let amount = work.not_below_nothing(label.into(), &[], way(effect.effect));
        parts.push((effect.name.as_str(), amount));
    }
    let mut sum = work.begin_sum(label.into(), &[]);
    for (name, part) in parts {
        sum.add_named(name, part);
    }
    sum.done()
}
