//! Data sets drawn from NumPy's generator, one a file. Each takes a number of examples m ≥ 2, and a
//! `RandomState` that it advances exactly as the NumPy code in its description does.
//!
//! Class 0 has m // 2 examples and class 1 the rest, so that for an odd m class 1 has one more, unless
//! the description says otherwise.

mod blobs;
mod circles;
mod flower;
mod linspace;
mod moons;
mod randn;
mod shuffle;
mod spiral;
mod xor;

pub(crate) use blobs::blobs;
pub(crate) use circles::circles;
pub(crate) use flower::flower;
pub(crate) use moons::moons;
pub(crate) use randn::randn;
pub(crate) use spiral::spiral;
pub(crate) use xor::xor;
