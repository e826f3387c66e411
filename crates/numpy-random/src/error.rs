//! What can be wrong with the arguments of a draw.

/// Arguments that NumPy refuses too. A refused call draws nothing: the stream stays where it was.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// `randint(low, high)` with no integer in `[low, high)`; NumPy: "low >= high".
    #[error("randint: expected low < high, got low = {low} and high = {high}")]
    EmptyRange {
        /// The smallest integer asked for.
        low: i64,
        /// One above the largest integer asked for.
        high: i64,
    },

    /// `uniform(low, high)` where `high - low` overflows, is infinite or is NaN; NumPy: "Range
    /// exceeds valid bounds".
    #[error("uniform: expected high - low to be finite, got low = {low:?} and high = {high:?}")]
    RangeNotFinite {
        /// The lower bound asked for.
        low: f64,
        /// The upper bound asked for.
        high: f64,
    },
}
