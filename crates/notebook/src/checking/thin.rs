//! The last iteration with a few of very many inputs.
//!
//! The gradient of W[1] has a column for each input, and each column is computed from one row of X. With
//! thousands of inputs, a few of them tell of nearly every mistake that it is not the one.

use std::collections::BTreeSet;

use ndarray::Axis;
use nn::{Operation, OperationName, TensorName};
use numpy_expressions::Arrays;

use super::check::Arrangement;
use super::comparison::{Tolerance, matrix};
use super::fit::Case;
use super::layout::layouts;
use super::program::Step;
use super::right_run::RightRun;
use super::simulation::Simulation;
use super::subject::{Subject, SubjectName};
use crate::names::variable;

/// Inputs from which on it is worth it.
const WIDE: usize = 512;
/// Columns that are computed.
const COLUMNS: usize = 8;

/// A few columns of the first layer.
pub struct Thin<'a> {
    /// Everything that the lines read, X and W[1] with these inputs alone.
    pub base: Arrays<'a>,
    columns: Vec<usize>,
}

impl<'a> Thin<'a> {
    /// None where there are few inputs, or where what was pasted asks for all of them.
    pub fn new(run: &RightRun, cases: &[Case], base: &Arrays<'a>) -> Option<Self> {
        let network = run.network();
        let n0 = *network.layers_dims.first()?;
        // An operation may be right for one length only.
        if n0 < WIDE || network.layers_dims[1..].contains(&n0) || n0 == network.m {
            return None;
        }
        let mut columns = BTreeSet::new();
        for case in cases.iter().filter(|case| case.differs) {
            for &subject in case.subjects.iter().filter(|&&subject| is_of_inputs(subject)) {
                let shape = run.right(subject, &[])?.shape().to_vec();
                let layout = layouts(&case.pasted.array, &shape).into_iter().next()?;
                if layout.arrangement != Arrangement::Same {
                    return None;
                }
                columns.extend(layout.grid?.1);
            }
        }
        let columns: Vec<_> = columns.into_iter().collect();
        let step = columns.len().div_ceil(COLUMNS).max(1);
        let columns: Vec<_> = columns.into_iter().step_by(step).collect();
        if columns.is_empty() {
            return None;
        }
        let mut base = base.clone();
        let [W1, dW1] = [TensorName::W, TensorName::dW].map(|name| variable(name, 1));
        for (name, axis) in [("X", 0), (&W1[..], 1), (&dW1[..], 1)] {
            let thin = base.get(name)?.select(Axis(axis), &columns);
            base.insert(name.to_owned(), thin.into());
        }
        Some(Self { base, columns })
    }

    /// Whether a mistake leaves the way forward from X as it is.
    pub fn is_fit_for(&self, program: &[Step], runs: &[bool]) -> bool {
        let is_forward = Operation { operation: OperationName::Z, layer: 1 };
        let mut steps = program.iter().zip(runs).filter(|(_, runs)| **runs);
        let reads_X = |step: &Step| step.statement.names().contains(&"X");
        let is_gradient = Operation { operation: OperationName::dW, layer: 1 };
        steps.all(|(step, _)| {
            let may_read = step.operation == is_gradient;
            step.operation != is_forward && (may_read || !reads_X(step))
        })
    }

    /// Whether what was pasted may be what lines made of these columns; what has no such columns may.
    pub fn may_fit(&self, cases: &[Case], state: &Simulation<'_>, run: &RightRun) -> bool {
        let fits = |case: &Case, subject: Subject| {
            let Some(made) = state.made(&subject.variable()).filter(|_| is_of_inputs(subject))
            else {
                return case.fit(state, run).is_some();
            };
            let shape = run.right(subject, &[]).map(|right| right.shape().to_vec());
            let Some(shape) = shape.filter(|shape| made.shape() == [shape[0], self.columns.len()])
            else {
                return false;
            };
            let Some(layout) = layouts(&case.pasted.array, &shape).into_iter().next() else {
                return false;
            };
            let got = matrix(made.view());
            let tolerance = Tolerance::generous(got);
            layout.places.iter().all(|&(row, column, entry)| {
                let Ok(column) = self.columns.binary_search(&column) else { return true };
                tolerance.agree(case.pasted.array.entries[entry], got[[row, column]])
            })
        };
        let differing = cases.iter().filter(|case| case.differs);
        let mut all = differing.flat_map(|case| case.subjects.iter().map(move |&s| (case, s)));
        all.any(|(case, subject)| fits(case, subject))
    }
}

fn is_of_inputs(subject: Subject) -> bool {
    subject.layer == 1
        && matches!(subject.name, SubjectName::Tensor(TensorName::W | TensorName::dW))
}
