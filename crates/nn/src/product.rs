//! The three products of a layer, on row-major matrices with the examples in columns.
//!
//! Own loops instead of a general product: the sums have one stated order, without fused
//! multiply-add, so that a run has the same bits natively and in every browser; and nothing is
//! allocated. The result is made in tiles that stay in registers while the operands stream by, in a
//! form that the compiler turns into SIMD. `ndarray`'s `dot` is the oracle in the tests.

use ndarray::{Array2, ArrayView2};

mod gradient;
mod rows;

pub use gradient::{bias_gradient, sum, weight_gradient};

/// `Z = W·A_prev + b`, with b broadcast over the columns.
///
/// Entry (j, i) is `((b_j + W_j1 A_1i) + W_j2 A_2i) + …`.
pub fn affine(W: &Array2<f64>, A_prev: ArrayView2<'_, f64>, b: &Array2<f64>, Z: &mut Array2<f64>) {
    rows::combine(Z, A_prev, |j| b[[j, 0]], |j, k| W[[j, k]]);
}

/// `dA_prev = Wᵀ·dZ`, the backward of [`affine`] for `A_prev`.
pub fn input_gradient(W: &Array2<f64>, dZ: &Array2<f64>, dA_prev: &mut Array2<f64>) {
    rows::combine(dA_prev, dZ.view(), |_| 0.0, |k, j| W[[j, k]]);
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
