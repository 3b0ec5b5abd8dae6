// SPDX-License-Identifier: Apache-2.0
// fsrs-rs' side of compare-fsrs, which builds it in a temporary folder against the crate `fsrs`.
//
//   compare_fsrs FILE whole|splits     FILE: prompt,day,rating,elapsed_days
//
// Prints JSON: the time of training and of training with evaluation (as Anki does it: card ids, eight
// epochs), and the parameters; or those fitted to the first 1/6, 2/6, ... of the items.
use fsrs::{compute_parameters, ComputeParametersInput, FSRSItem, FSRSReview, TrainingConfig, FSRS};
use std::collections::HashMap;
use std::time::Instant;

fn items_of(file: &str) -> (Vec<FSRSItem>, Vec<i64>) {
    let text = std::fs::read_to_string(file).expect("the log can be read");
    let mut histories: HashMap<i64, Vec<FSRSReview>> = HashMap::new();
    let mut items = Vec::new();
    for (row, line) in text.lines().skip(1).enumerate() {
        let cells: Vec<&str> = line.split(',').collect();
        let card: i64 = cells[0][1..].parse().unwrap();
        let day: i64 = cells[1].parse().unwrap();
        let rating: u32 = cells[2].parse().unwrap();
        let history = histories.entry(card).or_default();
        let delta_t: u32 = if history.is_empty() { 0 } else { cells[3].parse().unwrap() };
        history.push(FSRSReview { rating, delta_t });
        if delta_t > 0 {
            items.push((day, row, card, FSRSItem { reviews: history.clone() }));
        }
    }
    items.sort_by_key(|(day, row, _, _)| (*day, *row));
    let cards = items.iter().map(|(_, _, card, _)| *card).collect();
    (items.into_iter().map(|(_, _, _, item)| item).collect(), cards)
}

fn fit(items: Vec<FSRSItem>, cards: Vec<i64>) -> Vec<f32> {
    compute_parameters(ComputeParametersInput {
        train_set: items,
        card_ids: Some(cards),
        enable_short_term: true,
        training_config: Some(TrainingConfig { num_epochs: 8, ..Default::default() }),
        ..Default::default()
    })
    .expect("a fit")
}

fn joined(parameters: &[f32]) -> String {
    parameters.iter().map(|w| w.to_string()).collect::<Vec<_>>().join(",")
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let (items, cards) = items_of(&arguments[1]);
    if arguments[2] == "splits" {
        let size = items.len() / 6;
        let fitted: Vec<String> = (1..=5)
            .map(|split| joined(&fit(items[..split * size].to_vec(), cards[..split * size].to_vec())))
            .collect();
        println!("{:?}", fitted);
        return;
    }
    let (mut training, mut whole) = (Vec::new(), Vec::new());
    let mut parameters = Vec::new();
    for _ in 0..3 {
        let (these, those) = (items.clone(), cards.clone());
        let begin = Instant::now();
        parameters = fit(these, those);
        training.push(begin.elapsed().as_secs_f64() * 1e3);
        let evaluated = items.clone();
        let again = Instant::now();
        FSRS::new(&parameters).unwrap().evaluate(evaluated, |_| true).unwrap();
        whole.push(training.last().unwrap() + again.elapsed().as_secs_f64() * 1e3);
    }
    training.sort_by(f64::total_cmp);
    whole.sort_by(f64::total_cmp);
    println!(
        "{{\"training_ms\": {:.2}, \"ms\": {:.2}, \"parameters\": [{}]}}",
        training[1], whole[1], joined(&parameters)
    );
}
