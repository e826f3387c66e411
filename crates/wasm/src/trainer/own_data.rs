//! Data from people's own files. They come in pieces, so that they are never there twice.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use boundary::Problem;
use datasets::ImageShape;
use ndarray::{Array2, s};
use nn::{Examples, MEMORY_LIMIT};
use wasm_bindgen::prelude::*;

use super::Trainer;
use super::predictions::ExampleSet;
use crate::data::{Data, Opened, Origin};
use crate::pixels::Pixels;
use crate::problem::{choice, of_network};

/// Data on their way into a trainer.
#[wasm_bindgen]
pub struct OwnData {
    title: String,
    pixels: Option<Pixels>,
    classes: Option<[String; 2]>,
    train: Half,
    test: Half,
}

/// X and Y of one set.
struct Half {
    X: Array2<f64>, // (n[0], m)
    Y: Array2<f64>, // (1, m)
}

impl Half {
    fn zeros(n0: usize, m: usize) -> Self {
        Self { X: Array2::zeros((n0, m)), Y: Array2::zeros((1, m)) }
    }
}

#[wasm_bindgen]
impl OwnData {
    /// Room for data of `n0` inputs, `m` examples to train on and `test_m` (perhaps 0) to test with.
    ///
    /// # Errors
    ///
    /// Data that are too large.
    #[wasm_bindgen(constructor)]
    pub fn new(title: String, n0: usize, m: usize, test_m: usize) -> Result<Self, JsValue> {
        let needed = 8 * n0 as u64 * (m as u64 + test_m as u64);
        if needed >= MEMORY_LIMIT {
            let megabytes = |bytes: u64| format!("{} MB", bytes >> 20);
            let (wanted, got) = (megabytes(MEMORY_LIMIT), megabytes(needed));
            return Err(Problem::new("memory", "X", &wanted, &got).into());
        }
        let (train, test) = (Half::zeros(n0, m), Half::zeros(n0, test_m));
        Ok(Self { title, pixels: None, classes: None, train, test })
    }

    /// Says what labels 0 and 1 stand for.
    pub fn put_classes(&mut self, zero: String, one: String) {
        self.classes = Some([zero, one]);
    }

    /// Says that a column of X is a picture, and how its pixels p, from 0 to `white` in the file, became
    /// inputs: `(p - mean) / deviation`, with one number for all inputs, or one for each.
    ///
    /// # Errors
    ///
    /// A picture of another size than a column of X, channels other than 1, 3 or 4, another number of
    /// means or deviations.
    pub fn put_pixels(
        &mut self,
        height: usize,
        width: usize,
        channels: usize,
        mean: Vec<f64>,
        deviation: Vec<f64>,
        white: f64,
    ) -> Result<(), JsValue> {
        let shape = ImageShape { height, width, channels };
        let pixels = Pixels { shape, mean, deviation, white };
        let n0 = self.train.X.nrows();
        if !pixels.is_valid() || height * width * channels != n0 {
            let Pixels { mean, deviation, .. } = pixels;
            let lists = format!("{} means, {} deviations", mean.len(), deviation.len());
            let got = format!("{height} · {width} · {channels} inputs, {lists}");
            return Err(Problem::new("type", "pixels", &format!("{n0} inputs"), &got).into());
        }
        self.pixels = Some(pixels);
        Ok(())
    }

    /// Puts rows of X of a set (`train` or `test`) in their place, from row `first` on.
    ///
    /// # Errors
    ///
    /// An unknown set, rows that are not whole or not there.
    pub fn put_rows(&mut self, set: &str, first: usize, rows: Vec<f64>) -> Result<(), JsValue> {
        let X = &mut self.half(set)?.X;
        let (n0, m) = X.dim();
        let count = rows.len() / m.max(1);
        let got = format!("{} entries from row {first} on", rows.len());
        let wrong = || Problem::new("type", "rows", &format!("rows of {m} entries"), &got);
        let rows = Array2::from_shape_vec((count, m), rows).map_err(|_| wrong())?;
        if first + count > n0 {
            return Err(wrong().into());
        }
        X.slice_mut(s![first..first + count, ..]).assign(&rows);
        Ok(())
    }

    /// Puts Y of a set in its place.
    ///
    /// # Errors
    ///
    /// An unknown set, another number of labels than examples.
    pub fn put_labels(&mut self, set: &str, labels: Vec<f64>) -> Result<(), JsValue> {
        let Y = &mut self.half(set)?.Y;
        let (wanted, got) = (format!("{} labels", Y.len()), labels.len().to_string());
        *Y = Array2::from_shape_vec(Y.dim(), labels)
            .map_err(|_| Problem::new("type", "labels", &wanted, &got))?;
        Ok(())
    }

    fn half(&mut self, set: &str) -> Result<&mut Half, Problem> {
        Ok(match choice("set", set)? {
            ExampleSet::Train => &mut self.train,
            ExampleSet::Test => &mut self.test,
        })
    }
}

#[wasm_bindgen]
impl Trainer {
    /// Trains on data from files from now on; `layers_dims[0]` becomes their input size. They can be
    /// chosen again as the data set `opened`.
    ///
    /// # Errors
    ///
    /// X that is empty or not finite, a label that is neither 0 nor 1, a network that is too large with
    /// these data. Everything then stays as it was.
    pub fn open(&mut self, data: OwnData) -> Result<(), JsValue> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let OwnData { title, pixels, classes, train, test } = data;
        let ((n0, m), test_m) = (train.X.dim(), test.X.ncols());
        let examples = |half: Half| Examples::new(half.X, half.Y).map(Arc::new);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let data = Data {
            origin: Origin::Opened(Opened { number, title, n0, m }),
            examples: examples(train).map_err(of_network)?,
            test: (test_m > 0).then(|| examples(test)).transpose().map_err(of_network)?,
            image: pixels.map(Arc::new),
            classes,
        };
        let mut configuration = self.network.configuration().clone();
        configuration.layers_dims[0] = n0;
        let fits = |dims: &[usize]| dims == configuration.layers_dims;
        if !self.imported.as_ref().is_some_and(|imported| fits(&imported.layers_dims)) {
            configuration.initialization = drawn(configuration.initialization);
        }
        self.network = self.begun(&configuration, &data)?;
        self.opened = Some(data.clone());
        self.data = data;
        Ok(())
    }
}

/// An initialization that draws.
fn drawn(initialization: nn::Initialization) -> nn::Initialization {
    match initialization {
        nn::Initialization::Imported => nn::Initialization::default(),
        other => other,
    }
}
