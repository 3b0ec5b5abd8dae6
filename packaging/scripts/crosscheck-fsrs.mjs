// SPDX-License-Identifier: Apache-2.0
// Run by crosscheck-fsrs, which installs ts-fsrs beside a copy of this file.
//
//   node crosscheck-fsrs.mjs CLI
//
// Makes random histories from a fixed seed, replays them with CLI and with ts-fsrs, and prints the
// largest relative difference for each set of parameters.

import { spawnSync } from 'node:child_process';
import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';

const LIMIT = 2e-5;
const RETENTION = 0.9;
const HISTORIES = 2000;
const REVIEWS = 40;

const SETS = {
  published: [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
    0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ],
  fitted: [
    0.7066, 1.0032, 1.2606, 5.0757, 6.5293, 0.4866, 2.9814, 0.0674, 1.6736, 0.3888, 0.6746, 1.4872, 0.0734,
    0.2988, 1.7502, 0.4076, 2.3495, 0.77, 0.1469, 0.0986, 0.2637,
  ],
};

/// SplitMix64 in [0, 1).
function chance(seed) {
  let state = BigInt(seed);
  const mask = (1n << 64n) - 1n;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & mask;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
    return Number((z ^ (z >> 31n)) >> 11n) / 2 ** 53;
  };
}

/// Rows of [prompt, elapsed days, rating].
function histories() {
  const random = chance(20261121);
  const rows = [];
  for (let h = 0; h < HISTORIES; ++h)
    for (let r = 0; r < REVIEWS; ++r) {
      const days = r === 0 || random() < 0.3 ? 0 : Math.ceil(Math.exp(random() * 7));
      const draw = random();
      rows.push([`h${h}`, days, draw < 0.2 ? 1 : draw < 0.4 ? 2 : draw < 0.85 ? 3 : 4]);
    }
  return rows;
}

/// The rows that the command line prints: [stability, difficulty, interval].
function ours(cli, weights, rows) {
  const input = 'prompt,elapsed_days,rating\n' + rows.map((row) => row.join(',') + '\n').join('');
  const options = ['--parameters', weights.join(','), '--retention', String(RETENTION)];
  const run = spawnSync(cli, ['fsrs', 'replay', ...options], { input, maxBuffer: 1 << 28, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${cli} failed: ${run.stderr}`);
  return run.stdout.trim().split('\n').slice(1).map((line) => line.split(',').slice(3).map(Number));
}

/// The same from ts-fsrs, and whether its own floor of 0.1 days for a first stability was met.
function theirs(weights, rows) {
  const model = new FSRSAlgorithm(
    generatorParameters({ w: weights, enable_short_term: true, request_retention: RETENTION }),
  );
  let state = null;
  let last = null;
  return rows.map(([prompt, days, rating]) => {
    state = model.next_state(prompt === last ? state : null, days, rating);
    last = prompt;
    return [state.stability, state.difficulty, state.stability * model.intervalModifier];
  });
}

const cli = process.argv[2];
const rows = histories();
let failed = false;
for (const [name, weights] of Object.entries(SETS)) {
  const mine = ours(cli, weights, rows);
  const reference = theirs(weights, rows);
  if (mine.length !== rows.length) throw new Error(`${mine.length} rows came back for ${rows.length}`);
  const worst = [0, 0, 0];
  mine.forEach((values, row) =>
    values.forEach((value, column) => {
      const difference = Math.abs(value - reference[row][column]) / Math.abs(reference[row][column]);
      if (!(difference <= worst[column])) worst[column] = difference;
    }),
  );
  const isFine = worst.every((difference) => difference <= LIMIT);
  failed ||= !isFine;
  const [stability, difficulty, interval] = worst.map((difference) => difference.toExponential(2));
  console.log(
    `${name}: ${rows.length} reviews; largest relative difference: ` +
      `stability ${stability}, difficulty ${difficulty}, interval ${interval} ${isFine ? 'ok' : 'TOO LARGE'}`,
  );
}
process.exit(failed ? 1 : 0);
