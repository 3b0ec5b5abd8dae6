// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/pack_drawings.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <utility>
#include <vector>

#include "diagrams/scene/scene.h"

namespace phaseboard::scene {

Status compileDrawings(content::Pack& pack, int workers) {
  std::vector<content::Diagram*> figures;
  for (content::Question& question : pack.questions)
    for (content::Diagram& figure : question.diagrams)
      figures.push_back(&figure);
  std::vector<Status> results(figures.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t at = next++; at < figures.size(); at = next++) {
      Result<std::string> compiled = Scene::compile(figures[at]->svg);
      if (compiled)
        figures[at]->drawing = std::move(*compiled);
      else
        results[at] = fail(compiled.error().kind, figures[at]->id.value(), compiled.error().detail);
    }
  };
  std::vector<std::jthread> helpers;
  for (int i = 1; i < workers; ++i)
    helpers.emplace_back(work);
  work();
  helpers.clear();  // joins them
  const auto failed = std::find_if(results.begin(), results.end(),
                                   [](const Status& result) { return !result.has_value(); });
  return failed == results.end() ? Status{} : *failed;
}

}  // namespace phaseboard::scene
