//! The variable that a text before an array names.

/// The longest text in which a name is looked for.
const LIMIT: usize = 400;

/// The text without Python's and IPython's prompts.
pub(crate) fn without_prompt(text: &str) -> &str {
    let mut text = text.trim();
    while let Some(rest) = text.strip_prefix(">>>") {
        text = rest.trim_start();
    }
    for prompt in ["In [", "In[", "Out[", "Out ["] {
        let number = text.strip_prefix(prompt).and_then(|rest| rest.split_once("]:"));
        if let Some((number, rest)) = number
            && number.len() < 10
        {
            return rest.trim();
        }
    }
    text
}

/// The variable that a text names at its end: `W1` of `parameters["W1"] =`, of `'W1': `, of `print(W1)`
/// and of `**W1**`; `W2` of `W[2]` and `W^{[2]}`; `dW1` of `grads["dW" + "1"]`. A text of several words
/// names what its last word does, if that is one.
#[must_use]
pub fn variable(label: &str) -> Option<String> {
    let text = without_prompt(label);
    let start = text.char_indices().rev().nth(LIMIT).map_or(0, |(index, _)| index);
    let text = trim(&text[start..]);
    let whole = of_expression(text);
    if whole.is_some() {
        return whole;
    }
    let last = text.rsplit([' ', '\t', ',', ';', '|', '{']).next()?;
    of_expression(trim(last)).filter(|_| last.len() < text.len())
}

fn trim(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || "{(,|*#$`-".contains(c));
    text.trim_end_matches(|c: char| c.is_whitespace() || "=:|*$`,".contains(c))
}

fn of_expression(text: &str) -> Option<String> {
    for function in ["print(", "str(", "repr(", "np.array(", "array("] {
        if let Some(inner) = text.strip_prefix(function) {
            return of_expression(inner.strip_suffix(')')?.trim());
        }
    }
    if let Some(literals) = literals(text) {
        return of_expression(trim(&literals)).filter(|name| !name.is_empty());
    }
    // As formulas write it: W^{[1]}.
    if text.contains(['^', '{']) {
        let plain: String = text.chars().filter(|c| !"^{}\\".contains(*c)).collect();
        return of_expression(&plain);
    }
    let (base, rest) = text.split_at(identifier(text)?);
    if rest.is_empty() {
        return Some(base.to_owned());
    }
    if rest == ".T" {
        return Some(text.to_owned());
    }
    let (index, rest) = rest.strip_prefix('[')?.split_once(']')?;
    let name = match literals(index) {
        Some(name) => of_expression(trim(&name))?,
        None if index.bytes().all(|byte| byte.is_ascii_digit()) && !index.is_empty() => {
            format!("{base}{index}")
        }
        None => return None,
    };
    match rest {
        "" => Some(name),
        ".T" => Some(format!("{name}.T")),
        _ => None,
    }
}

/// The length of the identifier at the beginning.
fn identifier(text: &str) -> Option<usize> {
    let starts = text.starts_with(|c: char| c.is_alphabetic() || c == '_');
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    starts.then_some(end)
}

/// String literals and the sum of several: `"dW" + "1"`, `"dW" + str(1)`.
fn literals(text: &str) -> Option<String> {
    let mut joined = String::new();
    for part in text.split('+') {
        let part = part.trim();
        let number = part.strip_prefix("str(").and_then(|rest| rest.strip_suffix(')'));
        let content = match number {
            Some(number) if number.bytes().all(|byte| byte.is_ascii_digit()) => number,
            _ => {
                let quote = part.chars().next().filter(|c| matches!(c, '"' | '\''))?;
                let rest = part.strip_prefix(quote)?;
                let content = rest.strip_suffix(quote)?;
                if content.contains(quote) {
                    return None;
                }
                content
            }
        };
        joined.push_str(content);
    }
    Some(joined)
}

#[cfg(test)]
mod tests {
    use super::variable;

    #[test]
    fn names_are_found_in_what_people_write() {
        let cases = [
            ("W1 = ", "W1"),
            ("dW1:", "dW1"),
            ("grads[\"dW1\"] =", "dW1"),
            ("grads['dW' + '1']", "dW1"),
            ("grads['dW' + str(1)]", "dW1"),
            ("parameters[\"W1\"]", "W1"),
            ("{'W1': ", "W1"),
            (", 'b1': ", "b1"),
            ("**W1**", "W1"),
            ("| **W1** | ", "W1"),
            (">>> W1", "W1"),
            ("In [3]: print(W1)", "W1"),
            ("W[2] = ", "W2"),
            ("$W^{[2]}$", "W2"),
            ("The gradient dW1 is: dW1 =", "dW1"),
            ("A1.T", "A1.T"),
            ("cost", "cost"),
            ("cost=", "cost"),
        ];
        for (label, name) in cases {
            let found = variable(label);
            assert_eq!(found.as_deref(), Some(name), "{label}");
        }
        for label in ["", "Cost after iteration 100", "= ", "Out[3]:", "f(x)", "a b 1"] {
            assert_eq!(variable(label), None, "{label}");
        }
    }
}
