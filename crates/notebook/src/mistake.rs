//! A mistake, and what NumPy makes of it.

use nn::{Operation, TensorName};
use numpy_expressions::{Expression, Failure, Node, NumpyError, Shape, Shapes, Statement};
use serde::{Serialize, Serializer};

use crate::error::Error;
use crate::kind::Kind;
use crate::line::line;
use crate::names::tensor;
use crate::network::Network;
use crate::offered::{Draft, offered};
use crate::setup::Setup;
use crate::verdict::{Verdict, verdict};

/// A mistake in the line of an operation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mistake {
    /// What is done wrong.
    pub kind: Kind,
    /// The variable that it is done with, where the kind alone does not say it.
    pub of: Option<String>,
    /// The line before, where it is there that the mistake is made.
    pub setup: Option<Setup>,
    /// The line.
    #[serde(serialize_with = "as_text")]
    pub statement: Statement,
    /// What NumPy makes of it.
    pub outcome: Outcome,
    /// The operation that fails or, where none does, the one that the mistake changed.
    pub at: At,
}

/// What NumPy makes of a mistake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Outcome {
    /// It refuses.
    Error {
        /// The class of the exception.
        exception: &'static str,
        /// Its text, to the letter.
        message: String,
    },
    /// It is silent.
    Shape {
        /// The shape of the result.
        shape: Shape,
        /// The shape of the right line's result.
        expected: Shape,
        /// Whether the result is right all the same.
        verdict: Verdict,
    },
}

/// An operation in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct At {
    /// As Python spells it: `np.dot`, `*`, `+`, `np.sum`, `-=` …
    pub operator: &'static str,
    /// What it is applied to, from left to right.
    pub operands: Vec<Operand>,
}

/// An operand of an operation in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Operand {
    /// Its Python text.
    pub code: String,
    /// Its shape.
    pub shape: Shape,
    /// Which matrix of the network it is, if it is one, perhaps transposed.
    pub tensor: Option<Tensor>,
    /// The axis that does not fit the other operand.
    pub clash: Option<usize>,
}

/// A matrix of the network in an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Tensor {
    /// Its name.
    pub name: TensorName,
    /// Its layer.
    pub layer: usize,
    /// Whether it stands there as its transpose.
    pub transposed: bool,
}

/// The mistakes that people make in the line of an operation, with what NumPy makes of each.
///
/// # Errors
///
/// An operation that an iteration of the network does not have.
pub fn mistakes(operation: Operation, network: &Network) -> Result<Vec<Mistake>, Error> {
    let right = line(operation, network.L(), network.activation)?;
    let env = network.shapes();
    let expected = right.shape(&env)?;
    let drafts = offered(operation, &right, network).into_iter();
    drafts.map(|draft| Mistake::judged(draft, &right, &expected, &env, network)).collect()
}

impl Mistake {
    fn judged(
        draft: Draft,
        right: &Statement,
        expected: &Shape,
        env: &Shapes,
        network: &Network,
    ) -> Result<Self, Error> {
        let Draft { kind, of, setup, statement, changed } = draft;
        let mut env = env.clone();
        if let Some(setup) = &setup {
            setup.reshape(&mut env)?;
        }
        let (outcome, node, error) = match statement.shape(&env) {
            Ok(shape) => {
                let verdict = if shape == *expected {
                    verdict(&statement, setup.as_ref(), right, network)
                } else {
                    Verdict::WrongShape
                };
                let node = match changed {
                    Some(part) => part.node(&env)?,
                    None => statement.node(&env)?,
                };
                (Outcome::Shape { shape, expected: expected.clone(), verdict }, node, None)
            }
            Err(Failure { node, error }) => (Outcome::from(&error), node, Some(error)),
        };
        let remade = setup.as_ref().map(Setup::target);
        let at = At::new(node, error.as_ref(), remade, network.L());
        Ok(Self { kind, of, setup, statement, outcome, at })
    }
}

impl From<&NumpyError> for Outcome {
    fn from(error: &NumpyError) -> Self {
        Self::Error { exception: error.exception(), message: error.to_string() }
    }
}

impl At {
    /// `remade` is a variable that does not hold the network's matrix any more.
    fn new(node: Node, error: Option<&NumpyError>, remade: Option<&str>, L: usize) -> Self {
        let [left, right] = error.map_or([None; 2], NumpyError::clash);
        let clashes = [left, right].into_iter().chain(std::iter::repeat(None));
        let operands = node.operands.into_iter().zip(clashes).map(|(operand, clash)| Operand {
            code: operand.expression.to_string(),
            shape: operand.shape,
            tensor: Tensor::of(&operand.expression, L)
                .filter(|_| !operand.expression.names().iter().any(|name| Some(*name) == remade)),
            clash,
        });
        Self { operator: node.operator, operands: operands.collect() }
    }
}

impl Tensor {
    fn of(expression: &Expression, L: usize) -> Option<Self> {
        match expression {
            Expression::Name(code) => {
                tensor(code, L).map(|(name, layer)| Self { name, layer, transposed: false })
            }
            Expression::Transpose(of) => {
                let tensor = Self::of(of, L)?;
                Some(Self { transposed: !tensor.transposed, ..tensor })
            }
            _ => None,
        }
    }
}

fn as_text<S: Serializer>(statement: &Statement, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(statement)
}
