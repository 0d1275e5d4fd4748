//! The operations that fit amounts into a limit.

use super::figure::{Figure, Test};
use super::known::Known;
use super::step::{Label, Operation};
use super::work::Work;
use crate::money::Money;
use crate::scheme::Rule;

/// How an amount was fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fitted {
    /// A share of what is left for a class of programmes.
    ClassShare,
    /// A cut of a plan that changes the fewest programmes.
    LeastChange,
}

impl Work {
    /// Whether amounts, none of which can be below nothing, are together at most a
    /// limit; equality passes. No even if some are not known, where the others are more
    /// already.
    pub fn within(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        parts: &[Figure],
        limit: Figure,
    ) -> Test {
        let mut so_far = Money::ZERO;
        let mut waiting = Vec::new();
        let mut ingredients = Vec::with_capacity(parts.len().saturating_add(1));
        for part in parts {
            ingredients.push(part.place());
            match self.known(*part) {
                Known::Known(amount) => so_far = so_far.plus(amount),
                Known::NotKnown(needs) => waiting.push(needs),
            }
        }
        ingredients.push(limit.place());
        let value = match (self.known(limit), self.together(&waiting)) {
            (Known::Known(limit), _) if so_far > limit => Known::Known(false),
            (Known::Known(_), None) => Known::Known(true),
            (Known::Known(_), Some(needs)) => Known::NotKnown(needs),
            (Known::NotKnown(limit), None) => Known::NotKnown(limit),
            (Known::NotKnown(limit), Some(needs)) => {
                Known::NotKnown(self.together(&[limit, needs]).unwrap_or(limit))
            }
        };
        self.done(label, value, Operation::Within, &ingredients, rules)
    }

    /// An amount that was fitted with regard to all of these; not known if one of them
    /// is not.
    pub fn fitted(
        &self,
        label: Label<'_>,
        rules: &[&'static Rule],
        how: Fitted,
        ingredients: &[Figure],
        amount: Money,
    ) -> Figure {
        let mut waiting = Vec::new();
        let mut places = Vec::with_capacity(ingredients.len());
        for ingredient in ingredients {
            places.push(ingredient.place());
            if let Known::NotKnown(needs) = self.known(*ingredient) {
                waiting.push(needs);
            }
        }
        let value = match self.together(&waiting) {
            Some(needs) => Known::NotKnown(needs),
            None => Known::Known(amount),
        };
        let operation = match how {
            Fitted::ClassShare => Operation::ClassShare,
            Fitted::LeastChange => Operation::LeastChange,
        };
        self.done(label, value, operation, &places, rules)
    }
}
