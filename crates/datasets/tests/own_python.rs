//! The Python code of plans and data sets is what tests/fixtures/python_code.json has, which
//! tests/fixtures/check.py runs with real NumPy.

use std::fs;
use std::path::Path;

#[path = "../examples/python/code.rs"]
mod code;

#[test]
fn the_committed_code_is_what_is_made() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/python_code.json");
    let committed: serde_json::Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let made = code::all();
    for group in ["plans", "datasets"] {
        let (made, committed) = (&made[group], &committed[group]);
        assert_eq!(made.as_array().unwrap().len(), committed.as_array().unwrap().len(), "{group}");
        for (made, committed) in made.as_array().unwrap().iter().zip(committed.as_array().unwrap())
        {
            // `cargo run -p datasets --example python` writes the file anew.
            assert_eq!(made, committed);
        }
    }
}
