// SPDX-License-Identifier: Apache-2.0
// The gallery of the library with 300 figures, those of the pack and some of them once more: until
// it is painted first, until the pictures in view are there, and then scrolled from end to end.
//   gallery_bench NOTEBOOK
#include <cstdio>
#include <string>

#include <QApplication>
#include <QListView>
#include <QScrollBar>
#include <QTest>
#include <QThreadPool>

#include "db/notebook/sqlite_notebook_store.h"
#include "db/pack/pack_reader.h"
#include "diagrams/style/fonts.h"
#include "tests/bench/must.h"
#include "tests/bench/open_window.h"
#include "tests/bench/samples.h"
#include "ui/bridge/language.h"
#include "ui/bridge/text.h"
#include "ui/models/gallery_model.h"

namespace {

using namespace phaseboard;
using bench::must;
using bench::Timing;

constexpr std::size_t kFigures = 300;
constexpr int kScrollStep = 53;  // pixels a frame

/// The pack with as many figures as wanted: after its own come copies under other ids.
class FullPack : public ports::PackLibrary {
 public:
  explicit FullPack(std::unique_ptr<db::PackReader> pack)
      : m_pack(std::move(pack)), m_questions(m_pack->questions()) {
    std::size_t count = 0;
    for (const ports::QuestionCard& question : m_questions)
      count += question.diagrams.size();
    const std::vector<ports::DiagramCard> first = m_questions.front().diagrams;
    for (std::size_t i = 0; count < kFigures; ++i, ++count) {
      ports::DiagramCard copy = first[i % first.size()];
      copy.id = DiagramId(copy.id.value() + '~' + std::to_string(i));
      m_questions.back().diagrams.push_back(copy);
    }
    for (ports::QuestionCard& question : m_questions)
      for (; count > kFigures && question.diagrams.size() > 1; --count)
        question.diagrams.pop_back();
  }

  [[nodiscard]] const ports::PackInfo& info() const override { return m_pack->info(); }
  [[nodiscard]] const std::vector<ports::PackInfo>& packs() const override {
    return m_pack->packs();
  }
  [[nodiscard]] const framework::Framework& framework() const override {
    return m_pack->framework();
  }
  [[nodiscard]] const std::vector<ports::QuestionCard>& questions() const override {
    return m_questions;
  }
  [[nodiscard]] Result<content::Question> question(const QuestionId& id) const override {
    return m_pack->question(id);
  }
  [[nodiscard]] Result<content::Note> note(const QuestionId& question,
                                           const PhaseId& phase) const override {
    return m_pack->note(question, phase);
  }
  [[nodiscard]] Result<content::Diagram> diagram(const DiagramId& id) const override {
    return m_pack->diagram(DiagramId(id.value().substr(0, id.value().find('~'))));
  }
  [[nodiscard]] Result<std::vector<content::Concept>> concepts() const override {
    return m_pack->concepts();
  }
  [[nodiscard]] Result<content::Concept> findConcept(const ConceptId& id) const override {
    return m_pack->findConcept(id);
  }
  [[nodiscard]] Result<std::vector<ports::Occurrence>> occurrences(
      const ConceptId& id) const override {
    return m_pack->occurrences(id);
  }
  [[nodiscard]] std::optional<content::Formula> formula(std::string_view tex) const override {
    return m_pack->formula(tex);
  }
  [[nodiscard]] const std::vector<review::Prompt>& prompts() const override {
    return m_pack->prompts();
  }
  [[nodiscard]] Result<review::Prompt> prompt(const PromptId& id) const override {
    return m_pack->prompt(id);
  }
  [[nodiscard]] std::string currentId(const std::string& id) const override {
    return m_pack->currentId(id);
  }
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& renames() const override {
    return m_pack->renames();
  }
  [[nodiscard]] Result<std::vector<search::Hit>> search(const search::Query& query,
                                                        int limit) const override {
    return m_pack->search(query, limit);
  }

 private:
  std::unique_ptr<db::PackReader> m_pack;
  std::vector<ports::QuestionCard> m_questions;
};

/// Delivers events until no picture is being drawn any more.
void waitForPictures(bench::EventPump& pump) {
  do {
    QThreadPool::globalInstance()->waitForDone();
    pump.drain();
  } while (QThreadPool::globalInstance()->activeThreadCount() > 0);
}

void scroll(QListView& gallery, bench::EventPump& pump, Timing& frames) {
  QScrollBar* bar = gallery.verticalScrollBar();
  const int end = bar->maximum();
  for (int at = 0; at < end; at += kScrollStep)
    frames.measure([&] {
      bar->setValue(at);
      pump.drain();
    });
}

}  // namespace

int main(int argc, char** argv) {
  must(argc > 1, "usage: gallery_bench NOTEBOOK");
  QApplication application(argc, argv);
  ui::loadLanguage(application);
  style::registerFonts();
  const FullPack pack(must(db::PackReader::open(PHASEBOARD_PACK)));
  test::FakeClock clock("2026-12-07T10:00:00Z");
  test::SeededChance chance{7};
  const auto store = must(db::SqliteNotebookStore::open({argv[1]}, chance));
  ops::Desk desk(*store, clock, chance);
  ui::Session session(pack, *store, desk, clock);
  ui::WindowMemory memory(QString::fromUtf8(argv[1]) + QStringLiteral(".gallery.ini"));
  ui::ThumbnailStore thumbnails(pack);
  ui::MainWindow::applyLookOf(session.settings());
  ui::MainWindow window({session, memory, thumbnails});
  bench::EventPump pump;
  window.resize(1440, 900);
  window.goTo({.screen = ui::ScreenName::Settings});
  window.show();
  window.activateWindow();
  must(QTest::qWaitForWindowActive(&window), "the window gets no keys from this display");
  pump.drain();

  Timing painted("gallery of 300, first painted");
  Timing pictured("gallery of 300, with its pictures");
  QListView* gallery = nullptr;
  pictured.measure([&] {
    painted.measure([&] {
      window.goTo({.screen = ui::ScreenName::Library});
      gallery = window.findChild<QListView*>(QStringLiteral("gallery"));
      must(pump.drainUntilPainted(gallery->viewport()), "the gallery was not painted");
    });
    waitForPictures(pump);
  });
  must(gallery->model()->rowCount() == static_cast<int>(kFigures), "300 figures");
  Timing first("gallery of 300, scroll frame, first time");
  Timing again("gallery of 300, scroll frame, pictures there");
  scroll(*gallery, pump, first);
  waitForPictures(pump);
  scroll(*gallery, pump, again);
  for (const Timing* timing : {&painted, &pictured, &first, &again})
    timing->print();
  return 0;
}
