//! Fitting programmes into a fixed envelope (C10), exact to the penny: floors first, then
//! priorities, then in proportion; or by cutting the fewest.

use crate::money::Money;
use crate::order::{in_order, sorted};
use serde::Serialize;
use std::cmp::Ordering;

/// A programme as far as fitting looks at it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Claim<'a> {
    pub code: &'a str,
    pub budget: Money,
    /// At most `most`.
    pub floor: Money,
    /// Its budget or its cap, whichever is lower.
    pub most: Money,
    /// Its class: the lower comes first.
    pub priority: u32,
}

/// What became of a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum ProgrammeOutcome {
    /// It has its budget.
    Budget,
    /// It has its cap, which is below its budget.
    Cap,
    /// It shares what is left for its class.
    Shared,
    /// It has its floor and no more.
    Floor,
    /// It has its floor, whatever its budget is, which is blank.
    FloorForCertain,
    /// It is cut so that others need not be.
    Cut,
    /// Nothing fits; its floor would, in the order of priorities.
    FloorFits,
    /// Nothing fits, and this floor is among those that cause it.
    FloorTooMuch,
    /// Not known, since a figure is missing.
    NotKnown,
}

/// A floor as far as it is told which of them fit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Floor<'a> {
    pub code: &'a str,
    pub amount: Money,
    pub priority: u32,
}

/// What each programme is given, in the order of the claims, whose floors fit.
pub(super) type Fit = Vec<(Money, ProgrammeOutcome)>;

/// Floors, then classes of priority, each up to budgets or caps; the class that does not
/// fit shares in proportion to budget less floor (readings `priorities`).
pub(super) fn by_priorities(envelope: Money, claims: &[Claim<'_>]) -> Fit {
    let floors: Money = claims.iter().map(|claim| claim.floor).sum();
    let mut left = envelope.minus(floors);
    let mut given: Vec<(Money, ProgrammeOutcome)> = claims.iter().map(kept_at_floor).collect();
    for class in classes(claims) {
        let room = |place: &usize| claims.get(*place).map_or(Money::ZERO, Claim::room);
        let wanted: Money = class.iter().map(room).sum();
        if wanted <= left {
            left = left.minus(wanted);
            for place in class {
                if let (Some(slot), Some(claim)) = (given.get_mut(place), claims.get(place)) {
                    *slot = in_full(claim);
                }
            }
            continue;
        }
        if left > Money::ZERO {
            for (place, share) in shared(left, &class, claims) {
                if let (Some(slot), Some(claim)) = (given.get_mut(place), claims.get(place)) {
                    *slot = with_share(claim, share);
                }
            }
        }
        break;
    }
    given
}

impl Claim<'_> {
    /// What it may have above its floor.
    const fn room(&self) -> Money {
        self.most.minus(self.floor)
    }
}

fn in_full(claim: &Claim<'_>) -> (Money, ProgrammeOutcome) {
    let outcome = if claim.most < claim.budget {
        ProgrammeOutcome::Cap
    } else {
        ProgrammeOutcome::Budget
    };
    (claim.most, outcome)
}

pub(super) fn kept_at_floor(claim: &Claim<'_>) -> (Money, ProgrammeOutcome) {
    if claim.floor == claim.most {
        in_full(claim)
    } else {
        (claim.floor, ProgrammeOutcome::Floor)
    }
}

fn with_share(claim: &Claim<'_>, share: Money) -> (Money, ProgrammeOutcome) {
    let given = claim.floor.plus(share);
    if given == claim.most {
        in_full(claim)
    } else if share == Money::ZERO {
        kept_at_floor(claim)
    } else {
        (given, ProgrammeOutcome::Shared)
    }
}

/// The places of each class of priority, the first class first.
fn classes(claims: &[Claim<'_>]) -> Vec<Vec<usize>> {
    let priority = |place: usize| claims.get(place).map(|claim| claim.priority);
    let places = in_order(claims.len(), &|one, two| priority(one).cmp(&priority(two)));
    let mut classes: Vec<Vec<usize>> = Vec::new();
    let mut last = None;
    for place in places {
        let priority = claims.get(place).map(|claim| claim.priority);
        match classes.last_mut().filter(|_| last == priority) {
            Some(class) => class.push(place),
            None => classes.push(vec![place]),
        }
        last = priority;
    }
    classes
}

/// An amount that is less than the class has room for, in proportion to budget less
/// floor. Whoever would get more than its cap gets the cap, and the others share the
/// rest; whole pennies, the largest remainders first, of equal ones the first by code.
fn shared(amount: Money, class: &[usize], claims: &[Claim<'_>]) -> Vec<(usize, Money)> {
    let mut left = amount;
    let mut settled: Vec<(usize, Money)> = Vec::with_capacity(class.len());
    let mut open: Vec<(usize, &Claim<'_>)> = Vec::with_capacity(class.len());
    open.extend(
        class
            .iter()
            .filter_map(|place| Some((*place, claims.get(*place)?))),
    );
    loop {
        let weights: Money = open.iter().map(|(_, claim)| weight(claim)).sum();
        let (capped, others): (Vec<_>, Vec<_>) = open
            .iter()
            .copied()
            .partition(|(_, claim)| times(left, weight(claim)) >= times(claim.room(), weights));
        if capped.is_empty() || others.is_empty() {
            break;
        }
        for (place, claim) in capped {
            left = left.minus(claim.room());
            settled.push((place, claim.room()));
        }
        open = others;
    }
    settled.extend(in_pennies(left, &open));
    settled
}

/// Its weight in sharing.
const fn weight(claim: &Claim<'_>) -> Money {
    claim.budget.minus(claim.floor)
}

fn times(one: Money, two: Money) -> i128 {
    i128::from(one.pence()).saturating_mul(i128::from(two.pence()))
}

/// The amount in whole pennies by the weights.
fn in_pennies(amount: Money, open: &[(usize, &Claim<'_>)]) -> Vec<(usize, Money)> {
    let weights: Money = open.iter().map(|(_, claim)| weight(claim)).sum();
    let all = i128::from(weights.pence());
    let mut left = amount;
    let mut shares: Vec<(usize, Money, i128, &str)> = Vec::with_capacity(open.len());
    for (place, claim) in open {
        let product = times(amount, weight(claim));
        let whole = product.checked_div(all).unwrap_or_default();
        let share = Money::from_pence(i64::try_from(whole).unwrap_or_default());
        let remainder = product.checked_rem(all).unwrap_or_default();
        left = left.minus(share);
        shares.push((*place, share, remainder, claim.code));
    }
    let mut shares = sorted(shares, &|one, two| {
        two.2.cmp(&one.2).then_with(|| one.3.cmp(two.3))
    });
    let pennies = usize::try_from(left.pence()).unwrap_or_default();
    for (_, share, _, _) in shares.iter_mut().take(pennies) {
        *share = share.plus(Money::from_pence(1));
    }
    shares
        .into_iter()
        .map(|(place, share, _, _)| (place, share))
        .collect()
}

/// The fewest programmes are cut, the lowest priority first (reading `least_change`).
pub(super) fn by_least_change(envelope: Money, claims: &[Claim<'_>]) -> Fit {
    let mut given: Vec<(Money, ProgrammeOutcome)> = claims.iter().map(in_full).collect();
    let wanted: Money = claims.iter().map(|claim| claim.most).sum();
    let mut to_cut = wanted.minus(envelope);
    let of = |place: usize| claims.get(place);
    let places = in_order(claims.len(), &|one, two| match (of(one), of(two)) {
        (Some(one), Some(two)) => {
            let lower_first = two.priority.cmp(&one.priority);
            lower_first.then_with(|| one.code.cmp(two.code))
        }
        _ => Ordering::Equal,
    });
    let rooms: Vec<Money> = places
        .iter()
        .map(|place| claims.get(*place).map_or(Money::ZERO, Claim::room))
        .collect();
    let mut cuts_left = fewest(to_cut, &rooms);
    for (index, place) in places.iter().enumerate() {
        let (room, after) = match rooms
            .split_at_checked(index)
            .and_then(|(_, rest)| rest.split_first())
        {
            Some((room, after)) => (*room, after),
            None => break,
        };
        if to_cut <= Money::ZERO {
            break;
        }
        let others = cuts_left.saturating_sub(1);
        if room.plus(largest(others, after)) < to_cut {
            continue;
        }
        let cut = room.min(to_cut);
        if let (Some(slot), Some(claim)) = (given.get_mut(*place), claims.get(*place)) {
            *slot = (claim.most.minus(cut), ProgrammeOutcome::Cut);
        }
        to_cut = to_cut.minus(cut);
        cuts_left = others;
    }
    given
}

/// The fewest cuts that make up an amount.
fn fewest(amount: Money, rooms: &[Money]) -> usize {
    (0..=rooms.len())
        .find(|count| largest(*count, rooms) >= amount)
        .unwrap_or(rooms.len())
}

/// The sum of so many of the largest.
fn largest(count: usize, rooms: &[Money]) -> Money {
    let rooms = sorted(rooms.to_vec(), &|one, two| two.cmp(one));
    rooms.into_iter().take(count).sum()
}

/// Where the floors are more than the envelope: which of them fit, taken in the order of
/// priorities and codes, and which don't. Nothing where all do.
pub(super) fn floors_that_fit(
    envelope: Money,
    floors: &[Floor<'_>],
) -> Option<Vec<ProgrammeOutcome>> {
    let all: Money = floors.iter().map(|floor| floor.amount).sum();
    if all <= envelope {
        return None;
    }
    let mut outcomes = vec![ProgrammeOutcome::FloorTooMuch; floors.len()];
    let key = |place: usize| floors.get(place).map(|floor| (floor.priority, floor.code));
    let places = in_order(floors.len(), &|one, two| key(one).cmp(&key(two)));
    let mut so_far = Money::ZERO;
    for place in places {
        if let (Some(slot), Some(floor)) = (outcomes.get_mut(place), floors.get(place)) {
            so_far = so_far.plus(floor.amount);
            if so_far <= envelope || floor.amount == Money::ZERO {
                *slot = ProgrammeOutcome::FloorFits;
            }
        }
    }
    Some(outcomes)
}
