//! Mistakes in the update.

use nn::OperationName;
use nn::TensorName::{W, b, dW, db};
use nn::{Operation, TensorName};
use numpy_expressions::{Expression, name};

use super::{IN_ALL, IN_ONE, Lines, changes};
use crate::checking::diagnosis::DiagnosisKind as Kind;
use crate::checking::hypothesis::Hypothesis;
use crate::checking::program::Step;
use crate::names::{ALPHA, Symbols};

impl Lines<'_> {
    pub(super) fn update(&mut self) {
        self.updates(Kind::UpdateMissing, |parameter, _| parameter);
        self.updates(Kind::UpdateSign, |parameter, step| parameter + step);
        self.updates(Kind::UpdateDoubled, |parameter, step| parameter - step.clone() - step);
        let gradients = [(OperationName::W, W, dW), (OperationName::b, b, db)];
        let unscaled = gradients.map(|(operation, parameter, gradient)| {
            changes(operation, 1..=self.L(), |s| s.of(parameter) - s.of(gradient))
        });
        self.push(Kind::UpdateWithoutLearningRate, &unscaled.concat(), IN_ALL);
        for changes in unscaled {
            self.push(Kind::UpdateWithoutLearningRate, &changes, IN_ONE);
        }
        self.in_backward();
    }

    /// In the update of all parameters, of W or b alone, and of each layer.
    fn updates(&mut self, kind: Kind, value: fn(Expression, Expression) -> Expression) {
        let step = |gradient: TensorName| move |s: Symbols| name(ALPHA) * s.of(gradient);
        let of = |operation, parameter: TensorName, gradient| {
            changes(operation, 1..=self.L(), |s| value(s.of(parameter), step(gradient)(s)))
        };
        let Ws = of(OperationName::W, W, dW);
        let bs = of(OperationName::b, b, db);
        let both = [Ws.clone(), bs.clone()].concat();
        self.push(kind, &both, IN_ALL);
        if self.L() > 1 {
            for layer in 1..=self.L() {
                let of_layer = |(operation, _): &&super::Change| operation.layer == layer;
                let of_layer: Vec<_> = both.iter().filter(of_layer).cloned().collect();
                self.push(kind, &of_layer, IN_ONE);
            }
        }
        self.add(kind, Ws);
        self.add(kind, bs);
    }

    /// W of each layer is updated as soon as its gradient is there.
    fn in_backward(&mut self) {
        let right = &self.right;
        let is_update =
            |step: &&Step| matches!(step.operation.operation, OperationName::W | OperationName::b);
        let mut program: Vec<Step> = vec![];
        for step in right.iter().filter(|step| !is_update(step)) {
            program.push(step.clone());
            let Operation { operation, layer } = step.operation;
            if operation == OperationName::db {
                let of_layer = right.iter().filter(is_update);
                let of_layer = of_layer.filter(|update| update.operation.layer == layer);
                // What has to be done anew, though its line is the right one.
                program.extend(of_layer.map(|step| Step { is_changed: true, ..step.clone() }));
            }
        }
        let texts = |after: bool| {
            let L = self.L();
            let find = |operation, layer| {
                right.iter().find(|step| step.operation == Operation { operation, layer })
            };
            let update = find(OperationName::W, L);
            let use_of_it = find(OperationName::dA, L.saturating_sub(1));
            let lines = if after { [use_of_it, update] } else { [update, use_of_it] };
            let lines = lines.into_iter().flatten().map(|step| step.statement.to_string());
            lines.collect::<Vec<_>>().join("\n")
        };
        let hypothesis = Hypothesis {
            kind: Kind::UpdateInBackward,
            program,
            texts: Some([texts(false), texts(true)]),
            complexity: 2,
        };
        if self.L() > 1 {
            self.found.push(hypothesis);
        }
    }
}
