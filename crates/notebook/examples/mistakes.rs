//! Prints all mistakes of several networks as JSON, for `tests/fixtures/mistakes.py`.

#![allow(non_snake_case, reason = "the field's own capitals")]

use nn::{Activation, operations};
use notebook::{Network, line, mistakes};
use serde_json::{Value, json};

fn main() -> Result<(), notebook::Error> {
    let networks = [
        (vec![2, 4, 3, 1], 400, Activation::Relu),
        (vec![2, 4, 3, 1], 400, Activation::Tanh),
        (vec![64, 32, 16, 1], 50, Activation::Relu),
        (vec![2, 1, 1], 5, Activation::Relu),
        (vec![2, 1, 1], 5, Activation::Tanh),
        (vec![3, 3, 1], 3, Activation::Relu),
        (vec![3, 3, 1], 3, Activation::Tanh),
        (vec![4, 4, 4, 1], 1, Activation::Relu),
        (vec![1, 1, 1], 1, Activation::Relu),
        (vec![1, 1, 1], 1, Activation::Tanh),
        (vec![5, 1], 5, Activation::Relu),
    ];
    let networks = networks
        .into_iter()
        .map(|(layers_dims, m, activation)| all_of(&Network { layers_dims, m, activation }));
    println!("{}", Value::Array(networks.collect::<Result<_, _>>()?));
    Ok(())
}

fn all_of(network: &Network) -> Result<Value, notebook::Error> {
    let L = network.L();
    let lines = operations(L).into_iter().map(|operation| {
        let right = line(operation, L, network.activation)?.to_string();
        let mistakes = mistakes(operation, network)?;
        Ok(json!({ "operation": operation, "line": right, "mistakes": mistakes }))
    });
    Ok(json!({
        "layers_dims": network.layers_dims,
        "m": network.m,
        "activation": network.activation,
        "lines": lines.collect::<Result<Vec<_>, notebook::Error>>()?,
    }))
}
