//! The three products of a layer, on row-major matrices with the examples in columns.
//!
//! Own loops instead of a general product: the sums have one stated order, without fused
//! multiply-add, so that a run has the same bits natively and in every browser; and nothing is
//! allocated. The inner loops run along the examples, where memory is contiguous, in a form that the
//! compiler turns into SIMD. `ndarray`'s `dot` is the oracle in the tests.

use ndarray::{Array2, ArrayView2};

/// Columns worked on at a time, so that a block of every row stays in the nearest cache.
const BLOCK: usize = 256;

/// Rows added at a time: a block of them stays in the second cache while every row of the result takes its
/// part from it, so that a wide X is read from memory once.
const DEPTH: usize = 64;

/// Partial sums of [`dot`], one a SIMD lane.
const LANES: usize = 8;

/// `Z = W·A_prev + b`, with b broadcast over the columns.
///
/// Entry (j, i) is `((b_j + W_j1 A_1i) + W_j2 A_2i) + …`.
pub fn affine(W: &Array2<f64>, A_prev: ArrayView2<'_, f64>, b: &Array2<f64>, Z: &mut Array2<f64>) {
    add_scaled_rows(Z, A_prev, |j| b[[j, 0]], |j, k| W[[j, k]]);
}

/// `dW = 1/m · dZ · A_prevᵀ`, the backward of [`affine`] for W.
pub fn weight_gradient(dZ: &Array2<f64>, A_prev: &Array2<f64>, dW: &mut Array2<f64>) {
    let m = dZ.ncols() as f64;
    // A row of A_prev after the other: of a wide X each is read from memory once.
    for (k, mut column) in dW.columns_mut().into_iter().enumerate() {
        let a = row(A_prev, k);
        for (j, dw) in column.iter_mut().enumerate() {
            *dw = dot(row(dZ, j), a) / m;
        }
    }
}

/// `db = 1/m · Σᵢ dZ⁽ⁱ⁾`, the backward of [`affine`] for b.
pub fn bias_gradient(dZ: &Array2<f64>, db: &mut Array2<f64>) {
    let m = dZ.ncols() as f64;
    for (j, db) in db.iter_mut().enumerate() {
        *db = sum(row(dZ, j)) / m;
    }
}

/// `dA_prev = Wᵀ·dZ`, the backward of [`affine`] for `A_prev`.
pub fn input_gradient(W: &Array2<f64>, dZ: &Array2<f64>, dA_prev: &mut Array2<f64>) {
    add_scaled_rows(dA_prev, dZ.view(), |_| 0.0, |k, j| W[[j, k]]);
}

/// The sum of x, by [`LANES`] partial sums.
pub fn sum(x: &[f64]) -> f64 {
    reduce(x, x, |x, _| x)
}

/// `Σ xᵢ yᵢ`, by [`LANES`] partial sums.
pub fn dot(x: &[f64], y: &[f64]) -> f64 {
    reduce(x, y, |x, y| x * y)
}

fn reduce(x: &[f64], y: &[f64], term: impl Fn(f64, f64) -> f64) -> f64 {
    let (x_chunks, x_rest) = x.as_chunks::<LANES>();
    let (y_chunks, y_rest) = y.as_chunks::<LANES>();
    let mut lanes = [0.0; LANES];
    for (x, y) in x_chunks.iter().zip(y_chunks) {
        for lane in 0..LANES {
            lanes[lane] += term(x[lane], y[lane]);
        }
    }
    let rest: f64 = x_rest.iter().zip(y_rest).map(|(&x, &y)| term(x, y)).sum();
    let [a, b, c, d, e, f, g, h] = lanes;
    ((a + b) + (c + d)) + ((e + f) + (g + h)) + rest
}

/// Row r of `result` becomes `start(r) + Σ_k weight(r, k) · row k of rows`, added in the order of k.
fn add_scaled_rows(
    result: &mut Array2<f64>,
    rows: ArrayView2<'_, f64>,
    start: impl Fn(usize) -> f64,
    weight: impl Fn(usize, usize) -> f64,
) {
    let (count, m) = rows.dim();
    let rows = rows.to_slice().expect("matrices are stored row by row");
    let result = result.as_slice_mut().expect("matrices are stored row by row");
    for first in (0..m).step_by(BLOCK) {
        let last = (first + BLOCK).min(m);
        let block = |k: usize| &rows[k * m + first..k * m + last];
        for deep in (0..count).step_by(DEPTH) {
            let end = (deep + DEPTH).min(count);
            for (r, out) in result.chunks_exact_mut(m).enumerate() {
                let out = &mut out[first..last];
                let weights = |k: usize| weight(r, k);
                // Four rows a pass: the result is loaded and stored once for four products.
                for k in (deep..end).step_by(4) {
                    let from = (k == 0).then(|| start(r));
                    match end - k {
                        1 => add_rows::<1>(out, from, k, weights, block),
                        2 => add_rows::<2>(out, from, k, weights, block),
                        3 => add_rows::<3>(out, from, k, weights, block),
                        _ => add_rows::<4>(out, from, k, weights, block),
                    }
                }
            }
        }
    }
}

/// Adds N weighted rows, from k on, to `from`, or to what stands in `out` where there is none.
#[inline(always)]
fn add_rows<'a, const N: usize>(
    out: &mut [f64],
    from: Option<f64>,
    k: usize,
    weight: impl Fn(usize) -> f64,
    row: impl Fn(usize) -> &'a [f64],
) {
    let weights: [f64; N] = std::array::from_fn(|n| weight(k + n));
    let rows: [&[f64]; N] = std::array::from_fn(|n| &row(k + n)[..out.len()]);
    for (i, out) in out.iter_mut().enumerate() {
        let mut sum = from.unwrap_or(*out);
        for n in 0..N {
            sum += weights[n] * rows[n][i];
        }
        *out = sum;
    }
}

/// Row r.
pub fn row(matrix: &Array2<f64>, r: usize) -> &[f64] {
    let m = matrix.ncols();
    let entries = matrix.as_slice().expect("matrices are stored row by row");
    &entries[r * m..(r + 1) * m]
}

#[cfg(test)]
mod tests {
    use ndarray::{Array1, Array2, Axis};
    use numpy_random::RandomState;
    use proptest::prelude::*;

    use super::*;

    fn close(got: &Array2<f64>, expected: &Array2<f64>) -> Result<(), TestCaseError> {
        prop_assert_eq!(got.dim(), expected.dim());
        for (got, expected) in got.iter().zip(expected) {
            prop_assert!((got - expected).abs() <= 1e-12 * expected.abs().max(1.0));
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn prop_products_are_those_of_ndarray(
            n in 1usize..12, n_prev in 1usize..12, m in prop_oneof![1usize..20, 250usize..520]
        ) {
            let mut random = RandomState::seed(1);
            let mut draw = |shape| Array2::from_shape_simple_fn(shape, || random.randn());
            let (W, b, A_prev, dZ) =
                (draw((n, n_prev)), draw((n, 1)), draw((n_prev, m)), draw((n, m)));

            let mut Z = draw((n, m)); // what stood there must not matter
            affine(&W, A_prev.view(), &b, &mut Z);
            close(&Z, &(W.dot(&A_prev) + &b))?;

            let mut dW = draw((n, n_prev));
            weight_gradient(&dZ, &A_prev, &mut dW);
            close(&dW, &(dZ.dot(&A_prev.t()) / m as f64))?;

            let mut db = draw((n, 1));
            bias_gradient(&dZ, &mut db);
            let mean: Array1<f64> = dZ.sum_axis(Axis(1)) / m as f64;
            close(&db, &mean.insert_axis(Axis(1)))?;

            let mut dA_prev = draw((n_prev, m));
            input_gradient(&W, &dZ, &mut dA_prev);
            close(&dA_prev, &W.t().dot(&dZ))?;
        }
    }
}
