//! Figures that know how they were made.
//!
//! Every amount and every yes or no in an assessment is made by an operation of
//! [`Work`] and by nothing else. While someone types, only the value is kept, in
//! the [`Ledger`]. When someone asks how a figure came about, the same code runs
//! once more with recording on and keeps each step: label, ingredients, operation,
//! rounding and rules, down to inputs and published parameters.

mod every_way;
mod figure;
mod fitting_steps;
mod known;
mod ledger;
mod money_steps;
mod plain;
mod sharing_steps;
mod step;
mod sum;
mod test_steps;
mod unfold;
mod work;

pub use every_way::Ways;
pub use figure::{Figure, Proportion, Test, Worked};
pub use fitting_steps::Fitted;
pub use known::{Kept, Kind};
pub use ledger::Ledger;
pub use plain::{figure_at, with_values};
pub use step::{Label, Wording};
pub use sum::Sum;
pub use test_steps::{Measurement, Performance, Trajectory};
pub use unfold::{Citation, Ingredient, InputPlace, WorkedValue, Working};
pub use work::{MissingInput, Record, Work};
