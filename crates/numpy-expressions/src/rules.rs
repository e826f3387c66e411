//! The shape of each operation's result.

use std::collections::BTreeMap;

use crate::error::{Failure, Node, NumpyError, Operand};
use crate::expression::{Expression, Reduction};
use crate::shape::Shape;

/// The shapes of variables, by name.
pub type Shapes = BTreeMap<String, Shape>;

impl Expression {
    /// The shape of the result; no number is computed.
    ///
    /// # Errors
    ///
    /// The first operation that NumPy refuses, or a name that `env` does not have.
    pub fn shape(&self, env: &Shapes) -> Result<Shape, Failure> {
        match self {
            Self::Name(name) => env.get(name).cloned().ok_or_else(|| self.not_defined(name)),
            Self::Number(_) => Ok(Shape::default()),
            Self::Transpose(of) => Ok(of.shape(env)?.transposed()),
            Self::Negative(of) | Self::Elementwise(_, of) => of.shape(env),
            Self::Binary(_, left, right) | Self::Maximum(left, right) => {
                self.check([left.shape(env)?, right.shape(env)?], elementwise)
            }
            Self::Dot(left, right) => self.check([left.shape(env)?, right.shape(env)?], product),
            Self::Reduce { reduction, of, axis, keepdims } => self
                .check([of.shape(env)?], |[of]| {
                    Reduced::new(*reduction, of, *axis, *keepdims).map(|reduced| reduced.shape)
                }),
        }
    }

    /// The number of entries of the largest array that is made: the result, or one on the way to it.
    /// To read a variable or to transpose makes none.
    ///
    /// # Errors
    ///
    /// Those of [`shape`](Self::shape).
    pub fn largest(&self, env: &Shapes) -> Result<u128, Failure> {
        let is_made = |part: &&Self| !matches!(part, Self::Name(_) | Self::Transpose(_));
        let made = self.parts().into_iter().filter(is_made).chain([self]);
        let entries = |part: &Self| part.shape(env).map(|shape| shape.entries());
        made.map(entries).try_fold(0, |largest, entries| Ok(entries?.max(largest)))
    }

    /// The operation at the top, and what it is applied to.
    ///
    /// # Errors
    ///
    /// An operand that NumPy refuses to make. Whether it refuses the operation itself is not asked.
    pub fn node(&self, env: &Shapes) -> Result<Node, Failure> {
        let operand = |of: &Self| Ok(Operand { expression: of.clone(), shape: of.shape(env)? });
        let operands = self.operands().into_iter().map(operand).collect::<Result<_, _>>()?;
        Ok(Node { operator: self.operator(), operands })
    }

    /// What a rule makes of the operands' shapes; where it fails, this is the operation that fails.
    pub(crate) fn check<T, const N: usize>(
        &self,
        shapes: [Shape; N],
        rule: impl FnOnce(&[Shape; N]) -> Result<T, NumpyError>,
    ) -> Result<T, Failure> {
        rule(&shapes).map_err(|error| {
            let operands = self.operands().into_iter().cloned().zip(shapes);
            let operands = operands.map(|(expression, shape)| Operand { expression, shape });
            let node = Node { operator: self.operator(), operands: operands.collect() };
            Failure { node, error }
        })
    }

    pub(crate) fn not_defined(&self, name: &str) -> Failure {
        let node = Node { operator: self.operator(), operands: vec![] };
        Failure { node, error: NumpyError::NotDefined(name.into()) }
    }
}

impl Shape {
    /// The shape of an elementwise operation of the two.
    ///
    /// The shapes are compared from the last axis on; two axes fit where they are equal or one of
    /// them is 1, and a missing axis counts as 1.
    ///
    /// # Errors
    ///
    /// Two axes that do not fit.
    pub fn broadcast(&self, other: &Self) -> Result<Self, NumpyError> {
        let ndim = self.ndim().max(other.ndim());
        let axes = (0..ndim).map(|from_last| {
            match (self.length_from_end(from_last), other.length_from_end(from_last)) {
                (a, b) if a == b || b == 1 => Some(a),
                (1, b) => Some(b),
                _ => None,
            }
        });
        match axes.rev().collect::<Option<Vec<_>>>() {
            Some(axes) => Ok(axes.into()),
            None => Err(NumpyError::Broadcast { shapes: vec![self.clone(), other.clone()] }),
        }
    }

    /// Itself, unless its bytes are more than 64 bits can count. NumPy leaves out axes of length 0.
    pub(crate) fn addressable(self) -> Result<Self, NumpyError> {
        if self.bytes() > i64::MAX.unsigned_abs().into() {
            return Err(NumpyError::TooBig);
        }
        Ok(self)
    }
}

/// An operator, or np.maximum: the shapes are broadcast.
pub(crate) fn elementwise([left, right]: &[Shape; 2]) -> Result<Shape, NumpyError> {
    left.broadcast(right)?.addressable()
}

/// `np.dot`. With an array of no axes it multiplies entries; else the last axis of the left operand
/// and the last but one of the right (its only one, if it has one) are contracted, and the other axes
/// of the left come before those of the right.
pub(crate) fn product([left, right]: &[Shape; 2]) -> Result<Shape, NumpyError> {
    let Some([of_left, of_right]) = contracted(left, right) else {
        return elementwise(&[left.clone(), right.clone()]);
    };
    if left.axes()[of_left] != right.axes()[of_right] {
        let axes = [of_left, of_right];
        return Err(NumpyError::NotAligned { left: left.clone(), right: right.clone(), axes });
    }
    let (before, after) = (&right.axes()[..of_right], &right.axes()[of_right + 1..]);
    Shape::from([&left.axes()[..of_left], before, after].concat()).addressable()
}

/// The axes of the two that `np.dot` contracts, if it contracts any.
pub(crate) fn contracted(left: &Shape, right: &Shape) -> Option<[usize; 2]> {
    let of_left = left.ndim().checked_sub(1)?;
    let of_right = right.ndim().checked_sub(1)?;
    Some([of_left, of_right.saturating_sub(1)])
}

/// What a reduction comes to.
pub(crate) struct Reduced {
    /// The axis that is reduced, from 0; None for all of them.
    pub axis: Option<usize>,
    /// The shape of the result.
    pub shape: Shape,
}

impl Reduced {
    /// An array of no axes is taken for one of one axis, so that it has an axis 0 and an axis -1.
    pub fn new(
        reduction: Reduction,
        of: &Shape,
        axis: Option<isize>,
        keepdims: bool,
    ) -> Result<Self, NumpyError> {
        let ndim = of.ndim();
        let axis = axis.map(|axis| index(axis, ndim)).transpose()?.filter(|_| ndim > 0);
        let is_reduced = |i: usize| axis.is_none_or(|axis| axis == i);
        let axes = || of.axes().iter().copied().enumerate();
        if reduction == Reduction::Max && axes().any(|(i, length)| is_reduced(i) && length == 0) {
            return Err(NumpyError::NoIdentity);
        }
        let shape: Vec<_> = axes()
            .filter(|&(i, _)| keepdims || !is_reduced(i))
            .map(|(i, length)| if is_reduced(i) { 1 } else { length })
            .collect();
        Ok(Self { axis, shape: shape.into() })
    }
}

/// An axis counted from 0, where a negative one was counted from the end.
fn index(axis: isize, ndim: usize) -> Result<usize, NumpyError> {
    let length = ndim.max(1);
    let from_end = || length.checked_sub(axis.unsigned_abs());
    let index = if axis < 0 { from_end() } else { Some(axis.unsigned_abs()) };
    index.filter(|&index| index < length).ok_or(NumpyError::Axis { axis, ndim })
}
