//! A table of text: columns of numbers or of words.

use serde::Serialize;

use super::array::Array;
use super::statistics::Statistics;

/// The table of a `.csv` file.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    /// Rows without the header.
    pub(super) rows: usize,
    /// The line of each row, counted from 1.
    pub(super) lines: Vec<u64>,
    pub(super) layout: Layout,
}

/// How the text has to be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Layout {
    pub(super) separator: u8,
    pub(super) header: bool,
    pub(super) decimal_comma: bool,
    pub(super) encoding: Encoding,
}

/// How the characters of a text are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16,
    /// What programs for Western languages wrote before UTF-8.
    Windows1252,
}

#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: String,
    /// Its place in a row of the file.
    pub(super) place: usize,
    pub(super) cells: Cells,
    /// The column numbers the rows and says nothing of them.
    pub(super) is_index: bool,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnKind {
    /// Numbers and empty cells.
    Numbers,
    /// Words.
    Text,
    /// More numbers than words, but words too.
    Mixed,
}

/// The cells of a column.
#[derive(Debug)]
pub(super) enum Cells {
    /// NaN where a cell is empty.
    Numbers { numbers: Vec<f64>, statistics: Statistics },
    /// `words[codes[row]]`.
    Words { words: Vec<String>, codes: Vec<u32>, mixed: bool },
}

impl Column {
    pub(super) fn kind(&self) -> ColumnKind {
        match &self.cells {
            Cells::Numbers { .. } => ColumnKind::Numbers,
            Cells::Words { mixed: true, .. } => ColumnKind::Mixed,
            Cells::Words { .. } => ColumnKind::Text,
        }
    }

    pub(super) fn is_numbers(&self) -> bool {
        matches!(self.cells, Cells::Numbers { .. })
    }

    /// The cell as text.
    pub(super) fn text(&self, row: usize) -> String {
        match &self.cells {
            Cells::Numbers { numbers, .. } => numbers
                .get(row)
                .map_or_else(String::new, |&number| super::array::number_text(number)),
            Cells::Words { words, codes, .. } => {
                let code = codes.get(row).and_then(|&code| words.get(code as usize));
                code.cloned().unwrap_or_default()
            }
        }
    }

    fn bytes(&self) -> usize {
        match &self.cells {
            Cells::Numbers { numbers, .. } => numbers.len() * size_of::<f64>(),
            Cells::Words { words, codes, .. } => {
                let words: usize = words.iter().map(|word| word.len() + size_of::<String>()).sum();
                words + codes.len() * size_of::<u32>()
            }
        }
    }
}

impl Table {
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.name.clone()).collect()
    }

    pub(super) fn bytes(&self) -> usize {
        let columns: usize = self.columns.iter().map(Column::bytes).sum();
        columns + self.lines.len() * size_of::<u64>()
    }

    /// Of all columns of numbers together.
    pub(super) fn statistics(&self) -> Statistics {
        let mut all = Statistics::default();
        for column in &self.columns {
            if let Cells::Numbers { statistics, .. } = &column.cells {
                all.join(statistics);
            }
        }
        all
    }

    /// Whether it is a matrix: numbers everywhere.
    pub(super) fn is_matrix(&self) -> bool {
        self.columns.iter().all(Column::is_numbers)
    }

    /// All columns of numbers as a matrix, a row of the table a row of it.
    pub(super) fn matrix(&self) -> Array {
        let columns: Vec<&Vec<f64>> = self
            .columns
            .iter()
            .filter_map(|column| match &column.cells {
                Cells::Numbers { numbers, .. } => Some(numbers),
                Cells::Words { .. } => None,
            })
            .collect();
        let entries = (0..self.rows).flat_map(|row| columns.iter().map(move |column| column[row]));
        Array::from_numbers(vec![self.rows, columns.len()], entries)
    }
}

impl Table {
    /// The first cell of a column that is no number.
    pub(super) fn first_word(&self, column: usize) -> Option<(usize, &str)> {
        let Cells::Words { words, codes, .. } = &self.columns.get(column)?.cells else {
            return None;
        };
        let is_number = |word: &str| {
            let comma = self.layout.decimal_comma && word.contains(',');
            let parsed: Result<f64, _> =
                if comma { word.replace(',', ".").parse() } else { word.parse() };
            parsed.is_ok()
        };
        codes.iter().enumerate().find_map(|(row, &code)| {
            let word = words.get(code as usize)?;
            (!is_number(word)).then_some((row, word.as_str()))
        })
    }
}
