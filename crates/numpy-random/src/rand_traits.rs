//! [`RandomState`] as a generator of the crate `rand`, for its distributions.

use std::convert::Infallible;

use rand::{SeedableRng, TryRng};

use crate::RandomState;

/// The raw 32-bit outputs, as NumPy's own bit generator gives them; this also makes it a
/// [`rand::Rng`]. The kept Gaussian is not touched.
///
/// ```
/// use numpy_random::RandomState;
/// use rand::RngExt;
///
/// let mut rs = RandomState::seed(7);
/// let die = rs.random_range(1..=6); // rand's numbers, not those of NumPy's randint
/// assert!((1..=6).contains(&die));
/// ```
impl TryRng for RandomState {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.mt.try_next_u32()
    }

    /// Two outputs, the high half first, as in NumPy.
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.mt.try_next_u64()
    }

    fn try_fill_bytes(&mut self, dst: &mut [u8]) -> Result<(), Infallible> {
        self.mt.try_fill_bytes(dst)
    }
}

/// The four bytes are the little-endian integer of [`RandomState::seed`].
///
/// `seed_from_u64` is rand's own: it mixes its argument first, so it gives another stream than
/// [`RandomState::seed`] of the same number.
impl SeedableRng for RandomState {
    type Seed = [u8; 4];

    fn from_seed(seed: Self::Seed) -> Self {
        Self::seed(u32::from_le_bytes(seed))
    }
}
