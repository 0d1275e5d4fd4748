//! How the tables are read.

/// The lines of a table below its heading.
pub(super) fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().skip(1)
}

/// The words of a cell, or `None` when it is empty or left off at the end of the line.
pub(super) fn filled(cell: Option<&'static str>) -> Option<&'static str> {
    cell.filter(|words| !words.is_empty())
}

/// The financial year that a cell names by the calendar year in which it begins.
pub(super) fn year(cell: Option<&str>) -> Option<u16> {
    // Numbers of one size are read everywhere, which keeps the engine small.
    u16::try_from(cell?.parse::<u32>().ok()?).ok()
}

/// Whether what a user typed is this code, in capitals or not.
pub(super) fn is_code(typed: &str, code: &str) -> bool {
    typed.trim().eq_ignore_ascii_case(code)
}
