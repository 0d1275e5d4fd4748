//! Putting things in order, by one sort for all: each type that is sorted by itself
//! would bring the engine a copy of the sort.

use std::cmp::Ordering;

/// The places from nothing to a count, in the order that compares two of them; equal
/// ones stay as they are.
pub(crate) fn in_order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, two| compare(*one, *two));
    places
}

/// The items in the order that compares two of them; equal ones stay as they are.
pub(crate) fn sorted<T>(items: Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = in_order(
        items.len(),
        &|one, two| match (items.get(one), items.get(two)) {
            (Some(one), Some(two)) => compare(one, two),
            _ => Ordering::Equal,
        },
    );
    let mut slots: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let mut all = Vec::with_capacity(slots.len());
    for place in order {
        all.extend(slots.get_mut(place).and_then(Option::take));
    }
    all
}

/// The items in order, each once.
pub(crate) fn distinct<T: Ord>(items: Vec<T>) -> Vec<T> {
    let mut all = sorted(items, &T::cmp);
    all.dedup();
    all
}
