// SPDX-License-Identifier: Apache-2.0
// Writes what the targets of own_targets.h begin with: write_own_seeds FOLDER
#include <filesystem>
#include <fstream>
#include <string>

#include "app/board/edit_codec.h"
#include "db/notebook/answer_journal.h"

namespace {

using namespace phaseboard;

void writeOwnSeed(const std::filesystem::path& file, const std::string& bytes) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string sampleJournal() {
  db::JournalEntry entry;
  entry.event.id = Uuid::version7(Instant{1'760'000'000'000}, 1, 2);
  entry.event.prompt = PromptId{"number:ads/one"};
  entry.event.at = Instant{1'760'000'000'000};
  entry.event.rating = review::Rating::Good;
  std::string bytes = db::journalHead(Instant{1'750'000'000'000}) + db::journalRecord(entry);
  entry.question = QuestionId{"ads"};
  entry.phase = PhaseId{"model"};
  return bytes + db::journalRecord(entry);
}

std::vector<board::Element> sampleElements() {
  board::Part part;
  part.id = board::ElementId{1};
  part.name = "Store";
  board::Text text;
  text.id = board::ElementId{2};
  text.text = "why?";
  return {part, text};
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path folder = argc > 1 ? argv[1] : ".";
  const auto elements = sampleElements();
  writeOwnSeed(folder / "answer_journal/two", sampleJournal());
  writeOwnSeed(folder / "board_edit/elements", board::encodeElements(elements));
  writeOwnSeed(folder / "board_edit/edit",
               board::encodeEdit({{std::nullopt, elements[0]}, {std::nullopt, elements[1]}}));
  writeOwnSeed(folder / "search_query/filters",
               "\"two towers\" phase:model kind:part tag:ask is:due question:ads fea");
  writeOwnSeed(
      folder / "markdown/all",
      "*a* **b** `c` [d](part:q/d/p) $x^2$\n\n- e\n1. f\n\n| g | h |\n| --- | --- |\n| i | j "
      "|\n\n```\nk\n```\n$$\ny\n$$\n\\*");
  writeOwnSeed(folder / "typed_answer/number",
               "1.5 x 10^3 ms, 0.31 %, 200-300 GB Feature store (FS)");
  writeOwnSeed(folder / "source_tree/note",
               "id: a\nlist:\n  - b: \"c\"\n    d: |\n      e\n  - {f: [1, 2.5]}\n");
  writeOwnSeed(folder / "setting_rows/some",
               "retention=0.9\ntheme=dark\naway=2026-01-01..2026-01-07\nweek-percent=100,50,0\n"
               "parameters=0.1,0.2\nkinds-off=number\nday-start-hour=4\n");
  writeOwnSeed(folder / "review_table/replay",
               "prompt,elapsed_days,rating\na,0,3\na,4,1\n\"b\"\"c\",0,4\n");
  writeOwnSeed(folder / "review_table/evaluate",
               "prompt,day,rating,elapsed_days\na,20000,3,-1\na,20004,1,4\n");
  return 0;
}
