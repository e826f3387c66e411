//! An array as it was printed.

use crate::number::{Number, align};

/// Entries of an array, as far as they were printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Array {
    /// What is known of its axes, at most two; none for a number.
    pub axes: Vec<Axis>,
    /// The printed entries, row by row.
    pub entries: Vec<Number>,
    /// How it is written.
    pub form: Form,
}

/// What is known of an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// All entries along it were printed.
    Whole(usize),
    /// Some stand as `...` in the middle.
    Edges {
        /// How many stand before.
        first: usize,
        /// How many stand after.
        last: usize,
        /// The length, where `shape=` says it.
        length: Option<usize>,
    },
}

/// How an array is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As `print` writes it: blanks between the entries.
    Print,
    /// As `repr` writes it: `array([…])`.
    Repr,
    /// A list of Python: commas between the entries.
    List,
    /// A number by itself.
    Number,
}

impl Axis {
    /// Its length, if it is known.
    #[must_use]
    pub fn length(&self) -> Option<usize> {
        match *self {
            Self::Whole(length) => Some(length),
            Self::Edges { length, .. } => length,
        }
    }

    /// How many entries along it were printed.
    #[must_use]
    pub fn printed(&self) -> usize {
        match *self {
            Self::Whole(length) => length,
            Self::Edges { first, last, .. } => first + last,
        }
    }

    /// Which entries were printed, if the axis has this length; None where it cannot have it.
    #[must_use]
    pub fn indices(&self, length: usize) -> Option<Vec<usize>> {
        match *self {
            Self::Whole(printed) => (printed == length).then(|| (0..length).collect()),
            Self::Edges { first, last, length: known } => {
                // What the dots stand for is at least one entry.
                let fits = first + last < length && known.is_none_or(|known| known == length);
                fits.then(|| (0..first).chain(length - last..length).collect())
            }
        }
    }
}

impl Array {
    pub(crate) fn new(axes: Vec<Axis>, mut entries: Vec<Number>, form: Form) -> Self {
        align(&mut entries);
        Self { axes, entries, form }
    }

    /// The lengths of its axes; None for one of which only the edges were printed.
    #[must_use]
    pub fn shape(&self) -> Vec<Option<usize>> {
        self.axes.iter().map(Axis::length).collect()
    }

    /// The array with a first axis of length 1, and a second, where it has fewer than two.
    #[must_use]
    pub fn axes_2d(&self) -> [Axis; 2] {
        match self.axes[..] {
            [] => [Axis::Whole(1); 2],
            [columns] => [Axis::Whole(1), columns],
            [rows, columns, ..] => [rows, columns],
        }
    }
}
