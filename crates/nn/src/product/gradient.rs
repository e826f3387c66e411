//! Sums over the examples: what the weights and the biases answer for.

use ndarray::Array2;

/// Columns summed at a time, so that their part of every row stays in cache.
const BLOCK: usize = 512;

/// Partial sums of an entry, one a SIMD lane.
const LANES: usize = 2;

/// `dW = 1/m · dZ · A_prevᵀ`, the backward of [`affine`](super::affine) for W.
///
/// An entry is the sum, block by block of [`BLOCK`] examples, of [`LANES`] partial sums each.
pub fn weight_gradient(dZ: &Array2<f64>, A_prev: &Array2<f64>, dW: &mut Array2<f64>) {
    let m = dZ.ncols();
    let ((n, n_prev), width) = (dW.dim(), m.max(1));
    let dz = dZ.as_slice().expect("matrices are stored row by row");
    let a = A_prev.as_slice().expect("matrices are stored row by row");
    dW.fill(0.0);
    let dw = dW.as_slice_mut().expect("matrices are stored row by row");
    for first in (0..m).step_by(BLOCK) {
        let columns = first..(first + BLOCK).min(m);
        let part = |matrix, row: usize| -> &[f64] {
            let matrix: &[f64] = matrix;
            &matrix[row * width..(row + 1) * width][columns.clone()]
        };
        let mut add = |j: usize, k: usize, height: usize, length: usize| {
            let (dz, a) = (|row: usize| part(dz, j + row), |row: usize| part(a, k + row));
            let dw = &mut dw[j * n_prev + k..];
            match (height, length) {
                (1, 1) => add_tile::<1, 1>(dz, a, dw, n_prev),
                (1, 2) => add_tile::<1, 2>(dz, a, dw, n_prev),
                (1, _) => add_tile::<1, 3>(dz, a, dw, n_prev),
                (2, 1) => add_tile::<2, 1>(dz, a, dw, n_prev),
                (2, 2) => add_tile::<2, 2>(dz, a, dw, n_prev),
                (2, _) => add_tile::<2, 3>(dz, a, dw, n_prev),
                (_, 1) => add_tile::<3, 1>(dz, a, dw, n_prev),
                (_, 2) => add_tile::<3, 2>(dz, a, dw, n_prev),
                _ => add_tile::<3, 3>(dz, a, dw, n_prev),
            }
        };
        for j in (0..n).step_by(3) {
            for k in (0..n_prev).step_by(3) {
                add(j, k, 3.min(n - j), 3.min(n_prev - k));
            }
        }
    }
    let m = m as f64;
    dw.iter_mut().for_each(|dw| *dw /= m);
}

/// Adds `dz_j · a_k` for J rows of dZ and K rows of `A_prev`.
#[inline(always)]
fn add_tile<'a, const J: usize, const K: usize>(
    dz: impl Fn(usize) -> &'a [f64],
    a: impl Fn(usize) -> &'a [f64],
    dw: &mut [f64],
    stride: usize,
) {
    let (dz, dz_rest): ([&[[f64; LANES]]; J], [&[f64]; J]) = unzip(dz);
    let (a, a_rest): ([&[[f64; LANES]]; K], [&[f64]; K]) = unzip(a);
    let mut lanes = [[[0.0; LANES]; K]; J];
    for i in 0..dz[0].len() {
        for j in 0..J {
            for k in 0..K {
                for lane in 0..LANES {
                    lanes[j][k][lane] += dz[j][i][lane] * a[k][i][lane];
                }
            }
        }
    }
    for j in 0..J {
        for k in 0..K {
            let rest: f64 = dz_rest[j].iter().zip(a_rest[k]).map(|(dz, a)| dz * a).sum();
            dw[j * stride + k] += lanes[j][k].iter().sum::<f64>() + rest;
        }
    }
}

/// Some rows, each as whole groups of lanes and what is left.
fn unzip<'a, const N: usize>(
    row: impl Fn(usize) -> &'a [f64],
) -> ([&'a [[f64; LANES]]; N], [&'a [f64]; N]) {
    let parts: [_; N] = std::array::from_fn(|n| row(n).as_chunks());
    (parts.map(|(groups, _)| groups), parts.map(|(_, rest)| rest))
}

/// `db = 1/m · Σᵢ dZ⁽ⁱ⁾`, the backward of [`affine`](super::affine) for b.
pub fn bias_gradient(dZ: &Array2<f64>, db: &mut Array2<f64>) {
    let m = dZ.ncols() as f64;
    for (dz, db) in dZ.rows().into_iter().zip(db) {
        *db = sum(dz.to_slice().expect("matrices are stored row by row")) / m;
    }
}

/// The sum of x, by eight partial sums.
pub fn sum(x: &[f64]) -> f64 {
    let (chunks, rest) = x.as_chunks::<8>();
    let mut lanes = [0.0; 8];
    for chunk in chunks {
        for lane in 0..8 {
            lanes[lane] += chunk[lane];
        }
    }
    let [a, b, c, d, e, f, g, h] = lanes;
    ((a + b) + (c + d)) + ((e + f) + (g + h)) + rest.iter().sum::<f64>()
}
