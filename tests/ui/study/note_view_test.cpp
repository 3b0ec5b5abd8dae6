// SPDX-License-Identifier: Apache-2.0
#include "ui/study/note_view.h"

#include <gmock/gmock.h>

#include <QScrollBar>
#include <QSignalSpy>

#include "tests/support/shipped_session.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

class NoteViewTest : public testing::Test {
 protected:
  NoteViewTest() {
    m_view.resize(420, 600);
    m_view.show();
    m_note = *m_opened.pack->note(test::kShippedQuestion, PhaseId("model"));
  }
  int blocks(const char* prefix) {
    int count = 0;
    for (const QWidget* child : m_view.widget()->findChildren<QWidget*>())
      count += child->objectName().startsWith(QLatin1String(prefix)) ? 1 : 0;
    return count;
  }

  test::ShippedSession m_opened;
  NoteView m_view{m_opened.session};
  content::Note m_note;
};

TEST_F(NoteViewTest, MakesOnlyWhatIsSeenAtFirst) {
  m_view.showNote(m_note);

  const int atOnce = blocks("item:");
  m_view.finish();

  EXPECT_GT(atOnce, 0);
  EXPECT_LT(atOnce, blocks("item:"));
}

TEST_F(NoteViewTest, HasABlockForEveryItemOfTheNote) {
  m_view.showNote(m_note);
  m_view.finish();

  const auto items = m_note.keyPoints.size() + m_note.tradeOffs.size() + m_note.numbers.size() +
                     m_note.pitfalls.size() + m_note.followUps.size();
  EXPECT_EQ(blocks("item:"), static_cast<int>(items));
}

TEST_F(NoteViewTest, BringsAnItemToTheTop) {
  m_view.showNote(m_note);

  m_view.showItem(m_note.pitfalls.back().id);

  EXPECT_GT(m_view.verticalScrollBar()->value(), 0);
}

TEST_F(NoteViewTest, SpeaksOfThePartsOfAKeyPoint) {
  m_view.showNote(m_note);
  m_view.finish();
  const content::KeyPoint& point = m_note.keyPoints.front();
  ASSERT_FALSE(point.parts.empty());
  auto* card = m_view.findChild<Card*>(QStringLiteral("item:") + toQt(point.id.value()));
  ASSERT_NE(card, nullptr);
  std::vector<TargetId> chosen;
  QObject::connect(m_view.tell(), &NoteSignals::partsChosen, &m_view,
                   [&](const std::vector<TargetId>& parts) { chosen = parts; });

  Q_EMIT card->activated();

  EXPECT_EQ(chosen, point.parts);
}

}  // namespace
}  // namespace phaseboard::ui
