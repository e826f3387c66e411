//! The runs: together they have every line of the template.

use ndarray::{Array2, Axis, concatenate};
use nn::{Activation, Initialization};
use notebook::{CostStyle, Data};
use numpy_random::RandomState;

use crate::data::{of_catalogue, of_files};
use crate::example::Example;

pub fn examples() -> Vec<Example> {
    let relu = || checkers("ReLU in two hidden layers", &[2, 4, 3, 1], 50);
    let written_here = vec![
        relu().learning_rate(0.3).iterations(200, 10),
        relu().named("one iteration").iterations(1, 100),
        relu().named("no iteration").iterations(0, 100),
        relu().named("six decimals").printed(CostStyle::Six).iterations(25, 4),
        checkers("tanh, in the course's third week", &[2, 4, 1], 80)
            .activation(Activation::Tanh)
            .drawn(Initialization::Small, 2)
            .learning_rate(1.2)
            .iterations(200, 100),
        checkers("another learning rate on the way", &[2, 5, 3, 1], 60)
            .activation(Activation::Tanh)
            .drawn(Initialization::He, u32::MAX)
            .learning_rate(0.1 + 0.2)
            .changed(&[(40, 1e-7), (41, 0.75), (100, 0.05), (120, 0.075)])
            .iterations(120, 7),
        // At iteration 3 from now on: no update was done with it.
        checkers("a change too late", &[2, 3, 1], 20).changed(&[(3, 0.5)]).iterations(3, 1),
        checkers("no hidden layer", &[2, 1], 40)
            .drawn(Initialization::Small, 0)
            .learning_rate(0.5)
            .iterations(200, 50),
        checkers("no hidden layer, and tanh for it", &[2, 1], 40)
            .activation(Activation::Tanh)
            .iterations(5, 1),
        checkers("one example", &[2, 3, 1], 1).iterations(20, 1),
        checkers("units that stay equal", &[2, 3, 2, 1], 30)
            .drawn(Initialization::Zeros, 7)
            .iterations(30, 10),
        checkers("more inputs than examples", &[300, 6, 4, 1], 20)
            .drawn(Initialization::Course, 1)
            .learning_rate(0.0075)
            .iterations(200, 100),
        checkers("a test set", &[2, 4, 1], 60).with_test(25).iterations(50, 10),
        imported_run("imported parameters"),
        imported_run("a file with a name of its own").file("it's \"W\" \\ µ 数.npz"),
        one_weight("sure and wrong: AL is 1 where Y is 0", 40.0, &[-3.0, -1.5, 2.0, 20.0], 0.001),
        one_weight("sure and right: a cost of 1e-18", 40.0, &[-2.0, -1.0, 1.0, 3.0], 0.1),
        one_weight("exp(-Z) overflows", 1000.0, &[-2.0, -1.0, 1.0, 3.0], 0.1),
        one_weight("labels of one kind far off", -1e9, &[-4.0, -2.0, 2.0, 4.0], 1.0),
        of_files("pictures of two files", &["train_images.h5", "test_images.h5"]),
        of_files("a table", &["iris.csv"]),
        of_files("an archive with its own test set", &["split.npz"]),
        checkers("it diverges", &[2, 4, 3, 1], 30).learning_rate(1e160).iterations(6, 1),
    ];
    written_here.into_iter().chain(of_catalogue()).collect()
}

/// Points of two classes, drawn by the same lines in both languages.
fn checkers(name: &'static str, layers_dims: &[usize], m: usize) -> Example {
    let n0 = layers_dims[0];
    let (X, Y) = drawn(5, n0, m);
    let title = format!("{n0} inputs,\n{m} examples # drawn");
    // Names and texts that look like the template's own.
    let code = format!(
        "# %% __SEED__ #if relu\n{}text = '''\n#if relu\n#end\n__EVERY__'''\n\n",
        drawing("", 5, n0, m)
    );
    Example::new(name, X, Y)
        .with_data(Data { title, code, has_test: false, files: vec![] })
        .layers(layers_dims)
}

fn drawing(suffix: &str, seed: u32, n0: usize, m: usize) -> String {
    format!(
        "np.random.seed({seed})\n\
         X{suffix} = np.random.randn({n0}, {m})\n\
         Y{suffix} = (X{suffix}[:1] * X{suffix}[-1:] > 0).astype(float)\n"
    )
}

/// What [`drawing`] gives.
fn drawn(seed: u32, n0: usize, m: usize) -> (Array2<f64>, Array2<f64>) {
    let mut random = RandomState::seed(seed);
    let X = Array2::from_shape_simple_fn((n0, m), || random.randn());
    let Y = Array2::from_shape_fn((1, m), |(_, i)| f64::from(X[[0, i]] * X[[n0 - 1, i]] > 0.0));
    (X, Y)
}

fn imported_run(name: &'static str) -> Example {
    let (n, seed) = ([4, 3, 2, 1], 9);
    let mut random = RandomState::seed(seed);
    let count: usize = n.windows(2).map(|pair| pair[1] * (pair[0] + 1)).sum();
    let parameters = std::iter::repeat_with(|| random.randn()).take(count).collect();
    checkers(name, &n, 30).begun("W b.npz", parameters).changed(&[(20, 0.5)]).iterations(50, 5)
}

/// σ(w x) with a large w. The label is 1 where x is positive and below 10.
fn one_weight(name: &'static str, w: f64, x: &[f64], learning_rate: f64) -> Example {
    let mut example = checkers(name, &[1, 1], x.len())
        .begun("w.npz", vec![w, 0.25])
        .learning_rate(learning_rate)
        .iterations(30, 1);
    example.X = Array2::from_shape_vec((1, x.len()), x.to_vec()).expect("a row");
    example.Y = example.X.mapv(|x| f64::from(x > 0.0 && x < 10.0));
    example.description.data.code =
        format!("X = np.array([{x:?}])\nY = ((X > 0) & (X < 10)).astype(int)");
    example
}

impl Example {
    /// Test examples, drawn beside the others; the last one is the first of these.
    fn with_test(mut self, m: usize) -> Self {
        let (X, Y) = drawn(6, self.X.nrows(), m);
        let first = |matrix: &Array2<f64>| matrix.slice_axis(Axis(1), (..1).into()).to_owned();
        let join = |test: Array2<f64>, train| concatenate![Axis(1), test, train];
        let (X, Y) = (join(X, first(&self.X)), join(Y, first(&self.Y)));
        let Data { code, has_test, .. } = &mut self.description.data;
        code.push_str(&drawing("_test", 6, X.nrows(), m));
        code.push_str("X_test = np.concatenate((X_test, X[:, :1]), axis=1)\n");
        code.push_str("Y_test = np.concatenate((Y_test, Y[:, :1]), axis=1)\n");
        *has_test = true;
        self.tested_with((X, Y))
    }
}
