//! Reading a tree into the document's types: whatever fits is kept, whatever does
//! not is named and left out.

use super::entry::Entry;
use super::json::Json;
use super::keyed::Keyed;
use super::place::Place;
use super::text::shortened;

/// A type of the plan document.
pub(super) trait Form: Sized {
    /// Reads a value of the tree at its place; `None` where it does not fit.
    fn read(json: Json, place: &Place<'_>) -> Option<Self>;
}

/// Names a value that is of another kind than its place asks for.
pub(super) fn misfit<T>(json: &Json, place: &Place<'_>, wanted: &str) -> Option<T> {
    other_form(json, place, wanted);
    None
}

fn other_form(json: &Json, place: &Place<'_>, wanted: &str) {
    place.error(
        "other_form",
        format!("Here stands {} instead of {wanted}.", json.kind()),
        "Compare it with the plan's schema. The rest of the file is kept.",
    );
}

/// The fields of a group of fields.
pub(super) fn fields(json: Json, place: &Place<'_>) -> Option<Vec<(String, Json)>> {
    match json {
        Json::Fields(fields) => Some(fields),
        other => misfit(&other, place, "a group of fields"),
    }
}

/// Names a field that the document does not have.
pub(super) fn unknown_field(place: &Place<'_>, fields: &[&str]) {
    place.error(
        "unknown_field",
        "A plan has no such field here.",
        format!(
            "Check its spelling, or remove it. The fields here: {}.",
            fields.join(", ")
        ),
    );
}

/// A choice of the document, written as a word.
pub trait Choice: Copy + Sized + 'static {
    /// Every choice with its word.
    const WORDS: &'static [(&'static str, Self)];

    /// The choice that a word stands for.
    #[must_use]
    fn from_word(word: &str) -> Option<Self> {
        let found = Self::WORDS.iter().find(|(name, _)| *name == word);
        found.map(|(_, choice)| *choice)
    }
}

/// The choice that a value of the tree stands for.
pub(super) fn choice<T: Choice>(json: &Json, place: &Place<'_>) -> Option<T> {
    let Json::Text(word) = json else {
        return misfit(json, place, "a word in quotes");
    };
    let found = T::from_word(word);
    if found.is_none() {
        let names: Vec<&str> = T::WORDS.iter().map(|(name, _)| *name).collect();
        place.error(
            "unknown_choice",
            format!("“{}” is not one of the choices here.", shortened(word)),
            format!("Choose one of: {}.", names.join(", ")),
        );
    }
    found
}

impl Form for Entry {
    fn read(json: Json, _: &Place<'_>) -> Option<Self> {
        Some(match json {
            Json::Null => Self::blank(),
            Json::Text(text) => Self::text(text),
            Json::Number(number) => Self::other("a number", number),
            other => Self::other(other.kind(), String::new()),
        })
    }
}

impl Form for String {
    fn read(json: Json, place: &Place<'_>) -> Option<Self> {
        match json {
            Json::Text(text) => Some(text),
            Json::Null => Some(Self::default()),
            other => misfit(&other, place, "text"),
        }
    }
}

impl Form for bool {
    fn read(json: Json, place: &Place<'_>) -> Option<Self> {
        match json {
            Json::Truth(truth) => Some(truth),
            other => misfit(&other, place, "true or false"),
        }
    }
}

impl Form for u32 {
    fn read(json: Json, place: &Place<'_>) -> Option<Self> {
        match &json {
            Json::Number(number) => Some(number.parse().unwrap_or(Self::MAX)),
            _ => misfit(&json, place, "a whole number"),
        }
    }
}

impl<T: Form> Form for Option<T> {
    fn read(json: Json, place: &Place<'_>) -> Option<Self> {
        match json {
            Json::Null => Some(None),
            other => T::read(other, place).map(Some),
        }
    }
}

impl<T: Form> Form for Vec<T> {
    fn read(json: Json, place: &Place<'_>) -> Option<Self> {
        let Json::List(items) = json else {
            return misfit(&json, place, "a list");
        };
        let mut list = Self::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            if let Some(item) = T::read(item, &place.at(&index.to_string())) {
                list.push(item);
            }
        }
        Some(list)
    }
}

impl<T: Form> Form for Keyed<T> {
    fn read(json: Json, place: &Place<'_>) -> Option<Self> {
        let fields = fields(json, place)?;
        let mut pairs = Vec::with_capacity(fields.len());
        for (name, value) in fields {
            if let Some(value) = T::read(value, &place.at(&name)) {
                pairs.push((name, value));
            }
        }
        Some(Self::from_pairs(pairs))
    }
}

/// Declares types of the document: every field may be missing, none may be
/// unknown, and each is read by its own type.
macro_rules! document {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
        #[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
        #[cfg_attr(feature = "command-line", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "command-line", schemars(default, deny_unknown_fields))]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }

        impl $crate::plan::form::Form for $name {
            fn read(json: $crate::plan::json::Json, place: &$crate::plan::place::Place<'_>) -> Option<Self> {
                use $crate::plan::form::{Form, fields, unknown_field};
                let mut document = Self::default();
                for (name, value) in fields(json, place)? {
                    let place = place.at(&name);
                    match name.as_str() {
                        $(stringify!($field) => if let Some(value) = Form::read(value, &place) {
                            document.$field = value;
                        },)*
                        _ => unknown_field(&place, &[$(stringify!($field)),*]),
                    }
                }
                Some(document)
            }
        }
    )*};
}

/// Declares the words that a choice of the document is written in.
macro_rules! choices {
    ($($type:ident { $($name:literal => $variant:ident,)* })*) => {$(
        impl $crate::plan::form::Choice for $type {
            const WORDS: &'static [(&'static str, Self)] = &[$(($name, Self::$variant)),*];
        }

        impl $crate::plan::form::Form for $type {
            fn read(json: $crate::plan::json::Json, place: &$crate::plan::place::Place<'_>) -> Option<Self> {
                $crate::plan::form::choice(&json, place)
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(match self { $(Self::$variant => $name,)* })
            }
        }
    )*};
}

pub(super) use {choices, document};
