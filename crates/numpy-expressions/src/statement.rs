//! A line of a notebook.

use std::fmt;

use ndarray::ArrayD;
use serde::{Deserialize, Serialize};

use crate::error::{Failure, Node, NumpyError, Operand};
use crate::evaluation::Arrays;
use crate::expression::Expression;
use crate::rules::Shapes;
use crate::shape::Shape;

/// `target = value` or `target -= value`. It displays as its Python text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// The variable on the left.
    pub target: String,
    /// What the line does with the value.
    pub assignment: Assignment,
    /// The expression on the right.
    pub value: Expression,
}

/// What a line does with its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Assignment {
    /// `=`: the variable is made, or made anew.
    New,
    /// `-=`: the value is subtracted from the array in place, so that the array keeps its shape.
    Subtract,
}

impl Statement {
    /// `target = value`.
    pub fn new(target: impl Into<String>, value: Expression) -> Self {
        Self { target: target.into(), assignment: Assignment::New, value }
    }

    /// `target -= value`.
    pub fn subtract(target: impl Into<String>, value: Expression) -> Self {
        Self { target: target.into(), assignment: Assignment::Subtract, value }
    }

    /// The shape that the target has after it.
    ///
    /// # Errors
    ///
    /// As [`Expression::shape`]; and in place, a value that does not broadcast to the target's shape.
    pub fn shape(&self, env: &Shapes) -> Result<Shape, Failure> {
        if self.assignment == Assignment::New {
            return self.value.shape(env);
        }
        let target = self.target().shape(env)?;
        self.check_in_place(&target, &self.value.shape(env)?)?;
        Ok(target)
    }

    /// The number of entries of the largest array that is made, or changed in place.
    ///
    /// # Errors
    ///
    /// As [`Expression::largest`].
    pub fn largest(&self, env: &Shapes) -> Result<u128, Failure> {
        let value = self.value.largest(env)?;
        match self.assignment {
            Assignment::New => Ok(value),
            Assignment::Subtract => Ok(value.max(self.target().largest(env)?)),
        }
    }

    /// The values that the target has after it.
    ///
    /// # Errors
    ///
    /// As [`Expression::evaluate`]; and in place, a value that does not broadcast to the target's
    /// shape.
    pub fn evaluate(&self, env: &Arrays<'_>) -> Result<ArrayD<f64>, Failure> {
        if self.assignment == Assignment::New {
            return self.value.evaluate(env);
        }
        let mut target = self.target().evaluate(env)?;
        let value = self.value.evaluate(env)?;
        self.check_in_place(&target.shape().into(), &value.shape().into())?;
        target -= &value; // which fits, so that ndarray does not panic
        Ok(target)
    }

    /// The variables that it reads, as [`Expression::names`] has them; in place, the target too.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let target = (self.assignment == Assignment::Subtract).then_some(&self.target[..]);
        target.into_iter().chain(self.value.names()).collect()
    }

    /// The operation done last, and what it is applied to: the subtraction in place or, where there is
    /// none, the operation at the top of the value.
    ///
    /// # Errors
    ///
    /// As [`Expression::node`].
    pub fn node(&self, env: &Shapes) -> Result<Node, Failure> {
        match self.assignment {
            Assignment::New => self.value.node(env),
            Assignment::Subtract => {
                Ok(self.in_place([self.target().shape(env)?, self.value.shape(env)?]))
            }
        }
    }

    fn target(&self) -> Expression {
        Expression::Name(self.target.clone())
    }

    fn in_place(&self, [target, value]: [Shape; 2]) -> Node {
        let target = Operand { expression: self.target(), shape: target };
        let value = Operand { expression: self.value.clone(), shape: value };
        Node { operator: "-=", operands: vec![target, value] }
    }

    /// The target is the output too: it takes part in broadcasting, and cannot grow.
    fn check_in_place(&self, target: &Shape, value: &Shape) -> Result<(), Failure> {
        let error = match target.broadcast(value) {
            Ok(broadcast) if broadcast == *target => return Ok(()),
            Ok(broadcast) => {
                NumpyError::InPlace { target: target.clone(), operand: value.clone(), broadcast }
            }
            Err(_) => NumpyError::Broadcast {
                shapes: vec![target.clone(), value.clone(), target.clone()],
            },
        };
        Err(Failure { node: self.in_place([target.clone(), value.clone()]), error })
    }
}

impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.assignment {
            Assignment::New => "=",
            Assignment::Subtract => "-=",
        };
        write!(f, "{} {sign} {}", self.target, self.value)
    }
}
