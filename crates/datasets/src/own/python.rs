//! A plan as statements of Python: NumPy's own functions on the same files.

// The field's own capitals: X and Y are matrices, as in the formulas.
#![allow(non_snake_case)]

use std::fmt::Write as _;

use super::FileError;
use super::array::number_text;
use super::dtype::Dtype;
use super::files::Files;
use super::formats::{Content, Format};
use super::plan::{Class, Examples, Inputs, Plan, Resolved, ScalingKind, resolve};
use super::source::Source;
use super::table::{Encoding, Table};

/// A variable, the source that it is read from, and whether it is a set of labels.
type Variable<'a> = (&'static str, &'a Source, bool);

pub(super) fn of_plan(plan: &Plan, files: &Files) -> Result<String, FileError> {
    let resolved = resolve(plan, files)?;
    let mut variables: Vec<Variable> = Vec::new();
    variables.extend(plan.X.as_ref().map(|source| ("X", source, false)));
    variables.extend(plan.Y.as_ref().map(|source| ("Y", source, true)));
    if resolved.test.is_some() {
        variables.extend(plan.test_X.as_ref().map(|source| ("X_test", source, false)));
        variables.extend(plan.test_Y.as_ref().map(|source| ("Y_test", source, true)));
    }
    let mut code = imports(&variables, files)?;
    let mut read: Vec<&str> = Vec::new();
    for (_, source, _) in &variables {
        if !read.contains(&source.file.as_str()) {
            read.push(&source.file);
            let of_file: Vec<&Variable> =
                variables.iter().filter(|(_, other, _)| other.file == source.file).collect();
            reading(&mut code, &of_file, plan, &resolved, files)?;
        }
    }
    code.push('\n');
    for &(name, source, is_labels) in &variables {
        let statement = if is_labels {
            labels(name, source, &resolved, files)?
        } else {
            inputs(name, plan, &resolved)
        };
        code.push_str(&statement);
    }
    if resolved.m < resolved.train.m() {
        let m = resolved.m;
        let _ = writeln!(code, "X, Y = X[:, :{m}], Y[:, :{m}]");
    }
    scaling(&mut code, plan, resolved.test.is_some());
    Ok(code)
}

fn imports(variables: &[Variable], files: &Files) -> Result<String, FileError> {
    let (mut csv, mut h5py) = (false, false);
    for (_, source, _) in variables {
        match &files.item(source)?.content {
            Content::Table(_) => csv = true,
            _ => h5py |= format_of(source, files) == Some(Format::H5),
        }
    }
    let mut code = String::new();
    if csv {
        code.push_str("import csv\n\n");
    }
    if h5py {
        code.push_str("import h5py\n");
    }
    code.push_str("import numpy as np\n\n");
    Ok(code)
}

fn format_of(source: &Source, files: &Files) -> Option<Format> {
    files.files().iter().find(|file| file.name == source.file).map(|file| file.format)
}

/// The statements that read what is wanted of one file.
fn reading(
    code: &mut String,
    variables: &[&Variable],
    plan: &Plan,
    resolved: &Resolved,
    files: &Files,
) -> Result<(), FileError> {
    let Some(&&(first, source, _)) = variables.first() else { return Ok(()) };
    let file = quoted(&source.file);
    if let Content::Table(table) = &files.item(source)?.content {
        rows(code, &file, table);
        // Behind the first m there may be cells that are no numbers.
        let by_rows =
            matches!(resolved.train, Inputs::Columns { .. }) || plan.examples == Examples::Rows;
        let is_test = variables.iter().any(|(name, ..)| name.ends_with("_test"));
        if resolved.m < resolved.train.m() && by_rows && !is_test {
            let _ = writeln!(code, "rows = rows[:{}]", resolved.m);
        }
        for &&(name, source, is_labels) in variables {
            let inputs = if name == "X_test" {
                resolved.test.as_ref().map(|(inputs, _)| inputs)
            } else {
                Some(&resolved.train)
            };
            let cells = cells(table, source, inputs.filter(|_| !is_labels), plan);
            let _ = writeln!(code, "{name} = {cells}");
        }
        return Ok(());
    }
    match format_of(source, files) {
        Some(Format::H5) => {
            let _ = writeln!(code, "with h5py.File({file}, \"r\") as file:");
            for (name, source, _) in variables {
                let _ = writeln!(code, "    {name} = file[{}][()]", quoted(&source.array));
            }
        }
        Some(Format::Npz) => {
            let _ = writeln!(code, "with np.load({file}) as archive:");
            for (name, source, _) in variables {
                let _ = writeln!(code, "    {name} = archive[{}]", quoted(&source.array));
            }
        }
        _ => {
            let _ = writeln!(code, "{first} = np.load({file})");
        }
    }
    Ok(())
}

/// `rows`, the cells of a table without its header.
fn rows(code: &mut String, file: &str, table: &Table) {
    let layout = table.layout;
    let encoding = match layout.encoding {
        Encoding::Utf8 => "utf-8-sig",
        Encoding::Utf16 => "utf-16",
        Encoding::Windows1252 => "cp1252",
    };
    let delimiter = match layout.separator {
        b',' => String::new(),
        b'\t' => ", delimiter=\"\\t\"".to_owned(),
        other => format!(", delimiter={:?}", char::from(other).to_string()),
    };
    let _ = writeln!(code, "with open({file}, newline=\"\", encoding=\"{encoding}\") as file:");
    let _ = writeln!(code, "    rows = list(csv.reader(file{delimiter}))");
    code.push_str(
        "rows = [row for row in rows if len(row) > 1 or any(cell.strip() for cell in row)]\n",
    );
    if layout.header {
        code.push_str("del rows[0]  # the header\n");
    }
}

/// The columns of a table as an array, by their places in a row of the file.
fn cells(table: &Table, source: &Source, inputs: Option<&Inputs>, plan: &Plan) -> String {
    let number = |cell: &str| {
        if table.layout.decimal_comma {
            format!("float({cell}.replace(\",\", \".\"))")
        } else {
            format!("float({cell})")
        }
    };
    let place = |at: usize| table.columns[at].place;
    match inputs {
        Some(Inputs::Columns { columns, .. }) => {
            let places: Vec<usize> = columns.iter().map(|&at| place(at)).collect();
            let places = match (places.first(), places.last()) {
                (Some(first), Some(last))
                    if places.is_sorted() && last - first + 1 == places.len() =>
                {
                    format!("range({first}, {})", last + 1)
                }
                _ => format!("{places:?}"),
            };
            format!("np.array([[{} for j in {places}] for row in rows])", number("row[j]"))
        }
        None if plan.examples == Examples::Rows || source.columns.is_some() => {
            let name = source.columns.as_ref().and_then(|columns| columns.first());
            let column = name.and_then(|name| table.column(name)).unwrap_or(0);
            let cell = format!("row[{}]", place(column));
            let is_number = table.columns[column].is_numbers();
            let cell = if is_number { number(&cell) } else { format!("{cell}.strip()") };
            format!("np.array([{cell} for row in rows])")
        }
        Some(Inputs::Array { .. }) | None => {
            format!("np.array([[{} for cell in row if cell] for row in rows])", number("cell"))
        }
    }
}

/// (m, …) or (…, m) → (n[0], m), as float64.
fn inputs(name: &str, plan: &Plan, resolved: &Resolved) -> String {
    let is_flat = match &resolved.train {
        Inputs::Array { array, .. } => array.shape().len() == 2,
        Inputs::Columns { .. } => true,
    };
    let by_rows =
        matches!(resolved.train, Inputs::Columns { .. }) || plan.examples == Examples::Rows;
    let arranged = match (is_flat, by_rows) {
        (true, true) => format!("{name}.T"),
        (true, false) => name.to_owned(),
        (false, true) => format!("{name}.reshape({name}.shape[0], -1).T"),
        (false, false) => format!("{name}.reshape(-1, {name}.shape[-1])"),
    };
    let shape = "(n[0], m)";
    format!("{name} = {arranged}.astype(np.float64)  # {shape}\n")
}

/// Labels of any shape → (1, m) of 0 and 1.
fn labels(
    name: &str,
    source: &Source,
    resolved: &Resolved,
    files: &Files,
) -> Result<String, FileError> {
    let mapping = &resolved.mapping;
    let value = if mapping.is_identity() {
        format!("{name}.reshape(1, -1)")
    } else {
        let one = literal(&mapping.one, source, files)?;
        format!("({name}.reshape(1, -1) == {one})")
    };
    Ok(format!("{name} = {value}.astype(np.float64)  # (1, m)\n"))
}

/// A label as it is in the file: a number, text, or bytes.
fn literal(class: &Class, source: &Source, files: &Files) -> Result<String, FileError> {
    if let Some(number) = class.number {
        // True and False are numbers to NumPy.
        return Ok(number_text(number));
    }
    let is_bytes = match &files.item(source)?.content {
        Content::Array(array) => matches!(array.dtype(), Dtype::Bytes(_) | Dtype::Text),
        _ => false,
    };
    let text = quoted(&class.text);
    Ok(match (is_bytes, class.text.is_ascii()) {
        (false, _) => text,
        (true, true) => format!("b{text}"),
        (true, false) => format!("{text}.encode()"),
    })
}

fn scaling(code: &mut String, plan: &Plan, has_test: bool) {
    let mut scale = |of: &str| {
        let _ = writeln!(code, "X = X{of}");
        if has_test {
            let _ = writeln!(code, "X_test = X_test{of}");
        }
    };
    match plan.scaling {
        ScalingKind::None => {}
        ScalingKind::Bytes => scale(" / 255."),
        ScalingKind::Standardise => {
            code.push_str(
                "mean = np.mean(X, axis=1, keepdims=True)\n\
                 deviation = np.std(X, axis=1, keepdims=True)\n\
                 # A feature that is the same in every example becomes 0.\n\
                 deviation[X.min(axis=1) == X.max(axis=1)] = 1\n",
            );
            code.push_str("X = (X - mean) / deviation\n");
            if has_test {
                code.push_str("X_test = (X_test - mean) / deviation\n");
            }
        }
    }
}

/// A string of Python.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            control if control.is_control() => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}
