//! One value of a plan document, kept as it was typed.

use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// A value as typed or pasted: text, or blank. Values are text in the document,
/// so that not a penny is lost on the way through a program that takes numbers
/// for floating point; anything else is kept out and said so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "command-line", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "command-line", schemars(transparent))]
pub struct Entry<'a>(
    #[cfg_attr(feature = "command-line", schemars(with = "Option<String>"))] Content<'a>,
);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Content<'a> {
    #[default]
    Blank,
    Text(Cow<'a, str>),
    /// A JSON number, as written where it is whole.
    Number(Box<str>),
    /// A JSON value of this other kind.
    Other(&'static str),
}

impl<'a> Entry<'a> {
    /// A blank.
    #[must_use]
    pub const fn blank() -> Self {
        Self(Content::Blank)
    }

    /// This text, as typed.
    #[must_use]
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self(Content::Text(text.into()))
    }

    /// A number in place of text, as written where it is whole.
    pub(super) fn number(written: &str) -> Self {
        Self(Content::Number(written.into()))
    }

    /// A value of another kind.
    pub(super) const fn other(kind: &'static str) -> Self {
        Self(Content::Other(kind))
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
            Content::Number(written) => Err(("a number", written)),
            Content::Other(kind) => Err((kind, "")),
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

impl Serialize for Entry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Content::Blank => serializer.serialize_none(),
            Content::Text(text) => serializer.serialize_str(text),
            Content::Number(written) => serializer.serialize_str(written),
            Content::Other(_) => serializer.serialize_str(""),
        }
    }
}
