//! Breast-cancer diagnosis.

use crate::{Dataset, Error};

use super::npy::Table;

/// The number of patients.
pub(crate) const EXAMPLES: usize = 569;

/// The number of features.
pub(crate) const N0: usize = 30;

/// In a row the features, then the label.
const TABLE: Table<f64> = Table {
    file: "cancer",
    dtype: "float64",
    code: "<f8",
    shape: (EXAMPLES, N0 + 1),
    row_is_valid: |row| row.iter().all(|x| x.is_finite()) && (row[N0] == 0.0 || row[N0] == 1.0),
    valid_row: "finite features and a label 0 or 1 in every row",
};

/// The first `m` patients of `cancer.npy`; as in scikit-learn, label **1 is benign**, 0 malignant:
///
/// ```python
/// X = StandardScaler().fit_transform(load_breast_cancer().data)[:m].T
/// Y = load_breast_cancer().target[:m]
/// ```
///
/// The features have mean 0 and population standard deviation 1 over all patients, not over the
/// first m.
pub(crate) fn read(bytes: &[u8], m: usize) -> Result<Dataset, Error> {
    TABLE.read(bytes, m, |table| {
        let features = table.slice(ndarray::s![.., ..N0]);
        Dataset::new(features.t().to_owned(), table.column(N0).to_vec())
    })
}
