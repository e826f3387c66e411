//! The checks of what a notebook printed.

use std::sync::Arc;

use nn::{Checkpoint, Configuration, Examples};

use super::check::Check;
use super::pasted::Pasted;
use super::report;
use super::right_run::RightRun;
use crate::error::Error;

/// A run in the state that pasted numbers are checked against.
#[derive(Debug, Clone)]
pub struct Checker {
    run: RightRun,
}

impl Checker {
    /// The run of a trainer's checkpoint. Matrices that the iteration under way has not come to are
    /// those that it will make.
    ///
    /// # Errors
    ///
    /// Those of [`Trainer::restore`](nn::Trainer::restore).
    pub fn new(
        configuration: &Configuration,
        examples: impl Into<Arc<Examples>>,
        checkpoint: &Checkpoint,
    ) -> Result<Self, Error> {
        let run = RightRun::new(configuration, examples.into(), checkpoint)?;
        Ok(Self { run })
    }

    /// Checks every array and number in a text that a notebook printed.
    ///
    /// # Errors
    ///
    /// A text without any, or with one that cannot be read.
    pub fn check(&self, text: &str) -> Result<Vec<Check>, Error> {
        report::checks(&self.run, Pasted::all(numpy_text::parse(text)?))
    }

    /// Checks arrays of full precision, each with its name (which may be empty), shape and entries row
    /// by row.
    ///
    /// # Errors
    ///
    /// An array of more than two axes, or whose entries are not as many as its shape says.
    pub fn check_arrays(&self, arrays: &[(&str, &[usize], &[f64])]) -> Result<Vec<Check>, Error> {
        let pasted = arrays.iter().map(|&(name, shape, values)| {
            if shape.len() > 2 {
                return Err(Error::Axes { name: name.into(), got: shape.into() });
            }
            let entries = shape.iter().map(|&length| length as u128).product::<u128>();
            if entries != values.len() as u128 {
                let got = values.len();
                return Err(Error::Entries { name: name.into(), shape: shape.into(), got });
            }
            Ok(Pasted::exact(name, shape, values))
        });
        report::checks(&self.run, pasted.collect::<Result<_, _>>()?)
    }
}
