//! What was decided without asking.

use serde::Serialize;

use super::plan::Examples;

/// Something that was taken for granted or left out, as data: a page says it in its own words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Note {
    /// Labels of two classes became 0 and 1.
    Labels {
        /// What became 0.
        zero: String,
        /// What became 1.
        one: String,
    },
    /// One of several classes became 1.
    OneAgainstRest {
        /// What became 1.
        one: String,
        /// What became 0.
        rest: Vec<String>,
    },
    /// A column that only numbers the rows is no feature.
    IndexColumn {
        /// The file.
        file: String,
        /// The column.
        column: String,
    },
    /// Columns without any cell.
    EmptyColumns {
        /// The file.
        file: String,
        /// The columns.
        columns: Vec<String>,
    },
    /// Columns of text are no features.
    TextColumns {
        /// The file.
        file: String,
        /// The columns.
        columns: Vec<String>,
    },
    /// The first row has numbers only, so it is no header.
    NoHeader {
        /// The file.
        file: String,
    },
    /// The comma is the decimal point.
    DecimalComma {
        /// The file.
        file: String,
    },
    /// X has as many rows as columns.
    Square {
        /// Where its examples were taken to be.
        examples: Examples,
        /// Rows, and columns.
        m: usize,
    },
    /// Features that are the same in every example of the training set.
    ConstantFeatures {
        /// How many.
        count: usize,
    },
    /// Not all examples are used.
    FirstExamples {
        /// Those that are.
        used: usize,
        /// Those that there are.
        of: usize,
    },
    /// The test set has one class only.
    OneTestClass {
        /// The class.
        name: String,
    },
    /// Test inputs are left out for want of labels.
    NoTestLabels {
        /// The file.
        file: String,
        /// The array.
        array: String,
    },
    /// Large inputs that are not scaled.
    Unscaled {
        /// The least.
        min: f64,
        /// The largest.
        max: f64,
    },
    /// Arrays with a problem.
    UnusableArrays {
        /// The file.
        file: String,
        /// Their names.
        arrays: Vec<String>,
    },
}
