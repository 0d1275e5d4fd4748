//! The unit that money is entered and shown in, chosen once for a plan.

/// The unit of every amount of a plan that names no unit of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "browser",
    derive(tsify::Tsify),
    serde(rename_all = "snake_case")
)]
#[cfg_attr(
    feature = "command-line",
    derive(schemars::JsonSchema),
    schemars(rename_all = "snake_case")
)]
pub enum Unit {
    /// Pounds and pence: `1,234.56`.
    Pounds,
    /// Thousands of pounds, the unit of accounts and trust tables: `1,235`.
    #[default]
    Thousands,
    /// Millions of pounds, the unit of national tables: `1.2`.
    Millions,
}

impl Unit {
    /// How the unit is written in a table's header.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Pounds => "£",
            Self::Thousands => "£000",
            Self::Millions => "£m",
        }
    }

    /// The power of ten that turns one of this unit into pence: 2, 5 or 8.
    #[must_use]
    pub const fn pence_exponent(self) -> u32 {
        match self {
            Self::Pounds => 2,
            Self::Thousands => 5,
            Self::Millions => 8,
        }
    }

    /// The decimals that tables in this unit carry: pence in pounds, none in
    /// £000, one in £m.
    #[must_use]
    pub const fn shown_decimals(self) -> u32 {
        match self {
            Self::Pounds => 2,
            Self::Thousands => 0,
            Self::Millions => 1,
        }
    }
}
