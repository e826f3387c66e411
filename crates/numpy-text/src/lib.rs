//! What NumPy prints, read back: arrays and numbers, with the names that stand before them and the
//! digits that were printed.
//!
//! ```
//! use numpy_text::parse;
//!
//! let printed = parse("dW1 = [[ 0.41  0.078]\n [-1.    2.   ]]\ncost = 0.693")?;
//! assert_eq!(printed[0].name.as_deref(), Some("dW1"));
//! assert_eq!(printed[0].array.shape(), [Some(2), Some(2)]);
//! let entry = printed[0].array.entries[0];
//! assert_eq!((entry.value, entry.place), (0.41, Some(-3))); // NumPy pads, it is 0.410
//! assert_eq!(printed[1].array.entries[0].value, 0.693);
//! # Ok::<(), numpy_text::Error>(())
//! ```
//!
//! # What is read
//!
//! - `print` form (`[[0.41 2.e-3]\n [1. 2.]]`, rows broken into lines), `repr` form
//!   (`array([[0.41, …]], dtype=float32)`, `array([…], shape=(3, 2000))` of NumPy 2) and Python lists,
//!   of one or two axes, with `...` where NumPy abbreviated;
//! - numbers: `0.5`, `np.float64(0.5)`, `array(0.5)`, `Cost after iteration 100: 0.64`;
//! - names: `W1 = `, `dW1:`, `grads["dW1"]`, `{'W1': array(…)}`, `**W1**`, on the line or the one
//!   before; prompts (`>>> `, `Out[3]:`) are no names.
//!
//! Other text is passed over. Reading takes time linear in the text.
//!
//! # What this crate does not do
//!
//! It knows nothing of networks, runs no Python, and reads no complex numbers, strings, dates or
//! structured arrays, nor arrays of more than two axes.

mod array;
mod body;
mod error;
mod item;
mod label;
mod number;
mod place;
mod scan;

pub use array::{Array, Axis, Form};
pub use error::Error;
pub use item::Printed;
pub use label::variable;
pub use number::Number;
pub use place::Place;
pub use scan::parse;
