//! Exact money: whole pence, exact rates, and rounding that has to be named.
//!
//! A surplus, income and a favourable variance are positive; a deficit,
//! expenditure and an adverse variance are negative and print in brackets.

mod amount;
mod printing;
mod rate;
mod ratio;
mod reading;
mod sharing;
mod unit;

pub use amount::{Money, Rounding, Unrounded};
pub use printing::casting_difference;
pub use rate::Rate;
pub use ratio::Ratio;
pub use reading::{LARGEST_POUNDS, NotANumber, read_count, read_money};
pub use sharing::shared_out;
pub use unit::Unit;
