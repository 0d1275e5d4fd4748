//! The financial year from April to March: its quarters, months and dates.
//!
//! There is no clock here: "today" is something a plan says.

mod date;
mod period;
mod year;

pub use date::Date;
pub use period::{Month, Period, Quarter};
pub use year::FinancialYear;
