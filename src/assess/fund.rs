//! What is said of the fund's money, quarter by quarter and test by test.

use super::figures::ByQuarter;
use serde::Serialize;

/// Declares a set of rows by quarter with the label of each, so that summing and
/// joining treat every row alike.
macro_rules! rows {
    ($(#[$meta:meta])* $name:ident, $count:literal { $($(#[$row_meta:meta])* $row:ident: $label:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
        pub struct $name { $($(#[$row_meta])* pub $row: ByQuarter,)* }

        impl $name {
            /// The labels of the rows.
            pub const LABELS: [&'static str; $count] = [$($label,)*];

            /// The rows.
            #[must_use]
            pub const fn rows(&self) -> [ByQuarter; $count] {
                [$(self.$row,)*]
            }

            /// Makes every row by the same operation, given how to pick it from
            /// other sets of rows, and its label.
            pub(super) fn make(row: &dyn Fn(fn(&Self) -> ByQuarter, &'static str) -> ByQuarter) -> Self {
                Self { $($row: row(|rows| rows.$row, $label),)* }
            }
        }
    };
}

rows! {
    /// The fund's money by quarter. In every quarter and for the year: available =
    /// earned + missed + still to earn, and missed = recovered + still recoverable
    /// + lost.
    FundRows, 8 {
        /// The quarter's share of the allocation.
        available: "Available",
        /// What the quarter's own tests earn.
        earned: "Earned",
        /// What they do not.
        missed: "Missed",
        /// What of the quarter's missed money a later quarter has paid.
        recovered: "Recovered",
        /// What of it a later quarter can still pay.
        still_recoverable: "Still recoverable",
        /// What of it is gone.
        lost: "Lost",
        /// The money of a quarter still to come.
        still_to_earn: "Still to earn",
        /// What the quarter pays: its own earnings and what it recovers.
        paid: "Paid",
    }
}

rows! {
    /// The money of one test by quarter.
    ElementRows, 4 {
        /// What the test can earn.
        available: "Available",
        /// What it earns.
        earned: "Earned",
        /// What of its missed money a later quarter has paid.
        recovered: "Recovered",
        /// What of its missed money is gone.
        lost: "Lost",
    }
}

/// What an organisation or a group earns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Entitlement {
    /// All tests together.
    pub total: FundRows,
    /// Fund by fund and test by test: finance, each measure, the system's share.
    pub elements: Vec<Element>,
}

/// One test's part of an entitlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Element {
    /// The fund's short name.
    pub fund: &'static str,
    /// `finance`, `system`, or a measure's id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its money.
    pub money: ElementRows,
}

impl Entitlement {
    /// The part of a fund's test with this id.
    #[must_use]
    pub fn element(&self, fund: &str, id: &str) -> Option<&Element> {
        let mut elements = self.elements.iter();
        elements.find(|element| element.fund == fund && element.id == id)
    }
}
