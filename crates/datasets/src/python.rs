//! The data sets as statements of Python: the same draws, from NumPy and scikit-learn themselves.

use crate::DatasetParameters;
use crate::catalogue::Field;

impl DatasetParameters {
    /// Statements of Python, with their imports, that leave the same `X` of shape (n\[0\], m) and `Y` of
    /// shape (1, m). They need NumPy, and scikit-learn for the sets that are its own.
    ///
    /// ```
    /// let randn = datasets::DatasetInput::named("randn").check(None)?;
    /// assert_eq!(
    ///     randn.python(),
    ///     "import numpy as np\n\n\
    ///      np.random.seed(1)\n\
    ///      X = np.random.randn(5, 400)\n\
    ///      Y = np.random.randint(0, 2, size=(1, 400))\n"
    /// );
    /// # Ok::<(), datasets::Error>(())
    /// ```
    #[must_use]
    pub fn python(&self) -> String {
        let (m, half) = (self.m(), self.m() / 2);
        let noise = format!("{:?}", self.noise());
        let seed = self.get(Field::Seed).unwrap_or(0.0);
        // One row an example, as all of scikit-learn has it.
        let rows = "X, Y = X.T, Y.reshape(1, -1)\n";
        match self.name() {
            "flower" => format!(
                "import numpy as np\n\n\
                 np.random.seed({seed})\n\
                 m = {m}  # number of examples\n\
                 N = m // 2  # number of points per class\n\
                 X = np.zeros((m, 2))\n\
                 Y = np.zeros((m, 1), dtype=\"uint8\")\n\
                 a = 4  # maximum ray of the flower\n\
                 for j in range(2):\n    \
                     ix = range(N*j, N if j == 0 else m)\n    \
                     t = np.linspace(j*3.12, (j+1)*3.12, len(ix)) + np.random.randn(len(ix))*{noise}  # theta\n    \
                     r = a*np.sin(4*t) + np.random.randn(len(ix))*{noise}  # radius\n    \
                     X[ix] = np.c_[r*np.sin(t), r*np.cos(t)]\n    \
                     Y[ix] = j\n\
                 X = X.T\n\
                 Y = Y.T\n"
            ),
            "circles" => format!(
                "from sklearn.datasets import make_circles\n\n\
                 X, Y = make_circles(n_samples={m}, noise={noise}, factor=0.5, random_state={seed})\n\
                 {rows}"
            ),
            "moons" => format!(
                "from sklearn.datasets import make_moons\n\n\
                 X, Y = make_moons(n_samples={m}, noise={noise}, random_state={seed})\n\
                 {rows}"
            ),
            "blobs" => format!(
                "from sklearn.datasets import make_blobs\n\n\
                 X, Y = make_blobs(n_samples={m}, centers=2, cluster_std={noise}, random_state={seed})\n\
                 {rows}"
            ),
            "xor" => format!(
                "import numpy as np\n\n\
                 np.random.seed({seed})\n\
                 X = np.random.uniform(-2, 2, size=({m}, 2))\n\
                 Y = ((X[:, 0] < 0) != (X[:, 1] < 0)).astype(int)\n\
                 X += np.where(X < 0, -0.2, 0.2)  # the gap\n\
                 X += np.random.normal(scale={noise}, size=({m}, 2))\n\
                 {rows}"
            ),
            "spiral" => format!(
                "import numpy as np\n\n\
                 np.random.seed({seed})\n\
                 X = np.zeros(({m}, 2))\n\
                 Y = np.zeros({m}, dtype=int)\n\
                 for j, start, N in (0, 0, {half}), (1, {half}, {rest}):\n    \
                     ix = range(start, start + N)\n    \
                     s = np.sqrt(np.linspace(0.01, 1, N))\n    \
                     t = 3*np.pi*s + np.pi*j  # angle\n    \
                     r = 4*s  # radius\n    \
                     X[ix] = np.c_[r*np.sin(t), r*np.cos(t)] + np.random.normal(scale={noise}, size=(N, 2))\n    \
                     Y[ix] = j\n\
                 {rows}",
                rest = m - half
            ),
            "digits" => format!(
                "from sklearn.datasets import load_digits\n\n\
                 digits = load_digits()\n\
                 X = digits.data[:{m}].T / 16\n\
                 Y = (digits.target[:{m}] == {digit}).astype(int).reshape(1, -1)\n",
                digit = self.digit()
            ),
            "cancer" => format!(
                "from sklearn.datasets import load_breast_cancer\n\
                 from sklearn.preprocessing import StandardScaler\n\n\
                 cancer = load_breast_cancer()\n\
                 X = StandardScaler().fit_transform(cancer.data)[:{m}].T\n\
                 Y = cancer.target[:{m}].reshape(1, -1)  # 1 is benign\n"
            ),
            _ => format!(
                "import numpy as np\n\n\
                 np.random.seed({seed})\n\
                 X = np.random.randn({n0}, {m})\n\
                 Y = np.random.randint(0, 2, size=(1, {m}))\n",
                n0 = self.n0()
            ),
        }
    }
}
