//! The mistakes that are made in lines: those offered in the equations, in all layers and in one, and
//! those that take more than one line.

mod activation;
mod backward;
mod forward;
mod update;

use nn::{Operation, OperationName};
use numpy_expressions::{Expression, Statement, number};

use super::diagnosis::DiagnosisKind;
use super::hypothesis::Hypothesis;
use super::program::{Step, right_lines};
use crate::error::Error;
use crate::names::{M, Symbols, variable};
use crate::network::Network;
use crate::offered::offered;

/// Mistakes in all layers are one mistake, in a function that all of them call.
const IN_ALL: u32 = 1;
const IN_ONE: u32 = 2;

/// All mistakes in lines of a network's iteration.
pub fn hypotheses(network: &Network) -> Result<Vec<Hypothesis>, Error> {
    let mut lines = Lines { network, right: right_lines(network)?, found: vec![] };
    lines.offered();
    lines.forward();
    lines.activation();
    lines.backward();
    lines.update();
    Ok(lines.found)
}

struct Lines<'a> {
    network: &'a Network,
    right: Vec<Step>,
    found: Vec<Hypothesis>,
}

/// A line in place of another.
type Change = (Operation, Statement);

impl Lines<'_> {
    fn L(&self) -> usize {
        self.network.L()
    }

    /// The mistakes offered in an equation. The same one in the lines of all layers is one more.
    fn offered(&mut self) {
        let mut alike: Vec<((OperationName, DiagnosisKind, usize), Vec<Change>)> = vec![];
        for step in &self.right {
            let operation = step.operation;
            let mut of_kind: Vec<DiagnosisKind> = vec![];
            for draft in offered(operation, &step.statement, self.network) {
                let Some(kind) = DiagnosisKind::of(draft.kind).filter(|_| draft.setup.is_none())
                else {
                    continue;
                };
                let nth = of_kind.iter().filter(|&&other| other == kind).count();
                of_kind.push(kind);
                let key = (operation.operation, kind, nth);
                let change = (operation, draft.statement);
                match alike.iter_mut().find(|(other, _)| *other == key) {
                    Some((_, changes)) => changes.push(change),
                    None => alike.push((key, vec![change])),
                }
            }
        }
        for ((_, kind, _), changes) in alike {
            self.add(kind, changes);
        }
    }

    /// A mistake in the lines of all layers, and in those of each.
    fn add(&mut self, kind: DiagnosisKind, changes: Vec<Change>) {
        if let [_, _, ..] = changes[..] {
            self.push(kind, &changes, IN_ALL);
        }
        let complexity = if changes.len() > 1 { IN_ONE } else { IN_ALL };
        for change in changes {
            self.push(kind, &[change], complexity);
        }
    }

    /// A mistake in the line of an operation, in all layers of some and in each.
    fn each(
        &mut self,
        kind: DiagnosisKind,
        operation: OperationName,
        layers: impl IntoIterator<Item = usize>,
        value: impl Fn(Symbols) -> Expression,
    ) {
        let changes = changes(operation, layers, value);
        self.add(kind, changes);
    }

    fn push(&mut self, kind: DiagnosisKind, changes: &[Change], complexity: u32) {
        if !changes.is_empty() {
            self.found.push(Hypothesis::new(kind, &self.right, changes, complexity));
        }
    }

    /// With another number for m, in lines of some operations.
    fn with_m(
        &mut self,
        [wrong, right]: [String; 2],
        operations: &[OperationName],
        m: impl Fn(Operation) -> usize,
    ) {
        let of = |step: &Step| {
            let value = step
                .statement
                .value
                .replace(&numpy_expressions::name(M), &number(m(step.operation) as f64));
            (step.operation, Statement { value, ..(*step.statement).clone() })
        };
        let is_one = |step: &&Step| operations.contains(&step.operation.operation);
        let changes: Vec<_> = self.right.iter().filter(is_one).map(of).collect();
        let hypothesis = Hypothesis::new(DiagnosisKind::WrongM, &self.right, &changes, 3);
        self.found.push(Hypothesis { texts: Some([wrong, right]), ..hypothesis });
    }
}

fn changes(
    operation: OperationName,
    layers: impl IntoIterator<Item = usize>,
    value: impl Fn(Symbols) -> Expression,
) -> Vec<Change> {
    let change = |layer: usize| {
        let target = match operation {
            OperationName::cost => crate::names::COST.to_owned(),
            _ => variable(operation.result(), layer),
        };
        let statement = Statement::new(target, value(Symbols { l: layer }));
        (Operation { operation, layer }, statement)
    };
    layers.into_iter().map(change).collect()
}
