//! The values of each operation's result.

use std::collections::BTreeMap;

use ndarray::{Array2, ArrayD, Axis, CowArray, IxDyn, Zip, arr0};

use crate::error::{Failure, NumpyError};
use crate::expression::{Expression, Function, Operator, Reduction};
use crate::rules::{Reduced, contracted, elementwise, product};
use crate::shape::Shape;

/// The values of variables, by name, borrowed or owned.
pub type Arrays<'a> = BTreeMap<String, CowArray<'a, f64, IxDyn>>;

/// An array of any number of axes.
type Values<'a> = CowArray<'a, f64, IxDyn>;

impl Expression {
    /// The values of the result, as NumPy has them in float64.
    ///
    /// It makes every array that NumPy would make: ask [`largest`](Self::largest) where the shapes
    /// are not known to be small.
    ///
    /// # Errors
    ///
    /// Those of [`shape`](Self::shape), and an array of more bytes than this machine can address.
    pub fn evaluate(&self, env: &Arrays<'_>) -> Result<ArrayD<f64>, Failure> {
        self.values(env).map(CowArray::into_owned)
    }

    fn values<'a>(&self, env: &'a Arrays<'_>) -> Result<Values<'a>, Failure> {
        match self {
            Self::Name(name) => match env.get(name) {
                Some(values) => Ok(values.view().into()),
                None => Err(self.not_defined(name)),
            },
            Self::Number(number) => Ok(arr0(*number).into_dyn().into()),
            Self::Transpose(of) => Ok(of.values(env)?.reversed_axes()),
            Self::Negative(of) => Ok(of.values(env)?.mapv(|x| -x).into()),
            Self::Elementwise(function, of) => Ok(of.values(env)?.mapv(function.of_entry()).into()),
            Self::Binary(operator, left, right) => {
                self.with_two(left, right, env, |a, b| operator.of_arrays(a, b))
            }
            Self::Maximum(left, right) => self.with_two(left, right, env, |a, b| zip(a, b, larger)),
            Self::Dot(left, right) => self.with_two(left, right, env, dot),
            Self::Reduce { reduction, of, axis, keepdims } => {
                let of = of.values(env)?;
                let rule = |[of]: &[Shape; 1]| Reduced::new(*reduction, of, *axis, *keepdims);
                let reduced = self.check([shape_of(&of)], rule)?;
                Ok(reduce(&of, *reduction, &reduced).into())
            }
        }
    }

    fn with_two<'a>(
        &self,
        left: &Self,
        right: &Self,
        env: &Arrays<'_>,
        operation: impl FnOnce(&Values<'_>, &Values<'_>) -> Result<ArrayD<f64>, NumpyError>,
    ) -> Result<Values<'a>, Failure> {
        let (left, right) = (left.values(env)?, right.values(env)?);
        let shapes = [shape_of(&left), shape_of(&right)];
        self.check(shapes, |_| operation(&left, &right)).map(Into::into)
    }
}

fn shape_of(values: &Values<'_>) -> Shape {
    values.shape().into()
}

/// A function of each two entries of arrays that are broadcast.
fn zip(
    left: &Values<'_>,
    right: &Values<'_>,
    function: impl Fn(f64, f64) -> f64,
) -> Result<ArrayD<f64>, NumpyError> {
    let shape = elementwise(&[shape_of(left), shape_of(right)])?;
    let dimension = dimension(&shape)?;
    let left = left.broadcast(dimension.clone()).ok_or(NumpyError::TooBig)?;
    let right = right.broadcast(dimension).ok_or(NumpyError::TooBig)?;
    Ok(Zip::from(left).and(right).map_collect(|&a, &b| function(a, b)))
}

/// `np.dot`, as a product of two matrices: the contracted axis is brought to the end of the left
/// operand and to the front of the right one, and the others are run together.
fn dot(left: &Values<'_>, right: &Values<'_>) -> Result<ArrayD<f64>, NumpyError> {
    let (left_shape, right_shape) = (shape_of(left), shape_of(right));
    let Some([_, of_right]) = contracted(&left_shape, &right_shape) else {
        return zip(left, right, |a, b| a * b);
    };
    let shape = product(&[left_shape, right_shape])?;
    let dimension = dimension(&shape)?;
    let length = right.len_of(Axis(of_right));
    let mut right = right.view();
    for axis in (0..of_right).rev() {
        right.swap_axes(axis, axis + 1);
    }
    let rows = left.len().checked_div(length);
    let columns = right.len().checked_div(length);
    let (Some(rows), Some(columns)) = (rows, columns) else {
        return Ok(ArrayD::zeros(dimension)); // sums of no terms
    };
    let left = left.to_shape((rows, length)).map_err(|_| NumpyError::TooBig)?;
    let right = right.to_shape((length, columns)).map_err(|_| NumpyError::TooBig)?;
    let mut result = Array2::zeros((rows, columns));
    // Of a transposed operand the columns are what lies together in memory.
    if right.t().is_standard_layout() && length > 1 {
        for (mut row, factors) in result.rows_mut().into_iter().zip(left.rows()) {
            row.iter_mut()
                .zip(right.columns())
                .for_each(|(entry, terms)| *entry = factors.dot(&terms));
        }
        return result.into_shape_with_order(dimension).map_err(|_| NumpyError::TooBig);
    }
    for (mut row, factors) in result.rows_mut().into_iter().zip(left.rows()) {
        for (&factor, terms) in factors.iter().zip(right.rows()) {
            row.scaled_add(factor, &terms);
        }
    }
    result.into_shape_with_order(dimension).map_err(|_| NumpyError::TooBig)
}

fn reduce(of: &Values<'_>, reduction: Reduction, reduced: &Reduced) -> ArrayD<f64> {
    let Some(axis) = reduced.axis.map(Axis) else {
        let value = if reduction == Reduction::Sum { of.sum() } else { largest(of) };
        return ArrayD::from_elem(reduced.shape.axes(), value); // of one entry
    };
    let result = match reduction {
        Reduction::Sum => of.sum_axis(axis),
        Reduction::Max => of.map_axis(axis, largest),
    };
    if reduced.shape.ndim() == of.ndim() { result.insert_axis(axis) } else { result }
}

fn largest<'a>(entries: impl IntoIterator<Item = &'a f64>) -> f64 {
    entries.into_iter().copied().fold(f64::NEG_INFINITY, larger)
}

/// The larger of two entries; a NaN where one of them is, as in NumPy.
fn larger(a: f64, b: f64) -> f64 {
    if a.is_nan() || a >= b { a } else { b }
}

/// The shape as ndarray has it, if the machine can address its entries.
fn dimension(shape: &Shape) -> Result<IxDyn, NumpyError> {
    if shape.bytes() > isize::MAX.unsigned_abs() as u128 {
        return Err(NumpyError::TooBig);
    }
    Ok(IxDyn(shape.axes()))
}

impl Function {
    fn of_entry(self) -> fn(f64) -> f64 {
        match self {
            Self::Log => libm::log,
            Self::Log2 => libm::log2,
            Self::Log10 => libm::log10,
            Self::Exp => libm::exp,
            Self::Tanh => libm::tanh,
        }
    }
}

impl Operator {
    /// One loop for each operator: most of the time of a run goes into them.
    fn of_arrays(self, a: &Values<'_>, b: &Values<'_>) -> Result<ArrayD<f64>, NumpyError> {
        match self {
            Self::Add => zip(a, b, |a, b| a + b),
            Self::Subtract => zip(a, b, |a, b| a - b),
            Self::Multiply => zip(a, b, |a, b| a * b),
            Self::Divide => zip(a, b, |a, b| a / b),
            Self::Greater => zip(a, b, |a, b| if a > b { 1.0 } else { 0.0 }),
            // NumPy squares without a logarithm, to the last bit.
            Self::Power => zip(a, b, |a, b| if b == 2.0 { a * a } else { libm::pow(a, b) }),
        }
    }
}
