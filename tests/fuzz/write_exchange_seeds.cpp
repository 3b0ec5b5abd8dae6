// SPDX-License-Identifier: Apache-2.0
// Writes what the targets of exchange_targets.h begin with: write_exchange_seeds FOLDER
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/anki_sample.h"
#include "tests/support/zip_builder.h"

namespace {

void writeSeed(const std::filesystem::path& file, const std::string& bytes) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace phaseboard::test;
  const std::filesystem::path folder = argc > 1 ? argv[1] : ".";
  const std::string older = ankiCollection(kOneCard);
  const std::string newer = newAnkiCollection(kOneCard);
  writeSeed(folder / "anki_collection/older", older);
  writeSeed(folder / "anki_collection/newer", newer);
  writeSeed(folder / "anki_package/older", zipOf({{"collection.anki2", older}, {"media", "{}"}}));
  writeSeed(folder / "anki_package/newer", zipOf({{"collection.anki21b", zstdOf(newer)}}));
  writeSeed(folder / "exchange_text/table",
            "ask,answer,phase\n\"a \"\"b\"\"\",c,model\nd,\"e\nf\",\n");
  writeSeed(folder / "exchange_text/markdown", "# ads / model\n\n## Why?\n\n- a\n```\n# b\n```\n");
  writeSeed(folder / "exchange_text/html",
            "<div>a <b>b</b><img src=\"c.png\"> \\(x\\) &lt;<ul><li>d</ul>[sound:e.mp3]");
  writeSeed(folder / "exchange_text/template", "{{#A}}{{cloze:A}}{{/A}}{{c1::a::{{c2::b}}}}");
  return 0;
}
