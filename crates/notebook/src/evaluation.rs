//! The numbers that a mistake gives on the matrices of a network.

use ndarray::{ArrayD, ArrayViewD, CowArray, IxDyn, arr0};
use nn::TensorName;
use numpy_expressions::Arrays;

use crate::error::Error;
use crate::mistake::Mistake;
use crate::names::{ALPHA, M, tensor};
use crate::network::Network;
use crate::setup::Setup;

/// The most entries that an array may have which a line makes: a mistake can make a matrix of m × m.
pub const ENTRIES_LIMIT: u128 = 1 << 20;

impl Mistake {
    /// The values that NumPy would get from a network's matrices, of which `matrix` gives those of
    /// [`tensors`](Self::tensors), and the learning rate α.
    ///
    /// # Errors
    ///
    /// A matrix that is not there, a line that NumPy refuses, or one that makes an array of more than
    /// [`ENTRIES_LIMIT`] entries.
    pub fn evaluate<'a>(
        &self,
        network: &Network,
        alpha: f64,
        matrix: impl Fn(TensorName, usize) -> Option<ArrayViewD<'a, f64>>,
    ) -> Result<ArrayD<f64>, Error> {
        let mut shapes = network.shapes();
        let mut largest = 0;
        if let Some(setup) = &self.setup {
            largest = setup.largest(&shapes)?;
            setup.reshape(&mut shapes)?;
        }
        largest = largest.max(self.statement.largest(&shapes)?);
        if largest > ENTRIES_LIMIT {
            return Err(Error::TooLarge { entries: largest, limit: ENTRIES_LIMIT });
        }
        let number = |x: f64| CowArray::from(arr0(x).into_dyn());
        let values = self.names().into_iter().filter_map(|name| {
            let value: CowArray<'a, f64, IxDyn> = match (name, tensor(name, network.L())) {
                (M, _) => number(network.m as f64),
                (ALPHA, _) => number(alpha),
                (_, Some((name, layer))) => matrix(name, layer)?.into(),
                (_, None) => return None,
            };
            Some((name.to_owned(), value))
        });
        let mut env: Arrays<'a> = Arrays::new();
        env.extend(values);
        if let Some(setup) = &self.setup {
            setup.run(&mut env)?;
        }
        Ok(self.statement.evaluate(&env)?)
    }

    /// The matrices that the lines read, in a network of `L` layers. Of W and b they are those with
    /// which the iteration under way computes, before its updates.
    #[must_use]
    pub fn tensors(&self, L: usize) -> Vec<(TensorName, usize)> {
        self.names().into_iter().filter_map(|name| tensor(name, L)).collect()
    }

    /// The variables that the two lines read, but for the one that the first makes from others.
    fn names(&self) -> Vec<&str> {
        let setup = self.setup.as_ref();
        let mut names = setup.map(Setup::names).unwrap_or_default();
        let made = setup.map(Setup::target);
        for name in self.statement.names() {
            if Some(name) != made && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}
