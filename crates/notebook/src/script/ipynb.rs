//! The sections of a run as a Jupyter notebook, [nbformat 4.5](https://nbformat.readthedocs.io).

use serde::Serialize;
use serde_json::ser::PrettyFormatter;

use super::template::Section;

#[derive(Serialize)]
struct Notebook {
    cells: Vec<Cell>,
    metadata: Metadata,
    nbformat: u8,
    nbformat_minor: u8,
}

#[derive(Serialize)]
#[serde(tag = "cell_type", rename_all = "lowercase")]
enum Cell {
    Markdown {
        id: String,
        metadata: Empty,
        source: Vec<String>,
    },
    Code {
        execution_count: Option<u32>,
        id: String,
        metadata: Empty,
        outputs: [Empty; 0],
        source: Vec<String>,
    },
}

#[derive(Serialize)]
struct Empty {}

#[derive(Serialize)]
struct Metadata {
    kernelspec: Kernel,
    language_info: Language,
}

#[derive(Serialize)]
struct Kernel {
    display_name: &'static str,
    language: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
struct Language {
    name: &'static str,
}

/// A Markdown cell that explains, and a code cell, for each section.
pub fn notebook(sections: &[Section]) -> String {
    let cells = sections.iter().enumerate().flat_map(|(index, section)| {
        let heading = if index == 0 { "#" } else { "##" };
        let text = format!("{heading} {}\n\n{}", section.title, section.prose.join("\n"));
        [
            Cell::Markdown {
                id: format!("text-{index}"),
                metadata: Empty {},
                source: lines(text.trim_end()),
            },
            Cell::Code {
                execution_count: None,
                id: format!("code-{index}"),
                metadata: Empty {},
                outputs: [],
                source: lines(&section.code),
            },
        ]
    });
    written(&Notebook {
        cells: cells.collect(),
        metadata: Metadata {
            kernelspec: Kernel { display_name: "Python 3", language: "python", name: "python3" },
            language_info: Language { name: "python" },
        },
        nbformat: 4,
        nbformat_minor: 5,
    })
}

/// As Jupyter stores them: each with the end of its line.
fn lines(text: &str) -> Vec<String> {
    text.split_inclusive('\n').map(ToOwned::to_owned).collect()
}

/// JSON as Jupyter indents it.
fn written(notebook: &Notebook) -> String {
    let mut bytes = Vec::new();
    let formatter = PrettyFormatter::with_indent(b" ");
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, formatter);
    notebook.serialize(&mut serializer).expect("strings and numbers can be written");
    bytes.push(b'\n');
    String::from_utf8(bytes).expect("JSON is UTF-8")
}
