//! What became of a pasted array.

use nn::Operation;
use serde::Serialize;

use super::diagnosis::{Diagnosis, DiagnosisKind};
use super::subject::Subject;

/// One pasted array or number, and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Check {
    /// The text before it, as it was written; empty where there is none.
    pub label: String,
    /// The variable in that text, if there is one.
    pub name: Option<String>,
    /// The line that it begins on, from 1; 0 for an array that comes from no text.
    pub line: usize,
    /// The column, likewise.
    pub column: usize,
    /// Whether it is right.
    pub status: Status,
    /// What it was taken for.
    pub subject: Option<Subject>,
    /// How that was found.
    pub found_by: Option<FoundBy>,
    /// What else it could be, the best agreement first; only where there was no name.
    pub candidates: Vec<Candidate>,
    /// The shape that was pasted; None for an axis of which only the edges were printed.
    pub shape: Vec<Option<usize>>,
    /// The shape of the right matrix; one axis for costs, none for the cost.
    pub expected_shape: Vec<usize>,
    /// How the entries were laid on the right ones; None where they cannot be.
    pub arrangement: Option<Arrangement>,
    /// Entries that were printed.
    pub entries: usize,
    /// How many of them agree.
    pub agreeing: usize,
    /// |pasted − expected| where it is largest.
    pub largest_difference: Option<f64>,
    /// The entries, where there are not too many.
    pub cells: Option<Cells>,
    /// The first differences in reading order.
    pub differences: Vec<Difference>,
    /// The operation whose equation explains the first entry that differs.
    pub operation: Option<Operation>,
    /// Of a list of costs: the iteration of each.
    pub iterations: Option<Vec<usize>>,
    /// What made the pasted numbers, the simplest first; empty where nothing fits.
    pub diagnoses: Vec<Diagnosis>,
    /// Mistakes that were not tried from the first iteration on, as that would have taken too long.
    pub untried: Vec<DiagnosisKind>,
}

/// Whether a pasted array is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Every printed entry is the right one at the printed digits, and the shape is right.
    Agrees,
    /// The shape is right, some entries are not.
    Differs,
    /// The shape is another.
    WrongShape,
    /// Costs of iterations that the run has not come to.
    NotComputed,
    /// No name that is known, and no matrix of such a shape.
    Unrecognised,
}

/// How it was found what an array is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FoundBy {
    /// By its name.
    Name,
    /// By its shape and its numbers.
    Value,
}

/// What an array could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// The matrix.
    pub subject: Subject,
    /// How many printed entries agree with it.
    pub agreeing: usize,
}

/// How pasted entries are laid on those of a matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Arrangement {
    /// Each on its counterpart.
    Same,
    /// On those of the transpose.
    Transposed,
    /// One after the other, in an array that has other axes.
    Flattened,
}

/// The printed entries, row by row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cells {
    /// Which rows of the right matrix were printed, from 0.
    pub rows: Vec<usize>,
    /// Which columns.
    pub columns: Vec<usize>,
    /// What was pasted.
    pub pasted: Vec<f64>,
    /// What is right.
    pub expected: Vec<f64>,
    /// 1 where the two agree at the printed digits, 0 where they differ.
    pub agrees: Vec<u8>,
}

/// An entry that differs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Difference {
    /// Its row in the right matrix, from 0.
    pub row: usize,
    /// Its column.
    pub column: usize,
    /// What was pasted.
    pub pasted: f64,
    /// What is right.
    pub expected: f64,
    /// pasted − expected.
    pub difference: f64,
}
