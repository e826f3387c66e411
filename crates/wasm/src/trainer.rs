//! The handle that JavaScript holds.

use std::sync::Arc;

use datasets::{DatasetInput, DatasetParameters, ImageShape};
use js_sys::{Float64Array, Object, Reflect};
use ndarray::Array2;
use nn::{Checkpoint, Configuration, Divergence, Examples, TensorName, TensorStatus};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::colour::Theme;
use crate::configuration::{Setup, whole};
use crate::paint::{Range, heatmap};
use crate::problem::{Problem, choice, to_js};

/// A matrix out of the trainer: row-major entries and the shape.
#[wasm_bindgen]
pub struct Tensor {
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    entries: Vec<f64>,
}

#[wasm_bindgen]
impl Tensor {
    /// The entries, row by row; they are handed over, a second call gives none.
    #[must_use]
    pub fn take(&mut self) -> Vec<f64> {
        std::mem::take(&mut self.entries)
    }
}

/// A network in training on a data set.
#[wasm_bindgen]
pub struct Trainer {
    network: nn::Trainer,
    dataset: DatasetParameters,
    image: Option<ImageShape>,
    pixels: Vec<u8>,
}

/// What is set, and how far training is.
#[derive(Serialize)]
struct State<'a> {
    #[serde(flatten)]
    configuration: &'a Configuration,
    dataset: &'a DatasetParameters,
    n0: usize,
    m: usize,
    image: Option<ImageShape>,
    operations: &'a [nn::Operation],
    accuracy: f64,
    #[serde(flatten)]
    progress: Progress,
}

/// How far training is; cheap enough for every frame.
#[derive(Serialize)]
struct Progress {
    iteration: usize,
    progress: usize,
    cost: Option<f64>,
    divergence: Option<Divergence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PictureRequest {
    name: TensorName,
    layer: usize,
    width: usize,
    height: usize,
    scale: Option<f64>,
    theme: Theme,
}

#[derive(Serialize)]
struct Picture {
    rows: usize,
    columns: usize,
    width: usize,
    height: usize,
    status: TensorStatus,
    scale: f64,
    #[serde(flatten)]
    range: Range,
}

#[derive(Serialize)]
struct Boundary {
    x: [f64; 2],
    y: [f64; 2],
}

#[wasm_bindgen]
impl Trainer {
    /// The network that the page opens with.
    ///
    /// # Errors
    ///
    /// None in practice: the defaults are valid.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Self, JsValue> {
        let dataset = DatasetInput::default().check(None).map_err(Problem::from)?;
        let (examples, image) = load(&dataset, None)?;
        let network =
            nn::Trainer::new(&Configuration::default(), examples).map_err(Problem::from)?;
        Ok(Self { network, dataset, image, pixels: Vec::new() })
    }

    /// The name of the data file that [`configure`](Self::configure) with the same object will need,
    /// if it needs one.
    ///
    /// # Errors
    ///
    /// Those of [`configure`](Self::configure).
    pub fn file_needed(&self, partial: &JsValue) -> Result<Option<String>, JsValue> {
        let setup = self.merged(partial)?;
        let new_data = setup.dataset != self.dataset;
        Ok(setup.dataset.file().filter(|_| new_data).map(str::to_owned))
    }

    /// Changes what the object names, `{layers_dims, learning_rate, seed, initialization, activation,
    /// dataset}`. A learning rate alone applies at once; anything else begins training anew.
    ///
    /// # Errors
    ///
    /// A value of a wrong type or out of range, an unknown field, a missing or wrong file. Everything
    /// then stays as it was.
    pub fn configure(&mut self, partial: &JsValue, file: Option<Vec<u8>>) -> Result<(), JsValue> {
        let setup = self.merged(partial)?;
        if setup.restarts {
            let (examples, image) = self.data_of(&setup, file.as_deref())?;
            self.network =
                nn::Trainer::new(&setup.configuration, examples).map_err(Problem::from)?;
            (self.dataset, self.image) = (setup.dataset, image);
        } else {
            let learning_rate = setup.configuration.learning_rate;
            self.network.set_learning_rate(learning_rate).map_err(Problem::from)?;
        }
        Ok(())
    }

    /// Begins training anew with the same configuration and data.
    ///
    /// # Errors
    ///
    /// None in practice: what was valid once stays so.
    pub fn reset(&mut self) -> Result<(), JsValue> {
        let examples = Arc::clone(self.network.examples());
        let configuration = self.network.configuration().clone();
        self.network = nn::Trainer::new(&configuration, examples).map_err(Problem::from)?;
        Ok(())
    }

    /// Does the rest of the iteration under way, or a whole one; returns its cost.
    pub fn step(&mut self) -> f64 {
        self.network.step()
    }

    /// Does the next operation; returns its index in the iteration's list.
    #[wasm_bindgen(js_name = stepOperation)]
    pub fn step_operation(&mut self) -> usize {
        self.network.step_operation();
        self.network.progress() - 1
    }

    /// Completed iterations.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn iteration(&self) -> usize {
        self.network.iteration()
    }

    /// Whether a NaN or an infinity has appeared.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn diverged(&self) -> bool {
        self.network.divergence().is_some()
    }

    /// `{iteration, progress, cost, divergence}`; `cost` is that of the last iteration that has one.
    ///
    /// # Errors
    ///
    /// None in practice: the result can be represented in JavaScript.
    pub fn progress(&self) -> Result<JsValue, JsValue> {
        to_js(&self.progress_now())
    }

    /// The configuration, the data, how far training is, and the accuracy on the training examples.
    ///
    /// # Errors
    ///
    /// None in practice: the result can be represented in JavaScript.
    pub fn state(&self) -> Result<JsValue, JsValue> {
        to_js(&State {
            configuration: self.network.configuration(),
            dataset: &self.dataset,
            n0: self.network.examples().n0(),
            m: self.network.examples().m(),
            image: self.image,
            operations: self.network.operations(),
            accuracy: self.network.accuracy(),
            progress: self.progress_now(),
        })
    }

    /// The share of training examples that the network classifies rightly.
    #[must_use]
    pub fn accuracy(&self) -> f64 {
        self.network.accuracy()
    }

    /// The costs of iteration k and later.
    #[must_use]
    pub fn costs_since(&self, k: usize) -> Vec<f64> {
        self.network.costs().get(k..).unwrap_or_default().to_vec()
    }

    /// A matrix by name and layer.
    ///
    /// # Errors
    ///
    /// An unknown name, a layer that has no such matrix, a matrix that has not been computed yet.
    pub fn tensor(&self, name: &str, layer: f64) -> Result<Tensor, JsValue> {
        let name: TensorName = choice("name", name)?;
        let layer = whole("layer", layer, u32::MAX)? as usize;
        let matrix = self.network.tensor(name, layer).map_err(Problem::from)?;
        let (rows, columns) = matrix.dim();
        Ok(Tensor { rows, columns, entries: matrix.iter().copied().collect() })
    }

    /// `[rows, columns]` of a matrix, computed or not.
    ///
    /// # Errors
    ///
    /// An unknown name, a layer that has no such matrix.
    pub fn shape(&self, name: &str, layer: usize) -> Result<Vec<usize>, JsValue> {
        let (rows, columns) =
            self.network.shape(choice("name", name)?, layer).map_err(Problem::from)?;
        Ok(vec![rows, columns])
    }

    /// One entry of a matrix, or undefined where the matrix has no such entry or is not computed.
    #[must_use]
    pub fn entry(&self, name: &str, layer: usize, row: usize, column: usize) -> Option<f64> {
        let matrix = self.network.tensor(choice("name", name).ok()?, layer).ok()?;
        matrix.get([row, column]).copied()
    }

    /// Paints a matrix at `{name, layer, width, height, scale, theme}` behind the pictures painted
    /// since the last [`take_pixels`](Self::take_pixels); no larger than one entry a pixel. Without
    /// `scale` the colours reach to the largest entry.
    ///
    /// # Errors
    ///
    /// A request of another form, an unknown name, a layer that has no such matrix.
    pub fn paint(&mut self, request: JsValue) -> Result<JsValue, JsValue> {
        let request: PictureRequest = serde_wasm_bindgen::from_value(request)?;
        let PictureRequest { name, layer, .. } = request;
        let status = self.network.status(name, layer).map_err(Problem::from)?;
        if status == TensorStatus::Absent {
            let (rows, columns) = self.network.shape(name, layer).map_err(Problem::from)?;
            let range = Range { min: 0.0, max: 0.0, not_finite: 0 };
            return to_js(&Picture {
                rows,
                columns,
                width: 0,
                height: 0,
                status,
                scale: 0.0,
                range,
            });
        }
        let matrix = self.network.tensor(name, layer).map_err(Problem::from)?;
        let (rows, columns) = matrix.dim();
        let (width, height) = (request.width.clamp(1, columns), request.height.clamp(1, rows));
        let range = Range::of(matrix.view());
        let scale = request.scale.unwrap_or_else(|| range.scale());
        heatmap(matrix.view(), (width, height), scale, request.theme, &mut self.pixels);
        to_js(&Picture { rows, columns, width, height, status, scale, range })
    }

    /// Paints column `column` of `W[1]ᵀ`, that is row `row` of `W[1]`, as the picture that the data
    /// are, on the scale of the whole matrix.
    ///
    /// # Errors
    ///
    /// Data that are no pictures, no such row, an unknown theme.
    pub fn paint_weight_image(&mut self, row: usize, theme: &str) -> Result<JsValue, JsValue> {
        let theme = choice("theme", theme)?;
        let weights = self.network.tensor(TensorName::W, 1).map_err(Problem::from)?;
        let Some(ImageShape { height, width, channels: 1 }) = self.image else {
            return Err(Problem::new("no_image", "dataset", "grey pictures", "none").into());
        };
        if row >= weights.nrows() {
            let rows = [0.0, (weights.nrows() - 1) as f64];
            return Err(Problem::range("row", true, rows, row.to_string()).into());
        }
        let scale = Range::of(weights.view()).scale();
        let weights = weights.row(row).to_owned();
        let picture = weights
            .into_shape_with_order((height, width))
            .map_err(|error| Problem::unexpected(error.to_string()))?;
        heatmap(picture.view(), (width, height), scale, theme, &mut self.pixels);
        let range = Range::of(picture.view());
        let status = TensorStatus::Fresh;
        to_js(&Picture { rows: height, columns: width, width, height, status, scale, range })
    }

    /// Paints A[L] over the plane of two inputs, `width · height` pixels with the second input
    /// upward; returns the ranges of the inputs `{x, y}`.
    ///
    /// # Errors
    ///
    /// Data with another number of inputs than 2, an unknown theme.
    pub fn paint_boundary(
        &mut self,
        width: usize,
        height: usize,
        theme: &str,
    ) -> Result<JsValue, JsValue> {
        let theme = choice("theme", theme)?;
        let X = self.network.examples().X();
        if X.nrows() != 2 {
            return Err(Problem::new("no_plane", "dataset", "2", X.nrows().to_string()).into());
        }
        let [x, y] = [0, 1].map(|row| padded(Range::of(X.slice(ndarray::s![row..=row, ..]))));
        let at = |[low, high]: [f64; 2], position: usize, size: usize| {
            low + (high - low) * (position as f64 + 0.5) / size as f64
        };
        let points = Array2::from_shape_fn((2, width * height), |(input, pixel)| match input {
            0 => at(x, pixel % width, width),
            _ => at(y, height - 1 - pixel / width, height),
        });
        let A = self.network.predict(points.view()).map_err(Problem::from)?;
        // a from 0 to 1 takes the whole scale.
        let shown = A.mapv(|a| 2.0 * a - 1.0);
        heatmap(shown.view(), (width * height, 1), 1.0, theme, &mut self.pixels);
        to_js(&Boundary { x, y })
    }

    /// The RGBA pixels painted since the last call, one picture behind the other.
    #[must_use]
    pub fn take_pixels(&mut self) -> Vec<u8> {
        let pixels = self.pixels.clone(); // the buffer is kept for the next frame
        self.pixels.clear();
        pixels
    }

    /// For label 0, then for label 1: the number of examples in each of `bins` intervals of A[L].
    #[must_use]
    pub fn prediction_histogram(&self, bins: usize) -> Vec<u32> {
        self.network.prediction_histogram(bins.max(1)).concat()
    }

    /// `{parameters, costs, progress, applied_learning_rate}`, from which
    /// [`restore`](Self::restore) comes back to this state.
    ///
    /// # Errors
    ///
    /// None in practice: the fields of a new object can be set.
    pub fn checkpoint(&self) -> Result<JsValue, JsValue> {
        let Checkpoint { parameters, costs, progress, applied_learning_rate } =
            self.network.checkpoint();
        let object = Object::new();
        let set = |key: &str, value: JsValue| Reflect::set(&object, &key.into(), &value);
        set("parameters", Float64Array::from(parameters.as_slice()).into())?;
        set("costs", Float64Array::from(costs.as_slice()).into())?;
        set("progress", (progress as u32).into())?;
        set("applied_learning_rate", applied_learning_rate.into())?;
        Ok(object.into())
    }

    /// Comes back to the state of a checkpoint, taken from a network of this configuration and data.
    ///
    /// # Errors
    ///
    /// A checkpoint of another form or size. Everything then stays as it was.
    pub fn restore(&mut self, checkpoint: &JsValue) -> Result<(), JsValue> {
        let get = |key: &str| Reflect::get(checkpoint, &key.into());
        let list = |key: &str| -> Result<Vec<f64>, JsValue> {
            let value = get(key)?;
            let wrong = || Problem::new("type", key, "Float64Array", format!("{value:?}"));
            Ok(value.dyn_ref::<Float64Array>().ok_or_else(wrong)?.to_vec())
        };
        let number = |key: &str| -> Result<f64, JsValue> {
            let value = get(key)?;
            let wrong = || Problem::new("type", key, "number", format!("{value:?}"));
            Ok(value.as_f64().ok_or_else(wrong)?)
        };
        let checkpoint = Checkpoint {
            parameters: list("parameters")?,
            costs: list("costs")?,
            progress: whole("progress", number("progress")?, u32::MAX)? as usize,
            applied_learning_rate: number("applied_learning_rate")?,
        };
        let examples = Arc::clone(self.network.examples());
        let configuration = self.network.configuration();
        self.network =
            nn::Trainer::restore(configuration, examples, &checkpoint).map_err(Problem::from)?;
        Ok(())
    }

    fn merged(&self, partial: &JsValue) -> Result<Setup, Problem> {
        Setup::merged(self.network.configuration(), &self.dataset, partial)
    }

    /// The setup's data: those of now where they are the same.
    fn data_of(
        &self,
        setup: &Setup,
        file: Option<&[u8]>,
    ) -> Result<(Arc<Examples>, Option<ImageShape>), Problem> {
        if setup.dataset == self.dataset {
            Ok((Arc::clone(self.network.examples()), self.image))
        } else {
            load(&setup.dataset, file)
        }
    }

    fn progress_now(&self) -> Progress {
        Progress {
            iteration: self.network.iteration(),
            progress: self.network.progress(),
            cost: self.network.costs().last().copied(),
            divergence: self.network.divergence(),
        }
    }
}

fn load(
    dataset: &DatasetParameters,
    file: Option<&[u8]>,
) -> Result<(Arc<Examples>, Option<ImageShape>), Problem> {
    let data = dataset.load(file)?;
    let image = data.image();
    let (X, Y) = data.into_parts();
    Ok((Arc::new(Examples::new(X, Y)?), image))
}

/// A tenth more on either side, and never empty.
fn padded(Range { min, max, .. }: Range) -> [f64; 2] {
    let margin = if max > min { 0.1 * (max - min) } else { 1.0 };
    [min - margin, max + margin]
}
