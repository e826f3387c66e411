//! What a training run is made from, and the checks that it passes once.

use serde::{Deserialize, Serialize};

use crate::activation::Activation;
use crate::error::Error;
use crate::initialization::Initialization;
use crate::learning_rate::check_learning_rate;

/// The most bytes that a network may need together with its data: enough for a file of 200 MB with one
/// byte an entry. A browser gives a wasm module at most 4 GiB, and a phone far less.
pub const MEMORY_LIMIT: u64 = 1 << 31;

/// What a run is made from; with the data, the whole run follows from it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Configuration {
    /// `n[0], …, n[L]`.
    pub layers_dims: Vec<usize>,
    /// α of the update.
    pub learning_rate: f64,
    /// Seed of the generator that draws the weights.
    pub seed: u32,
    /// How the weights are drawn.
    pub initialization: Initialization,
    /// g of the hidden layers.
    pub activation: Activation,
}

impl Default for Configuration {
    fn default() -> Self {
        Self {
            layers_dims: vec![2, 4, 3, 1],
            learning_rate: 0.075,
            seed: 3,
            initialization: Initialization::default(),
            activation: Activation::default(),
        }
    }
}

impl Configuration {
    /// Checks it against data of `n0` inputs and `m` examples, before anything is allocated.
    ///
    /// # Errors
    ///
    /// Fewer than 2 entries in `layers_dims`, an entry of 0, a first entry other than `n0`, a last
    /// entry other than 1, a learning rate that is not finite and positive, or a network above
    /// [`MEMORY_LIMIT`].
    pub fn check(&self, n0: usize, m: usize) -> Result<(), Error> {
        let [first, .., last] = self.layers_dims[..] else {
            return Err(Error::TooFewLayers(self.layers_dims.len()));
        };
        if let Some(index) = self.layers_dims.iter().position(|&n| n == 0) {
            return Err(Error::EmptyLayer { index, got: 0 });
        }
        if first != n0 {
            return Err(Error::InputSize { expected: n0, got: first });
        }
        if last != 1 {
            return Err(Error::OutputSize { index: self.layers_dims.len() - 1, got: last });
        }
        check_learning_rate(self.learning_rate)?;
        match memory_needed(&self.layers_dims, m) {
            needed if needed > MEMORY_LIMIT => Err(Error::Memory { needed, limit: MEMORY_LIMIT }),
            _ => Ok(()),
        }
    }
}

/// Bytes of all matrices of a network with m examples, X and Y included:
/// `8 (n[0] m + 3 m + Σ (3 n[l] n[l-1] + 3 n[l] + 4 n[l] m))`. Saturates instead of overflowing.
#[must_use]
pub fn memory_needed(layers_dims: &[usize], m: usize) -> u64 {
    let m = m as u64;
    let size = |n: usize| n as u64;
    let product = |a: u64, b: u64| a.saturating_mul(b);
    let data = product(layers_dims.first().map_or(0, |&n| size(n)), m).saturating_add(3 * m);
    let layers = layers_dims.windows(2).map(|pair| {
        let (n_prev, n) = (size(pair[0]), size(pair[1]));
        product(n, product(3, n_prev).saturating_add(3).saturating_add(product(4, m)))
    });
    layers.fold(data, u64::saturating_add).saturating_mul(8)
}
