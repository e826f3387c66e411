//! The right line for each operation.

use nn::TensorName::{A, W, Z, b, dA, dW, dZ, db};
use nn::{Activation, Operation, OperationName, operations};
use numpy_expressions::{Expression, Statement, dot, exp, log, maximum, name, number, sum, tanh};

use crate::error::Error;
use crate::names::{ALPHA, COST, M, Symbols, variable};

/// The line that does an operation in a network of L layers.
///
/// # Errors
///
/// An operation that an iteration of the network does not have.
pub fn line(operation: Operation, L: usize, activation: Activation) -> Result<Statement, Error> {
    if L == 0 || !operations(L).contains(&operation) {
        let Operation { operation, layer } = operation;
        return Err(Error::NoSuchOperation { operation, layer, L });
    }
    let target = match operation {
        Operation { operation: OperationName::cost, .. } => COST.into(),
        Operation { operation, layer } => variable(operation.result(), layer),
    };
    Ok(Statement::new(target, value(operation, L, activation)))
}

fn value(
    Operation { operation, layer: l }: Operation,
    L: usize,
    activation: Activation,
) -> Expression {
    let symbols = Symbols { l };
    let of = |tensor| symbols.of(tensor);
    match operation {
        OperationName::Z => dot(of(W), symbols.A_prev()) + of(b),
        OperationName::A if l == L => one() / (one() + exp(-of(Z))),
        OperationName::A => match activation {
            Activation::Relu => maximum(number(0.0), of(Z)),
            Activation::Tanh => tanh(of(Z)),
        },
        OperationName::cost => minus_one_over_m() * sum(losses(symbols), None, false),
        OperationName::dA if l == L => {
            let Y = symbols.Y();
            -(Y.clone() / of(A) - (one() - Y) / (one() - of(A)))
        }
        OperationName::dA => dot(symbols.W_next().T(), symbols.dZ_next()),
        OperationName::dZ if l == L => of(dA) * of(A) * (one() - of(A)),
        OperationName::dZ => of(dA) * slope(symbols, activation),
        OperationName::dW => one_over_m() * dot(of(dZ), symbols.A_prev().T()),
        OperationName::db => one_over_m() * sum(of(dZ), Some(1), true),
        OperationName::W => of(W) - name(ALPHA) * of(dW),
        OperationName::b => of(b) - name(ALPHA) * of(db),
    }
}

pub fn one() -> Expression {
    number(1.0)
}

/// `1/m`.
pub fn one_over_m() -> Expression {
    one() / name(M)
}

/// `-1/m`.
pub fn minus_one_over_m() -> Expression {
    -one() / name(M)
}

/// The losses with their sign reversed: `y log a + (1-y) log(1-a)`.
pub fn losses(symbols: Symbols) -> Expression {
    let (Y, a) = (symbols.Y(), symbols.of(A));
    Y.clone() * log(a.clone()) + (one() - Y) * log(one() - a)
}

/// `g'(Z[l])` of a hidden layer.
pub fn slope(symbols: Symbols, activation: Activation) -> Expression {
    match activation {
        Activation::Relu => symbols.of(Z).greater(number(0.0)),
        Activation::Tanh => one() - symbols.of(A).power(number(2.0)),
    }
}
