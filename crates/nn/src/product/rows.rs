//! Sums of weighted rows: each row of the result is a combination of the rows of the operand.

use ndarray::{Array2, ArrayView2};

/// Columns worked on at a time, so that their part of every row stays in the nearest cache.
const BLOCK: usize = 64;

/// A tile of the result: rows by columns, in registers.
const TILE: (usize, usize) = (4, 4);

/// Rows of the operand that a tile takes in one go; their weights are packed beside each other.
const PACK: usize = 64;

/// Weights of a tile's rows, those of one row of the operand beside each other.
type Packed = [[f64; TILE.0]; PACK];

/// Row r of `result` becomes `start(r) + Σ_k weight(r, k) · row k of rows`, added in the order of k.
pub fn combine(
    result: &mut Array2<f64>,
    rows: ArrayView2<'_, f64>,
    start: impl Fn(usize) -> f64,
    weight: impl Fn(usize, usize) -> f64,
) {
    let (count, m) = rows.dim();
    let n = result.nrows();
    let rows = rows.to_slice().expect("matrices are stored row by row");
    let result = result.as_slice_mut().expect("matrices are stored row by row");
    let mut packed: Packed = [[0.0; TILE.0]; PACK];
    for first in (0..m).step_by(BLOCK) {
        let columns = first..(first + BLOCK).min(m);
        for r in (0..n).step_by(TILE.0) {
            let height = TILE.0.min(n - r);
            let result = &mut result[r * m..(r + height) * m];
            for (row, result) in result.chunks_exact_mut(m).enumerate() {
                result[columns.clone()].fill(start(r + row));
            }
            for k in (0..count).step_by(PACK) {
                let depth = PACK.min(count - k);
                for (k, packed) in (k..k + depth).zip(&mut packed) {
                    for (row, weight_of_row) in packed.iter_mut().enumerate().take(height) {
                        *weight_of_row = weight(r + row, k);
                    }
                }
                let rows = &rows[k * m..(k + depth) * m];
                let packed = &packed[..depth];
                match height {
                    1 => add_block::<1>(result, rows, packed, m, columns.clone()),
                    2 => add_block::<2>(result, rows, packed, m, columns.clone()),
                    3 => add_block::<3>(result, rows, packed, m, columns.clone()),
                    _ => add_block::<4>(result, rows, packed, m, columns.clone()),
                }
            }
        }
    }
}

/// Adds the weighted `rows` to R rows of the result, in some columns of the m.
fn add_block<const R: usize>(
    result: &mut [f64],
    rows: &[f64],
    weights: &[[f64; TILE.0]],
    m: usize,
    columns: std::ops::Range<usize>,
) {
    let whole = columns.start + columns.len() / TILE.1 * TILE.1;
    for column in (columns.start..whole).step_by(TILE.1) {
        add_tile::<R, { TILE.1 }>(result, rows, weights, m, column);
    }
    for column in whole..columns.end {
        add_tile::<R, 1>(result, rows, weights, m, column);
    }
}

#[inline(always)]
fn add_tile<const R: usize, const C: usize>(
    result: &mut [f64],
    rows: &[f64],
    weights: &[[f64; TILE.0]],
    m: usize,
    column: usize,
) {
    let part = |row: usize| row * m + column..row * m + column + C;
    let mut tile = [[0.0; C]; R];
    for (row, tile) in tile.iter_mut().enumerate() {
        tile.copy_from_slice(&result[part(row)]);
    }
    for (weights, row) in weights.iter().zip(rows.chunks_exact(m)) {
        let x = &row[column..column + C];
        for r in 0..R {
            for c in 0..C {
                tile[r][c] += weights[r] * x[c];
            }
        }
    }
    for (row, tile) in tile.iter().enumerate() {
        result[part(row)].copy_from_slice(tile);
    }
}
