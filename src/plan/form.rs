//! Reading values into the document's types: whatever fits is kept, whatever does
//! not is named and left out.

use super::entry::Entry;
use super::keyed::Keyed;
use super::place::{Place, UNKNOWN_CHOICE};
use super::text::shortened;
use std::borrow::Cow;

/// A value of a file as it comes; the parts of a list or group follow it.
#[derive(Clone, Copy)]
pub(super) enum Value<'a, 'b> {
    Null,
    Truth(bool),
    /// A number as written where it is whole; floating point is not kept, since
    /// it may not be what was written.
    Number(&'b str),
    /// Text as it stands in the file.
    Text(&'a str),
    /// Text that is written otherwise in the file, with escapes.
    Escaped(&'b str),
    List,
    Fields,
}

impl Value<'_, '_> {
    /// What kind of value it is, for a message.
    const fn kind(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Truth(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) | Self::Escaped(_) => "text",
            Self::List => "a list",
            Self::Fields => "a group of fields",
        }
    }
}

/// What became of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// It does not fit, which was named.
    Refused,
    /// It was kept, and there is nothing to do with its parts.
    Whole,
    /// Its parts are to be read.
    Opened,
    /// Its parts are to be read, and are fields: each stands there once.
    Fields,
}

/// A part of the plan document that a value can be read into.
pub(super) trait Form<'a> {
    /// Takes a value at its place instead of what was there; what does not fit is
    /// named, and changes nothing.
    fn take(&mut self, value: Value<'a, '_>, place: &Place<'_>) -> Taken;

    /// The field of this name, or room for one more item. None where the document
    /// has no such field, which is named.
    fn part(&mut self, _name: &Cow<'a, str>, _place: &Place<'_>) -> Option<&mut dyn Form<'a>> {
        None
    }

    /// Takes away the part given last, for which there was no value that fits.
    fn leave_out(&mut self) {}
}

/// Names a value that is of another kind than its place asks for.
pub(super) fn misfit(value: Value<'_, '_>, place: &Place<'_>, wanted: &str) -> Taken {
    place.error(
        "other_form",
        format!("Here stands {} instead of {wanted}.", value.kind()),
        "Compare it with the plan's schema. The rest of the file is kept.",
    );
    Taken::Refused
}

/// Empties a group for the fields that follow, if it is one.
pub(super) fn take_fields<T: Default>(
    form: &mut T,
    value: Value<'_, '_>,
    place: &Place<'_>,
) -> Taken {
    if !matches!(value, Value::Fields) {
        return misfit(value, place, "a group of fields");
    }
    *form = T::default();
    Taken::Fields
}

/// Names a field that stands in its group a second time.
pub(super) fn repeated_field(place: &Place<'_>) {
    place.error(
        "repeated_field",
        "This field stands here twice; the first is used.",
        "Remove one.",
    );
}

/// Names a field that the document does not have.
pub(super) fn unknown_field(place: &Place<'_>, fields: &[&str]) {
    place.error(
        "unknown_field",
        "A plan has no such field here.",
        &format!(
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

/// A type whose values have no parts.
pub(super) trait Single<'a>: Sized {
    /// The value of this type, if it is one; if not, that is named.
    fn read(value: Value<'a, '_>, place: &Place<'_>) -> Option<Self>;
}

impl<'a, T: Single<'a>> Form<'a> for T {
    fn take(&mut self, value: Value<'a, '_>, place: &Place<'_>) -> Taken {
        Self::read(value, place).map_or(Taken::Refused, |read| {
            *self = read;
            Taken::Whole
        })
    }
}

/// Names a single value that is of another kind than its place asks for.
fn other_form<T>(value: Value<'_, '_>, place: &Place<'_>, wanted: &str) -> Option<T> {
    misfit(value, place, wanted);
    None
}

/// The choice that a value stands for.
pub(super) fn choice<T: Choice>(
    value: Value<'_, '_>,
    place: &Place<'_>,
    words: &[&str],
) -> Option<T> {
    let found = chosen(value, place, words)?;
    T::WORDS.get(found).map(|(_, choice)| *choice)
}

/// Which of the words a value is.
fn chosen(value: Value<'_, '_>, place: &Place<'_>, words: &[&str]) -> Option<usize> {
    let word = match value {
        Value::Text(word) => word,
        Value::Escaped(word) => word,
        other => return other_form(other, place, "a word in quotes"),
    };
    let found = words.iter().position(|known| *known == word);
    if found.is_none() {
        place.error(
            UNKNOWN_CHOICE,
            format!("“{}” is not one of the choices here.", shortened(word)),
            &format!("Choose one of: {}.", words.join(", ")),
        );
    }
    found
}

impl<'a> Single<'a> for Entry<'a> {
    fn read(value: Value<'a, '_>, _: &Place<'_>) -> Option<Self> {
        Some(match value {
            Value::Null => Self::blank(),
            Value::Text(text) => Self::text(text),
            Value::Escaped(text) => Self::text(text.to_owned()),
            Value::Number(number) => Self::number(number),
            other => Self::other(other.kind()),
        })
    }
}

impl<'a> Single<'a> for Cow<'a, str> {
    fn read(value: Value<'a, '_>, place: &Place<'_>) -> Option<Self> {
        match value {
            Value::Null => Some(Self::default()),
            Value::Text(text) => Some(Self::Borrowed(text)),
            Value::Escaped(text) => Some(Self::Owned(text.to_owned())),
            other => other_form(other, place, "text"),
        }
    }
}

impl Single<'_> for bool {
    fn read(value: Value<'_, '_>, place: &Place<'_>) -> Option<Self> {
        match value {
            Value::Truth(truth) => Some(truth),
            other => other_form(other, place, "true or false"),
        }
    }
}

impl Single<'_> for u32 {
    fn read(value: Value<'_, '_>, place: &Place<'_>) -> Option<Self> {
        match value {
            Value::Number(number) => Some(number.parse().unwrap_or(Self::MAX)),
            other => other_form(other, place, "a whole number"),
        }
    }
}

impl<'a, T: Single<'a>> Single<'a> for Option<T> {
    fn read(value: Value<'a, '_>, place: &Place<'_>) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            other => T::read(other, place).map(Some),
        }
    }
}

impl<'a, T: Form<'a> + Default> Form<'a> for Vec<T> {
    fn take(&mut self, value: Value<'_, '_>, place: &Place<'_>) -> Taken {
        if !matches!(value, Value::List) {
            return misfit(value, place, "a list");
        }
        self.clear();
        Taken::Opened
    }

    fn part(&mut self, _: &Cow<'a, str>, _: &Place<'_>) -> Option<&mut dyn Form<'a>> {
        self.push(T::default());
        self.last_mut().map(|item| item as &mut dyn Form<'a>)
    }

    fn leave_out(&mut self) {
        self.pop();
    }
}

impl<'a, T: Form<'a> + Default> Form<'a> for Keyed<'a, T> {
    fn take(&mut self, value: Value<'_, '_>, place: &Place<'_>) -> Taken {
        match take_fields(self, value, place) {
            // Repeated names are kept, for whoever knows what they stand for.
            Taken::Fields => Taken::Opened,
            other => other,
        }
    }

    fn part(&mut self, name: &Cow<'a, str>, _: &Place<'_>) -> Option<&mut dyn Form<'a>> {
        self.add(name.clone())
            .map(|value| value as &mut dyn Form<'a>)
    }

    fn leave_out(&mut self) {
        self.leave_out_last();
    }
}

/// Declares types of the document: every field may be missing, none may be
/// unknown, and each is read by its own type.
macro_rules! document {
    ($($(#[$meta:meta])* pub struct $name:ident<$text:lifetime> { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
        #[cfg_attr(feature = "browser", derive(tsify::Tsify), tsify(missing_as_null))]
        #[cfg_attr(feature = "command-line", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "command-line", schemars(default, deny_unknown_fields))]
        pub struct $name<$text> { $($(#[$field_meta])* pub $field: $type,)* }

        impl<$text> Form<$text> for $name<$text> {
            fn take(&mut self, value: Value<$text, '_>, place: &Place<'_>) -> Taken {
                take_fields(self, value, place)
            }

            fn part(
                &mut self,
                name: &Cow<$text, str>,
                place: &Place<'_>,
            ) -> Option<&mut dyn Form<$text>> {
                Some(match &**name {
                    $(stringify!($field) => &mut self.$field,)*
                    _ => {
                        unknown_field(place, &[$(stringify!($field)),*]);
                        return None;
                    }
                })
            }
        }
    )*};
}

/// Declares the words that a choice of the document is written in.
macro_rules! choices {
    ($($type:ident { $($name:literal => $variant:ident,)* })*) => {$(
        impl Choice for $type {
            const WORDS: &'static [(&'static str, Self)] = &[$(($name, Self::$variant)),*];
        }

        impl Single<'_> for $type {
            fn read(value: Value<'_, '_>, place: &Place<'_>) -> Option<Self> {
                choice(value, place, &[$($name),*])
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
