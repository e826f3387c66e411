//! The description of what was found, for a page.

use serde::Serialize;

use super::array::Array;
use super::formats::{Content, Format};
use super::note::Note;
use super::statistics::{MOST_DISTINCT, Statistics, distinct};
use super::table::{Column, ColumnKind, Table};
use super::{FileError, ImageShape};

/// Values that are shown.
const SHOWN: usize = 6;

/// Characters of a value that are shown.
const LONGEST: usize = 40;

/// What is in the files that are open.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Found {
    /// In the order in which they were added.
    pub files: Vec<FoundFile>,
    /// Bytes that they take in memory.
    pub memory: usize,
}

/// What is in a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FoundFile {
    /// Its name.
    pub name: String,
    /// What it is, by its content.
    pub format: Format,
    /// Its size.
    pub bytes: usize,
    /// Its arrays.
    pub arrays: Vec<FoundArray>,
    /// What its reader took for granted.
    pub notes: Vec<Note>,
}

/// An array, or a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FoundArray {
    /// Its name; in an `.h5` file the whole path.
    pub name: String,
    /// As NumPy has it; of a table, rows and columns.
    pub shape: Vec<u64>,
    /// NumPy's name of it; "table" of a table.
    pub dtype: String,
    /// The first few, in C order.
    pub values: Vec<String>,
    /// The least finite number.
    pub min: Option<f64>,
    /// The largest finite number.
    pub max: Option<f64>,
    /// Entries that are NaN or infinite, and empty cells.
    pub not_finite: usize,
    /// Of a table.
    pub columns: Option<Vec<FoundColumn>>,
    /// The pictures that it holds, if it has the shape of pictures.
    pub images: Option<FoundImages>,
    /// Why it cannot be used.
    pub problem: Option<FileError>,
}

/// Pictures of one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct FoundImages {
    /// How many.
    pub count: usize,
    /// The size of each.
    #[serde(flatten)]
    pub shape: ImageShape,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FoundColumn {
    /// From the header, else its number.
    pub name: String,
    /// What it holds.
    pub kind: ColumnKind,
    /// The first few cells.
    pub values: Vec<String>,
    /// Different values, if they are few.
    pub distinct: Option<usize>,
}

/// An array of a file, and what was counted of it.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) name: String,
    pub(super) content: Content,
    pub(super) statistics: Statistics,
}

impl Item {
    pub(super) fn new((name, content): (String, Content)) -> Self {
        let statistics = match &content {
            Content::Array(array) => Statistics::of_array(array),
            Content::Table(table) => table.statistics(),
            Content::Unusable { .. } => Statistics::default(),
        };
        Self { name, content, statistics }
    }

    pub(super) fn found(&self, file: &str) -> FoundArray {
        let Statistics { min, max, not_finite } = self.statistics.clone();
        let mut found = FoundArray {
            name: self.name.clone(),
            shape: Vec::new(),
            dtype: String::new(),
            values: Vec::new(),
            min,
            max,
            not_finite,
            columns: None,
            images: None,
            problem: None,
        };
        match &self.content {
            Content::Array(array) => {
                found.shape = array.shape().iter().map(|&axis| axis as u64).collect();
                found.dtype = array.dtype().to_string();
                let first = (0..array.len().min(SHOWN)).map(|at| array.text(array.offset_of(at)));
                found.values = first.map(|text| cut(&text)).collect();
                found.images = images(array);
            }
            Content::Table(table) => {
                found.shape = vec![table.rows as u64, table.columns.len() as u64];
                "table".clone_into(&mut found.dtype);
                let first = table.columns.iter().take(SHOWN).map(|column| cut(&column.text(0)));
                found.values = first.collect();
                found.columns = Some(table.columns.iter().map(|c| column(table, c)).collect());
            }
            Content::Unusable { shape, dtype, problem } => {
                found.shape.clone_from(shape);
                found.dtype.clone_from(dtype);
                found.problem = Some(problem.clone().in_array(file, &self.name));
            }
        }
        found
    }
}

fn column(table: &Table, column: &Column) -> FoundColumn {
    let rows = || (0..table.rows).map(|row| column.text(row));
    FoundColumn {
        name: column.name.clone(),
        kind: column.kind(),
        values: rows().take(SHOWN).map(|text| cut(&text)).collect(),
        distinct: distinct(rows()).map(|values| values.len().min(MOST_DISTINCT)),
    }
}

/// `(m, h, w)` is grey; `(m, h, w, c)` has one, three or four channels.
pub(super) fn images(array: &Array) -> Option<FoundImages> {
    if array.dtype().is_text() || array.len() == 0 {
        return None;
    }
    let (count, height, width, channels) = match *array.shape() {
        [count, height, width] => (count, height, width, 1),
        [count, height, width, channels @ (1 | 3 | 4)] => (count, height, width, channels),
        _ => return None,
    };
    let shape = ImageShape { height, width, channels };
    (height > 1 && width > 1).then_some(FoundImages { count, shape })
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
