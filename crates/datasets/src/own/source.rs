//! Where an array is: the names that people know it by.

use serde::{Deserialize, Serialize};

/// An array of a file, or columns of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The name of the file.
    pub file: String,
    /// The name of the array.
    pub array: String,
    /// Of a table: the columns. `None` of X means all columns of numbers but those of Y and an index.
    #[serde(default)]
    pub columns: Option<Vec<String>>,
}

impl Source {
    /// An array, or a table with all its columns.
    #[must_use]
    pub fn new(file: &str, array: &str) -> Self {
        Self { file: file.to_owned(), array: array.to_owned(), columns: None }
    }

    /// A column of a table.
    #[must_use]
    pub fn column(file: &str, array: &str, column: &str) -> Self {
        Self { columns: Some(vec![column.to_owned()]), ..Self::new(file, array) }
    }

    /// Without the columns.
    pub(super) fn file_and_array(&self) -> (&str, &str) {
        (&self.file, &self.array)
    }
}
