//! NumPy's legacy random generator, reproduced number for number.
//!
//! [`RandomState`] gives what `np.random.seed(k)` followed by `np.random.randn()`, `rand()`,
//! `permutation(n)` and their like give in a notebook, in the same order of calls:
//!
//! ```
//! use numpy_random::RandomState;
//!
//! // np.random.seed(1); np.random.randn(), np.random.randn()
//! let mut rs = RandomState::seed(1);
//! assert_eq!(rs.randn(), 1.6243453636632417);
//! assert_eq!(rs.randn(), -0.6117564136500754);
//! ```
//!
//! An array is filled in the order in which NumPy stores it, row by row, so
//! `W1 = np.random.randn(4, 2) * 0.01` is eight calls of [`RandomState::randn`].
//!
//! # How exact it is
//!
//! Integers, uniforms, permutations and shuffles agree with NumPy bit for bit. Gaussians agree to
//! the last place: of three million, 99.96 % have the same bits, and two units in the last place are
//! the most seen. What differs is the logarithm: NumPy calls that of the system's C library, whose
//! last bit is not the same on every system. Here it is correctly rounded (crate `pxfm`; that of
//! `libm` would leave only 96.9 % of the Gaussians equal), so one seed has the same bits natively and
//! in WebAssembly.
//!
//! # Source
//!
//! Written after the files of NumPy's `numpy/random`: `src/mt19937/mt19937.c` (seeding by an
//! integer, 53-bit doubles), `src/legacy/legacy-distributions.c` (the Gaussian),
//! `src/distributions/distributions.c` (integers below a bound) and `mtrand.pyx` (`randint`,
//! `uniform`, `shuffle`, `permutation`). NumPy has frozen these streams since 1.17. The Mersenne
//! Twister itself is the crate `rand_mt`.
//!
//! # What this crate does not do
//!
//! - It is not `np.random.default_rng` (PCG64 and the ziggurat), whose numbers are different.
//! - It seeds from one 32-bit integer: no seeding by an array, by the clock or by entropy.
//! - It has the calls that the start of a network and its data need, not all fifty distributions,
//!   and `randint` only for the 64-bit integers that are the default on Linux and macOS.
//! - It fills no arrays and knows of no networks.
//! - It is not fit for secrets: 624 outputs of a Mersenne Twister give away all the others.

mod error;
mod gaussian;
mod integers;
mod rand_traits;
mod state;

pub use error::Error;
pub use state::RandomState;
