// SPDX-License-Identifier: Apache-2.0
// Which parameters fit a log, and how well do they predict it? Reads
// `prompt,day,rating,elapsed_days`.
#include <iostream>

#include "app/memory/evaluation.h"
#include "app/memory/optimiser.h"

using namespace phaseboard::memory;

int main() {
  const ReviewTable table = readReviews(std::cin, ReviewColumns::Evaluate);
  if (table.error) {
    std::cerr << "line " << table.error->line << ": " << table.error->message << '\n';
    return 1;
  }
  const TrainingLog log(table.rows);
  FitSettings settings;
  settings.threads = 2;
  settings.goOn = [](const FitProgress& progress) { return progress.passes < 200; };
  const std::optional<Fit> found = fit(log, settings);
  if (!found)
    return 1;
  const Evaluation after = evaluate(Model{found->parameters}, log, 2);
  std::cout << after.items << " predictions, loss " << found->lossBefore << " -> "
            << found->lossAfter << '\n'
            << text(found->parameters) << '\n';
}
