//! The quarters Q1 to Q4 and months M1 to M12 of a financial year, from April.

use serde::Serialize;

/// A quarter of the financial year: Q1 is April to June.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
pub enum Quarter {
    /// April to June.
    Q1,
    /// July to September.
    Q2,
    /// October to December.
    Q3,
    /// January to March.
    Q4,
}

impl Quarter {
    /// The four, in order.
    pub const ALL: [Self; 4] = [Self::Q1, Self::Q2, Self::Q3, Self::Q4];

    /// 0 for Q1 to 3 for Q4.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// `Q1` to `Q4`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Q1 => "Q1",
            Self::Q2 => "Q2",
            Self::Q3 => "Q3",
            Self::Q4 => "Q4",
        }
    }

    /// The quarter of exactly this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name.as_bytes() {
            [b'Q', b'1'] => Some(Self::Q1),
            [b'Q', b'2'] => Some(Self::Q2),
            [b'Q', b'3'] => Some(Self::Q3),
            [b'Q', b'4'] => Some(Self::Q4),
            _ => None,
        }
    }

    /// The quarter's last month: M3, M6, M9 or M12.
    #[must_use]
    pub const fn last_month(self) -> Month {
        match self {
            Self::Q1 => Month(3),
            Self::Q2 => Month(6),
            Self::Q3 => Month(9),
            Self::Q4 => Month(12),
        }
    }

    /// The quarter before, in the same year.
    #[must_use]
    pub const fn before(self) -> Option<Self> {
        match self {
            Self::Q1 => None,
            Self::Q2 => Some(Self::Q1),
            Self::Q3 => Some(Self::Q2),
            Self::Q4 => Some(Self::Q3),
        }
    }

    /// The quarter after, in the same year.
    #[must_use]
    pub const fn after(self) -> Option<Self> {
        match self {
            Self::Q1 => Some(Self::Q2),
            Self::Q2 => Some(Self::Q3),
            Self::Q3 => Some(Self::Q4),
            Self::Q4 => None,
        }
    }

    /// Of one thing for each quarter, this quarter's.
    #[must_use]
    pub fn own<T>(self, [q1, q2, q3, q4]: [T; 4]) -> T {
        match self {
            Self::Q1 => q1,
            Self::Q2 => q2,
            Self::Q3 => q3,
            Self::Q4 => q4,
        }
    }

    /// The quarters of the year up to and with this one.
    pub fn and_before(self) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |other| *other <= self)
    }
}

/// A month of the financial year: M1 is April, M12 is March.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(u8);

impl Month {
    /// The month of this number, 1 to 12.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        match number {
            1..=12 => Some(Self(number)),
            _ => None,
        }
    }

    /// 1 for April to 12 for March.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }
}

/// A quarter or a month, as a plan names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// `Q1` to `Q4`.
    Quarter(Quarter),
    /// `M1` to `M12`.
    Month(Month),
}

impl Period {
    /// Reads `Q3` or `M9`, in capitals or not; nothing beyond the year.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        if let Some(quarter) = Quarter::named(text) {
            return Some(Self::Quarter(quarter));
        }
        let (letter, number) = text.trim().split_at_checked(1)?;
        let number = u8::try_from(number.parse::<u32>().ok()?).ok()?;
        match letter {
            "Q" | "q" => Quarter::ALL
                .get(usize::from(number).checked_sub(1)?)
                .map(|quarter| Self::Quarter(*quarter)),
            "M" | "m" => Month::new(number).map(Self::Month),
            _ => None,
        }
    }
}
