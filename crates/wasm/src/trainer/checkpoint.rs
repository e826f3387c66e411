//! What a new worker needs to go on where another one was.

use std::sync::Arc;

use boundary::Problem;
use js_sys::{Float64Array, Object, Reflect};
use nn::{Checkpoint, Initialization, LearningRate};
use wasm_bindgen::prelude::*;

use super::{Imported, Trainer};
use crate::configuration::whole;
use crate::problem::of_network;

#[wasm_bindgen]
impl Trainer {
    /// `{parameters, costs, progress, applied_learning_rate, learning_rates, initial}`, from which
    /// [`restore`](Self::restore) comes back to this state (`learning_rates` is a list of iteration, α,
    /// iteration, α, …; `initial` is null but for imported parameters); of the costs only those of iteration
    /// `from` and later, for a caller that has the others.
    ///
    /// # Errors
    ///
    /// None in practice: the fields of a new object can be set.
    pub fn checkpoint(&self, from: usize) -> Result<JsValue, JsValue> {
        let Checkpoint {
            parameters,
            costs,
            progress,
            applied_learning_rate,
            learning_rates,
            initial,
        } = self.network.checkpoint();
        let initial = initial.map_or(JsValue::NULL, |list| Float64Array::from(&list[..]).into());
        let object = Object::new();
        let set = |key: &str, value: JsValue| Reflect::set(&object, &key.into(), &value);
        set("parameters", Float64Array::from(parameters.as_slice()).into())?;
        set("costs", Float64Array::from(costs.get(from..).unwrap_or_default()).into())?;
        set("progress", (progress as u32).into())?;
        set("applied_learning_rate", applied_learning_rate.into())?;
        let rates =
            learning_rates.iter().flat_map(|rate| [rate.iteration as f64, rate.learning_rate]);
        set("learning_rates", Float64Array::from(&rates.collect::<Vec<_>>()[..]).into())?;
        set("initial", initial)?;
        Ok(object.into())
    }

    /// Comes back to the state of a checkpoint, taken from a network of this configuration and data.
    ///
    /// # Errors
    ///
    /// A checkpoint of another form or size. Everything then stays as it was.
    pub fn restore(&mut self, checkpoint: &JsValue) -> Result<(), JsValue> {
        if !checkpoint.is_object() {
            let got = format!("{checkpoint:?}");
            return Err(Problem::new("type", "checkpoint", "object", &got).into());
        }
        let get = |key: &str| Reflect::get(checkpoint, &key.into());
        let list = |key: &str| -> Result<Vec<f64>, JsValue> {
            let value = get(key)?;
            let wrong = || Problem::new("type", key, "Float64Array", &format!("{value:?}"));
            Ok(value.dyn_ref::<Float64Array>().ok_or_else(wrong)?.to_vec())
        };
        let number = |key: &str| -> Result<f64, JsValue> {
            let value = get(key)?;
            let wrong = || Problem::new("type", key, "number", &format!("{value:?}"));
            Ok(value.as_f64().ok_or_else(wrong)?)
        };
        let initial = match get("initial")? {
            none if none.is_null() || none.is_undefined() => None,
            _ => Some(list("initial")?.into()),
        };
        let rates = list("learning_rates")?;
        let learning_rates = rates.as_chunks().0.iter().map(|&[iteration, learning_rate]| {
            LearningRate { iteration: iteration as usize, learning_rate }
        });
        let checkpoint = Checkpoint {
            parameters: list("parameters")?,
            costs: list("costs")?,
            progress: whole("progress", number("progress")?, u32::MAX)? as usize,
            applied_learning_rate: number("applied_learning_rate")?,
            learning_rates: learning_rates.collect(),
            initial,
        };
        let examples = Arc::clone(self.network.examples());
        let mut configuration = self.network.configuration().clone();
        if checkpoint.initial.is_some() {
            configuration.initialization = Initialization::Imported;
        }
        self.network =
            nn::Trainer::restore(&configuration, examples, &checkpoint).map_err(of_network)?;
        if let Some(parameters) = checkpoint.initial {
            let layers_dims = configuration.layers_dims;
            self.imported = Some(Imported { layers_dims, parameters });
        }
        Ok(())
    }
}
