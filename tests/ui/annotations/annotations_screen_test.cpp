// SPDX-License-Identifier: Apache-2.0
#include "ui/annotations/annotations_screen.h"

#include <gmock/gmock.h>

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/annotations/unplaced_tray.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/window_memory.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using annotations::Colour;

class AnnotationsScreenTest : public testing::Test {
 protected:
  AnnotationsScreenTest() {
    const auto note = m_opened.pack->note(test::kShippedQuestion, PhaseId("model"));
    m_points = annotations::targetsOf(*note);
    std::erase_if(m_points, [](const annotations::TargetText& one) {
      return one.kind != annotations::TargetKind::KeyPoint;
    });
    write(anchorTo(m_points.at(0)), {Colour::Green, "Say it first.", {"ask"}, false});
    write(anchorTo(m_points.at(1)), {Colour::Pink, "Only later.", {}, true});
    annotations::Anchor gone = anchorTo(m_points.at(2));
    gone.target = TargetId{test::kShippedQuestion.value() + "/gone"};
    write(gone, {{}, "Where was it?", {}, false});
    m_screen.resize(1200, 800);
    m_screen.show();
    m_screen.arrive(Place{.screen = ScreenName::Annotations});
    QObject::connect(&m_opened.session, &Session::changed, &m_screen,
                     [this](const ops::Changes& changes) { m_screen.refresh(changes); });
  }

  void write(const annotations::Anchor& anchor, const annotations::Content& content) {
    ASSERT_TRUE(m_opened.session.runOnAnnotations([&](ops::AnnotationOperations& annotations) {
      return annotations.annotate(anchor, content);
    }));
  }
  template <class Widget>
  Widget* the(const char* name) {
    return m_screen.findChild<Widget*>(QLatin1String(name));
  }
  int rows() { return the<QListView>("annotationList")->model()->rowCount(); }
  void choose(const char* box, const QVariant& data) {
    auto* combo = the<QComboBox>(box);
    const int index = combo->findData(data);
    ASSERT_GE(index, 0);
    combo->setCurrentIndex(index);
  }

  test::TemporaryFolder m_folder;
  test::ShippedSession m_opened;
  WindowMemory m_memory{toQt((m_folder / "window.ini").string())};
  ThumbnailStore m_thumbnails{*m_opened.pack};
  std::vector<annotations::TargetText> m_points;
  AnnotationsScreen m_screen{{m_opened.session, m_memory, m_thumbnails}};
};

TEST_F(AnnotationsScreenTest, ListsWhatHasAPlaceNewestFirst) {
  ASSERT_EQ(rows(), 2);
  const auto* model = the<QListView>("annotationList")->model();
  EXPECT_EQ(fromQt(model->index(0, 0).data().toString()), m_points[1].title);
  EXPECT_TRUE(
      model->index(0, 0).data(AnnotationsModel::kSayingRole).toString().contains(u"Only later."_s));
}

TEST_F(AnnotationsScreenTest, FiltersByEverything) {
  the<QLineEdit>("annotationWords")->setText(u"first"_s);
  EXPECT_EQ(rows(), 1);
  the<QLineEdit>("annotationWords")->clear();
  choose("annotationColour", static_cast<int>(Colour::Pink));
  EXPECT_EQ(rows(), 1);
  choose("annotationTag", u"ask"_s);
  EXPECT_EQ(rows(), 0);
  the<QComboBox>("annotationColour")->setCurrentIndex(0);
  EXPECT_EQ(rows(), 1);
  choose("annotationPhase", u"serve"_s);
  EXPECT_EQ(rows(), 0);
  choose("annotationPhase", u"model"_s);
  EXPECT_EQ(rows(), 1);
}

TEST_F(AnnotationsScreenTest, GoesToThePlace) {
  QSignalSpy asked(&m_screen, &Screen::placeRequested);

  the<QAction>("openAnnotationCommand")->trigger();

  ASSERT_EQ(asked.size(), 1);
  const Place place = asked.front().front().value<Place>();
  EXPECT_EQ(place.screen, ScreenName::Study);
  EXPECT_EQ(place.item.value(), m_points[1].id.value());
  EXPECT_EQ(place.phase, PhaseId("model"));
}

TEST_F(AnnotationsScreenTest, AttachesALostOneInOneStep) {
  the<QAction>("unplacedCommand")->trigger();
  auto* attach = the<QPushButton>("attachSuggested");
  ASSERT_NE(attach, nullptr);
  ASSERT_TRUE(attach->isVisible());

  attach->click();
  QCoreApplication::processEvents();  // the card goes after its click was handled

  EXPECT_EQ(m_opened.session.annotations()->counts().unplaced, 0);
  EXPECT_EQ(rows(), 3);
  EXPECT_EQ(m_opened.session.annotations()->at(m_points[2].id).size(), 1U);
  m_opened.session.undo();
  EXPECT_EQ(m_opened.session.annotations()->counts().unplaced, 1);
}

TEST_F(AnnotationsScreenTest, RemovesTheChosenOne) {
  the<QAction>("removeAnnotationCommand")->trigger();

  EXPECT_EQ(rows(), 1);
  EXPECT_EQ(fromQt(the<QListView>("annotationList")->model()->index(0, 0).data().toString()),
            m_points[0].title);
}

TEST_F(AnnotationsScreenTest, LeadsToTheTrayWhenNothingElseIsThere) {
  while (rows() > 0)
    the<QAction>("removeAnnotationCommand")->trigger();
  ASSERT_TRUE(the<QPushButton>("showUnplaced")->isVisible());

  the<QPushButton>("showUnplaced")->click();

  EXPECT_TRUE(m_screen.findChild<UnplacedTray*>()->isVisible());
}

}  // namespace
}  // namespace phaseboard::ui
