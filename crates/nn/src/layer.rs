//! The matrices of one layer.

use ndarray::{Array2, Zip};

/// Layer l with its n[l] units. All matrices are stored row by row.
#[derive(Debug, Clone)]
pub struct Layer {
    pub W: Array2<f64>,        // (n[l], n[l-1])
    pub b: Array2<f64>,        // (n[l], 1)
    pub W_before: Array2<f64>, // W before its last update, the one that made Z and dA[l-1]
    pub b_before: Array2<f64>, // b before its last update
    pub Z: Array2<f64>,        // (n[l], m)
    pub A: Array2<f64>,        // (n[l], m)
    pub dA: Array2<f64>,       // (n[l], m)
    pub dZ: Array2<f64>,       // (n[l], m)
    pub dW: Array2<f64>,       // (n[l], n[l-1])
    pub db: Array2<f64>,       // (n[l], 1)
}

impl Layer {
    /// A layer that starts from `W (n[l], n[l-1])` and `b = 0`, for m examples.
    pub fn new(W: Array2<f64>, m: usize) -> Self {
        let n = W.nrows();
        let like_W = || Array2::zeros(W.dim());
        let like_b = || Array2::zeros((n, 1));
        let like_Z = || Array2::zeros((n, m));
        Self {
            b: like_b(),
            W_before: like_W(),
            b_before: like_b(),
            Z: like_Z(),
            A: like_Z(),
            dA: like_Z(),
            dZ: like_Z(),
            dW: like_W(),
            db: like_b(),
            W,
        }
    }
}

/// `θ := θ - α dθ`, with the old θ left in `before`.
pub fn update(
    theta: &mut Array2<f64>,
    before: &mut Array2<f64>,
    dtheta: &Array2<f64>,
    learning_rate: f64,
) {
    std::mem::swap(theta, before);
    Zip::from(theta)
        .and(&*before)
        .and(dtheta)
        .for_each(|theta, &before, &dtheta| *theta = before - learning_rate * dtheta);
}
