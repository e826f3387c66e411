//! What the page shows of a trainer, as pixels and counts.

use boundary::{Problem, write};
use datasets::ImageShape;
use ndarray::{Array2, ArrayView2};
use nn::{TensorName, TensorStatus};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::Trainer;
use crate::colour::Theme;
use crate::paint::{Range, heatmap};
use crate::problem::{choice, of_network, range};
use crate::quantity::{self, QuantityRequest};

#[derive(Deserialize)]
struct PictureRequest {
    #[serde(flatten)]
    quantity: QuantityRequest,
    #[serde(flatten)]
    look: Look,
}

/// How a matrix is painted.
#[derive(Debug, Clone, Copy, Deserialize)]
struct Look {
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
    /// Paints the matrix `{name, layer, of, index, averaging, width, height, scale, theme}` behind the
    /// pictures painted since the last [`take_pixels`](Self::take_pixels); no larger than one entry a
    /// pixel. Without `scale` the colours reach to the largest entry.
    ///
    /// # Errors
    ///
    /// A request of another form, an unknown name, a layer that has no such matrix.
    pub fn paint(&mut self, request: JsValue) -> Result<JsValue, JsValue> {
        let PictureRequest { quantity: wanted, look } = quantity::request("picture", request)?;
        let quantity = wanted.quantity();
        let status = self.network.quantity_status(quantity).map_err(of_network)?;
        if status == TensorStatus::Absent {
            let (rows, columns) = self.network.quantity_shape(quantity).map_err(of_network)?;
            let range = Range { min: 0.0, max: 0.0, not_finite: 0 };
            let (width, height, scale) = (0, 0, 0.0);
            return write(&Picture { rows, columns, width, height, status, scale, range });
        }
        let matrix = self.network.quantity(quantity, wanted.averaging).map_err(of_network)?;
        write(&look.paint(matrix.view(), status, &mut self.pixels))
    }

    /// Paints a matrix that is not the trainer's, row by row, like [`paint`](Self::paint), at
    /// `{width, height, scale, theme}`.
    ///
    /// # Errors
    ///
    /// A request of another form, another number of entries than `rows · columns`, no entry.
    pub fn paint_entries(
        &mut self,
        entries: Vec<f64>,
        rows: usize,
        columns: usize,
        request: JsValue,
    ) -> Result<JsValue, JsValue> {
        let look: Look = quantity::request("picture", request)?;
        let count = entries.len().to_string();
        let matrix = Array2::from_shape_vec((rows, columns), entries).ok();
        let Some(matrix) = matrix.filter(|matrix| !matrix.is_empty()) else {
            let wanted = format!("{rows} · {columns} entries");
            return Err(Problem::new("type", "entries", &wanted, &count).into());
        };
        write(&look.paint(matrix.view(), TensorStatus::Fresh, &mut self.pixels))
    }

    /// Paints row `row` of `W[1]` as a picture of the data's shape, on the scale of the whole matrix; its
    /// channels stand beside each other.
    ///
    /// # Errors
    ///
    /// Data that are no pictures, no such row, an unknown theme.
    pub fn paint_weight_image(&mut self, row: usize, theme: &str) -> Result<JsValue, JsValue> {
        let theme = choice("theme", theme)?;
        let weights = self.network.tensor(TensorName::W, 1).map_err(of_network)?;
        let Some(ImageShape { height, width, channels }) = self.data.image_shape() else {
            return Err(Problem::new("no_image", "dataset", "pictures", "none").into());
        };
        if row >= weights.nrows() {
            let rows = [0.0, (weights.nrows() - 1) as f64];
            return Err(range("row", true, rows, &row.to_string()).into());
        }
        let scale = Range::of(weights.view()).scale();
        let weights = weights.row(row);
        let picture = Array2::from_shape_fn((height, channels * width), |(y, x)| {
            weights[(y * width + x % width) * channels + x / width]
        });
        let width = channels * width;
        heatmap(picture.view(), (width, height), scale, theme, &mut self.pixels);
        let range = Range::of(picture.view());
        let status = TensorStatus::Fresh;
        write(&Picture { rows: height, columns: width, width, height, status, scale, range })
    }

    /// Paints A\[L\] over the plane of two inputs, `width · height` pixels with the second input
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
            return Err(Problem::new("no_plane", "dataset", "2", &X.nrows().to_string()).into());
        }
        let [x, y] = [0, 1].map(|row| padded(Range::of(X.slice(ndarray::s![row..=row, ..]))));
        let at = |[low, high]: [f64; 2], position: usize, size: usize| {
            low + (high - low) * (position as f64 + 0.5) / size as f64
        };
        let points = Array2::from_shape_fn((2, width * height), |(input, pixel)| match input {
            0 => at(x, pixel % width, width),
            _ => at(y, height - 1 - pixel / width, height),
        });
        let A = self.network.predict(points.view()).map_err(of_network)?;
        // a from 0 to 1 takes the middle of the scale, so that the examples stand out from it.
        let shown = A.mapv(|a| 2.0 * a - 1.0);
        heatmap(shown.view(), (width * height, 1), 1.8, theme, &mut self.pixels);
        write(&Boundary { x, y })
    }

    /// The RGBA pixels painted since the last call, one picture behind the other.
    #[must_use]
    pub fn take_pixels(&mut self) -> Vec<u8> {
        let pixels = self.pixels.clone(); // the buffer is kept for the next frame
        self.pixels.clear();
        pixels
    }

    /// For label 0, then for label 1: the number of examples in each of `bins` intervals of A\[L\].
    #[must_use]
    pub fn prediction_histogram(&self, bins: usize) -> Vec<u32> {
        self.network.evaluate().histogram(bins.max(1)).concat()
    }
}

impl Look {
    fn paint(
        self,
        matrix: ArrayView2<'_, f64>,
        status: TensorStatus,
        pixels: &mut Vec<u8>,
    ) -> Picture {
        let (rows, columns) = matrix.dim();
        let (width, height) = (self.width.clamp(1, columns), self.height.clamp(1, rows));
        let range = Range::of(matrix);
        let scale = self.scale.unwrap_or_else(|| range.scale());
        heatmap(matrix, (width, height), scale, self.theme, pixels);
        Picture { rows, columns, width, height, status, scale, range }
    }
}

/// A tenth more on either side, and never empty.
fn padded(Range { min, max, .. }: Range) -> [f64; 2] {
    let margin = if max > min { 0.1 * (max - min) } else { 1.0 };
    [min - margin, max + margin]
}
