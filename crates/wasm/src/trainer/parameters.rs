//! Parameters that come from elsewhere.

use std::sync::Arc;

use nn::{Configuration, Initialization};
use wasm_bindgen::prelude::*;

use super::{Imported, Trainer};
use crate::problem::of_network;

#[wasm_bindgen]
impl Trainer {
    /// Begins anew with given parameters: `W[1], b[1], …, W[L], b[L]` of a network of `layers_dims`, each
    /// row by row.
    ///
    /// # Errors
    ///
    /// Another input size than that of the data, a network that this is none of, another number of
    /// parameters, or one that is not finite. Everything then stays as it was.
    #[wasm_bindgen(js_name = importParameters)]
    pub fn import_parameters(
        &mut self,
        layers_dims: Vec<usize>,
        parameters: Vec<f64>,
    ) -> Result<(), JsValue> {
        let configuration = Configuration {
            layers_dims: layers_dims.clone(),
            initialization: Initialization::Imported,
            ..self.network.configuration().clone()
        };
        let parameters: Arc<[f64]> = parameters.into();
        let examples = Arc::clone(&self.data.examples);
        let shared = Arc::clone(&parameters);
        self.network =
            nn::Trainer::from_parameters(&configuration, examples, shared).map_err(of_network)?;
        self.imported = Some(Imported { layers_dims, parameters });
        Ok(())
    }
}

impl Trainer {
    /// `layers_dims` of the imported parameters, where they fit the network of now.
    pub(super) fn fitting_dims(&self) -> Option<&[usize]> {
        let now = &self.network.configuration().layers_dims;
        let imported = self.imported.as_ref()?;
        (imported.layers_dims == *now).then_some(&imported.layers_dims[..])
    }
}
