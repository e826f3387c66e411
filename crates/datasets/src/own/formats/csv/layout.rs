//! What separates the columns, whether the first row is a header, and which comma is a decimal point.

use csv::{ByteRecord, ReaderBuilder};

use super::cells::{Cell, cell, has_decimal_comma};
use crate::own::table::{Encoding, Layout};

/// Rows that are looked at.
const ROWS: usize = 50;

/// In the order of preference: who writes tabs or semicolons may have commas in the cells.
const SEPARATORS: [u8; 4] = [b'\t', b';', b',', b' '];

/// The layout, and the names of the columns.
pub(super) fn of(text: &[u8], encoding: Encoding) -> (Layout, Vec<String>) {
    let separator = separator(text);
    let first = first_rows(text, separator);
    let decimal_comma =
        separator != b',' && first.iter().flat_map(ByteRecord::iter).any(has_decimal_comma);
    let header = has_header(&first, decimal_comma);
    let layout = Layout { separator, header, decimal_comma, encoding };
    let names = match first.first() {
        Some(row) if header => names(row),
        Some(row) => (0..row.len()).map(|at| at.to_string()).collect(),
        None => Vec::new(),
    };
    (layout, names)
}

fn first_rows(text: &[u8], separator: u8) -> Vec<ByteRecord> {
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text);
    let is_blank = |row: &ByteRecord| row.len() == 1 && row[0].trim_ascii().is_empty();
    reader.byte_records().map_while(Result::ok).filter(|row| !is_blank(row)).take(ROWS).collect()
}

/// The first that is in every row, and as often in most of them; else the first that is in the first row.
fn separator(text: &[u8]) -> u8 {
    let counts = |separator: u8| -> Vec<usize> {
        first_rows(text, separator).iter().map(|row| row.len() - 1).collect()
    };
    let is_regular = |&separator: &u8| {
        let counts = counts(separator);
        let Some(&last) = counts.last() else { return false };
        let same = counts.iter().filter(|&&count| count == last).count();
        counts.iter().all(|&count| count > 0) && 2 * same > counts.len()
    };
    let is_first = |&separator: &u8| counts(separator).first().is_some_and(|&count| count > 0);
    let regular = SEPARATORS.into_iter().find(is_regular);
    regular.or_else(|| SEPARATORS.into_iter().take(3).find(is_first)).unwrap_or(b',')
}

/// A first row with a word is a header, unless all rows have a word there; so is one that counts its
/// columns, as pandas does.
fn has_header(rows: &[ByteRecord], decimal_comma: bool) -> bool {
    let Some((first, rest)) = rows.split_first() else { return false };
    let is = |row: &ByteRecord, at: usize, wanted: fn(Cell) -> bool| {
        row.get(at).is_some_and(|value| wanted(cell(value, decimal_comma)))
    };
    let is_text = |cell: Cell| cell == Cell::Text;
    let texts: Vec<usize> = (0..first.len()).filter(|&at| is(first, at, is_text)).collect();
    let all_text = texts.len() == first.len();
    let has_number =
        |at: usize| rest.iter().any(|row| is(row, at, |c| matches!(c, Cell::Number(_))));
    if texts.iter().any(|&at| has_number(at)) || all_text {
        return true;
    }
    // 0, 1, 2, …, perhaps behind the empty name of an index.
    let skip = usize::from(first.get(0).is_some_and(<[u8]>::is_empty));
    let counts = |(at, value): (usize, &[u8])| value == at.to_string().as_bytes();
    let counted = first.len() > skip + 1 && first.iter().skip(skip).enumerate().all(counts);
    let second_too = rest.first().is_some_and(|row| row.iter().skip(skip).enumerate().all(counts));
    counted && !second_too
}

/// The names of a header, made different as pandas does.
fn names(header: &ByteRecord) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(header.len());
    for (at, name) in header.iter().enumerate() {
        let name = String::from_utf8_lossy(name);
        // NumPy writes "# " before a header.
        let name = if at == 0 { name.trim_start_matches('#') } else { &name };
        let name = name.trim();
        let name = if name.is_empty() { format!("Unnamed: {at}") } else { name.to_owned() };
        let mut unique = name.clone();
        let mut copies = 0;
        while names.contains(&unique) {
            copies += 1;
            unique = format!("{name}.{copies}");
        }
        names.push(unique);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(text: &str) -> (u8, bool, bool, Vec<String>) {
        let (layout, names) = of(text.as_bytes(), Encoding::Utf8);
        (layout.separator, layout.header, layout.decimal_comma, names)
    }

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn the_separator_is_found() {
        assert_eq!(layout("a;b\n1,5;2\n").0, b';');
        assert_eq!(layout("a\tb\n1\t2\n").0, b'\t');
        assert_eq!(layout("\"a;b\",c\n1,2\n").0, b',');
        assert_eq!(layout("1.0 2.0\n3.0 4.0\n"), (b' ', false, false, names(&["0", "1"])));
        assert_eq!(layout("one\n1\n2\n"), (b',', true, false, names(&["one"])));
    }

    #[test]
    fn a_header_is_told_from_a_row() {
        assert!(layout("x,y\n1,2\n").1);
        assert!(!layout("1,2,ham\n3,4,spam\n").1);
        assert!(layout("a,b\nu,v\n").1, "all words: the first row names them");
        assert!(layout(",0,1\n0,5.5,2\n1,3,4\n").1, "a pandas table without names");
        assert!(!layout("0\n1\n0\n").1, "labels alone");
    }

    #[test]
    fn names_are_made_different() {
        let (_, _, _, found) = layout("# a,,a,a\n1,2,3,4\n");
        assert_eq!(found, names(&["a", "Unnamed: 1", "a.1", "a.2"]));
    }

    #[test]
    fn a_comma_is_a_decimal_point_only_where_it_does_not_separate() {
        assert!(layout("a;b\n1,5;2\n").2);
        assert!(!layout("a;b\n1.5;2\n").2);
        assert!(!layout("a,b\n1,5\n").2);
    }
}
