//! Figures that know how they were made.
//!
//! Every amount and every yes or no in an assessment is made by an operation of
//! [`Work`] and by nothing else. While someone types, only the value is kept.
//! When someone asks how a figure came about, the same code runs once more with
//! recording on and keeps each step: label, ingredients, operation, rounding and
//! rules, down to inputs and published parameters.

mod every_way;
mod figure;
mod known;
mod money_steps;
mod step;
mod sum;
mod test_steps;
mod unfold;

pub use every_way::Ways;
pub use figure::{Figure, Proportion, Test, Worked};
pub use known::{Known, Need, Needs};
pub use step::{Label, MissingInput, Performance, Work};
pub use sum::Sum;
pub use test_steps::Measurement;
pub use unfold::{Citation, Ingredient, InputPlace, WorkedValue, Working};
