//! The Python code of every case of tests/fixtures/files.json, and of every data set.

use std::fs;
use std::path::{Path, PathBuf};

use datasets::own::Files;
use datasets::{Dataset, DatasetInput, catalogue};
use serde_json::{Value, json};

/// `{plans: [{name, code}], datasets: [{parameters, code, X, Y, …}]}`.
pub fn all() -> Value {
    json!({ "plans": plans(), "datasets": datasets() })
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures")
}

/// The code of the plan of each case; X and Y are in the case.
fn plans() -> Vec<Value> {
    let fixture = fs::read(fixtures().join("files.json")).expect("the fixture");
    let fixture: Value = serde_json::from_slice(&fixture).expect("JSON");
    let cases = fixture["cases"].as_array().expect("cases");
    let code = |case: &Value| {
        let mut files = Files::default();
        for name in case["files"].as_array().expect("files") {
            let name = name.as_str().expect("a name");
            let bytes = fs::read(fixtures().join("files").join(name)).expect("a file");
            files.add(name, bytes).expect("a good file");
        }
        let mut plan = serde_json::to_value(files.propose()).expect("JSON");
        for (field, value) in case["plan"].as_object().expect("changes") {
            plan[field] = value.clone();
        }
        let plan = serde_json::from_value(plan).expect("a plan");
        json!({ "name": case["name"], "code": files.python(&plan).expect("a good plan") })
    };
    cases.iter().map(code).collect()
}

/// Each set as it is by default and with other parameters; of a large one the sums and some examples.
fn datasets() -> Vec<Value> {
    let odd = |name: &str| match name {
        "digits" => DatasetInput { m: Some(100.0), digit: Some(7.0), ..DatasetInput::named(name) },
        "cancer" => DatasetInput { m: Some(101.0), ..DatasetInput::named(name) },
        "randn" => DatasetInput {
            m: Some(7.0),
            n0: Some(3.0),
            seed: Some(4_294_967_295.0),
            ..DatasetInput::named(name)
        },
        _ => DatasetInput {
            m: Some(51.0),
            noise: Some(0.75),
            seed: Some(4_294_967_295.0),
            ..DatasetInput::named(name)
        },
    };
    let inputs = catalogue().iter().flat_map(|set| [DatasetInput::named(set.name), odd(set.name)]);
    inputs.map(dataset).collect()
}

fn dataset(input: DatasetInput) -> Value {
    let parameters = input.check(None).expect("good parameters");
    let bytes = parameters.file().map(|name| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name);
        fs::read(path.with_extension("npy")).expect("a data file")
    });
    let data = parameters.load(bytes.as_deref()).expect("a data set");
    json!({ "parameters": parameters, "code": parameters.python(), "data": told(&data) })
}

/// Every entry of a small set, row by row; of a larger one about a hundred.
fn told(data: &Dataset) -> Value {
    let every = (data.X().len() / 100).max(1) | 1; // odd: no column is left out
    let entries: Vec<f64> = data.X().iter().copied().step_by(every).collect();
    let labels: String = data.Y().iter().map(f64::to_string).collect();
    json!({ "shape": data.X().dim(), "every": every, "X": entries, "Y": labels })
}
