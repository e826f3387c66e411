//! Mistakes in the activations' derivatives, and the other activation.

use nn::TensorName::{A, Z, dA};
use nn::{Activation, OperationName};
use numpy_expressions::{Expression, exp, maximum, number, tanh};

use super::{IN_ALL, Lines, changes};
use crate::checking::diagnosis::DiagnosisKind as Kind;
use crate::line::{one, slope};
use crate::names::Symbols;

/// What stands in place of a derivative.
type Value = fn(Symbols) -> Expression;

impl Lines<'_> {
    pub(super) fn activation(&mut self) {
        let L = self.L();
        let hidden = 1..L;
        let relu = self.network.activation == Activation::Relu;
        let derivative = OperationName::dZ;
        self.each(Kind::DerivativeMissing, derivative, 1..=L, |s| s.of(dA));
        self.each(Kind::DerivativeMissing, derivative, hidden.clone(), |s| s.of(dA));
        self.each(Kind::DerivativeMissing, derivative, [L], |s| s.of(dA));
        let of_output: [(Kind, Value); 5] = [
            (Kind::DerivativeOfA, |s| s.of(dA) * sigmoid(s.of(A)) * (one() - sigmoid(s.of(A)))),
            (Kind::DerivativeOfZ, |s| s.of(dA) * s.of(Z) * (one() - s.of(Z))),
            (Kind::WrongDerivative, |s| s.of(dA) * slope(s, Activation::Relu)),
            (Kind::WrongDerivative, |s| s.of(dA) * slope(s, Activation::Tanh)),
            (Kind::WrongDerivative, |s| s.of(dA) * (one() - s.of(A))),
        ];
        for (kind, value) in of_output {
            self.each(kind, derivative, [L], value);
        }
        // Of A, ReLU's derivative is the same: A > 0 where Z > 0.
        let of_hidden: &[(Kind, Value)] = if relu {
            &[
                (Kind::WrongDerivative, |s| maximum(number(0.0), s.of(dA))),
                (Kind::WrongDerivative, |s| s.of(dA) * s.of(A)),
                (Kind::WrongDerivative, |s| s.of(dA) * slope(s, Activation::Tanh)),
            ]
        } else {
            &[
                (Kind::DerivativeOfA, |s| s.of(dA) * (one() - tanh(s.of(A)).power(two()))),
                (Kind::DerivativeOfZ, |s| s.of(dA) * (one() - s.of(Z).power(two()))),
                (Kind::WrongDerivative, |s| s.of(dA) * (one() - s.of(A))),
                (Kind::WrongDerivative, |s| s.of(dA) * slope(s, Activation::Relu)),
            ]
        };
        for &(kind, value) in of_hidden {
            self.each(kind, derivative, hidden.clone(), value);
        }
        self.each(Kind::WrongDerivative, derivative, hidden.clone(), |s| {
            s.of(dA) * s.of(A) * (one() - s.of(A))
        });
        self.each(Kind::ActivationMissing, OperationName::A, hidden.clone(), |s| s.of(Z));
        let other = if relu { Activation::Tanh } else { Activation::Relu };
        let forward: Value =
            if relu { |s| tanh(s.of(Z)) } else { |s| maximum(number(0.0), s.of(Z)) };
        let backward = move |s: Symbols| s.of(dA) * slope(s, other);
        self.other_activation(forward, backward);
        self.other_activation(|s| sigmoid(s.of(Z)), |s| s.of(dA) * s.of(A) * (one() - s.of(A)));
    }

    /// In all hidden layers; with its own derivative, and with that of the right one.
    fn other_activation(&mut self, forward: Value, backward: impl Fn(Symbols) -> Expression) {
        let hidden = 1..self.L();
        let forward = changes(OperationName::A, hidden.clone(), forward);
        let backward = changes(OperationName::dZ, hidden, backward);
        self.push(Kind::AnotherActivation, &[forward.clone(), backward].concat(), IN_ALL);
        self.push(Kind::AnotherActivation, &forward, 2);
    }
}

fn two() -> Expression {
    number(2.0)
}

fn sigmoid(of: Expression) -> Expression {
    one() / (one() + exp(-of))
}
