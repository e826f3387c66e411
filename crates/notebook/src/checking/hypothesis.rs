//! A mistake in lines of an iteration.

use std::rc::Rc;

use nn::Operation;
use numpy_expressions::Statement;

use super::diagnosis::DiagnosisKind;
use super::program::Step;

/// A mistake in lines of an iteration.
#[derive(Debug, Clone)]
pub struct Hypothesis {
    pub kind: DiagnosisKind,
    /// The lines of an iteration.
    pub program: Vec<Step>,
    /// What to show, wrong and right, where it is not the lines.
    pub texts: Option<[String; 2]>,
    /// How far-fetched it is.
    pub complexity: u32,
}

impl Hypothesis {
    /// The right lines but for some.
    pub fn new(
        kind: DiagnosisKind,
        right: &[Step],
        changes: &[(Operation, Statement)],
        complexity: u32,
    ) -> Self {
        let step = |step: &Step| {
            let change = changes.iter().find(|(operation, _)| *operation == step.operation);
            match change {
                Some((_, statement)) => {
                    Step { statement: Rc::new(statement.clone()), is_changed: true, ..step.clone() }
                }
                None => step.clone(),
            }
        };
        let program = right.iter().map(step).collect();
        Self { kind, program, texts: None, complexity }
    }

    fn changed(&self) -> impl Iterator<Item = &Step> {
        self.program.iter().filter(|step| step.is_changed)
    }

    /// The layers in whose lines it is.
    pub fn layers(&self) -> Vec<usize> {
        let is_changed = |layer: &usize| self.changed().any(|step| step.operation.layer == *layer);
        let last = self.program.iter().map(|step| step.operation.layer).max().unwrap_or_default();
        (1..=last).filter(is_changed).collect()
    }

    /// The line to show first: of this layer, if it is one of those, else of the highest.
    pub fn operation(&self, layer: usize) -> Option<Operation> {
        let layer = self.shown_layer(layer)?;
        self.changed().map(|step| step.operation).find(|operation| operation.layer == layer)
    }

    /// The mistaken lines and the right ones, of one layer.
    pub fn texts(&self, right: &[Step], layer: usize) -> [String; 2] {
        if let Some(texts) = &self.texts {
            return texts.clone();
        }
        let shown = self.shown_layer(layer);
        let is_shown = |step: &&Step| Some(step.operation.layer) == shown;
        let wrong: Vec<_> = self.changed().filter(is_shown).collect();
        let right =
            right.iter().filter(|line| wrong.iter().any(|step| step.operation == line.operation));
        let text = |steps: Vec<&Step>| {
            let lines = steps.into_iter().map(|step| step.statement.to_string());
            lines.collect::<Vec<_>>().join("\n")
        };
        [text(wrong.clone()), text(right.collect())]
    }

    /// Whether nothing but the cost is computed in another way.
    pub fn is_of_cost_alone(&self) -> bool {
        self.changed().all(|step| step.operation.operation == nn::OperationName::cost)
    }

    fn shown_layer(&self, layer: usize) -> Option<usize> {
        let layers = self.layers();
        layers.iter().copied().find(|&l| l == layer).or(layers.last().copied())
    }
}
