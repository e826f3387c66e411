//! What the name of an array says.

/// What a name says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Role {
    pub(super) is_x: bool,
    pub(super) is_y: bool,
    pub(super) is_train: bool,
    pub(super) is_test: bool,
}

const X: [&str; 20] = [
    "x", "data", "feature", "features", "image", "images", "img", "imgs", "input", "inputs",
    "photo", "photos", "picture", "pictures", "pixel", "pixels", "point", "points", "sample",
    "samples",
];
const Y: [&str; 23] = [
    "y",
    "answer",
    "answers",
    "category",
    "class",
    "classes",
    "diagnosis",
    "gt",
    "kind",
    "label",
    "labels",
    "lbl",
    "output",
    "outputs",
    "outcome",
    "result",
    "species",
    "t",
    "target",
    "targets",
    "truth",
    "type",
    "variety",
];
const TRAIN: [&str; 4] = ["train", "training", "tr", "learn"];
const TEST: [&str; 8] = ["test", "testing", "tst", "te", "val", "valid", "validation", "dev"];

/// What the name of an array says: its last part first, then the groups, then the file.
pub(super) fn role(file: &str, array: &str) -> Role {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let parts: Vec<Vec<String>> = array.rsplit('/').chain([stem]).map(words).collect();
    let says =
        |part: &Vec<String>, list: &[&str]| part.iter().any(|word| list.contains(&word.as_str()));
    let mut role = Role::default();
    for part in &parts {
        if !role.is_x && !role.is_y {
            // "x_labels" would be labels; "y_data" too.
            role.is_y = says(part, &Y);
            role.is_x = !role.is_y && says(part, &X);
        }
        if !role.is_train && !role.is_test {
            role.is_test = says(part, &TEST);
            role.is_train = !role.is_test && says(part, &TRAIN);
        }
    }
    role
}

/// Whether the name of a column says that it has the labels.
pub(super) fn is_label(column: &str) -> bool {
    words(column).iter().any(|word| Y.contains(&word.as_str()))
}

/// Whether the name is that of a list of class names.
pub(super) fn is_list(array: &str) -> bool {
    let words = words(array.rsplit('/').next().unwrap_or(array));
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    has(&["classes", "names", "categories"])
}

/// The words of a name in lower case: `X_train`, `xTrain` and `xtrain` all are `x`, `train`.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut was_lower = false;
    for character in name.chars() {
        let breaks = !character.is_alphabetic() || was_lower && character.is_uppercase();
        if breaks && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if character.is_alphabetic() {
            word.extend(character.to_lowercase());
        }
        was_lower = character.is_lowercase();
    }
    if !word.is_empty() {
        words.push(word);
    }
    words.into_iter().flat_map(split).collect()
}

/// `xtrain` → `x`, `train`; `testy` → `test`, `y`.
fn split(word: String) -> Vec<String> {
    for set in ["train", "test", "val"] {
        let rest = word.strip_prefix(set).or_else(|| word.strip_suffix(set));
        if let Some(rest) = rest
            && (X.contains(&rest) || Y.contains(&rest))
        {
            return vec![rest.to_owned(), set.to_owned()];
        }
    }
    vec![word]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(file: &str, array: &str) -> (&'static str, &'static str) {
        let Role { is_x, is_y, is_train, is_test } = role(file, array);
        assert!(!(is_x && is_y || is_train && is_test));
        let what = if is_x {
            "x"
        } else if is_y {
            "y"
        } else {
            ""
        };
        (
            what,
            if is_train {
                "train"
            } else if is_test {
                "test"
            } else {
                ""
            },
        )
    }

    #[test]
    fn names_say_what_they_are() {
        assert_eq!(said("a.h5", "train_set_x"), ("x", "train"));
        assert_eq!(said("a.h5", "test_set_y"), ("y", "test"));
        assert_eq!(said("a.npz", "X_train"), ("x", "train"));
        assert_eq!(said("a.npz", "yTest"), ("y", "test"));
        assert_eq!(said("a.npz", "xtrain"), ("x", "train"));
        assert_eq!(said("a.npz", "testlabels"), ("y", "test"));
        assert_eq!(said("a.h5", "data/labels"), ("y", ""));
        assert_eq!(said("a.h5", "test/images"), ("x", "test"));
        assert_eq!(said("test_images.h5", "x"), ("x", "test"));
        assert_eq!(said("Y.npy", "Y"), ("y", ""));
        assert_eq!(said("W.npy", "W1"), ("", ""));
    }

    #[test]
    fn a_list_of_classes_is_known() {
        assert!(is_list("list_classes") && is_list("data/class_names") && is_list("target_names"));
        assert!(!is_list("train_set_y"));
    }
}
