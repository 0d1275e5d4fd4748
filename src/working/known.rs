//! Known, or not known yet and for want of what.

use std::rc::Rc;

/// A missing input, by its place in the assessment's list of missing inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Need(pub(super) u32);

/// The missing inputs that a value waits for, in order, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs(Rc<[Need]>);

impl Needs {
    /// The need for one input.
    #[must_use]
    pub(super) fn one(need: Need) -> Self {
        Self(Rc::from([need]))
    }

    /// Both needs, each input once.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        if self == other {
            return self.clone();
        }
        let (mut one, mut two) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut all: Vec<Need> = Vec::with_capacity(self.0.len().saturating_add(other.0.len()));
        loop {
            let next = match (one.peek(), two.peek()) {
                (Some(first), Some(second)) if second < first => two.next(),
                (Some(_), _) => one.next(),
                _ => two.next(),
            };
            match next {
                Some(need) if all.last() != Some(need) => all.push(*need),
                Some(_) => {}
                None => return Self(all.into()),
            }
        }
    }

    /// All these needs together, where there are any.
    pub(super) fn all(needs: &[&Self]) -> Option<Self> {
        let (first, rest) = needs.split_first()?;
        let mut all = (*first).clone();
        for needs in rest {
            all = all.and(needs);
        }
        Some(all)
    }

    /// The places in the list of missing inputs.
    pub fn places(&self) -> impl Iterator<Item = u32> {
        self.0.iter().map(|need| need.0)
    }

    /// How many inputs are missing.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

/// A value, or the missing inputs without which it is not known. Never a guess:
/// a blank is not zero and not "no".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known<T> {
    /// The value.
    Known(T),
    /// Not known yet.
    NotKnown(Needs),
}

impl<T: Clone> Known<T> {
    /// The value, if known.
    #[must_use]
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::NotKnown(_) => None,
        }
    }

    /// Applies an operation to a known value.
    #[must_use]
    pub fn map<U>(&self, operation: impl FnOnce(&T) -> U) -> Known<U> {
        match self {
            Self::Known(value) => Known::Known(operation(value)),
            Self::NotKnown(needs) => Known::NotKnown(needs.clone()),
        }
    }

    /// Applies an operation to two values if both are known; otherwise the needs
    /// of both.
    #[must_use]
    pub fn with<U: Clone, V>(
        &self,
        other: &Known<U>,
        operation: impl FnOnce(&T, &U) -> V,
    ) -> Known<V> {
        match (self, other) {
            (Self::Known(one), Known::Known(two)) => Known::Known(operation(one, two)),
            (Self::NotKnown(one), Known::NotKnown(two)) => Known::NotKnown(one.and(two)),
            (Self::NotKnown(needs), _) | (_, Known::NotKnown(needs)) => {
                Known::NotKnown(needs.clone())
            }
        }
    }
}
