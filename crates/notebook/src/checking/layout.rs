//! Which pasted entry lies on which right one.

use numpy_text::Array;

use super::check::Arrangement;

/// Pasted entries laid on those of a matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    pub arrangement: Arrangement,
    /// Row and column in the matrix, and the index of the pasted entry, in the matrix's reading order.
    pub places: Vec<(usize, usize, usize)>,
    /// The rows and columns that `places` goes through, where it goes through each row alike.
    pub grid: Option<(Vec<usize>, Vec<usize>)>,
}

/// Rows and columns of an array of at most two axes: a number is a cell, a list a row.
pub fn rows_and_columns(shape: &[usize]) -> (usize, usize) {
    match *shape {
        [] => (1, 1),
        [columns] => (1, columns),
        [rows, columns, ..] => (rows, columns),
    }
}

/// How an array can be laid on one of a shape, the most likely first.
pub fn layouts(pasted: &Array, shape: &[usize]) -> Vec<Layout> {
    let (rows, columns) = rows_and_columns(shape);
    let [first, second] = pasted.axes_2d();
    let printed = second.printed();
    let mut found = vec![];
    if pasted.axes.len() == shape.len()
        && let (Some(rows), Some(columns)) = (first.indices(rows), second.indices(columns))
    {
        let places = places(&rows, &columns, |i, j| i * printed + j);
        let grid = Some((rows, columns));
        found.push(Layout { arrangement: Arrangement::Same, places, grid });
    }
    if pasted.axes.len() == 2
        && shape.len() == 2
        && let (Some(columns), Some(rows)) = (first.indices(columns), second.indices(rows))
        && (rows.len().min(columns.len()) > 1 || found.is_empty())
    {
        let places = places(&rows, &columns, |i, j| j * printed + i);
        let grid = Some((rows, columns));
        found.push(Layout { arrangement: Arrangement::Transposed, places, grid });
    }
    if found.is_empty() && rows.saturating_mul(columns) > 0 {
        let along = match (first.printed(), second.printed()) {
            (1, _) => Some(second),
            (_, 1) => Some(first),
            _ => None,
        };
        if let Some(indices) = along.and_then(|axis| axis.indices(rows * columns)) {
            let whole = indices.len() == rows * columns;
            let place = |(entry, index): (usize, &usize)| (index / columns, index % columns, entry);
            let places = indices.iter().enumerate().map(place).collect();
            let grid = whole.then(|| ((0..rows).collect(), (0..columns).collect()));
            found.push(Layout { arrangement: Arrangement::Flattened, places, grid });
        }
    }
    found
}

fn places(
    rows: &[usize],
    columns: &[usize],
    entry: impl Fn(usize, usize) -> usize,
) -> Vec<(usize, usize, usize)> {
    let of_row = |(i, &row): (usize, &usize)| {
        let entry = &entry;
        let of_column = move |(j, &column): (usize, &usize)| (row, column, entry(i, j));
        columns.iter().enumerate().map(of_column).collect::<Vec<_>>()
    };
    rows.iter().enumerate().flat_map(of_row).collect()
}
