//! Right lines that begin with other parameters, other data, or go on in other steps.

use std::sync::Arc;

use nn::{Configuration, Examples, Initialization, Trainer};

use super::diagnosis::DiagnosisKind;
use super::draw::{Draw, Habit};
use super::right_run::RightRun;

/// A run of right lines, made from something else.
#[derive(Debug, Clone)]
pub struct Start {
    pub kind: DiagnosisKind,
    pub wrong: String,
    pub right: String,
    pub draw: Option<(Draw, u32, Habit)>,
    pub learning_rate: Option<f64>,
    /// What X is multiplied with.
    pub X_factor: Option<f64>,
    pub complexity: u32,
}

/// Learning rates that notebooks have.
const LEARNING_RATES: [f64; 20] = [
    0.0001, 0.0005, 0.001, 0.002, 0.003, 0.005, 0.0075, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.2,
    0.3, 0.5, 0.75, 1.0, 1.2, 2.0,
];
/// Seeds that are tried.
const SEEDS: std::ops::RangeInclusive<u32> = 0..=100;

impl Start {
    /// The right run.
    pub fn same() -> Self {
        Self {
            kind: DiagnosisKind::AnotherIteration,
            wrong: String::new(),
            right: String::new(),
            draw: None,
            learning_rate: None,
            X_factor: None,
            complexity: 1,
        }
    }

    /// Other data, another learning rate, other ways to draw with the same seed.
    pub fn simple(run: &RightRun) -> Vec<Self> {
        let mut starts = vec![];
        if run.is_drawn() {
            starts.extend(draws(run));
        }
        let line = |rate: f64| format!("learning_rate = {rate}");
        let right = run.learning_rate(run.iterations().saturating_sub(1));
        for rate in LEARNING_RATES.into_iter().filter(|&rate| rate != right) {
            starts.push(Self {
                kind: DiagnosisKind::AnotherLearningRate,
                wrong: line(rate),
                right: line(right),
                draw: None,
                learning_rate: Some(rate),
                X_factor: None,
                complexity: 4,
            });
        }
        // A step without a learning rate is one with 1.
        starts.push(Self {
            kind: DiagnosisKind::UpdateWithoutLearningRate,
            wrong: "W1 = W1 - dW1\nb1 = b1 - db1".into(),
            right: "W1 = W1 - alpha * dW1\nb1 = b1 - alpha * db1".into(),
            learning_rate: Some(1.0),
            ..Self::same()
        });
        let X = run.examples().X();
        let in_unit = X.iter().all(|x| (0.0..=1.0).contains(x));
        let lines = ["X = X_flatten", "X = X_flatten / 255", "X = X_flatten / 255 / 255"];
        let scaled = [
            (DiagnosisKind::XNotScaled, 255.0, lines[0]),
            (DiagnosisKind::XScaledTwice, 1.0 / 255.0, lines[2]),
        ];
        for (kind, factor, wrong) in scaled.into_iter().filter(|_| in_unit) {
            starts.push(Self {
                kind,
                wrong: wrong.into(),
                right: lines[1].into(),
                draw: None,
                learning_rate: None,
                X_factor: Some(factor),
                complexity: 3,
            });
        }
        starts
    }

    /// Other seeds, with the run's own way to draw.
    pub fn seeds(run: &RightRun) -> Vec<Self> {
        let Configuration { seed, initialization, .. } = *run.configuration();
        let draw = Draw::Preset(initialization);
        let others = SEEDS.filter(|&other| other != seed);
        let is_random = run.is_drawn() && initialization != Initialization::Zeros;
        others
            .filter(|_| is_random)
            .map(|other| Self::drawn(DiagnosisKind::AnotherSeed, run, draw, other, Habit::None, 4))
            .collect()
    }

    /// Other seeds, with other ways to draw.
    pub fn seeds_and_draws(run: &RightRun) -> Vec<Self> {
        let Configuration { seed, initialization, .. } = *run.configuration();
        let kind = DiagnosisKind::AnotherSeedAndInitialization;
        let is_another = |draw: &Draw| {
            *draw != Draw::Preset(initialization) && *draw != Draw::Preset(Initialization::Zeros)
        };
        let draws = Draw::ALL.into_iter().filter(is_another).filter(|_| run.is_drawn());
        let of = |draw: Draw| {
            let others = SEEDS.filter(move |&other| other != seed);
            others.map(move |other| Self::drawn(kind, run, draw, other, Habit::None, 6))
        };
        draws.flat_map(of).collect()
    }

    fn drawn(
        kind: DiagnosisKind,
        run: &RightRun,
        draw: Draw,
        seed: u32,
        habit: Habit,
        complexity: u32,
    ) -> Self {
        let own = run.configuration();
        let layers_dims = &own.layers_dims;
        let lines = |seed: u32, draw: Draw| {
            let of_seed = format!("np.random.seed({seed})");
            match kind {
                DiagnosisKind::AnotherSeed => of_seed,
                DiagnosisKind::AnotherSeedAndInitialization => {
                    format!("{of_seed}\n{}", draw.line(layers_dims))
                }
                _ => draw.line(layers_dims),
            }
        };
        Self {
            kind,
            wrong: lines(seed, draw),
            right: lines(own.seed, Draw::Preset(own.initialization)),
            draw: Some((draw, seed, habit)),
            learning_rate: None,
            X_factor: None,
            complexity,
        }
    }

    /// How many things are chosen among many.
    pub fn choices(&self) -> u32 {
        match self.kind {
            DiagnosisKind::AnotherSeed | DiagnosisKind::AnotherLearningRate => 2,
            DiagnosisKind::AnotherSeedAndInitialization => 3,
            _ => 1,
        }
    }

    /// A trainer at the beginning of the run; None where the parameters or the data are such that there
    /// can be none.
    pub fn trainer(&self, run: &RightRun) -> Option<Trainer> {
        let configuration = Configuration {
            initialization: Initialization::Imported,
            ..run.configuration().clone()
        };
        let parameters = match self.draw {
            Some((draw, seed, habit)) => draw.parameters(&configuration.layers_dims, seed, habit),
            None => run.initial().to_vec(),
        };
        let examples = match self.X_factor {
            Some(factor) => {
                let examples = run.examples();
                Arc::new(Examples::new(&examples.X() * factor, examples.Y().to_owned()).ok()?)
            }
            None => Arc::clone(run.examples()),
        };
        Trainer::from_parameters(&configuration, examples, parameters).ok()
    }
}

fn draws(run: &RightRun) -> Vec<Start> {
    let Configuration { seed, initialization, .. } = *run.configuration();
    let own = Draw::Preset(initialization);
    let kind = DiagnosisKind::AnotherInitialization;
    let others = Draw::ALL.into_iter().filter(|&draw| draw != own);
    let mut starts: Vec<_> =
        others.map(|draw| Start::drawn(kind, run, draw, seed, Habit::None, 2)).collect();
    if initialization == Initialization::Zeros {
        return starts;
    }
    let layers_dims = &run.configuration().layers_dims;
    let n = layers_dims.get(1).copied().unwrap_or_default();
    let habits = [
        (Habit::RandomBias, format!("b1 = np.random.randn({n}, 1)")),
        (Habit::SmallRandomBias, format!("b1 = np.random.randn({n}, 1) * 0.01")),
    ];
    for (habit, wrong) in habits {
        let start = Start::drawn(DiagnosisKind::RandomBias, run, own, seed, habit, 3);
        starts.push(Start { wrong, right: format!("b1 = np.zeros(({n}, 1))"), ..start });
    }
    let start = Start::drawn(DiagnosisKind::SeedInLoop, run, own, seed, Habit::SeedInLoop, 3);
    let [loop_, seeded] = ["for l in range(1, L + 1):", "np.random.seed"].map(str::to_owned);
    let seeded = format!("{seeded}({seed})");
    let wrong = format!("{loop_}\n    {seeded}");
    starts.push(Start { wrong, right: format!("{seeded}\n{loop_}"), ..start });
    starts
}
