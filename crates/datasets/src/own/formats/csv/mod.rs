//! Tables of text: `.csv` and `.tsv`, as NumPy, pandas and spreadsheet programs write them.

mod cells;
mod layout;
mod text;

use csv::{ByteRecord, Reader, ReaderBuilder};

use self::cells::{Cell, cell};
use crate::own::limits::MAX_ARRAY_BYTES;
use crate::own::note::Note;
use crate::own::statistics::Statistics;
use crate::own::table::{Cells, Column, Layout, Table};
use crate::own::{FileError, Problem};

/// Columns with one of these names number the rows, if all of their numbers differ.
const INDEX_NAMES: [&str; 5] = ["", "unnamed: 0", "id", "index", "row"];

/// Reads a table; the notes say what was taken for granted.
pub(super) fn read(file: &str, bytes: &[u8], notes: &mut Vec<Note>) -> Result<Table, FileError> {
    let (text, encoding) = text::decoded(bytes);
    let (layout, names) = layout::of(text.as_bytes(), encoding);
    let width = names.len();
    let mut kinds = count(file, &text, layout, width)?;
    if kinds.rows == 0 {
        return Err(Problem::NoRows.in_file(file));
    }
    // A comma behind each row, or behind the header alone, makes a column of nothing.
    let empty = |kind: &Kind| kind.numbers + kind.texts == 0;
    let dropped: Vec<usize> = (0..width).filter(|&at| empty(&kinds.columns[at])).collect();
    if dropped.len() == width {
        return Err(Problem::NoRows.in_file(file));
    }
    let mut columns = fill(&text, layout, &kinds, &names);
    if !dropped.is_empty() {
        let columns = dropped.iter().map(|&at| names[at].clone()).collect();
        notes.push(Note::EmptyColumns { file: file.to_owned(), columns });
    }
    let mut at = 0;
    columns.retain(|_| {
        at += 1;
        !dropped.contains(&(at - 1))
    });
    if layout.header
        && columns.len() > 1
        && let Some(first) = columns.first_mut()
        && is_index(first)
    {
        first.is_index = true;
        notes.push(Note::IndexColumn { file: file.to_owned(), column: first.name.clone() });
    }
    if !layout.header {
        notes.push(Note::NoHeader { file: file.to_owned() });
    }
    if layout.decimal_comma {
        notes.push(Note::DecimalComma { file: file.to_owned() });
    }
    Ok(Table { columns, rows: kinds.rows, lines: std::mem::take(&mut kinds.lines), layout })
}

fn reader(text: &str, layout: Layout) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(layout.separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// What a column has.
#[derive(Clone, Default)]
struct Kind {
    numbers: usize,
    texts: usize,
}

struct Kinds {
    columns: Vec<Kind>,
    rows: usize,
    lines: Vec<u64>,
}

/// Calls `take` with the rows behind the header.
fn rows<E>(
    text: &str,
    layout: Layout,
    mut take: impl FnMut(&ByteRecord) -> Result<(), E>,
) -> Result<(), E> {
    let mut reader = reader(text, layout);
    let mut record = ByteRecord::new();
    let mut is_header = layout.header;
    // From memory and with any number of cells allowed, no record is an error.
    while matches!(reader.read_byte_record(&mut record), Ok(true)) {
        let is_blank = record.len() == 1 && record[0].trim_ascii().is_empty();
        if std::mem::take(&mut is_header) || is_blank {
            continue;
        }
        take(&record)?;
    }
    Ok(())
}

/// The first pass: how many cells of a column are numbers.
fn count(file: &str, text: &str, layout: Layout, width: usize) -> Result<Kinds, FileError> {
    let mut kinds = Kinds { columns: vec![Kind::default(); width], rows: 0, lines: Vec::new() };
    // A header may name one column more than the rows have, if that name is empty.
    let mut short = None;
    rows(text, layout, |record| {
        let line = record.position().map_or(0, csv::Position::line);
        let allowed = *short.get_or_insert(record.len());
        let fits = record.len() == width || (record.len() == allowed && allowed + 1 == width);
        let surplus = record.len() > width && record.iter().skip(width).all(<[u8]>::is_empty);
        if !fits && !surplus {
            let problem = Problem::RaggedRow { wanted: width, got: record.len() };
            let mut error = problem.in_file(file);
            error.place.row = Some(line);
            return Err(error);
        }
        for (kind, value) in kinds.columns.iter_mut().zip(record) {
            match cell(value, layout.decimal_comma) {
                Cell::Number(_) => kind.numbers += 1,
                Cell::Text => kind.texts += 1,
                Cell::Missing => {}
            }
        }
        kinds.rows += 1;
        kinds.lines.push(line);
        let needed = (kinds.rows as u64).saturating_mul(width as u64 * 8);
        if needed > MAX_ARRAY_BYTES {
            let problem = Problem::TooLarge { limit: MAX_ARRAY_BYTES, needed: Some(needed) };
            return Err(problem.in_file(file));
        }
        Ok(())
    })?;
    if let Some(short) = short
        && short + 1 == width
        && kinds.columns.last().is_some_and(|last| last.numbers + last.texts > 0)
    {
        // Some rows were short and others were not.
        let problem = Problem::RaggedRow { wanted: width, got: short };
        let mut error = problem.in_file(file);
        error.place.row = kinds.lines.first().copied();
        return Err(error);
    }
    Ok(kinds)
}

/// The second pass: the cells.
fn fill(text: &str, layout: Layout, kinds: &Kinds, names: &[String]) -> Vec<Column> {
    let mut columns: Vec<Column> = names
        .iter()
        .zip(&kinds.columns)
        .enumerate()
        .map(|(place, (name, kind))| {
            let cells = if kind.texts == 0 {
                let numbers = Vec::with_capacity(kinds.rows);
                Cells::Numbers { numbers, statistics: Statistics::default() }
            } else {
                let codes = Vec::with_capacity(kinds.rows);
                Cells::Words { words: Vec::new(), codes, mixed: kind.numbers > kind.texts }
            };
            Column { name: name.clone(), place, cells, is_index: false }
        })
        .collect();
    let mut known = vec![std::collections::HashMap::new(); columns.len()];
    let _: Result<(), ()> = rows(text, layout, |record| {
        for (at, column) in columns.iter_mut().enumerate() {
            let value = record.get(at).unwrap_or_default();
            match &mut column.cells {
                Cells::Numbers { numbers, statistics } => {
                    let number = match cell(value, layout.decimal_comma) {
                        Cell::Number(number) => number,
                        Cell::Text | Cell::Missing => f64::NAN,
                    };
                    numbers.push(number);
                    statistics.add(number);
                }
                Cells::Words { words, codes, .. } => {
                    let word = String::from_utf8_lossy(value.trim_ascii()).into_owned();
                    let code = *known[at].entry(word).or_insert_with_key(|word: &String| {
                        words.push(word.clone());
                        words.len() as u32 - 1
                    });
                    codes.push(code);
                }
            }
        }
        Ok(())
    });
    columns
}

/// A column of whole numbers that all differ, under a name that says it.
fn is_index(column: &Column) -> bool {
    let name = column.name.to_ascii_lowercase();
    let Cells::Numbers { numbers, .. } = &column.cells else { return false };
    if !INDEX_NAMES.contains(&name.as_str()) || numbers.iter().any(|number| number.fract() != 0.0) {
        return false;
    }
    let mut sorted = numbers.clone();
    sorted.sort_by(f64::total_cmp);
    sorted.windows(2).all(|pair| pair[0] < pair[1])
}
