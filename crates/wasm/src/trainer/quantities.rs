//! Matrices, their entries, and where an entry comes from.

use boundary::write;
use nn::{Averaging, Operation};
use serde::Deserialize;
use wasm_bindgen::prelude::*;

use super::{Tensor, Trainer};
use crate::problem::of_network;
use crate::quantity::{QuantityRequest, request};

#[derive(Deserialize)]
struct TraceRequest {
    #[serde(flatten)]
    operation: Operation,
    /// Row and column; without them the cost is traced.
    cell: Option<(usize, usize)>,
    averaging: Averaging,
    /// How many terms are written out.
    terms: usize,
}

#[wasm_bindgen]
impl Trainer {
    /// The matrix `{name, layer, of, index, averaging}`.
    ///
    /// # Errors
    ///
    /// A request of another form, a layer or example that is not there, a matrix that has not been
    /// computed yet.
    pub fn read(&self, quantity: JsValue) -> Result<Tensor, JsValue> {
        let wanted: QuantityRequest = request("matrix", quantity)?;
        let matrix =
            self.network.quantity(wanted.quantity(), wanted.averaging).map_err(of_network)?;
        Ok(Tensor::from(&matrix))
    }

    /// How many entries the matrix `{name, layer, of, index}` has, computed or not.
    ///
    /// # Errors
    ///
    /// A request of another form, a layer or example that is not there.
    pub fn size(&self, quantity: JsValue) -> Result<usize, JsValue> {
        let wanted: QuantityRequest = request("matrix", quantity)?;
        let (rows, columns) = self.network.quantity_shape(wanted.quantity()).map_err(of_network)?;
        Ok(rows * columns)
    }

    /// One entry of the matrix `{name, layer, of, index, averaging}`, or undefined where the matrix
    /// has no such entry or is not computed.
    #[must_use]
    pub fn entry(&self, quantity: JsValue, row: usize, column: usize) -> Option<f64> {
        let wanted: QuantityRequest = request("matrix", quantity).ok()?;
        self.network.quantity_entry(wanted.quantity(), wanted.averaging, (row, column))
    }

    /// Whether the iteration under way has done the operation `{operation, layer}`.
    ///
    /// # Errors
    ///
    /// A request of another form.
    pub fn done(&self, operation: JsValue) -> Result<bool, JsValue> {
        Ok(self.network.is_done(request("operation", operation)?))
    }

    /// How the entry `{operation, layer, cell: [row, column], averaging, terms}` came about, or
    /// undefined where the iteration under way has not computed it. `cell` null traces the cost.
    ///
    /// # Errors
    ///
    /// A request of another form.
    pub fn trace(&self, entry: JsValue) -> Result<JsValue, JsValue> {
        let TraceRequest { operation, cell, averaging, terms } = request("trace", entry)?;
        let trace = match cell {
            Some(cell) => self.network.trace(operation, cell, averaging, terms),
            None => self.network.trace_cost(terms),
        };
        trace.map_or(Ok(JsValue::UNDEFINED), |trace| write(&trace))
    }
}
