//! X in pieces, and Y.

use std::ops::Range;

use super::Plan;
use super::inputs::Inputs;
use super::resolve::{Resolved, resolve};
use super::scaling::Scaling;
use crate::own::files::Files;
use crate::own::{FileError, ImageShape};

/// Which examples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// Those to learn from.
    Train,
    /// Those to judge by.
    Test,
}

/// A training set, and perhaps a test set, read from the files in pieces as they are asked for.
#[derive(Clone, Debug)]
pub struct Loaded {
    train: Part,
    test: Option<Part>,
    scaling: Scaling,
    image: Option<ImageShape>,
    classes: [String; 2],
}

#[derive(Clone, Debug)]
struct Part {
    inputs: Inputs,
    labels: Vec<f64>, // (m,)
}

impl Part {
    fn m(&self) -> usize {
        self.labels.len()
    }
}

pub(in crate::own) fn load(plan: &Plan, files: &Files) -> Result<Loaded, FileError> {
    let resolved = resolve(plan, files)?;
    let classes = super::check::class_names(&resolved, plan, files);
    let Resolved { train, labels, test, mapping, image, m } = resolved;
    let scaling = Scaling::of(plan.scaling, &train, m);
    let test = test.map(|(inputs, labels)| {
        let m = inputs.m();
        Part { inputs, labels: labels.zero_or_one(&mapping, m) }
    });
    let train = Part { inputs: train, labels: labels.zero_or_one(&mapping, m) };
    Ok(Loaded { train, test, scaling, image, classes })
}

impl Loaded {
    /// The number of inputs, n\[0\].
    #[must_use]
    pub fn n0(&self) -> usize {
        self.train.inputs.n0()
    }

    /// The number of examples of a set; 0 where there is none.
    #[must_use]
    pub fn m(&self, set: Set) -> usize {
        self.part(set).map_or(0, Part::m)
    }

    /// Rows of X, of shape (n\[0\], m), scaled: the entries of the features `rows`, row by row. Rows that
    /// X does not have are left out.
    #[must_use]
    pub fn rows(&self, set: Set, rows: Range<usize>) -> Vec<f64> {
        let Some(part) = self.part(set) else { return Vec::new() };
        let n0 = self.n0();
        let rows = rows.start.min(n0)..rows.end.clamp(rows.start.min(n0), n0);
        let m = part.m();
        let first = rows.start;
        let mut entries = part.inputs.read(rows, m);
        for (k, row) in entries.chunks_mut(m.max(1)).enumerate() {
            self.scaling.apply(first + k, row);
        }
        entries
    }

    /// Y, of shape (1, m): 0 or 1.
    #[must_use]
    pub fn labels(&self, set: Set) -> &[f64] {
        self.part(set).map_or(&[], |part| &part.labels)
    }

    /// How the inputs are scaled.
    #[must_use]
    pub fn scaling(&self) -> &Scaling {
        &self.scaling
    }

    /// The picture in a column of X.
    #[must_use]
    pub fn image(&self) -> Option<ImageShape> {
        self.image
    }

    /// What 0 and 1 are called.
    #[must_use]
    pub fn classes(&self) -> &[String; 2] {
        &self.classes
    }

    fn part(&self, set: Set) -> Option<&Part> {
        match set {
            Set::Train => Some(&self.train),
            Set::Test => self.test.as_ref(),
        }
    }
}
