//! Runs that cannot be written, and what is written of the others. That it runs, and to which costs, is
//! what `tests/fixtures/run_scripts.py` looks at.

#![allow(non_snake_case, reason = "the field's own capitals")]

use nn::{Activation, Configuration, Initialization, LearningRate};
use notebook::{CostStyle, Data, Form, RunDescription};

fn description() -> RunDescription {
    RunDescription {
        configuration: Configuration::default(),
        learning_rates: vec![],
        iterations: 300,
        every: 100,
        style: CostStyle::Full,
        data: Data {
            title: "two points".into(),
            code: "X, Y = np.eye(2), np.eye(1, 2)\n".into(),
            has_test: false,
            files: vec![],
        },
        parameters_file: None,
    }
}

fn rates(rates: &[(usize, f64)]) -> Vec<LearningRate> {
    let rate = |&(iteration, learning_rate)| LearningRate { iteration, learning_rate };
    rates.iter().map(rate).collect()
}

fn py(description: RunDescription) -> String {
    description.check().expect("a run").write(Form::Py)
}

#[test]
fn a_run_that_cannot_have_been_is_refused_with_what_was_wanted() {
    let refused = |change: fn(&mut RunDescription)| {
        let mut wrong = description();
        change(&mut wrong);
        wrong.check().expect_err("a run that cannot have been").to_string()
    };
    let cases: [(String, &str); 10] = [
        (
            refused(|run| run.configuration.layers_dims = vec![]),
            "layers_dims: expected at least 2 entries (the input size and the output size), got 0",
        ),
        (
            refused(|run| run.configuration.layers_dims = vec![2, 3]),
            "layers_dims[1]: expected 1, the one output unit, got 3",
        ),
        (
            refused(|run| run.learning_rates = rates(&[(0, f64::NAN)])),
            "learning_rate: expected a finite number greater than 0, got NaN",
        ),
        (
            refused(|run| run.learning_rates = rates(&[(1, 0.1)])),
            "learning_rates: expected iterations in ascending order, the first 0, got [1]",
        ),
        (
            refused(|run| run.learning_rates = rates(&[(0, 0.1), (7, 0.2), (7, 0.3)])),
            "learning_rates: expected iterations in ascending order, the first 0, got [0, 7, 7]",
        ),
        (refused(|run| run.every = 0), "every: expected a whole number of at least 1, got 0"),
        (
            refused(|run| run.data.code = " \n".into()),
            "data.code: expected Python statements that make X and Y, got none",
        ),
        (
            refused(|run| run.configuration.initialization = Initialization::Imported),
            "parameters_file: expected the name of the file of the imported parameters, got none",
        ),
        (
            refused(|run| run.parameters_file = Some("w.npz".into())),
            "parameters_file: expected none, as the parameters were not imported, got w.npz",
        ),
        (
            refused(|run| run.configuration.learning_rate = -0.5),
            "learning_rate: expected a finite number greater than 0, got -0.5",
        ),
    ];
    for (message, expected) in cases {
        assert_eq!(message, expected);
    }
}

#[test]
fn only_what_the_run_used_is_written() {
    let relu = py(description());
    assert!(relu.contains("def relu_backward") && !relu.contains("tanh"));
    let mut tanh = description();
    tanh.configuration.activation = Activation::Tanh;
    let tanh = py(tanh);
    assert!(tanh.contains("def tanh_backward") && !tanh.to_lowercase().contains("relu"));
    let mut one_layer = description();
    one_layer.configuration.layers_dims = vec![2, 1];
    let one_layer = py(one_layer);
    for absent in ["relu", "tanh", "hidden"] {
        assert!(!one_layer.to_lowercase().contains(absent), "{absent} in {one_layer}");
    }
    assert!(!relu.contains("X_test") && !relu.contains("folder"));
}

#[test]
fn a_schedule_is_written_only_where_alpha_changed() {
    let mut run = description();
    assert!(py(run.clone()).contains("\nlearning_rate = 0.075  # alpha\n"));
    run.learning_rates = rates(&[(0, 1e-5)]);
    assert!(py(run.clone()).contains("\nlearning_rate = 1e-5  # alpha\n"), "that of the updates");
    run.learning_rates = rates(&[(0, 0.1), (299, 0.2), (300, 0.3)]);
    let schedule = py(run.clone());
    assert!(schedule.contains("\nlearning_rates = {0: 0.1, 299: 0.2}  #"), "{schedule}");
    run.iterations = 299;
    assert!(py(run).contains("\nlearning_rate = 0.1  # alpha\n"), "no update with another");
}

#[test]
fn every_name_of_the_template_has_its_value_in_both_forms() {
    let mut run = description();
    run.learning_rates = rates(&[(0, 0.1), (2, 0.2)]);
    run.configuration.initialization = Initialization::Imported;
    run.parameters_file = Some("a \"b\".npz".into());
    run.data.files = vec!["train.h5".into(), "test.h5".into()];
    run.data.has_test = true;
    let run = run.check().expect("a run");
    let (py, ipynb) = (run.write(Form::Py), run.write(Form::Ipynb));
    for text in [&py, &ipynb] {
        assert!(!text.contains("__") && !text.contains("#if") && !text.contains("#end"), "{text}");
        assert!(text.contains("`train.h5`, `test.h5`, `a "), "the files it needs: {text}");
    }
    assert!(py.contains(r#"load_parameters("a \"b\".npz", layers_dims)"#), "{py}");
    assert!(py.lines().all(|line| line == line.trim_end()), "no blanks at the end of a line");
}

#[test]
fn a_title_stays_in_its_line() {
    let mut run = description();
    run.data.title = "a\nimport os\u{85}b\u{2028}c".into();
    assert!(py(run).contains("\n# %% The data: a import os b c\n"));
}
