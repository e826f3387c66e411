//! The entries of X where they are stored.

use std::ops::Range;
use std::sync::Arc;

use super::Examples;
use crate::own::array::Array;
use crate::own::found::images;
use crate::own::table::{Cells, Table};
use crate::own::{ImageShape, Problem};

/// The inputs of a training or test set, not yet converted: `(n[0], m)` for whoever reads them.
#[derive(Clone, Debug)]
pub(in crate::own) enum Inputs {
    /// An example is an index of the first or last axis, a feature one of all the others in C order.
    Array { array: Array, examples: Examples },
    /// A row of a table is an example.
    Columns { table: Arc<Table>, columns: Vec<usize> },
}

impl Inputs {
    pub(in crate::own) fn n0(&self) -> usize {
        match self {
            Self::Array { .. } => self.feature_axes().0.iter().product(),
            Self::Columns { columns, .. } => columns.len(),
        }
    }

    pub(in crate::own) fn m(&self) -> usize {
        match self {
            Self::Array { array, examples } => {
                let axis = match examples {
                    Examples::Rows => array.shape().first(),
                    Examples::Columns => array.shape().last(),
                };
                axis.copied().unwrap_or(0)
            }
            Self::Columns { table, .. } => table.rows,
        }
    }

    pub(super) fn shape(&self) -> Vec<usize> {
        match self {
            Self::Array { array, .. } => array.shape().to_vec(),
            Self::Columns { table, columns } => vec![table.rows, columns.len()],
        }
    }

    /// The names of the features, if they have some.
    pub(super) fn names(&self) -> Option<Vec<String>> {
        match self {
            Self::Array { .. } => None,
            Self::Columns { table, columns } => {
                Some(columns.iter().map(|&at| table.columns[at].name.clone()).collect())
            }
        }
    }

    /// The picture in an example: of grey `(h, w)`, or of one, three or four channels `(h, w, c)`.
    pub(super) fn image(&self) -> Option<ImageShape> {
        let Self::Array { array, examples } = self else { return None };
        match examples {
            Examples::Rows => images(array).map(|images| images.shape),
            Examples::Columns => match *array.shape() {
                [height, width, _] => Some(ImageShape { height, width, channels: 1 }),
                [height, width, channels @ (1 | 3 | 4), _] => {
                    Some(ImageShape { height, width, channels })
                }
                _ => None,
            },
        }
    }

    /// The features of each range, a feature a row of the first `m` examples.
    pub(super) fn read(&self, features: Range<usize>, m: usize) -> Vec<f64> {
        let mut rows = vec![0.0; features.len() * m];
        if m == 0 {
            return rows;
        }
        match self {
            Self::Array { array, .. } => {
                let offsets: Vec<usize> = features.map(|feature| self.offset(feature)).collect();
                let step = self.example_stride();
                // A few features at a time: an example has them side by side in memory.
                for (block, rows) in offsets.chunks(16).zip(rows.chunks_mut(16 * m)) {
                    for i in 0..m {
                        for (k, offset) in block.iter().enumerate() {
                            rows[k * m + i] = array.number(offset + i * step);
                        }
                    }
                }
            }
            Self::Columns { table, columns } => {
                for (row, &column) in rows.chunks_mut(m).zip(&columns[features]) {
                    if let Cells::Numbers { numbers, .. } = &table.columns[column].cells {
                        row.copy_from_slice(&numbers[..m]);
                    }
                }
            }
        }
        rows
    }

    /// The first entry of the first `m` examples that is NaN or infinite.
    pub(super) fn not_finite(&self, m: usize) -> Option<(Problem, Option<(u64, String)>)> {
        match self {
            Self::Array { array, examples } => {
                let example = |index: &[usize]| match examples {
                    Examples::Rows => index.first().copied(),
                    Examples::Columns => index.last().copied(),
                };
                (0..array.len()).find_map(|position| {
                    let number = array.number(array.offset_of(position));
                    if number.is_finite() {
                        return None;
                    }
                    let index = array.index_of(position);
                    let is_used = example(&index).is_some_and(|example| example < m);
                    is_used.then_some((Problem::NotFinite { index, got: number }, None))
                })
            }
            Self::Columns { table, columns } => columns.iter().find_map(|&at| {
                let column = &table.columns[at];
                let Cells::Numbers { numbers, .. } = &column.cells else { return None };
                let row = numbers[..m].iter().position(|number| !number.is_finite())?;
                let problem = if numbers[row].is_nan() {
                    Problem::EmptyCell { got: String::new() }
                } else {
                    Problem::NotFinite { index: vec![row], got: numbers[row] }
                };
                Some((problem, Some((table.lines[row], column.name.clone()))))
            }),
        }
    }

    /// The lengths and strides of the axes that are no axis of examples.
    fn feature_axes(&self) -> (&[usize], &[usize]) {
        let Self::Array { array, examples } = self else { return (&[], &[]) };
        let (shape, strides) = (array.shape(), array.strides());
        let rank = shape.len();
        let axes = match examples {
            Examples::Rows => 1.min(rank)..rank,
            Examples::Columns => 0..rank.saturating_sub(1),
        };
        (&shape[axes.clone()], &strides[axes])
    }

    /// From an example to the next, in entries.
    fn example_stride(&self) -> usize {
        let Self::Array { array, examples } = self else { return 0 };
        let stride = match examples {
            Examples::Rows => array.strides().first(),
            Examples::Columns => array.strides().last(),
        };
        stride.copied().unwrap_or(0)
    }

    /// Where a feature of the first example is stored.
    fn offset(&self, feature: usize) -> usize {
        let (shape, strides) = self.feature_axes();
        let mut rest = feature;
        let mut offset = 0;
        for (&axis, stride) in shape.iter().zip(strides).rev() {
            offset += rest.checked_rem(axis).unwrap_or(0) * stride;
            rest = rest.checked_div(axis).unwrap_or(0);
        }
        offset
    }
}
