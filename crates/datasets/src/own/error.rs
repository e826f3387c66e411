//! What is wrong, and where.

use std::fmt;

use serde::{Serialize, Serializer};

use super::problem::{ClassCount, Problem};

/// What is wrong, and where.
///
/// Displayed as `place: expected <wanted>, got <got>`; the parts are also there one by one, for a page
/// that says the sentence in another language. Serialised as `{kind, field, wanted, got, message, file,
/// array, row, column, classes}`.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct FileError {
    /// Where; boxed, so that a result with an error in it stays small.
    pub place: Box<Place>,
    /// What.
    pub problem: Problem,
}

/// Where something is wrong. What is not known, or does not apply, is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The field of the plan.
    pub field: Option<&'static str>,
    /// The name of the file.
    pub file: Option<String>,
    /// The name of the array.
    pub array: Option<String>,
    /// The line of a table, counted from 1 as an editor does.
    pub row: Option<u64>,
    /// The column of a table.
    pub column: Option<String>,
}

impl fmt::Display for Place {
    /// `train.h5, array train_set_x`, `iris.csv, row 3, column species` or the field of the plan.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { field, file, array, row, column } = self;
        let mut parts = Vec::new();
        parts.extend(file.clone());
        parts.extend(array.as_ref().map(|array| format!("array {array}")));
        parts.extend(row.map(|row| format!("row {row}")));
        parts.extend(column.as_ref().map(|column| format!("column {column}")));
        match (parts.is_empty(), field) {
            (true, None) => f.write_str("files"),
            (true, Some(field)) => f.write_str(field),
            (false, _) => f.write_str(&parts.join(", ")),
        }
    }
}

impl Problem {
    /// In a file.
    pub(super) fn in_file(self, file: &str) -> FileError {
        FileError {
            place: Box::new(Place { file: Some(file.to_owned()), ..Place::default() }),
            problem: self,
        }
    }

    /// In an array of a file.
    pub(super) fn in_array(self, file: &str, array: &str) -> FileError {
        let mut error = self.in_file(file);
        error.place.array = Some(array.to_owned());
        error
    }

    /// In a field of the plan.
    pub(super) fn in_field(self, field: &'static str) -> FileError {
        FileError {
            place: Box::new(Place { field: Some(field), ..Place::default() }),
            problem: self,
        }
    }
}

impl FileError {
    pub(super) fn of_field(mut self, field: &'static str) -> Self {
        self.place.field = Some(field);
        self
    }

    pub(super) fn at(mut self, row: Option<u64>, column: &str) -> Self {
        self.place.row = row;
        self.place.column = Some(column.to_owned());
        self
    }
}

impl Serialize for FileError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Data<'a> {
            kind: &'static str,
            field: String,
            wanted: String,
            got: String,
            message: String,
            file: Option<&'a str>,
            array: Option<&'a str>,
            row: Option<u64>,
            column: Option<&'a str>,
            classes: &'a [ClassCount],
        }
        let Self { place, problem } = self;
        let field = match (&place.file, &place.array, place.field) {
            (_, _, Some(field)) => field.to_owned(),
            (Some(file), Some(array), None) => format!("{file}:{array}"),
            (file, _, None) => file.clone().unwrap_or_default(),
        };
        Data {
            kind: problem.kind(),
            field,
            wanted: problem.wanted(),
            got: problem.got(),
            message: self.to_string(),
            file: place.file.as_deref(),
            array: place.array.as_deref(),
            row: place.row,
            column: place.column.as_deref(),
            classes: problem.classes(),
        }
        .serialize(serializer)
    }
}
