// SPDX-License-Identifier: Apache-2.0
// Run by compare-fsrs, which installs the binding beside a copy of this file.
//
//   node compare-fsrs.mjs OURS CRATE SEEDS FOLDER

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [ours, crate, seeds, folder] = process.argv.slice(2);
const run = (program, ...given) => JSON.parse(execFileSync(program, given, { encoding: 'utf8', maxBuffer: 1 << 28 }));
const make = (seed, prompts) => {
  const file = `${folder}/log-${seed}-${prompts}.csv`;
  execFileSync(ours, ['log', String(seed), String(prompts), file]);
  return file;
};

/// The log as items of the native binding, in the order of time.
function items(binding, file) {
  const { FSRSBindingItem, FSRSBindingReview } = binding;
  const histories = new Map();
  const found = [];
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [prompt, day, rating, elapsed] = line.split(',');
    const history = histories.get(prompt) ?? [];
    histories.set(prompt, history);
    history.push(new FSRSBindingReview(Number(rating), history.length === 0 ? 0 : Number(elapsed)));
    if (history.length > 1 && Number(elapsed) > 0) found.push([Number(day), new FSRSBindingItem([...history])]);
  }
  return found.sort((a, b) => a[0] - b[0]).map(([, item]) => item);
}

async function bindingFit(file) {
  const binding = await import('@open-spaced-repetition/binding');
  const set = items(binding, file);
  const begin = performance.now();
  const parameters = await binding.computeParameters(set, { enableShortTerm: true, timeout: 1 });
  return { training_ms: performance.now() - begin, parameters };
}

const lossOf = (file, parameters) => run(ours, 'judge', file, parameters.join(','));
const fixed = (value, digits = 5) => value.toFixed(digits);

console.log('reviews | ours, 2 threads: training, with evaluation | extra memory | passes | crate, Anki\'s settings: same | binding');
for (const prompts of [2000, 20000]) {
  const file = make(1, prompts);
  const mine = run(ours, 'fit', file, '2', 'recent');
  const theirs = run(crate, file, 'whole');
  const native = await bindingFit(file);
  console.log(
    `${mine.reviews} | ${mine.training_ms} ms, ${mine.ms} ms | ${(mine.kib / 1024).toFixed(1)} MiB | ${mine.passes} | ` +
      `${theirs.training_ms} ms, ${theirs.ms} ms | ${native.training_ms.toFixed(0)} ms`,
  );
}

const sum = (values) => values.reduce((a, b) => a + b, 0);
const kinds = ['training, recency-weighted', 'training, plain', 'held out'];
const differences = kinds.map(() => []);
console.log('\nlearner | training loss, recency-weighted: ours, crate, binding | plain: ours, crate, binding | held out: ours, crate');
for (let seed = 1; seed <= Number(seeds); ++seed) {
  const file = make(seed, 2000);
  const mine = lossOf(file, run(ours, 'fit', file, '2', 'recent').parameters);
  const theirs = lossOf(file, run(crate, file, 'whole').parameters);
  const native = lossOf(file, (await bindingFit(file)).parameters);
  const mineHeld = run(ours, 'judge-split', file, ...run(ours, 'split', file, '2', 'recent'));
  const theirsHeld = run(ours, 'judge-split', file, ...run(crate, file, 'splits'));
  const pairs = [[mine.recent, theirs.recent], [mine.plain, theirs.plain], [mineHeld.plain, theirsHeld.plain]];
  pairs.forEach(([a, b], kind) => differences[kind].push(a - b));
  console.log(
    `${seed} | ${[mine, theirs, native].map((x) => fixed(x.recent)).join(', ')} | ` +
      `${[mine, theirs, native].map((x) => fixed(x.plain)).join(', ')} | ${fixed(mineHeld.plain)}, ${fixed(theirsHeld.plain)}`,
  );
}
console.log('\nloss of ours less the crate\'s | mean | greatest | learners above');
differences.forEach((these, kind) =>
  console.log(
    `${kinds[kind]} | ${fixed(sum(these) / these.length, 6)} | ${fixed(Math.max(...these), 6)} | ` +
      `${these.filter((x) => x > 0).length} of ${these.length}`,
  ),
);
// A held-out loss has chance in it, whoever fits: there the mean over the learners counts.
const isAbove = differences.slice(0, 2).flat().some((x) => x > 0) || sum(differences[2]) > 0;
process.exit(isAbove ? 1 : 0);
