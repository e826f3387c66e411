//! A notebook's iteration as a list of lines.

use std::collections::BTreeSet;
use std::rc::Rc;

use nn::{Operation, operations};
use numpy_expressions::Statement;

use crate::error::Error;
use crate::line::line;
use crate::network::Network;

/// A line, and whether it is another than the right one.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub operation: Operation,
    pub statement: Rc<Statement>,
    pub is_changed: bool,
}

/// The right lines of an iteration, in order.
pub fn right_lines(network: &Network) -> Result<Vec<Step>, Error> {
    let step = |operation| {
        let statement = Rc::new(line(operation, network.L(), network.activation)?);
        Ok(Step { operation, statement, is_changed: false })
    };
    operations(network.L()).into_iter().map(step).collect()
}

/// Of each line, whether it has to be done again: it is one that is changed, or reads what such a line
/// makes, and one of the wanted variables depends on it.
pub fn affected(program: &[Step], wanted: &BTreeSet<String>) -> Vec<bool> {
    let mut needed = BTreeSet::new();
    needed.extend(wanted.iter().map(String::as_str));
    let mut affected = vec![false; program.len()];
    for (step, affected) in program.iter().zip(&mut affected).rev() {
        if needed.contains(&step.statement.target[..]) {
            needed.extend(step.statement.names());
            *affected = true;
        }
    }
    let mut made = BTreeSet::new();
    for (step, affected) in program.iter().zip(&mut affected) {
        let reads = |names: Vec<&str>| names.iter().any(|name| made.contains(name));
        *affected = *affected && (step.is_changed || reads(step.statement.names()));
        if *affected {
            made.insert(&step.statement.target[..]);
        }
    }
    affected
}
