use thiserror::Error as ThisError;

use crate::tensor::TensorName;

/// What can be wrong with what a caller asks for. Each message says what was wanted and what came.
#[derive(Debug, Clone, PartialEq, ThisError)]
#[non_exhaustive]
pub enum Error {
    /// `layers_dims` has no room for an input and an output layer.
    #[error(
        "layers_dims: expected at least 2 entries (the input size and the output size), got {0}"
    )]
    TooFewLayers(usize),
    /// A layer without units.
    #[error("layers_dims[{index}]: expected a whole number of at least 1, got {got}")]
    EmptyLayer {
        /// Position in `layers_dims`.
        index: usize,
        /// The entry found there.
        got: usize,
    },
    /// The input layer does not fit the data.
    #[error("layers_dims[0]: expected {expected}, the number of rows of X, got {got}")]
    InputSize {
        /// Rows of X.
        expected: usize,
        /// `layers_dims[0]`.
        got: usize,
    },
    /// The output layer is not one sigmoid unit.
    #[error("layers_dims[{index}]: expected 1, the one output unit, got {got}")]
    OutputSize {
        /// Position in `layers_dims`, the last.
        index: usize,
        /// The entry found there.
        got: usize,
    },
    /// A learning rate that is not a positive number.
    #[error("learning_rate: expected a finite number greater than 0, got {0}")]
    LearningRate(f64),
    /// The network would not fit into memory.
    #[error(
        "layers_dims: expected a network of at most {} MB with these data, got one of {} MB",
        limit >> 20,
        needed >> 20
    )]
    Memory {
        /// Bytes that the network and its data need.
        needed: u64,
        /// Bytes that it may need.
        limit: u64,
    },
    /// X without rows or without columns.
    #[error("X: expected at least 1 row and 1 column, got shape ({}, {})", got.0, got.1)]
    EmptyX {
        /// The shape of X.
        got: (usize, usize),
    },
    /// An entry of X that is NaN or infinite.
    #[error("X[{row}, {column}]: expected a finite number, got {got}")]
    NotFinite {
        /// Row of the entry, from 0.
        row: usize,
        /// Column of the entry, from 0.
        column: usize,
        /// The entry.
        got: f64,
    },
    /// Y is not a row of one label an example.
    #[error("expected Y of shape (1, {m}), got ({}, {})", got.0, got.1)]
    LabelShape {
        /// Columns of X.
        m: usize,
        /// The shape of Y.
        got: (usize, usize),
    },
    /// A label that is neither 0 nor 1.
    #[error("Y[0, {column}]: expected 0 or 1, got {got}")]
    Label {
        /// Column of the label, from 0.
        column: usize,
        /// The label.
        got: f64,
    },
    /// A layer that the network does not have, or that has no such matrix.
    #[error("{name}: expected a layer from {first} to {last}, got {got}")]
    NoSuchLayer {
        /// The matrix asked for.
        name: TensorName,
        /// The first layer that has one.
        first: usize,
        /// The last layer that has one.
        last: usize,
        /// The layer asked for.
        got: usize,
    },
    /// A matrix that no iteration has computed yet.
    #[error(
        "{name}[{layer}]: expected a matrix that has been computed, got one before its first operation"
    )]
    NotComputed {
        /// The matrix asked for.
        name: TensorName,
        /// Its layer.
        layer: usize,
    },
    /// A matrix that has no update, asked for as it was before it.
    #[error("{name}[{layer}]: expected W or b, which are updated, got {name}")]
    NoUpdate {
        /// The matrix asked for.
        name: TensorName,
        /// Its layer.
        layer: usize,
    },
    /// An example, or a number of examples, that the data do not have.
    #[error("example: expected a whole number from 0 to {last}, got {got}")]
    NoSuchExample {
        /// The largest possible.
        last: usize,
        /// What was asked for.
        got: usize,
    },
    /// Points to predict that do not have the network's input size.
    #[error("expected points of shape ({n0}, any number), got ({}, {})", got.0, got.1)]
    PointShape {
        /// The network's input size.
        n0: usize,
        /// The shape of the points.
        got: (usize, usize),
    },
    /// Parameters of another network.
    #[error("parameters: expected the {expected} entries of all W and b, got {got}")]
    ParameterCount {
        /// Parameters of this network.
        expected: usize,
        /// Parameters that came.
        got: usize,
    },
    /// A parameter that is NaN or infinite.
    #[error("parameters: expected finite numbers, got {got} at position {index}")]
    ParameterNotFinite {
        /// Its position among all entries of W and b.
        index: usize,
        /// The number that came.
        got: f64,
    },
    /// A network that begins with imported parameters, without any.
    #[error(
        "initialization: expected one that draws the parameters, as none were imported, got imported"
    )]
    NothingImported,
    /// Imported parameters for a network that draws its own.
    #[error("initialization: expected imported, as parameters were given, got another")]
    NotImported,
}
