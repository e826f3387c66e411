//! The template of a run, and the sections that it is made of.

use std::fmt;

/// The whole run.
pub const RUN: &str = include_str!("template.py");
/// What only a notebook can show.
pub const PLOT: &str = include_str!("plot.py");

const SECTION: &str = "# %% ";
const IF: &str = "#if ";
const END: &str = "#end";

/// A part of the run that is explained by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub title: String,
    /// Explanation in Markdown, a line each.
    pub prose: Vec<String>,
    /// Python, without blank lines around it.
    pub code: String,
}

/// The sections of a template: the lines that `flags` keep, with the values of names.
pub fn sections(
    template: &str,
    flags: &[&str],
    value: impl Fn(&str) -> Option<String>,
) -> Vec<Section> {
    let kept = kept(template, flags);
    let fill = |text: &str| filled(text, &value);
    let sections = kept.split(SECTION).skip(1).map(|section| {
        let (title, rest) = section.split_once('\n').unwrap_or((section, ""));
        let lines = rest.split_inclusive('\n').take_while(|line| line.starts_with('#'));
        let prose: Vec<&str> = lines.collect();
        let code = &rest[prose.iter().map(|line| line.len()).sum()..];
        let prose = prose.into_iter().map(|line| fill(line.trim_start_matches('#').trim()));
        Section { title: fill(title), prose: prose.collect(), code: fill(code.trim()) }
    });
    sections.collect()
}

/// The lines outside of `#if NAME … #end`, and those inside where NAME is one of `flags`.
fn kept(template: &str, flags: &[&str]) -> String {
    let mut inside = true;
    let lines = template.split_inclusive('\n').filter(|line| {
        let marker = line.trim_end();
        if let Some(flag) = marker.strip_prefix(IF) {
            inside = flags.contains(&flag);
            false
        } else if marker == END {
            inside = true;
            false
        } else {
            inside
        }
    });
    lines.collect()
}

/// The text with the value of each `__NAME__`; values are not looked into. A name without a value
/// stays.
fn filled(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let pieces = text.split("__").enumerate();
    let pieces = pieces.map(|(index, piece)| match index % 2 {
        0 => piece.to_owned(),
        _ => value(piece).unwrap_or_else(|| format!("__{piece}__")),
    });
    pieces.collect()
}

/// As a cell of a script (`# %%`), which editors know.
impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{SECTION}{}", self.title)?;
        for line in &self.prose {
            writeln!(f, "{}", format!("# {line}").trim_end())?;
        }
        writeln!(f, "\n{}", self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "\
# %% First, __A__
# prose
#
# more

one = __B__
#if yes
two
#end
#if no
three
#end
# %% Second

four
";

    fn value(name: &str) -> Option<String> {
        // What is filled in looks like a template itself.
        let value = match name {
            "A" => "__B__",
            "B" => "'\n#if no\n# %% 5\n'",
            _ => return None,
        };
        Some(value.to_owned())
    }

    #[test]
    fn lines_are_kept_by_their_flag_and_values_are_not_looked_into() {
        let sections = sections(TEMPLATE, &["yes"], value);
        let [first, second] = &sections[..] else { panic!("{sections:?}") };
        assert_eq!(first.title, "First, __B__");
        assert_eq!(first.prose, ["prose", "", "more"]);
        assert_eq!(first.code, "one = '\n#if no\n# %% 5\n'\ntwo");
        let expected = Section { title: "Second".into(), prose: vec![], code: "four".into() };
        assert_eq!(*second, expected);
        assert_eq!(second.to_string(), "# %% Second\n\nfour\n");
    }

    #[test]
    fn every_if_has_its_end() {
        for template in [RUN, PLOT] {
            let mut open = false;
            for line in template.lines() {
                let is_marker = line.starts_with(IF) || line == END;
                assert_eq!(
                    is_marker,
                    line.starts_with("#if") || line.starts_with("#end"),
                    "{line}"
                );
                if is_marker {
                    assert_eq!(open, line == END, "{line}");
                    open = !open;
                }
            }
            assert!(!open);
        }
    }
}
