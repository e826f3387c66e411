//! Mistakes on the way forward, and in the cost.

use nn::OperationName;
use nn::TensorName::{A, W, Z, b};
use numpy_expressions::{Expression, Function, Statement, dot, log, name, sum};

use super::{IN_ALL, Lines};
use crate::checking::diagnosis::DiagnosisKind as Kind;
use crate::line::{minus_one_over_m, one, one_over_m};
use crate::names::{COST, Symbols, variable};

impl Lines<'_> {
    pub(super) fn forward(&mut self) {
        let L = self.L();
        let Z_of = |operand: fn(Symbols) -> Expression| {
            move |symbols: Symbols| dot(symbols.of(W), operand(symbols)) + symbols.of(b)
        };
        self.each(Kind::BiasForgotten, OperationName::Z, 1..=L, |symbols| {
            dot(symbols.of(W), symbols.A_prev())
        });
        self.each(Kind::XForAPrev, OperationName::Z, 2..=L, Z_of(|_| name("X")));
        self.each(Kind::ZForAPrev, OperationName::Z, 2..=L, Z_of(Z_prev));
        self.each(Kind::AForAPrev, OperationName::Z, 2..=L, Z_of(|symbols| symbols.of(A)));
        self.cost();
    }

    fn cost(&mut self) {
        let L = self.L();
        let cost =
            |value: fn(Symbols) -> Expression| super::changes(OperationName::cost, [L], value);
        for (kind, value) in [
            (
                Kind::Sign,
                (|s| one_over_m() * total(ones(s) + zeros(s))) as fn(Symbols) -> Expression,
            ),
            (Kind::SignInside, |s| minus_one_over_m() * total(ones(s) - zeros(s))),
            (Kind::HalfOfTheLosses, |s| minus_one_over_m() * total(ones(s))),
            (Kind::HalfOfTheLosses, |s| minus_one_over_m() * total(zeros(s))),
        ] {
            self.push(kind, &cost(value), IN_ALL);
        }
        // Both mistakes: the sum, as it stands.
        self.push(Kind::Sign, &cost(|s| total(ones(s) + zeros(s))), 3);
        for function in [Function::Log2, Function::Log10] {
            let Some(line) =
                self.right.iter().find(|step| step.operation.operation == OperationName::cost)
            else {
                continue;
            };
            let value = line.statement.value.map(&|part| match part {
                Expression::Elementwise(Function::Log, of) => {
                    Some(Expression::Elementwise(function, of.clone()))
                }
                _ => None,
            });
            let change = (line.operation, Statement::new(COST, value));
            self.push(Kind::LogBase, &[change], IN_ALL);
        }
    }
}

fn ones(symbols: Symbols) -> Expression {
    symbols.Y() * log(symbols.of(A))
}

fn zeros(symbols: Symbols) -> Expression {
    (one() - symbols.Y()) * log(one() - symbols.of(A))
}

fn total(of: Expression) -> Expression {
    sum(of, None, false)
}

/// `Z[l-1]`.
pub(super) fn Z_prev(symbols: Symbols) -> Expression {
    name(variable(Z, symbols.l.saturating_sub(1)))
}
