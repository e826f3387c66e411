//! Mistakes on the way back.

use nn::OperationName;
use nn::TensorName::{A, dA, dZ};
use numpy_expressions::{Expression, dot, name, sum};

use super::forward::Z_prev;
use super::{IN_ALL, Lines, changes};
use crate::checking::diagnosis::DiagnosisKind as Kind;
use crate::line::{one, one_over_m};
use crate::names::{Symbols, variable};

impl Lines<'_> {
    pub(super) fn backward(&mut self) {
        self.output_gradient();
        self.gradients();
        self.factors();
    }

    fn output_gradient(&mut self) {
        let L = self.L();
        let mut of = |kind, value: fn(Symbols) -> Expression| {
            self.each(kind, OperationName::dA, [L], value);
        };
        of(Kind::Sign, |s| ones(s) - zeros(s));
        of(Kind::SignInside, |s| -(ones(s) + zeros(s)));
        of(Kind::DZForDA, |s| s.of(A) - s.Y());
        of(Kind::MeanInDA, |s| -one_over_m() * (ones(s) - zeros(s)));
        self.each(Kind::Sign, OperationName::dZ, [L], |s| s.Y() - s.of(A));
    }

    fn gradients(&mut self) {
        let L = self.L();
        let dA_next = |s: Symbols| name(variable(dA, s.l + 1));
        self.each(Kind::DAForDZ, OperationName::dA, 1..L, |s| dot(s.W_next().T(), dA_next(s)));
        let dW = |left: fn(Symbols) -> Expression, right: fn(Symbols) -> Expression| {
            move |s: Symbols| one_over_m() * dot(left(s), right(s).T())
        };
        let of_dZ = |s: Symbols| s.of(dZ);
        self.each(Kind::AForAPrev, OperationName::dW, 1..=L, dW(of_dZ, |s| s.of(A)));
        self.each(Kind::XForAPrev, OperationName::dW, 2..=L, dW(of_dZ, |_| name("X")));
        self.each(Kind::ZForAPrev, OperationName::dW, 2..=L, dW(of_dZ, Z_prev));
        let dW_of_dA = dW(|s| s.of(dA), Symbols::A_prev);
        let db_of_dA = |s: Symbols| one_over_m() * sum(s.of(dA), Some(1), true);
        self.each(Kind::DAForDZ, OperationName::dW, 1..=L, dW_of_dA);
        self.each(Kind::DAForDZ, OperationName::db, 1..=L, db_of_dA);
        let both = [
            changes(OperationName::dW, 1..=L, dW_of_dA),
            changes(OperationName::db, 1..=L, db_of_dA),
        ];
        self.push(Kind::DAForDZ, &both.concat(), IN_ALL);
        let below = changes(OperationName::dA, 1..L, |s| dot(s.W_next().T(), dA_next(s)));
        self.push(Kind::DAForDZ, &[both.concat(), below].concat(), IN_ALL);
    }

    /// 1/m forgotten, doubled, or in another place.
    fn factors(&mut self) {
        let L = self.L();
        let dW = |s: Symbols| dot(s.of(dZ), s.A_prev().T());
        let db = |s: Symbols| sum(s.of(dZ), Some(1), true);
        let both = |factor: fn(Expression) -> Expression| {
            [
                changes(OperationName::dW, 1..=L, |s| factor(dW(s))),
                changes(OperationName::db, 1..=L, |s| factor(db(s))),
            ]
        };
        let sums = both(|sum| sum).concat();
        self.push(Kind::NoMean, &sums, IN_ALL);
        for layer in 1..=L {
            let of_layer = |(operation, _): &&super::Change| operation.layer == layer;
            let sums: Vec<_> = sums.iter().filter(of_layer).cloned().collect();
            self.push(Kind::NoMean, &sums, 3);
        }
        let [dWs, dbs] = both(|sum| one_over_m() * (one_over_m() * sum));
        self.push(Kind::MeanDoubled, &[dWs.clone(), dbs.clone()].concat(), IN_ALL);
        self.add(Kind::MeanDoubled, dWs);
        self.add(Kind::MeanDoubled, dbs);
        let in_dA = changes(OperationName::dA, [L], |s| -one_over_m() * (ones(s) - zeros(s)));
        self.push(Kind::MeanMoved, &[in_dA, sums].concat(), 2);
        self.other_lengths();
    }

    /// The length of another axis for m.
    fn other_lengths(&mut self) {
        let n = |l: usize| self.network.layers_dims.get(l).copied().unwrap_or_default();
        let lengths: Vec<usize> = (0..=self.L()).map(n).collect();
        let of = move |l: usize| lengths.get(l).copied().unwrap_or_default();
        let text = |code: &str| [0, 1].map(|axis| format!("m = {code}.shape[{axis}]"));
        let all = [OperationName::cost, OperationName::dW, OperationName::db];
        self.with_m(text("X"), &all, |_| of(0));
        self.with_m(text("A_prev"), &all[1..], |operation| of(operation.layer.saturating_sub(1)));
        self.with_m(text("dZ"), &all[1..], |operation| of(operation.layer));
    }
}

/// `Y/A[L]`.
fn ones(symbols: Symbols) -> Expression {
    symbols.Y() / symbols.of(A)
}

/// `(1-Y)/(1-A[L])`.
fn zeros(symbols: Symbols) -> Expression {
    (one() - symbols.Y()) / (one() - symbols.of(A))
}
