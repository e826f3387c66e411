//! All parameters of a network as one list: `W[1], b[1], …, W[L], b[L]`, each row by row.

use ndarray::Array2;

use crate::error::Error;
use crate::layer::Layer;

/// The number of parameters, `Σ n[l] (n[l-1] + 1)`.
#[must_use]
pub fn parameter_count(layers_dims: &[usize]) -> usize {
    layers_dims.windows(2).map(|pair| pair[1] * (pair[0] + 1)).sum()
}

/// # Errors
///
/// Another number of parameters than the network has, or one that is not finite.
pub fn check_parameters(parameters: &[f64], layers_dims: &[usize]) -> Result<(), Error> {
    check_count(parameters, layers_dims)?;
    match parameters.iter().enumerate().find(|(_, parameter)| !parameter.is_finite()) {
        Some((index, &got)) => Err(Error::ParameterNotFinite { index, got }),
        None => Ok(()),
    }
}

/// # Errors
///
/// Another number of parameters than the network has.
pub fn check_count(parameters: &[f64], layers_dims: &[usize]) -> Result<(), Error> {
    match (parameter_count(layers_dims), parameters.len()) {
        (expected, got) if expected == got => Ok(()),
        (expected, got) => Err(Error::ParameterCount { expected, got }),
    }
}

/// Writes a list of the right length into the layers.
pub fn fill(layers: &mut [Layer], parameters: &[f64]) {
    let mut entries = parameters.iter().copied();
    let mut fill = |matrix: &mut Array2<f64>| {
        matrix.iter_mut().zip(&mut entries).for_each(|(entry, kept)| *entry = kept);
    };
    for layer in layers {
        fill(&mut layer.W);
        fill(&mut layer.b);
    }
}
