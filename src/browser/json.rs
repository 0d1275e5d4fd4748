//! Writes what crosses to the page as JSON text, in little code.
//!
//! The usual writer is copied for every field of every structure, which makes it an
//! eighth of the engine. Of this one only the names and values are.

use serde::Serialize;
use serde::ser::{
    Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};
use std::fmt::Error;

/// The value as JSON text; an error for what the page is never sent, such as fractions,
/// single letters, bytes, and variants that hold values without a tag among them.
pub(super) fn json<T: Serialize>(value: &T) -> Result<String, Error> {
    let mut text = Text(String::new());
    value.serialize(&mut text)?;
    Ok(text.0)
}

/// The text so far.
struct Text(String);

impl Text {
    /// A comma, but for the first of a list or structure: strings end on a quotation
    /// mark, so that a text that ends on a bracket has just opened it.
    #[inline(never)]
    fn next(&mut self) {
        if !self.0.ends_with(['[', '{']) {
            self.0.push(',');
        }
    }

    #[inline(never)]
    fn name(&mut self, name: &str) {
        self.next();
        self.string(name);
        self.0.push(':');
    }

    #[inline(never)]
    fn string(&mut self, text: &str) {
        self.0.push('"');
        for character in text.chars() {
            match character {
                '"' => self.0.push_str("\\\""),
                '\\' => self.0.push_str("\\\\"),
                '\0'..' ' => self.control(character),
                _ => self.0.push(character),
            }
        }
        self.0.push('"');
    }

    #[cold]
    fn control(&mut self, character: char) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let code = character as usize;
        self.0.push_str("\\u00");
        for digit in [code >> 4, code & 15] {
            let digit = DIGITS.get(digit).copied().unwrap_or_default();
            self.0.push(char::from(digit));
        }
    }

    #[inline(never)]
    fn word(&mut self, word: &str) -> Result<(), Error> {
        self.0.push_str(word);
        Ok(())
    }

    #[inline(never)]
    fn whole(&mut self, number: i64) -> Result<(), Error> {
        let mut digits = itoa::Buffer::new();
        self.0.push_str(digits.format(number));
        Ok(())
    }
}

/// Whole numbers of every length, by way of the longest.
macro_rules! whole_numbers {
    ($($name:ident: $number:ty,)*) => {
        $(fn $name(self, number: $number) -> Result<(), Error> {
            self.whole(i64::from(number))
        })*
    };
}

impl Serializer for &mut Text {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Error>;

    whole_numbers! {
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
    }

    fn serialize_u64(self, number: u64) -> Result<(), Error> {
        self.whole(i64::try_from(number).map_err(|_| Error)?)
    }

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.word(if value { "true" } else { "false" })
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.string(text);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.word("null")
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.word("null")
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Error> {
        self.0.push('[');
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Error> {
        self.serialize_seq(None)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Error> {
        self.0.push('{');
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
        self.serialize_map(None)
    }

    fn serialize_f32(self, _: f32) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_f64(self, _: f64) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_char(self, _: char) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(Error)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(Error)
    }
}

impl SerializeSeq for &mut Text {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        self.next();
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        self.word("]")
    }
}

impl SerializeTuple for &mut Text {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), Error> {
        self.word("]")
    }
}

impl SerializeMap for &mut Text {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), Error> {
        self.next();
        key.serialize(&mut **self)
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        self.0.push(':');
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        self.word("}")
    }
}

impl SerializeStruct for &mut Text {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: ?Sized + Serialize>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.name(name);
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        self.word("}")
    }
}
