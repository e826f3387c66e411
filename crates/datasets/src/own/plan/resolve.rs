//! The arrays that a plan names, fitted together.

use std::sync::Arc;

use super::inputs::Inputs;
use super::labels::{Labels, Mapping};
use super::{Examples, Plan};
use crate::own::files::Files;
use crate::own::formats::Content;
use crate::own::limits::MAX_X_BYTES;
use crate::own::source::Source;
use crate::own::table::{Cells, Table};
use crate::own::{FileError, ImageShape, Problem};

/// A training set, and perhaps a test set, that were found to fit together.
#[derive(Debug)]
pub(in crate::own) struct Resolved {
    pub(in crate::own) train: Inputs,
    pub(in crate::own) labels: Labels,
    pub(in crate::own) test: Option<(Inputs, Labels)>,
    pub(in crate::own) mapping: Mapping,
    pub(in crate::own) image: Option<ImageShape>,
    /// Examples of the training set that are used.
    pub(in crate::own) m: usize,
}

/// # Errors
///
/// Whatever keeps the arrays from being an X and a Y.
pub(in crate::own) fn resolve(plan: &Plan, files: &Files) -> Result<Resolved, FileError> {
    let X = plan.X.as_ref().ok_or_else(|| Problem::NoInputs.in_field("X"))?;
    let Y = plan.Y.as_ref().ok_or_else(|| Problem::NoLabels.in_field("Y"))?;
    let in_X = |problem: Problem| problem.in_array(&X.file, &X.array).of_field("X");
    let in_Y = |problem: Problem| problem.in_array(&Y.file, &Y.array).of_field("Y");

    let train = inputs(plan, X, Y, files).map_err(|error| error.of_field("X"))?;
    let labels = labels(plan, Y, files).map_err(|error| error.of_field("Y"))?;
    same_m(&train, &labels).map_err(in_X)?;
    let m = match plan.first {
        Some(got) if got == 0 || got > labels.m() => {
            return Err(Problem::FirstExamples { m: labels.m(), got }.in_field("first"));
        }
        first => first.unwrap_or(labels.m()),
    };
    let mapping = labels.mapping(plan.positive.as_deref(), m).map_err(in_Y)?;
    finite(&train, X, m, files)?;

    let mut test = None;
    if let (Some(test_X), Some(test_Y)) = (&plan.test_X, &plan.test_Y) {
        let test_X = &as_in_training(test_X, &train, files)?;
        let inputs =
            inputs(plan, test_X, test_Y, files).map_err(|error| error.of_field("test_X"))?;
        let test_labels =
            self::labels(plan, test_Y, files).map_err(|error| error.of_field("test_Y"))?;
        let in_test =
            |problem: Problem| problem.in_array(&test_X.file, &test_X.array).of_field("test_X");
        same_m(&inputs, &test_labels).map_err(in_test)?;
        let (wanted, got) = (train.n0(), inputs.n0());
        if wanted != got {
            return Err(in_test(Problem::DifferentN0 { wanted, got }));
        }
        known_classes(&test_labels, &labels, &mapping)
            .map_err(|problem| problem.in_array(&test_Y.file, &test_Y.array).of_field("test_Y"))?;
        finite(&inputs, test_X, inputs.m(), files)?;
        test = Some((inputs, test_labels));
    }
    let examples = m as u64 + test.as_ref().map_or(0, |(inputs, _)| inputs.m() as u64);
    let needed = (train.n0() as u64).checked_mul(8).and_then(|bytes| bytes.checked_mul(examples));
    if needed.is_none_or(|needed| needed > MAX_X_BYTES) {
        return Err(in_X(Problem::TooLarge { limit: MAX_X_BYTES, needed }));
    }
    let image = train.image().filter(|_| plan.flatten);
    Ok(Resolved { train, labels, test, mapping, image, m })
}

/// The columns of the test table are those of the training table, in its order, if it has them all.
fn as_in_training(test_X: &Source, train: &Inputs, files: &Files) -> Result<Source, FileError> {
    let names = train.names().filter(|_| test_X.columns.is_none());
    let columns = match (names, &files.item(test_X)?.content) {
        (Some(names), Content::Table(table)) => {
            names.iter().all(|name| table.column(name).is_some()).then_some(names)
        }
        _ => None,
    };
    Ok(Source { columns: columns.or_else(|| test_X.columns.clone()), ..test_X.clone() })
}

fn same_m(inputs: &Inputs, labels: &Labels) -> Result<(), Problem> {
    let (x_m, y_m) = (inputs.m(), labels.m());
    if x_m == y_m {
        return Ok(());
    }
    Err(Problem::DifferentM { x_shape: inputs.shape(), x_m, y_m })
}

/// Of two classes, the test labels may have no third.
fn known_classes(test: &Labels, train: &Labels, mapping: &Mapping) -> Result<(), Problem> {
    let is_new = |class: &&super::Class| !mapping.classes.iter().any(|known| known.is(class));
    match test.classes.iter().find(is_new) {
        Some(new) if mapping.classes.len() == 2 => {
            let classes = train.counts(train.m());
            Err(Problem::NoSuchClass { classes, got: new.text.clone() })
        }
        _ => Ok(()),
    }
}

fn finite(inputs: &Inputs, source: &Source, m: usize, files: &Files) -> Result<(), FileError> {
    // Counted when the file was read: mostly there is nothing to look for.
    if files.item(source)?.statistics.not_finite == 0 {
        return Ok(());
    }
    match inputs.not_finite(m) {
        None => Ok(()),
        Some((problem, None)) => Err(problem.in_array(&source.file, &source.array)),
        Some((problem, Some((row, column)))) => {
            Err(problem.in_array(&source.file, &source.array).at(Some(row), &column))
        }
    }
}

/// X from an array, from columns of a table, or from a table that is a matrix with the examples in
/// columns.
fn inputs(plan: &Plan, X: &Source, Y: &Source, files: &Files) -> Result<Inputs, FileError> {
    let item = files.item(X)?;
    let in_array = |problem: Problem| problem.in_array(&X.file, &X.array);
    let examples = plan.examples;
    let array = match &item.content {
        Content::Unusable { problem, .. } => return Err(in_array(problem.clone())),
        Content::Array(array) if array.dtype().is_text() => {
            return Err(in_array(Problem::Dtype { got: array.dtype().to_string() }));
        }
        Content::Array(array) => array.clone(),
        Content::Table(table) if examples == Examples::Columns && table.is_matrix() => {
            table.matrix()
        }
        Content::Table(table) => {
            let columns = columns(table, X, Y)?;
            return Ok(Inputs::Columns { table: Arc::clone(table), columns });
        }
    };
    let shape = array.shape();
    let wanted = match (shape.len(), plan.flatten) {
        (2, _) | (3.., true) => None,
        (3.., false) => Some("two axes, or to be flattened".to_owned()),
        _ => Some("two axes or more".to_owned()),
    };
    if let Some(wanted) = wanted {
        return Err(in_array(Problem::Shape { wanted, got: shape.to_vec() }));
    }
    let inputs = Inputs::Array { array, examples };
    if inputs.n0() == 0 || inputs.m() == 0 {
        let wanted = "at least one example and one feature".to_owned();
        return Err(in_array(Problem::Shape { wanted, got: inputs.shape() }));
    }
    Ok(inputs)
}

/// The columns that are named, or all columns of numbers that are neither labels nor an index.
fn columns(table: &Arc<Table>, X: &Source, Y: &Source) -> Result<Vec<usize>, FileError> {
    let in_table = |problem: Problem| problem.in_array(&X.file, &X.array);
    let is_same = (&X.file, &X.array) == (&Y.file, &Y.array);
    let labels: &[String] = if is_same { Y.columns.as_deref().unwrap_or_default() } else { &[] };
    let columns: Vec<usize> = match &X.columns {
        Some(names) => {
            let mut columns = Vec::with_capacity(names.len());
            for name in names {
                if labels.contains(name) {
                    return Err(in_table(Problem::LabelColumnInInputs { got: name.clone() }));
                }
                columns.push(table.column(name).ok_or_else(|| {
                    in_table(Problem::NoSuchColumn { known: table.names(), got: name.clone() })
                })?);
            }
            columns
        }
        None => (0..table.columns.len())
            .filter(|&at| {
                let column = &table.columns[at];
                let is_text = matches!(column.cells, Cells::Words { mixed: false, .. });
                !is_text && !column.is_index && !labels.contains(&column.name)
            })
            .collect(),
    };
    if columns.is_empty() {
        return Err(in_table(Problem::NoColumns {
            wanted: "at least one column of numbers",
            got: 0,
        }));
    }
    for &at in &columns {
        if let Some((row, word)) = table.first_word(at) {
            let problem = Problem::TextForNumber { got: word.to_owned() };
            let line = table.lines.get(row).copied();
            return Err(in_table(problem).at(line, &table.columns[at].name));
        }
    }
    Ok(columns)
}

fn labels(plan: &Plan, Y: &Source, files: &Files) -> Result<Labels, FileError> {
    let in_array = |problem: Problem| problem.in_array(&Y.file, &Y.array);
    let (labels, place) = match &files.item(Y)?.content {
        Content::Unusable { problem, .. } => return Err(in_array(problem.clone())),
        Content::Array(array) => (Labels::of_array(array).map_err(in_array)?, None),
        // A notebook's (1, m) in a table of one row.
        Content::Table(table)
            if plan.examples == Examples::Columns && table.rows == 1 && table.is_matrix() =>
        {
            (Labels::of_array(&table.matrix()).map_err(in_array)?, None)
        }
        Content::Table(table) => {
            let names = Y.columns.as_deref().unwrap_or_default();
            let [name] = names else {
                let wanted = "one column of labels";
                return Err(in_array(Problem::NoColumns { wanted, got: names.len() }));
            };
            let at = table.column(name).ok_or_else(|| {
                in_array(Problem::NoSuchColumn { known: table.names(), got: name.clone() })
            })?;
            (Labels::of_column(&table.columns[at]), Some((table, name)))
        }
    };
    match (labels.bad, place) {
        (None, _) => Ok(labels),
        (Some((at, got)), None) => Err(in_array(Problem::NotFinite { index: vec![at], got })),
        (Some((at, got)), Some((table, name))) => {
            let problem = if got.is_nan() {
                Problem::EmptyCell { got: String::new() }
            } else {
                Problem::NotFinite { index: vec![at], got }
            };
            Err(in_array(problem).at(table.lines.get(at).copied(), name))
        }
    }
}
