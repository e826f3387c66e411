//! The boundary between people's own files and JavaScript: a module of its own, which the page loads
//! when somebody first opens or saves a file. What is read is in `datasets`; here it is only named and
//! copied. The types of what crosses are in `www/protocol/files.ts`.
//!
//! Every function that can fail throws a plain object `{kind, field, wanted, got, message, …}` and leaves
//! everything as it was.

// The field's own capitals: `X` and `Y`.
#![allow(non_snake_case)]
#![deny(clippy::unwrap_used)]

mod loaded;

use boundary::{Problem, read, thrown, write};
use datasets::own;
use js_sys::{Float64Array, Uint32Array};
use wasm_bindgen::prelude::*;

pub use loaded::Loaded;

/// Runs once when the module is loaded: a panic's message goes to the console before the trap.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
    }));
}

/// The size, in bytes, of the largest file that is read.
#[wasm_bindgen]
#[must_use]
pub fn max_file_bytes() -> f64 {
    own::MAX_FILE_BYTES as f64
}

/// The files that are open.
#[wasm_bindgen]
#[derive(Default)]
pub struct Files {
    files: own::Files,
    /// The pictures that were asked for last.
    pixels: Vec<u8>,
}

/// The entries of an array as float64, in C order, and its shape.
#[wasm_bindgen]
pub struct Values {
    values: own::Values,
}

#[wasm_bindgen]
impl Values {
    /// The length of each axis.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn shape(&self) -> Vec<usize> {
        self.values.shape.clone()
    }

    /// The entries; they are handed over, a second call gives none.
    #[must_use]
    pub fn take(&mut self) -> Vec<f64> {
        std::mem::take(&mut self.values.entries)
    }
}

#[wasm_bindgen]
impl Files {
    /// No files.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a file, and says what is in it: a `FoundFile`. A file of the same name is replaced.
    ///
    /// # Errors
    ///
    /// A file that is none of the formats, is damaged, or has nothing in it that can be used.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) -> Result<JsValue, JsValue> {
        write(&self.files.add(name, bytes).map_err(|error| thrown(&error))?)
    }

    /// Forgets a file. Whether it was open is the answer.
    pub fn remove(&mut self, name: &str) -> bool {
        self.files.remove(name)
    }

    /// What is in the files: a `Found`.
    ///
    /// # Errors
    ///
    /// None in practice: all of it can be represented in JavaScript.
    pub fn found(&self) -> Result<JsValue, JsValue> {
        write(&self.files.found())
    }

    /// What looks like X and Y: a `Plan`.
    ///
    /// # Errors
    ///
    /// None in practice.
    pub fn propose(&self) -> Result<JsValue, JsValue> {
        write(&self.files.propose())
    }

    /// What a `Plan` gives: a `Preview`.
    ///
    /// # Errors
    ///
    /// A plan that does not fit the files, and anything in them that can be no X or Y.
    pub fn check(&self, plan: JsValue) -> Result<JsValue, JsValue> {
        let plan: own::Plan = read("plan", plan)?;
        write(&self.files.check(&plan).map_err(|error| thrown(&error))?)
    }

    /// The data of a `Plan`, in pieces. They stay what they are when the files are forgotten.
    ///
    /// # Errors
    ///
    /// Those of [`check`](Self::check).
    pub fn load(&self, plan: JsValue) -> Result<Loaded, JsValue> {
        let plan: own::Plan = read("plan", plan)?;
        self.files.load(&plan).map(Loaded::new).map_err(|error| thrown(&error))
    }

    /// Statements of Python that load the same X and Y from the same files.
    ///
    /// # Errors
    ///
    /// Those of [`check`](Self::check).
    pub fn python(&self, plan: JsValue) -> Result<String, JsValue> {
        let plan: own::Plan = read("plan", plan)?;
        self.files.python(&plan).map_err(|error| thrown(&error))
    }

    /// Makes small pictures of the first examples of an array: `{width, height, count}`.
    ///
    /// # Errors
    ///
    /// An array that is not there, or holds no pictures.
    pub fn thumbnails(
        &mut self,
        file: &str,
        array: &str,
        count: usize,
        size: usize,
    ) -> Result<JsValue, JsValue> {
        let made = self.files.thumbnails(file, array, count, size);
        let own::Thumbnails { width, height, count, pixels } =
            made.map_err(|error| thrown(&error))?;
        self.pixels = pixels;
        loaded::object(&[("width", width), ("height", height), ("count", count)])
    }

    /// The pixels of the pictures that were made last, RGBA, one picture after another; they are handed
    /// over, a second call gives none.
    #[must_use]
    pub fn take_pixels(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.pixels)
    }

    /// An array of numbers as float64, or the columns of numbers of a table.
    ///
    /// # Errors
    ///
    /// An array that is not there, or holds no numbers.
    pub fn array(&self, file: &str, name: &str) -> Result<Values, JsValue> {
        let values = self.files.array(file, name).map_err(|error| thrown(&error))?;
        Ok(Values { values })
    }
}

/// An `.npz` file of named arrays, each with its shape and its entries row by row.
///
/// # Errors
///
/// Lists of different lengths, a name that is empty or comes twice, a shape that its entries do not
/// fill.
#[wasm_bindgen]
pub fn write_npz(
    names: Vec<String>,
    shapes: Vec<Uint32Array>,
    data: Vec<Float64Array>,
) -> Result<Vec<u8>, JsValue> {
    if names.len() != shapes.len() || names.len() != data.len() {
        let got = format!("{} shapes and {} lists of entries", shapes.len(), data.len());
        return Err(Problem::new("type", "arrays", &names.len().to_string(), &got).into());
    }
    let array = |((name, shape), data): ((String, Uint32Array), Float64Array)| {
        let shape = shape.to_vec().into_iter().map(|axis| axis as usize).collect();
        (name, own::Values { shape, entries: data.to_vec() })
    };
    let arrays: Vec<_> = names.into_iter().zip(shapes).zip(data).map(array).collect();
    own::write_npz(&arrays).map_err(|error| thrown(&error))
}
