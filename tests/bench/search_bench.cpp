// SPDX-License-Identifier: Apache-2.0
// Finding words in the pack that we ship and in a notebook with 10,000 answers and annotations: the
// search itself, and the palette from a key to the list painted.
//   search_bench FOLDER [--core]
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include <QApplication>
#include <QListView>

#include "app/annotations/passage.h"
#include "app/ops/annotation_operations.h"
#include "app/ops/desk.h"
#include "app/ops/placed_annotations.h"
#include "db/notebook/sqlite_annotation_store.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "db/pack/pack_reader.h"
#include "db/search/text_index.h"
#include "diagrams/style/fonts.h"
#include "tests/bench/must.h"
#include "tests/bench/open_window.h"
#include "tests/bench/samples.h"
#include "ui/bridge/language.h"

namespace {

using namespace phaseboard;
using bench::must;

constexpr int kAnnotations = 9'000;
constexpr int kAnswers = 1'000;
constexpr int kAnswerWords = 150;
constexpr int kNoteWords = 25;
constexpr int kLimit = 40;  // as in the palette

/// Sentences of the pack's own words, in an order of chance.
class Writer {
 public:
  explicit Writer(const std::vector<annotations::TargetText>& targets) {
    for (const annotations::TargetText& target : targets)
      for (const annotations::Word& word : annotations::wordsOf(target.text))
        m_words.push_back(word.text);
    must(!m_words.empty(), "the pack has no words");
  }
  std::string write(int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
      text += m_words[m_chance.next() % m_words.size()] + (i % 11 == 10 ? ". " : " ");
    return text;
  }

 private:
  std::vector<std::string> m_words;
  test::SeededChance m_chance{11};
};

void fill(const ports::PackLibrary& pack, const std::filesystem::path& file) {
  test::FakeClock clock;
  test::SeededChance chance{5};
  auto store = must(db::SqliteNotebookStore::open({file, {}, nullptr, false}, chance));
  ops::Desk desk(*store, clock, chance);
  db::SqliteAnnotationStore annotationStore(*store);
  ops::AnnotationOperations operations(*store, annotationStore, clock, chance);
  const ops::PlacedAnnotations placed(pack, annotationStore);
  std::vector<annotations::TargetText> targets;
  for (const ports::QuestionCard& card : pack.questions())
    targets.insert(targets.end(), placed.targets(card.id).begin(), placed.targets(card.id).end());
  Writer writer(targets);
  for (int i = 0; i < kAnnotations; ++i) {
    const auto& target = targets[static_cast<std::size_t>(i) % targets.size()];
    const std::string tag = "tag" + std::to_string(i % 50);
    must(operations.annotate(
        anchorTo(target), {annotations::Colour::Yellow, writer.write(kNoteWords), {tag}, false}));
  }
  for (int i = 0; i < kAnswers; ++i)
    must(desk.writeAnswer(
        {QuestionId{"q" + std::to_string(i / 7)}, PhaseId{"phase" + std::to_string(i % 7)}},
        writer.write(kAnswerWords)));
  must(store->settle());
}

/// Every beginning of two letters that finds anything, as it is being typed.
std::vector<std::string> twoLetters(const ports::TextIndex& index) {
  std::vector<std::string> found;
  for (char a = 'a'; a <= 'z'; ++a)
    for (char b = 'a'; b <= 'z'; ++b) {
      const std::string typed{a, b};
      if (!must(index.search(search::parseQuery(typed), 1)).empty())
        found.push_back(typed);
    }
  return found;
}

void measureCore(const ports::TextIndex& index, const std::vector<std::string>& beginnings) {
  bench::Timing two("search, two letters being typed");
  std::string slowest;
  double worst = 0;
  for (const std::string& typed : beginnings) {
    bench::Timing once("");
    once.measure([&] { must(index.search(search::parseQuery(typed), kLimit)); });
    if (once.own.at(1) > worst) {
      worst = once.own.at(1);
      slowest = typed;
    }
    two.add(once);
  }
  two.print();
  bench::Timing slow("search, the slowest two letters");
  bench::Timing rare("search, a rare word");
  bench::Timing phrase("search, a phrase with filters");
  bench::Timing tag("search, a tag");
  for (int round = 0; round < 100; ++round) {
    slow.measure([&] { must(index.search(search::parseQuery(slowest), kLimit)); });
    rare.measure([&] { must(index.search(search::parseQuery("isotonic "), kLimit)); });
    phrase.measure([&] {
      must(index.search(search::parseQuery("\"feature store\" phase:serve kind:part "), kLimit));
    });
    tag.measure([&] { must(index.search(search::parseQuery("tag:tag7"), kLimit)); });
  }
  slow.print();
  rare.print();
  phrase.print();
  tag.print();
  std::printf("slowest beginning: %s\n", slowest.c_str());
}

void measurePalette(int argc, char** argv, const std::filesystem::path& file,
                    const std::vector<std::string>& beginnings) {
  QApplication application(argc, argv);
  ui::loadLanguage(application);
  style::registerFonts();
  bench::OpenWindow open(file, "2026-12-07T10:00:00Z");
  open.show();
  bench::Timing painted("palette, two letters to painted");
  const auto* list = open.window.findChild<QListView*>(QStringLiteral("commandPaletteList"));
  must(open.session.annotations() != nullptr, "no annotations");  // read once, as in a session
  bool isListed = false;
  QObject::connect(list->model(), &QAbstractItemModel::modelReset, list, [&isListed, &open] {
    isListed = true;
    open.pump.takePaints(nullptr);  // only what is painted from now on counts
  });
  for (const std::string& typed : beginnings) {
    open.window.openPalette();
    open.pump.drain();
    painted.measure([&] {
      isListed = false;
      open.window.openPalette(QString::fromStdString(typed));
      while (!isListed)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
      must(open.pump.drainUntilPainted(list->viewport()), "the list was not painted");
    });
  }
  painted.print();
}

}  // namespace

int main(int argc, char** argv) {
  must(argc > 1, "usage: search_bench FOLDER [--core]");
  const std::filesystem::path file = std::filesystem::path(argv[1]) / "search.db";
  const auto pack = must(db::PackReader::open(PHASEBOARD_PACK));
  if (!std::filesystem::exists(file))
    fill(*pack, file);
  std::vector<std::string> beginnings;
  {
    const auto index = must(db::SqliteTextIndex::open({PHASEBOARD_PACK}, file));
    beginnings = twoLetters(*index);
    measureCore(*index, beginnings);
  }
  if (argc < 3)
    measurePalette(argc, argv, file, beginnings);
  return 0;
}
