//! The generator and its uniform draws.

use rand_mt::Mt;

use crate::Error;

/// NumPy's `np.random.RandomState`: an MT19937 stream and the Gaussian kept for the next call.
///
/// Equal states give equal values for ever.
///
/// ```
/// use numpy_random::RandomState;
///
/// // rs = np.random.RandomState(3)
/// let mut rs = RandomState::seed(3);
/// assert_eq!(rs.rand(), 0.5507979025745755);
/// assert_eq!(rs.permutation(5), [4, 2, 0, 3, 1]);
///
/// // A clone goes on as the original would have.
/// assert_eq!(rs.clone().randn(), rs.randn());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct RandomState {
    pub(crate) mt: Mt,
    /// The second value of the last Gaussian pair, until it is asked for.
    pub(crate) cached_gaussian: Option<f64>,
}

impl RandomState {
    /// `np.random.seed(seed)`, or `np.random.RandomState(seed)`.
    ///
    /// NumPy takes integers from 0 to 2³² − 1, which are the values of a `u32`.
    #[must_use]
    pub fn seed(seed: u32) -> Self {
        Self { mt: Mt::new(seed), cached_gaussian: None }
    }

    /// `np.random.rand()`: a uniform value in `[0, 1)`, a multiple of 2⁻⁵³.
    pub fn rand(&mut self) -> f64 {
        // 27 and 26 high bits of two outputs, in this order.
        let high = f64::from(self.mt.next_u32() >> 5);
        let low = f64::from(self.mt.next_u32() >> 6);
        (high * TWO_POW_26 + low) / TWO_POW_53
    }

    /// `np.random.uniform(low, high)`: `low + (high - low) * rand()`.
    ///
    /// As in NumPy, `low > high` is allowed and gives values in `(high, low]`.
    ///
    /// # Errors
    ///
    /// [`Error::RangeNotFinite`] if `high - low` is not a finite number.
    pub fn uniform(&mut self, low: f64, high: f64) -> Result<f64, Error> {
        let range = high - low;
        if !range.is_finite() {
            return Err(Error::RangeNotFinite { low, high });
        }
        Ok(low + range * self.rand())
    }
}

const TWO_POW_26: f64 = 67_108_864.0;
const TWO_POW_53: f64 = 9_007_199_254_740_992.0;
