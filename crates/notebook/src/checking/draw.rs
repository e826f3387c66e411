//! The ways in which notebooks draw W and b.

use nn::Initialization;
use numpy_random::RandomState;

/// A way to draw W[l], of shape (n, n_prev); b is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Draw {
    /// One that the page has too.
    Preset(Initialization),
    /// `randn(n, n_prev)`.
    Unscaled,
    /// `randn(n, n_prev) / n_prev`: the square root forgotten.
    WithoutRoot,
    /// `randn(n, n_prev) * 2 / n_prev`: likewise, in He's.
    HeWithoutRoot,
    /// `randn(n, n_prev) / np.sqrt(n)`: the other layer's size.
    OfOwnLayer,
    /// `randn(n, n_prev) * np.sqrt(2 / (n_prev + n))`.
    Glorot,
    /// `randn(n, n_prev) * 0.1`.
    Tenth,
    /// `rand(n, n_prev)`.
    Uniform,
    /// `rand(n, n_prev) * 0.01`.
    UniformSmall,
    /// `rand(n, n_prev) / np.sqrt(n_prev)`.
    UniformScaled,
}

/// What else is done with the generator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Habit {
    /// It is seeded once, and draws W alone.
    None,
    /// It is seeded before each layer.
    SeedInLoop,
    /// It draws b after W, each as `randn(n, 1)`.
    RandomBias,
    /// The same, as `randn(n, 1) * 0.01`.
    SmallRandomBias,
}

impl Draw {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Preset(Initialization::Course),
        Self::Preset(Initialization::Small),
        Self::Preset(Initialization::He),
        Self::Preset(Initialization::Zeros),
        Self::Unscaled,
        Self::WithoutRoot,
        Self::HeWithoutRoot,
        Self::OfOwnLayer,
        Self::Glorot,
        Self::Tenth,
        Self::Uniform,
        Self::UniformSmall,
        Self::UniformScaled,
    ];

    fn entry(self, random: &mut RandomState, n: f64, n_prev: f64) -> f64 {
        match self {
            Self::Preset(Initialization::Course) => random.randn() / n_prev.sqrt(),
            Self::Preset(Initialization::He) => random.randn() * (2.0 / n_prev).sqrt(),
            Self::Preset(Initialization::Small) => random.randn() * 0.01,
            Self::Preset(_) => 0.0,
            Self::Unscaled => random.randn(),
            Self::WithoutRoot => random.randn() / n_prev,
            Self::HeWithoutRoot => random.randn() * 2.0 / n_prev,
            Self::OfOwnLayer => random.randn() / n.sqrt(),
            Self::Glorot => random.randn() * (2.0 / (n_prev + n)).sqrt(),
            Self::Tenth => random.randn() * 0.1,
            Self::Uniform => random.rand(),
            Self::UniformSmall => random.rand() * 0.01,
            Self::UniformScaled => random.rand() / n_prev.sqrt(),
        }
    }

    /// The entries of W[1], b[1], …, W[L], b[L], each row by row.
    pub fn parameters(self, layers_dims: &[usize], seed: u32, habit: Habit) -> Vec<f64> {
        let mut random = RandomState::seed(seed);
        let mut parameters = vec![];
        for pair in layers_dims.windows(2) {
            let (n_prev, n) = (pair[0], pair[1]);
            if habit == Habit::SeedInLoop {
                random = RandomState::seed(seed);
            }
            let weights =
                std::iter::repeat_with(|| self.entry(&mut random, n as f64, n_prev as f64));
            parameters.extend(weights.take(n.saturating_mul(n_prev)));
            parameters.extend((0..n).map(|_| match habit {
                Habit::RandomBias => random.randn(),
                Habit::SmallRandomBias => random.randn() * 0.01,
                _ => 0.0,
            }));
        }
        parameters
    }

    /// The line that draws W[1].
    pub fn line(self, layers_dims: &[usize]) -> String {
        let [n_prev, n, ..] = *layers_dims else { return String::new() };
        let randn = format!("W1 = np.random.randn({n}, {n_prev})");
        let rand = format!("W1 = np.random.rand({n}, {n_prev})");
        match self {
            Self::Preset(Initialization::Course) => format!("{randn} / np.sqrt({n_prev})"),
            Self::Preset(Initialization::He) => format!("{randn} * np.sqrt(2 / {n_prev})"),
            Self::Preset(Initialization::Small) => format!("{randn} * 0.01"),
            Self::Preset(_) => format!("W1 = np.zeros(({n}, {n_prev}))"),
            Self::Unscaled => randn,
            Self::WithoutRoot => format!("{randn} / {n_prev}"),
            Self::HeWithoutRoot => format!("{randn} * 2 / {n_prev}"),
            Self::OfOwnLayer => format!("{randn} / np.sqrt({n})"),
            Self::Glorot => format!("{randn} * np.sqrt(2 / ({n_prev} + {n}))"),
            Self::Tenth => format!("{randn} * 0.1"),
            Self::Uniform => rand,
            Self::UniformSmall => format!("{rand} * 0.01"),
            Self::UniformScaled => format!("{rand} / np.sqrt({n_prev})"),
        }
    }

    /// The preset that it is, if it is one.
    pub fn preset(self) -> Option<Initialization> {
        if let Self::Preset(preset) = self { Some(preset) } else { None }
    }
}
