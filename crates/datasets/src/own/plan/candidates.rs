//! The arrays that may be X, and those that may be Y.

use super::names::{self, Role, role};
use crate::own::array::Array;
use crate::own::files::File;
use crate::own::formats::Content;
use crate::own::found::Item;
use crate::own::source::Source;
use crate::own::statistics::{MOST_DISTINCT, Statistics, distinct};
use crate::own::table::{Cells, Column, ColumnKind, Table};

/// Arrays that are looked at: pairs of them are compared.
const MOST: usize = 300;

/// What may be X.
pub(super) struct Inputs<'a> {
    pub(super) source: Source,
    pub(super) role: Role,
    pub(super) item: &'a Item,
    /// Of a table, without the column of its own labels.
    pub(super) shape: Vec<usize>,
    /// With it: the labels may be in another file.
    pub(super) whole: Vec<usize>,
    pub(super) statistics: Statistics,
    pub(super) score: f64,
}

/// What may be Y.
pub(super) struct Labels {
    pub(super) source: Source,
    pub(super) role: Role,
    pub(super) m: usize,
    pub(super) is_row: bool,
    pub(super) score: f64,
}

impl Inputs<'_> {
    /// The shape beside these labels.
    pub(super) fn beside(&self, y: &Labels) -> &[usize] {
        let is_own = self.source.file_and_array() == y.source.file_and_array();
        if is_own { &self.shape } else { &self.whole }
    }
}

pub(super) fn candidates(files: &[File]) -> (Vec<Inputs<'_>>, Vec<Labels>) {
    let (mut inputs, mut labels) = (Vec::new(), Vec::new());
    for file in files {
        for item in &file.items {
            let role = role(&file.name, &item.name);
            let source = Source::new(&file.name, &item.name);
            match &item.content {
                Content::Array(array) => {
                    labels.extend(of_array(array, item, role, &source));
                    if array.shape().len() > 1 && !array.dtype().is_text() && array.len() > 0 {
                        let shape = array.shape().to_vec();
                        let score = input_score(role, &shape);
                        let statistics = item.statistics.clone();
                        let whole = shape.clone();
                        inputs.push(Inputs { source, role, item, shape, whole, statistics, score });
                    }
                }
                Content::Table(table) => {
                    let label = label_column(table, role);
                    // A table of labels alone has no inputs, unless it is all that there is.
                    let numbers = |column: &&Column| {
                        column.kind() != ColumnKind::Text
                            && !column.is_index
                            && label.as_ref().is_none_or(|(name, _)| *name != column.name)
                    };
                    let n0 = table.columns.iter().filter(numbers).count();
                    let mut statistics = Statistics::default();
                    for column in table.columns.iter().filter(numbers) {
                        if let Cells::Numbers { statistics: of_column, .. } = &column.cells {
                            statistics.join(of_column);
                        }
                    }
                    if n0 > 0 {
                        let shape = vec![table.rows, n0];
                        let score = input_score(role, &shape);
                        let source = source.clone();
                        let is_number = |column: &&Column| {
                            column.kind() != ColumnKind::Text && !column.is_index
                        };
                        let all = table.columns.iter().filter(is_number).count();
                        let whole = vec![table.rows, all];
                        inputs.push(Inputs { source, role, item, shape, whole, statistics, score });
                    }
                    if table.rows == 1 && table.is_matrix() {
                        let m = table.columns.len();
                        labels.push(Labels {
                            source,
                            role,
                            m,
                            is_row: true,
                            score: label_score(role),
                        });
                    } else if let Some((name, score)) = label {
                        let source = Source { columns: Some(vec![name]), ..source };
                        labels.push(Labels { source, role, m: table.rows, is_row: false, score });
                    }
                }
                Content::Unusable { .. } => {}
            }
        }
    }
    inputs.truncate(MOST);
    labels.truncate(MOST);
    (inputs, labels)
}

fn of_array(array: &Array, item: &Item, role: Role, source: &Source) -> Option<Labels> {
    let (m, is_row) = match *array.shape() {
        [m] | [m, 1] => (m, false),
        [1, m] => (m, true),
        _ => return None,
    };
    let classes = distinct((0..array.len()).map(|at| array.text(at))).map(|classes| classes.len());
    let is_list = array.dtype().is_text() && names::is_list(&item.name);
    if m < 2 || is_list && classes == Some(m) {
        return None;
    }
    let few = match classes {
        Some(0..=2) => 8.0,
        Some(_) => 3.0,
        None => -5.0,
    };
    let flat = if array.shape().len() == 1 { 2.0 } else { 0.0 };
    let score = label_score(role) + few + flat;
    Some(Labels { source: source.clone(), role, m, is_row, score })
}

/// The column that has the labels: by its name, else by its words, else the last.
fn label_column(table: &Table, role: Role) -> Option<(String, f64)> {
    let usable: Vec<&Column> = table.columns.iter().filter(|column| !column.is_index).collect();
    let few = |column: &Column| {
        distinct((0..table.rows).map(|row| column.text(row))).map_or(usize::MAX, |all| all.len())
    };
    let chosen = match usable[..] {
        [] => return None,
        [only] => Some((only, label_score(role) + 5.0)),
        _ => None,
    };
    // Where each row has a value of its own, there are no classes.
    let is_few = |count: usize| count <= MOST_DISTINCT && count < table.rows;
    let is_named = |column: &&&Column| names::is_label(&column.name);
    let by_name = || {
        let mut named = usable.iter().filter(is_named);
        named.rfind(|column| is_few(few(column))).map(|column| (*column, 25.0))
    };
    let by_name_alone = || usable.iter().rfind(is_named).map(|column| (*column, 15.0));
    let last = usable.last().map(|column| (*column, few(column)));
    let last_of_two = || last.filter(|(_, count)| *count == 2).map(|(column, _)| (column, 12.0));
    let words = || {
        let is_words = |column: &&&Column| {
            matches!(&column.cells, Cells::Words { .. })
                && (2..=MOST_DISTINCT).contains(&few(column))
        };
        usable.iter().rfind(is_words).map(|column| (*column, 10.0))
    };
    let last_of_few =
        || last.map(|(column, count)| (column, if is_few(count) { 5.0 } else { -10.0 }));
    let (column, score) = chosen
        .or_else(by_name)
        .or_else(last_of_two)
        .or_else(words)
        .or_else(by_name_alone)
        .or_else(last_of_few)?;
    Some((column.name.clone(), score))
}

fn label_score(role: Role) -> f64 {
    let name = if role.is_y {
        20.0
    } else if role.is_x {
        -20.0
    } else {
        0.0
    };
    name - if role.is_test { 40.0 } else { 0.0 }
}

fn input_score(role: Role, shape: &[usize]) -> f64 {
    let name = if role.is_x {
        20.0
    } else if role.is_y {
        -20.0
    } else {
        0.0
    };
    let size: f64 = shape.iter().map(|&axis| (axis as f64).max(1.0).log10()).sum();
    // A column or a row is rather the labels.
    let flat = if shape.contains(&1) && shape.len() == 2 { -15.0 } else { 0.0 };
    name + size + flat - if role.is_test { 40.0 } else { 0.0 }
}
