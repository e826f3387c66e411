//! Runs on the page's data sets and on files, with the statements that crate `datasets` makes of them.

use std::fs;
use std::path::{Path, PathBuf};

use datasets::own::{Files, Loaded, Set};
use datasets::{DatasetInput, catalogue};
use ndarray::Array2;
use notebook::Data;

use crate::example::Example;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Each data set of the catalogue as it is by default.
pub fn of_catalogue() -> Vec<Example> {
    let example = |name: &'static str| {
        let parameters = DatasetInput::named(name).check(None).expect("a data set");
        let bytes = parameters.file().map(|file| {
            let path = root().join("crates/datasets/data").join(format!("{file}.npy"));
            fs::read(path).expect("its file")
        });
        let data = parameters.load(bytes.as_deref()).expect("good data");
        let code = parameters.python();
        let title = name.to_owned();
        Example::new(name, data.X().clone(), data.Y().clone())
            .with_data(Data { title, code, has_test: false, files: vec![] })
            .layers(&[data.X().nrows(), 4, 3, 1])
            .learning_rate(0.075)
            .iterations(100, 10)
    };
    catalogue().iter().map(|set| example(set.name)).collect()
}

/// What is proposed for some of the files in tests/fixtures/files.
pub fn of_files(name: &'static str, names: &[&str]) -> Example {
    let mut files = Files::default();
    for name in names {
        let bytes = fs::read(root().join("tests/fixtures/files").join(name)).expect("a file");
        files.add(name, bytes).expect("a good file");
    }
    let plan = files.propose();
    let loaded = files.load(&plan).expect("a plan that fits");
    let has_test = loaded.m(Set::Test) > 0;
    let (X, Y) = matrices(&loaded, Set::Train);
    let n0 = X.nrows();
    let example = Example::new(name, X, Y).with_data(Data {
        title: names.join(", "),
        code: files.python(&plan).expect("a plan that fits"),
        has_test,
        files: names.iter().map(ToString::to_string).collect(),
    });
    let example = example.layers(&[n0, 5, 1]).learning_rate(0.01).iterations(200, 100);
    if has_test { example.tested_with(matrices(&loaded, Set::Test)) } else { example }
}

fn matrices(loaded: &Loaded, set: Set) -> (Array2<f64>, Array2<f64>) {
    let (n0, m) = (loaded.n0(), loaded.m(set));
    let matrix = |rows, entries| Array2::from_shape_vec((rows, m), entries).expect("whole rows");
    (matrix(n0, loaded.rows(set, 0..n0)), matrix(1, loaded.labels(set).to_vec()))
}
