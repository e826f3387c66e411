//! A run that is to be done, made step by step.

use ndarray::Array2;
use nn::{Activation, Configuration, Initialization, LearningRate};
use notebook::{CostStyle, Data, RunDescription};

/// A run that is to be done, and what its data are in Rust.
pub struct Example {
    pub name: &'static str,
    pub X: Array2<f64>,
    pub Y: Array2<f64>,
    pub test: Option<(Array2<f64>, Array2<f64>)>,
    /// W[1], b[1], …, each row by row.
    pub imported: Option<Vec<f64>>,
    /// Of the learning rate.
    pub changes: Vec<LearningRate>,
    pub description: RunDescription,
}

impl Example {
    /// A run with the configuration that the page begins with.
    pub fn new(name: &'static str, X: Array2<f64>, Y: Array2<f64>) -> Self {
        let data =
            Data { title: String::new(), code: String::new(), has_test: false, files: vec![] };
        let description = RunDescription {
            configuration: Configuration::default(),
            learning_rates: vec![],
            iterations: 100,
            every: 100,
            style: CostStyle::Full,
            data,
            parameters_file: None,
        };
        Self { name, X, Y, test: None, imported: None, changes: vec![], description }
    }

    pub fn with_data(mut self, data: Data) -> Self {
        self.description.data = data;
        self
    }

    pub fn layers(mut self, layers_dims: &[usize]) -> Self {
        self.description.configuration.layers_dims = layers_dims.to_vec();
        self
    }

    pub fn tested_with(mut self, test: (Array2<f64>, Array2<f64>)) -> Self {
        self.test = Some(test);
        self
    }

    pub fn named(mut self, name: &'static str) -> Self {
        self.name = name;
        self
    }

    pub fn activation(mut self, activation: Activation) -> Self {
        self.description.configuration.activation = activation;
        self
    }

    pub fn drawn(mut self, initialization: Initialization, seed: u32) -> Self {
        self.description.configuration.initialization = initialization;
        self.description.configuration.seed = seed;
        self
    }

    pub fn begun(mut self, file: &str, parameters: Vec<f64>) -> Self {
        self.imported = Some(parameters);
        self.drawn(Initialization::Imported, 0).file(file)
    }

    pub fn file(mut self, file: &str) -> Self {
        self.description.parameters_file = Some(file.to_owned());
        self
    }

    pub fn learning_rate(mut self, learning_rate: f64) -> Self {
        self.description.configuration.learning_rate = learning_rate;
        self
    }

    pub fn changed(mut self, changes: &[(usize, f64)]) -> Self {
        let change = |&(iteration, learning_rate)| LearningRate { iteration, learning_rate };
        self.changes = changes.iter().map(change).collect();
        self
    }

    pub fn iterations(mut self, iterations: usize, every: usize) -> Self {
        self.description.iterations = iterations;
        self.description.every = every;
        self
    }

    pub fn printed(mut self, style: CostStyle) -> Self {
        self.description.style = style;
        self
    }
}
