//! The Python text of an expression, with no parenthesis that could be left out.

use std::fmt;

use crate::expression::{Expression, Operator, Reduction};

/// How tightly an expression holds together: Python's operator precedence, the loosest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Comparison,
    Sum,
    Product,
    Sign,
    Power,
    Number, // 1.T is no Python
    Atom,
}

impl Expression {
    fn binding(&self) -> Binding {
        match self {
            Self::Number(number) if number.is_sign_negative() => Binding::Sign,
            Self::Number(_) => Binding::Number,
            Self::Negative(_) => Binding::Sign,
            Self::Binary(operator, ..) => match operator {
                Operator::Greater => Binding::Comparison,
                Operator::Add | Operator::Subtract => Binding::Sum,
                Operator::Multiply | Operator::Divide => Binding::Product,
                Operator::Power => Binding::Power,
            },
            _ => Binding::Atom,
        }
    }

    /// This as an operand that has to hold together at least so tightly.
    fn at_least(&self, binding: Binding) -> Operand<'_> {
        Operand { expression: self, in_parentheses: self.binding() < binding }
    }

    /// This as an operand that has to hold together tighter.
    fn above(&self, binding: Binding) -> Operand<'_> {
        Operand { expression: self, in_parentheses: self.binding() <= binding }
    }
}

struct Operand<'a> {
    expression: &'a Expression,
    in_parentheses: bool,
}

impl fmt::Display for Operand<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.in_parentheses {
            write!(f, "({})", self.expression)
        } else {
            self.expression.fmt(f)
        }
    }
}

/// Blanks stand where a course notebook has them: around every operator but `**`, and not in a
/// number's quotient by a name, `1/m`.
impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => f.write_str(name),
            Self::Number(number) => number.fmt(f),
            Self::Transpose(of) => write!(f, "{}.T", of.at_least(Binding::Atom)),
            Self::Negative(of) => write!(f, "-{}", of.at_least(Binding::Sign)),
            Self::Elementwise(function, of) => write!(f, "{}({of})", function.code()),
            Self::Maximum(left, right) => write!(f, "np.maximum({left}, {right})"),
            Self::Dot(left, right) => write!(f, "np.dot({left}, {right})"),
            Self::Binary(operator, left, right) => binary(f, *operator, left, right),
            Self::Reduce { reduction, of, axis, keepdims } => {
                write!(f, "{}({of}", reduction.code())?;
                match (reduction, axis) {
                    (_, None) => {}
                    (Reduction::Sum, Some(axis)) => write!(f, ", axis={axis}")?,
                    (Reduction::Max, Some(axis)) => write!(f, ", {axis}")?,
                }
                f.write_str(if *keepdims { ", keepdims=True)" } else { ")" })
            }
        }
    }
}

fn binary(
    f: &mut fmt::Formatter<'_>,
    operator: Operator,
    left: &Expression,
    right: &Expression,
) -> fmt::Result {
    let code = operator.code();
    match operator {
        // The one operator that groups from the right, and whose exponent may have a sign.
        Operator::Power => {
            write!(f, "{}**{}", left.above(Binding::Power), right.at_least(Binding::Sign))
        }
        // a > b > c is a > b and b > c.
        Operator::Greater => {
            let binding = Binding::Comparison;
            write!(f, "{} > {}", left.above(binding), right.above(binding))
        }
        Operator::Divide if is_literal(left) && matches!(right, Expression::Name(_)) => {
            write!(f, "{left}/{right}")
        }
        Operator::Add | Operator::Subtract => {
            let binding = Binding::Sum;
            write!(f, "{} {code} {}", left.at_least(binding), right.above(binding))
        }
        Operator::Multiply | Operator::Divide => {
            let binding = Binding::Product;
            write!(f, "{} {code} {}", left.at_least(binding), right.above(binding))
        }
    }
}

fn is_literal(expression: &Expression) -> bool {
    match expression {
        Expression::Number(_) => true,
        Expression::Negative(of) => matches!(**of, Expression::Number(_)),
        _ => false,
    }
}
