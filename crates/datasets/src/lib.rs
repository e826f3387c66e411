//! Data sets to train on: parameters or bytes in, `(X, Y)` out, the m examples **in columns**.
//!
//! What a page or a notebook gives is a [`DatasetInput`]: numbers that may be missing or wrong.
//! [`DatasetInput::check`] makes [`DatasetParameters`] of it or says which field is wrong, what was
//! wanted and what came. [`DatasetParameters::load`] then gives the [`Dataset`].
//!
//! ```
//! use datasets::DatasetInput;
//!
//! // The planar flower of the course, as np.random.seed(1) draws it.
//! let flower = DatasetInput::named("flower").check(None)?;
//! let data = flower.load(None)?;
//! assert_eq!(data.X().dim(), (2, 400));
//! assert_eq!(data.Y().dim(), (1, 400));
//!
//! // A missing field keeps its current value as long as the set stays the same.
//! let fewer = DatasetInput { m: Some(100.0), ..DatasetInput::default() }.check(Some(&flower))?;
//! assert_eq!((fewer.name(), fewer.m()), ("flower", 100));
//!
//! let wrong = DatasetInput { m: Some(2.5), ..DatasetInput::named("moons") }.check(None);
//! assert_eq!(
//!     wrong.unwrap_err().to_string(),
//!     "m: expected a whole number from 2 to 100000, got 2.5"
//! );
//! # Ok::<(), datasets::Error>(())
//! ```
//!
//! | name | n\[0\] | parameters | agrees with |
//! | --- | --- | --- | --- |
//! | `flower` | 2 | m, noise, seed | the course's `load_planar_dataset` |
//! | `circles` | 2 | m, noise, seed | `sklearn.datasets.make_circles(factor=0.5)` |
//! | `moons` | 2 | m, noise, seed | `sklearn.datasets.make_moons` |
//! | `blobs` | 2 | m, noise, seed | `sklearn.datasets.make_blobs(centers=2)` |
//! | `xor` | 2 | m, noise, seed | the NumPy code in its description |
//! | `spiral` | 2 | m, noise, seed | the NumPy code in its description |
//! | `randn` | n0 | m, seed, n0 | `np.random.randn(n0, m)`, then `np.random.randint(0, 2, m)` |
//! | `digits` | 64 | m, digit | `sklearn.datasets.load_digits`, pixels / 16 |
//! | `cancer` | 30 | m | `sklearn.datasets.load_breast_cancer`, standardised |
//!
//! [`catalogue`] gives the same table as data, with the limits and defaults of every parameter, and
//! is the one place to touch to add a set.
//!
//! Data of people's own, from `.h5`, `.npz`, `.npy` and `.csv` files, are in [`own`].
//! [`DatasetParameters::python`] and [`own::Files::python`] give the Python code that makes the same X
//! and Y.
//!
//! # How exact it is
//!
//! The order of the draws is NumPy's and scikit-learn's, so the labels and the order of the
//! examples agree exactly. The coordinates agree to 1e-15 of the data's scale (measured: 2e-16):
//! sines and cosines come from the crate `libm` everywhere, so one seed has the same bits natively
//! and in WebAssembly, while the last bit of NumPy's own depends on the machine.
//!
//! # What this crate does not do
//!
//! - It opens no file and fetches nothing: it takes the bytes of `digits.npy` and `cancer.npy`
//!   from its caller and does not contain them.
//! - It makes no train/test split and no batches. It scales the two real sets, and people's own files
//!   as their plan says.
//! - It knows nothing of networks and of browsers.

mod catalogue;
mod dataset;
mod error;
mod files;
mod generators;
mod input;
pub mod own;
mod parameters;
mod python;

pub use catalogue::{DataSet, Field, MAX_ENTRIES, MAX_M, MIN_M, Parameter, catalogue};
pub use dataset::{Dataset, ImageShape};
pub use error::Error;
pub use input::DatasetInput;
pub use parameters::DatasetParameters;
