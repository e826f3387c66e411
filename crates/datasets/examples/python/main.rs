//! Writes tests/fixtures/python_code.json: the Python code of plans and data sets, which
//! tests/fixtures/check.py runs with real NumPy.
//!
//! ```text
//! cargo run -p datasets --example python
//! ```

mod code;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/python_code.json");
    std::fs::write(path, format!("{:#}\n", code::all()))
}
