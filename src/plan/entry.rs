//! One value of a plan document, kept as it was typed.

use serde::{Serialize, Serializer};

/// A value as typed or pasted: text, or blank. Values are text in the document,
/// so that not a penny is lost on the way through a program that takes numbers
/// for floating point; anything else is kept out and said so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "command-line", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "command-line", schemars(transparent))]
pub struct Entry(#[cfg_attr(feature = "command-line", schemars(with = "Option<String>"))] Content);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Content {
    #[default]
    Blank,
    Text(String),
    /// A JSON value of this other kind, as written where that is short.
    Other(&'static str, String),
}

impl Entry {
    /// A blank.
    #[must_use]
    pub const fn blank() -> Self {
        Self(Content::Blank)
    }

    /// This text, as typed.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self(Content::Text(text.into()))
    }

    /// A value of another kind, as written where that is short.
    pub(super) const fn other(kind: &'static str, written: String) -> Self {
        Self(Content::Other(kind, written))
    }

    /// The text, empty for a blank.
    ///
    /// # Errors
    /// The kind of JSON value that stands in place of text, and how it was
    /// written where that can be shown.
    pub fn typed(&self) -> Result<&str, (&'static str, &str)> {
        match &self.0 {
            Content::Blank => Ok(""),
            Content::Text(text) => Ok(text),
            Content::Other(kind, written) => Err((kind, written)),
        }
    }

    /// Whether there is nothing in it, or only spaces.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.typed().is_ok_and(is_blank)
    }
}

/// Whether there is nothing in a text, or only spaces.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Content::Blank => serializer.serialize_none(),
            Content::Text(text) | Content::Other(_, text) => serializer.serialize_str(text),
        }
    }
}
