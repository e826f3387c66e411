//! x
use std::time::Instant;
fn main() {
    let e = {
        let mut r = numpy_random::RandomState::seed(1);
        let x = ndarray::Array2::from_shape_simple_fn((2, 400), || r.randn() * 2.0);
        let y = ndarray::Array2::from_shape_simple_fn((1, 400), || f64::from(r.rand() < 0.5));
        nn::Examples::new(x, y).unwrap()
    };
    let mut t = nn::Trainer::new(&nn::Configuration::default(), e).unwrap();
    for _ in 0..2000 {
        t.step();
    }
    let ops = t.operations().to_vec();
    let mut times = vec![0.0; ops.len()];
    for _ in 0..2000 {
        for i in 0..ops.len() {
            let s = Instant::now();
            t.step_operation();
            times[i] += s.elapsed().as_secs_f64();
        }
    }
    let mut total = 0.0;
    for (o, s) in ops.iter().zip(&times) {
        println!("{:?}{} {:.2} us", o.operation, o.layer, s / 2000.0 * 1e6);
        total += s / 2000.0 * 1e6;
    }
    println!("total {total:.1}");
    let s = Instant::now();
    for _ in 0..20000 {
        t.step();
    }
    println!("step {:.2} us", s.elapsed().as_secs_f64() / 20000.0 * 1e6);
}
