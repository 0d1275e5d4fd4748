//! The thin shell that the page calls; the only part that knows wasm-bindgen.
//! Whatever it does, the command line can do too.
//!
//! A plan crosses as the text of its document, so that unknown fields are refused.
//! An assessment crosses in two parts: its form, which says where each figure
//! stands, and the ledger of all values, as whole numbers that are exact. Someone
//! who types changes values far more often than the form, which is therefore sent
//! only when it is another than before. Smaller things cross as objects.
//!
//! Whole numbers of 64 bits cross in slices only, never one by itself: the engine is
//! also compiled to JavaScript, where such a number is two halves.

mod assessor;
mod catalogue;
mod crossing;
mod documents;
mod json;
mod national;
mod read_back;
mod shown;
mod start;
