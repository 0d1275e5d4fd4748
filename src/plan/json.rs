//! Walking through the text of a file: each value goes to its place in the
//! document as it comes, so that nothing is kept twice.

use super::form::{Form, Taken, Value, repeated_field};
use super::place::Place;
use serde::Deserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// Reads the whole text into a form; false where it is of another kind.
///
/// # Errors
/// Where the text stops making sense.
pub(super) fn read<'a, 'de>(
    text: &'de str,
    form: &'a mut dyn Form<'de>,
    place: &'a Place<'a>,
) -> serde_json::Result<bool> {
    let mut json = serde_json::Deserializer::from_str(text);
    let form = Some(form);
    let fits = json.deserialize_any(Walk { form, place })?;
    json.end()?;
    Ok(fits)
}

/// A value on its way to a form, or to none where it is not kept.
struct Walk<'a, 'de> {
    form: Option<&'a mut dyn Form<'de>>,
    place: &'a Place<'a>,
}

impl<'a, 'de> Walk<'a, 'de> {
    /// Hands the value over; true unless it is refused.
    fn take<E>(self, value: Value<'de, '_>) -> Result<bool, E> {
        let taken = self.form.map(|form| form.take(value, self.place));
        Ok(taken != Some(Taken::Refused))
    }

    /// Hands the value over; also gives the form again if it asks for the parts.
    fn open(self, value: Value<'de, '_>) -> (Taken, Option<&'a mut dyn Form<'de>>) {
        let Some(form) = self.form else {
            return (Taken::Whole, None);
        };
        let taken = form.take(value, self.place);
        let is_open = matches!(taken, Taken::Opened | Taken::Fields);
        (taken, is_open.then_some(form))
    }
}

impl<'de> Visitor<'de> for Walk<'_, 'de> {
    type Value = bool;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<bool, E> {
        self.take(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<bool, E> {
        self.take(Value::Truth(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<bool, E> {
        self.take(Value::Number(&value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<bool, E> {
        self.take(Value::Number(&value.to_string()))
    }

    fn visit_f64<E>(self, _: f64) -> Result<bool, E> {
        self.take(Value::Number(""))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<bool, E> {
        self.take(Value::Text(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<bool, E> {
        self.take(Value::Escaped(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<bool, A::Error> {
        let parent = self.place;
        let (taken, mut form) = self.open(Value::List);
        let mut index: usize = 0;
        while list
            .next_element_seed(Part {
                whole: again(&mut form),
                place: parent.item(index),
                name: &Cow::Borrowed(""),
            })?
            .is_some()
        {
            index = index.saturating_add(1);
        }
        Ok(taken != Taken::Refused)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        let parent = self.place;
        let (taken, mut form) = self.open(Value::Fields);
        let mut fields = Vec::new();
        while let Some(name) = map.next_key_seed(Name)? {
            let place = parent.at(&name);
            let is_repeated = fields.contains(&name);
            if is_repeated {
                repeated_field(&place);
            }
            let is_kept = map.next_value_seed(Part {
                whole: again(&mut form).filter(|_| !is_repeated),
                place,
                name: &name,
            })?;
            // Only those that the document has, of which there are few.
            if is_kept && taken == Taken::Fields {
                fields.push(name);
            }
        }
        Ok(taken != Taken::Refused)
    }
}

/// The same form for one more part.
fn again<'a, 'de>(form: &'a mut Option<&mut dyn Form<'de>>) -> Option<&'a mut dyn Form<'de>> {
    match form {
        Some(form) => Some(*form),
        None => None,
    }
}

/// A field or an item on its way into the form it is a part of.
struct Part<'a, 'de> {
    whole: Option<&'a mut dyn Form<'de>>,
    place: Place<'a>,
    name: &'a Cow<'de, str>,
}

impl<'de> DeserializeSeed<'de> for Part<'_, 'de> {
    /// Whether there is a place for it.
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<bool, D::Error> {
        let place = &self.place;
        let mut whole = self.whole;
        let form = match &mut whole {
            Some(whole) => whole.part(self.name, place),
            None => None,
        };
        let is_kept = form.is_some();
        let fits = json.deserialize_any(Walk { form, place })?;
        if !fits && let Some(whole) = whole {
            whole.leave_out();
        }
        Ok(is_kept)
    }
}

/// The name of a field, borrowed from the text unless it is escaped there.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Self::Value, D::Error> {
        json.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a name")
    }

    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}
