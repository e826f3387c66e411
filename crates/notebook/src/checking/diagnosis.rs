//! What was done wrong.

use nn::{Initialization, Operation};
use serde::Serialize;

use super::subject::Subject;
use crate::kind::Kind;

/// A known mistake that reproduces the pasted numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Diagnosis {
    /// What is done wrong.
    pub kind: DiagnosisKind,
    /// The operation in whose line it is done, if it is in one.
    pub operation: Option<Operation>,
    /// The layers in whose lines it is done.
    pub layers: Vec<usize>,
    /// The mistaken line of NumPy, or several.
    pub wrong: String,
    /// The right line, or several.
    pub right: String,
    /// Since when.
    pub since: Since,
    /// The seed with which the numbers come out.
    pub seed: Option<u32>,
    /// The initialization with which they do, where it is one of the presets.
    pub initialization: Option<Initialization>,
    /// The number of completed iterations after which they do.
    pub iteration: Option<usize>,
    /// What the numbers are.
    pub subject: Option<Subject>,
    /// The learning rate with which they come out.
    pub learning_rate: Option<f64>,
    /// How many of the pasted arrays that differ it reproduces.
    pub explained: usize,
    /// How many differ.
    pub differing: usize,
    /// Whether those that are right come out right with it too.
    pub consistent: bool,
}

/// Since when a mistake is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Since {
    /// In all iterations.
    Start,
    /// Only in the last one.
    Iteration,
    /// Never: the numbers are those of something else.
    Nowhere,
}

/// A known mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum DiagnosisKind {
    /// The numbers are those of another matrix.
    #[serde(rename = "another_tensor")]
    AnotherTensor,
    /// The numbers are those of the same matrix of another layer.
    #[serde(rename = "another_layer")]
    AnotherLayer,
    /// The numbers are those of another iteration.
    #[serde(rename = "another_iteration")]
    AnotherIteration,
    /// The numbers are those of the transpose.
    #[serde(rename = "transposed")]
    Transposed,
    /// Another seed.
    #[serde(rename = "another_seed")]
    AnotherSeed,
    /// W drawn in another way.
    #[serde(rename = "another_initialization")]
    AnotherInitialization,
    /// Another seed, and W drawn in another way.
    #[serde(rename = "another_seed_and_initialization")]
    AnotherSeedAndInitialization,
    /// The generator seeded anew for each layer.
    #[serde(rename = "seed_in_loop")]
    SeedInLoop,
    /// b drawn from the generator.
    #[serde(rename = "random_bias")]
    RandomBias,
    /// Another learning rate.
    #[serde(rename = "another_learning_rate")]
    AnotherLearningRate,
    /// Another activation of the hidden layers.
    #[serde(rename = "another_activation")]
    AnotherActivation,
    /// A is Z.
    #[serde(rename = "activation_missing")]
    ActivationMissing,
    /// X not divided by 255.
    #[serde(rename = "X_not_scaled")]
    XNotScaled,
    /// X divided by 255 twice.
    #[serde(rename = "X_scaled_twice")]
    XScaledTwice,
    /// An operand is transposed that should not be.
    #[serde(rename = "transpose_added")]
    TransposeAdded,
    /// An operand is not transposed that should be.
    #[serde(rename = "transpose_dropped")]
    TransposeDropped,
    /// The other operand is transposed, and the two have changed places.
    #[serde(rename = "transpose_moved")]
    TransposeMoved,
    /// The operands have changed places.
    #[serde(rename = "swapped")]
    Swapped,
    /// `*` for `np.dot`.
    #[serde(rename = "star")]
    Star,
    /// `np.dot` for `*`.
    #[serde(rename = "dot")]
    Dot,
    /// The matrix of the layer below.
    #[serde(rename = "wrong_operand")]
    WrongOperand,
    /// `A[l]` for `A[l-1]`.
    #[serde(rename = "A_for_A_prev")]
    AForAPrev,
    /// X for `A[l-1]`.
    #[serde(rename = "X_for_A_prev")]
    XForAPrev,
    /// `Z[l-1]` for `A[l-1]`.
    #[serde(rename = "Z_for_A_prev")]
    ZForAPrev,
    /// dA for dZ.
    #[serde(rename = "dA_for_dZ")]
    DAForDZ,
    /// Z without b.
    #[serde(rename = "bias_forgotten")]
    BiasForgotten,
    /// `np.max` for `np.maximum`.
    #[serde(rename = "max")]
    Max,
    /// A sum along the other axis.
    #[serde(rename = "axis0")]
    Axis0,
    /// A sum that loses its axis.
    #[serde(rename = "no_keepdims")]
    NoKeepdims,
    /// A sum of all entries.
    #[serde(rename = "no_axis")]
    NoAxis,
    /// A sum that is not divided by m.
    #[serde(rename = "no_mean")]
    NoMean,
    /// A sum that is divided by m twice.
    #[serde(rename = "mean_doubled")]
    MeanDoubled,
    /// `dA[L]` divided by m, as are dW and db.
    #[serde(rename = "mean_in_dA")]
    MeanInDA,
    /// `dA[L]` divided by m in place of dW and db.
    #[serde(rename = "mean_moved")]
    MeanMoved,
    /// The length of another axis for m.
    #[serde(rename = "wrong_m")]
    WrongM,
    /// dZ without the derivative of the activation.
    #[serde(rename = "derivative_missing")]
    DerivativeMissing,
    /// The derivative of the activation taken of A, where Z is meant.
    #[serde(rename = "derivative_of_A")]
    DerivativeOfA,
    /// The derivative, written for A, taken of Z.
    #[serde(rename = "derivative_of_Z")]
    DerivativeOfZ,
    /// The derivative of another function.
    #[serde(rename = "wrong_derivative")]
    WrongDerivative,
    /// The sign reversed.
    #[serde(rename = "sign")]
    Sign,
    /// The sign of one of two terms reversed.
    #[serde(rename = "sign_inside")]
    SignInside,
    /// `A[L] - Y`, which is dZ, for `dA[L]`.
    #[serde(rename = "dZ_for_dA")]
    DZForDA,
    /// Another logarithm than the natural one.
    #[serde(rename = "log_base")]
    LogBase,
    /// One of the two terms of the losses forgotten.
    #[serde(rename = "half_of_the_losses")]
    HalfOfTheLosses,
    /// The step added.
    #[serde(rename = "update_sign")]
    UpdateSign,
    /// No update.
    #[serde(rename = "update_missing")]
    UpdateMissing,
    /// The update done twice.
    #[serde(rename = "update_doubled")]
    UpdateDoubled,
    /// A step that is not scaled by the learning rate.
    #[serde(rename = "update_without_learning_rate")]
    UpdateWithoutLearningRate,
    /// W updated before the layer below has used it.
    #[serde(rename = "update_in_backward")]
    UpdateInBackward,
    /// `-=` of the transpose.
    #[serde(rename = "in_place_transpose")]
    InPlaceTranspose,
}

impl DiagnosisKind {
    /// The mistake in a line that is offered in its equation too; none where that is another here.
    pub(crate) fn of(kind: Kind) -> Option<Self> {
        Some(match kind {
            Kind::TransposeAdded => Self::TransposeAdded,
            Kind::TransposeDropped => Self::TransposeDropped,
            Kind::TransposeMoved => Self::TransposeMoved,
            Kind::Swapped => Self::Swapped,
            Kind::Star => Self::Star,
            Kind::Dot => Self::Dot,
            Kind::WrongOperand => Self::WrongOperand,
            Kind::Max => Self::Max,
            Kind::Axis0 => Self::Axis0,
            Kind::NoKeepdims => Self::NoKeepdims,
            Kind::NoAxis => Self::NoAxis,
            Kind::NoMean => Self::NoMean,
            Kind::InPlaceTranspose => Self::InPlaceTranspose,
            // A parameter of one axis, and a sum in place: they fail, or are found as NoKeepdims.
            Kind::Flat | Kind::InPlaceNoKeepdims => return None,
        })
    }
}
