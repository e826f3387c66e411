//! Writes several runs as scripts and as notebooks, with what the trainer comes to, as JSON for
//! `tests/fixtures/run_scripts.py`.

#![allow(non_snake_case, reason = "the field's own capitals")]

mod data;
mod example;
mod runs;

use std::error::Error;

use nn::{Examples, TensorName, Trainer};
use notebook::Form;
use serde_json::{Map, Value, json};

use example::Example;
use runs::examples;

fn main() -> Result<(), Box<dyn Error>> {
    let written = examples().into_iter().map(written).collect::<Result<Vec<_>, _>>()?;
    println!("{}", Value::Array(written));
    Ok(())
}

/// The run, trained and written.
fn written(example: Example) -> Result<Value, Box<dyn Error>> {
    let Example { name, X, Y, test, imported, changes, mut description } = example;
    let examples = Examples::new(X, Y)?;
    let configuration = &description.configuration;
    let mut trainer = match &imported {
        None => Trainer::new(configuration, examples)?,
        Some(parameters) => Trainer::from_parameters(configuration, examples, parameters.clone())?,
    };
    let initial = parameters(&trainer)?;
    for iteration in 0..description.iterations {
        for change in changes.iter().filter(|change| change.iteration == iteration) {
            trainer.set_learning_rate(change.learning_rate)?;
        }
        trainer.step();
    }
    description.learning_rates = trainer.learning_rates().to_vec();
    let test_accuracy = match test {
        None => Value::Null,
        Some((X, Y)) => {
            let A = trainer.predict(X.view())?;
            let right = A.iter().zip(&Y).filter(|&(&a, &y)| (a > 0.5) == (y == 1.0)).count();
            json!(right as f64 / Y.len() as f64)
        }
    };
    let parameters_file = description.parameters_file.clone();
    let files = description.data.files.clone();
    let (every, style) = (description.every, format!("{:?}", description.style));
    let run = description.check()?;
    Ok(json!({
        "name": name,
        "py": run.write(Form::Py),
        "ipynb": run.write(Form::Ipynb),
        "files": files,
        "parameters_file": parameters_file,
        "initial": initial,
        "every": every,
        "style": style,
        // null where it is not finite
        "costs": trainer.costs(),
        "parameters": parameters(&trainer)?,
        "accuracy": trainer.evaluate().accuracy(),
        "test_accuracy": test_accuracy,
    }))
}

/// `W1, b1, …`, each as a list of its rows.
fn parameters(trainer: &Trainer) -> Result<Map<String, Value>, nn::Error> {
    let mut parameters = Map::new();
    for l in 1..=trainer.L() {
        for name in [TensorName::W, TensorName::b] {
            let matrix = trainer.tensor(name, l)?;
            let rows = matrix.rows().into_iter().map(|row| row.to_vec()).collect::<Vec<_>>();
            parameters.insert(format!("{name}{l}"), json!(rows));
        }
    }
    Ok(parameters)
}
