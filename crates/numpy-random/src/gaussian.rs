//! Gaussian draws: Marsaglia's polar method, which makes them in pairs.

use crate::RandomState;

impl RandomState {
    /// `np.random.randn()`: a value of the standard normal distribution.
    ///
    /// From a point `(x1, x2)` uniform in the unit disc, with `r2 = x1² + x2²`, the polar method
    /// makes the two values `x1 · f` and `x2 · f`, where `f = √(−2 ln r2 / r2)`. NumPy returns the
    /// second at once and keeps the first for the next call. Other draws in between leave the
    /// kept value alone:
    ///
    /// ```
    /// use numpy_random::RandomState;
    ///
    /// let mut plain = RandomState::seed(0);
    /// let pair = (plain.randn(), plain.randn());
    ///
    /// let mut mixed = RandomState::seed(0);
    /// let first = mixed.randn();
    /// mixed.rand();
    /// assert_eq!((first, mixed.randn()), pair);
    /// ```
    pub fn randn(&mut self) -> f64 {
        if let Some(kept) = self.cached_gaussian.take() {
            return kept;
        }
        let (x1, x2, r2) = self.point_in_disc();
        let f = (-2.0 * pxfm::f_log(r2) / r2).sqrt();
        self.cached_gaussian = Some(f * x1);
        f * x2
    }

    /// `np.random.normal(mean, scale)`: `mean + scale * randn()`.
    ///
    /// NumPy refuses a negative `scale`; here it mirrors the values about `mean`, which is the same
    /// distribution.
    pub fn normal(&mut self, mean: f64, scale: f64) -> f64 {
        mean + scale * self.randn()
    }

    /// A point of the open unit disc without its centre, and its squared distance from there.
    fn point_in_disc(&mut self) -> (f64, f64, f64) {
        loop {
            let x1 = 2.0 * self.rand() - 1.0;
            let x2 = 2.0 * self.rand() - 1.0;
            let r2 = x1 * x1 + x2 * x2;
            if r2 < 1.0 && r2 != 0.0 {
                return (x1, x2, r2);
            }
        }
    }
}
