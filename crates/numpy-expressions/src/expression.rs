//! The tree, and how it is built.

use std::ops;

use serde::{Deserialize, Serialize};

/// An expression of a notebook. It displays as its Python text.
///
/// The operators `+ - * /` and unary minus build one, as do the functions of this crate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expression {
    /// A variable.
    Name(String),
    /// A literal.
    Number(f64),
    /// `x.T`.
    Transpose(Box<Self>),
    /// `-x`.
    Negative(Box<Self>),
    /// A function of every entry.
    Elementwise(Function, Box<Self>),
    /// An operation of each entry of the left operand with its counterpart in the right one.
    Binary(Operator, Box<Self>, Box<Self>),
    /// `np.maximum(x, y)`, the larger of each two entries.
    Maximum(Box<Self>, Box<Self>),
    /// `np.dot(x, y)`.
    Dot(Box<Self>, Box<Self>),
    /// A sum, or the largest entry, of all entries or along an axis.
    Reduce {
        /// What is made of the entries.
        reduction: Reduction,
        /// The array.
        of: Box<Self>,
        /// The axis, counted from the end where negative; all of them where there is none.
        axis: Option<isize>,
        /// Whether the axis stays, with length 1.
        keepdims: bool,
    },
}

/// A function of every entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Function {
    /// `np.log`, the natural logarithm.
    Log,
    /// `np.log2`.
    Log2,
    /// `np.log10`.
    Log10,
    /// `np.exp`.
    Exp,
    /// `np.tanh`.
    Tanh,
}

/// An operator between two arrays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `>`, 1 where it holds and 0 elsewhere.
    Greater,
    /// `**`
    Power,
}

/// What is made of the entries along an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reduction {
    /// `np.sum`
    Sum,
    /// `np.max`
    Max,
}

impl Expression {
    /// `self.T`.
    #[must_use]
    pub fn T(self) -> Self {
        Self::Transpose(Box::new(self))
    }

    /// `self > other`.
    #[must_use]
    pub fn greater(self, other: Self) -> Self {
        self.with(Operator::Greater, other)
    }

    /// `self**exponent`.
    #[must_use]
    pub fn power(self, exponent: Self) -> Self {
        self.with(Operator::Power, exponent)
    }

    fn with(self, operator: Operator, other: Self) -> Self {
        Self::Binary(operator, Box::new(self), Box::new(other))
    }

    /// The operation at the top, as Python spells it.
    #[must_use]
    pub fn operator(&self) -> &'static str {
        match self {
            Self::Name(_) => "name",
            Self::Number(_) => "number",
            Self::Transpose(_) => ".T",
            Self::Negative(_) => "-",
            Self::Elementwise(function, _) => function.code(),
            Self::Binary(operator, ..) => operator.code(),
            Self::Maximum(..) => "np.maximum",
            Self::Dot(..) => "np.dot",
            Self::Reduce { reduction, .. } => reduction.code(),
        }
    }

    /// What the operation at the top is applied to, from left to right.
    #[must_use]
    pub fn operands(&self) -> Vec<&Self> {
        match self {
            Self::Name(_) | Self::Number(_) => vec![],
            Self::Transpose(of)
            | Self::Negative(of)
            | Self::Elementwise(_, of)
            | Self::Reduce { of, .. } => vec![of],
            Self::Binary(_, left, right) | Self::Maximum(left, right) | Self::Dot(left, right) => {
                vec![left, right]
            }
        }
    }

    /// This expression and all below it, each after its operands: the order in which Python gets to
    /// them.
    #[must_use]
    pub fn parts(&self) -> Vec<&Self> {
        let below = self.operands().into_iter().flat_map(Self::parts);
        below.chain([self]).collect()
    }

    /// This expression with `to` wherever `from` stands.
    #[must_use]
    pub fn replace(&self, from: &Self, to: &Self) -> Self {
        self.map(&|part| (part == from).then(|| to.clone()))
    }

    /// This expression with something else for every part for which `change` gives it, from the top down.
    #[must_use]
    pub fn map(&self, change: &impl Fn(&Self) -> Option<Self>) -> Self {
        if let Some(other) = change(self) {
            return other;
        }
        let mapped = |part: &Self| Box::new(part.map(change));
        match self {
            Self::Name(_) | Self::Number(_) => self.clone(),
            Self::Transpose(of) => Self::Transpose(mapped(of)),
            Self::Negative(of) => Self::Negative(mapped(of)),
            Self::Elementwise(function, of) => Self::Elementwise(*function, mapped(of)),
            Self::Binary(operator, left, right) => {
                Self::Binary(*operator, mapped(left), mapped(right))
            }
            Self::Maximum(left, right) => Self::Maximum(mapped(left), mapped(right)),
            Self::Dot(left, right) => Self::Dot(mapped(left), mapped(right)),
            &Self::Reduce { reduction, ref of, axis, keepdims } => {
                Self::Reduce { reduction, of: mapped(of), axis, keepdims }
            }
        }
    }

    /// The variables, in the order in which they are read; one that is read twice comes twice.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let parts = self.parts().into_iter();
        parts
            .filter_map(|part| if let Self::Name(name) = part { Some(&name[..]) } else { None })
            .collect()
    }
}

impl Function {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Log => "np.log",
            Self::Log2 => "np.log2",
            Self::Log10 => "np.log10",
            Self::Exp => "np.exp",
            Self::Tanh => "np.tanh",
        }
    }
}

impl Operator {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Greater => ">",
            Self::Power => "**",
        }
    }
}

impl Reduction {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Sum => "np.sum",
            Self::Max => "np.max",
        }
    }
}

/// A variable.
#[must_use]
pub fn name(name: impl Into<String>) -> Expression {
    Expression::Name(name.into())
}

/// A literal.
#[must_use]
pub fn number(number: f64) -> Expression {
    Expression::Number(number)
}

/// `np.dot(left, right)`.
#[must_use]
pub fn dot(left: Expression, right: Expression) -> Expression {
    Expression::Dot(Box::new(left), Box::new(right))
}

/// `np.maximum(left, right)`.
#[must_use]
pub fn maximum(left: Expression, right: Expression) -> Expression {
    Expression::Maximum(Box::new(left), Box::new(right))
}

/// `np.log(of)`.
#[must_use]
pub fn log(of: Expression) -> Expression {
    Expression::Elementwise(Function::Log, Box::new(of))
}

/// `np.exp(of)`.
#[must_use]
pub fn exp(of: Expression) -> Expression {
    Expression::Elementwise(Function::Exp, Box::new(of))
}

/// `np.tanh(of)`.
#[must_use]
pub fn tanh(of: Expression) -> Expression {
    Expression::Elementwise(Function::Tanh, Box::new(of))
}

/// `np.sum(of, axis=axis, keepdims=keepdims)`.
#[must_use]
pub fn sum(of: Expression, axis: Option<isize>, keepdims: bool) -> Expression {
    Expression::Reduce { reduction: Reduction::Sum, of: Box::new(of), axis, keepdims }
}

/// `np.max(of, axis, keepdims=keepdims)`.
#[must_use]
pub fn max(of: Expression, axis: Option<isize>, keepdims: bool) -> Expression {
    Expression::Reduce { reduction: Reduction::Max, of: Box::new(of), axis, keepdims }
}

impl ops::Neg for Expression {
    type Output = Self;

    fn neg(self) -> Self {
        Self::Negative(Box::new(self))
    }
}

impl ops::Add for Expression {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        self.with(Operator::Add, other)
    }
}

impl ops::Sub for Expression {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self.with(Operator::Subtract, other)
    }
}

impl ops::Mul for Expression {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        self.with(Operator::Multiply, other)
    }
}

impl ops::Div for Expression {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        self.with(Operator::Divide, other)
    }
}
