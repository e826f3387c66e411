"""Make digits.npy and cancer.npy beside this file from scikit-learn's bundled copies.

    python convert.py

Needs numpy and scikit-learn, no network. Sources and licences: README.md beside this file.
"""

from pathlib import Path

import numpy as np
from sklearn.datasets import load_breast_cancer, load_digits
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).parent


def digits():
    """(1797, 65) uint8: 64 pixels from 0 to 16, row by row, then the digit."""
    bunch = load_digits()
    table = np.c_[bunch.data, bunch.target].astype(np.uint8)
    assert np.array_equal(table[:, :64], bunch.data) and np.array_equal(table[:, 64], bunch.target)
    return table


def cancer():
    """(569, 31) float64: 30 features with mean 0 and (population) deviation 1, then the label."""
    bunch = load_breast_cancer()
    return np.c_[StandardScaler().fit_transform(bunch.data), bunch.target].astype("<f8")


if __name__ == "__main__":
    for name, table in {"digits": digits(), "cancer": cancer()}.items():
        np.save(HERE / f"{name}.npy", np.ascontiguousarray(table))
