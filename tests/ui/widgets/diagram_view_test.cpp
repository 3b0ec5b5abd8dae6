// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/diagram_view.h"

#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include <QAccessible>
#include <QImage>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "app/base/assert.h"
#include "tests/support/sample_figure.h"

namespace phaseboard::ui {
namespace {

using scene::Emphasis;
using scene::Look;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::shared_ptr<const scene::Scene> sample() {
  auto scene = scene::Scene::read(test::sampleFigure());
  PHASEBOARD_ASSERT(scene.has_value());
  return std::make_shared<const scene::Scene>(std::move(*scene));
}

class DiagramViewTest : public ::testing::Test {
 protected:
  DiagramViewTest() {
    m_view.setReducedMotion(true);
    m_view.setTheme(style::ThemeName::Light);
    m_view.resize(792, 392);  // the figure at 100 % with its margins
    m_view.setScene(sample());
    m_view.show();
    PHASEBOARD_ASSERT(QTest::qWaitForWindowExposed(&m_view));
    QObject::connect(&m_view, &DiagramView::partHovered, &m_view,
                     [this](const PartId& part) { m_told.push_back("hover " + part.value()); });
    QObject::connect(&m_view, &DiagramView::partClicked, &m_view,
                     [this](const PartId& part) { m_told.push_back("click " + part.value()); });
    QObject::connect(&m_view, &DiagramView::partActivated, &m_view,
                     [this](const PartId& part) { m_told.push_back("open " + part.value()); });
    QObject::connect(&m_view, &DiagramView::choiceCleared, &m_view,
                     [this] { m_told.push_back("cleared"); });
    QObject::connect(&m_view, &DiagramView::viewportChanged, &m_view,
                     [this] { m_told.push_back("moved"); });
  }

  [[nodiscard]] QPoint at(double x, double y) const {
    return m_view.toWidget().map(QPointF(x, y)).toPoint();
  }
  [[nodiscard]] QPoint on(const std::string& part) const {
    const QPointF centre = m_view.scene()->item(PartId(part))->box.center();
    return at(centre.x(), centre.y());
  }

  /// Moves the pointer without the platform's cursor, which offscreen cannot leave its small
  /// screen.
  void moveTo(QPoint position, Qt::MouseButtons held = Qt::NoButton) {
    QMouseEvent event(QEvent::MouseMove, QPointF(position), m_view.mapToGlobal(QPointF(position)),
                      Qt::NoButton, held, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_view, &event);
  }

  void press(Qt::Key key) { QTest::keyClick(&m_view, key); }

  void wheel(QPoint position, int degrees) {
    QWheelEvent event(position, m_view.mapToGlobal(position), {}, {0, degrees * 8}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&m_view, &event);
  }

  QImage seen() { return m_view.grab().toImage(); }

  /// The colour at a figure point, whatever the device pixel ratio.
  [[nodiscard]] QColor colourAt(const QImage& image, double x, double y) const {
    const double ratio = image.devicePixelRatio();
    return image.pixelColor((m_view.toWidget().map(QPointF(x, y)) * ratio).toPoint());
  }

  DiagramView m_view;
  std::vector<std::string> m_told;
};

TEST_F(DiagramViewTest, ShowsTheFigureAtItsSize) {
  EXPECT_DOUBLE_EQ(m_view.scale(), 1);
  EXPECT_EQ(colourAt(seen(), 560, 84),
            style::colours(style::ThemeName::Light, style::Role::Model).body);
}

TEST_F(DiagramViewTest, SaysWhatIsMissingWithoutAFigure) {
  m_view.setScene(nullptr);
  const QImage blank = seen();
  m_view.setEmptyText(QStringLiteral("Choose a figure on the left"));

  EXPECT_NE(seen(), blank);
  EXPECT_EQ(m_view.partAtWidget({10, 10}), std::nullopt);
  press(Qt::Key_Plus);
  wheel({100, 100}, 15);
  EXPECT_THAT(m_told, IsEmpty());
}

TEST_F(DiagramViewTest, TellsWhichPartIsUnderThePointer) {
  moveTo(on("model"));
  moveTo(on("model") + QPoint(3, 0));
  moveTo(at(450, 200));

  EXPECT_THAT(m_told, ElementsAre("hover model", "hover "));
}

TEST_F(DiagramViewTest, BringsOutWhatIsUnderThePointer) {
  const QImage before = seen();

  moveTo(on("model"));

  const QImage after = seen();
  EXPECT_NE(colourAt(after, 525, 113), colourAt(before, 525, 113)) << "the halo of its edge";
  EXPECT_EQ(colourAt(after, 36, 98), colourAt(before, 36, 98)) << "the rest stays as it was";
  EXPECT_EQ(colourAt(after, 560, 84), colourAt(before, 560, 84));
}

TEST_F(DiagramViewTest, TakesTheHaloAwayWhenThePointerLeaves) {
  moveTo(QPoint(2, 2));
  const QImage before = seen();

  for (const char* part : {"server", "server--model", "serving", "features"})
    moveTo(on(part));
  moveTo(QPoint(2, 2));

  EXPECT_EQ(seen(), before);
}

TEST_F(DiagramViewTest, ChoosesByClickAndLetsGoBesideAllParts) {
  QTest::mouseClick(&m_view, Qt::LeftButton, {}, on("model"));
  EXPECT_EQ(m_view.currentPart(), PartId("model"));

  QTest::mouseClick(&m_view, Qt::LeftButton, {}, at(450, 200));

  EXPECT_EQ(m_view.currentPart(), std::nullopt);
  EXPECT_THAT(m_told, ElementsAre("click model", "cleared"));
}

TEST_F(DiagramViewTest, OpensByDoubleClickAndEnter) {
  QTest::mouseDClick(&m_view, Qt::LeftButton, {}, on("log"));
  m_view.setCurrentPart(PartId("user"));
  press(Qt::Key_Return);

  EXPECT_THAT(m_told, ::testing::IsSupersetOf({"open log", "open user"}));
}

TEST_F(DiagramViewTest, ZoomsAtThePointer) {
  const QPoint pointer = on("model");

  wheel(pointer, 15);

  EXPECT_GT(m_view.scale(), 1.1);
  EXPECT_LE((on("model") - pointer).manhattanLength(), 2);
  EXPECT_THAT(m_told, ElementsAre("moved"));
}

TEST_F(DiagramViewTest, PansByDraggingWithoutChoosing) {
  wheel(on("model"), 60);
  m_told.clear();
  const QPoint before = on("model");

  QTest::mousePress(&m_view, Qt::LeftButton, {}, before);
  moveTo(before + QPoint(-40, 25));
  moveTo(before + QPoint(-60, 30));
  QTest::mouseRelease(&m_view, Qt::LeftButton, {}, before + QPoint(-60, 30));

  EXPECT_LE((on("model") - before - QPoint(-60, 30)).manhattanLength(), 2);
  EXPECT_EQ(m_view.currentPart(), std::nullopt);
  EXPECT_THAT(m_told, ::testing::Contains("moved"));
}

TEST_F(DiagramViewTest, PaintsTheSameAfterPanningAsAfresh) {
  wheel(on("server"), 45);
  seen();
  const QPoint begin = at(450, 200);
  QTest::mousePress(&m_view, Qt::LeftButton, {}, begin);
  for (int i = 1; i <= 8; ++i) {
    moveTo(begin + QPoint(9 * i, -5 * i));
    seen();
  }
  const QPoint end = begin + QPoint(72, -40);
  QTest::mouseRelease(&m_view, Qt::LeftButton, {}, end);
  moveTo(QPoint(2, 2));
  const QImage moved = seen();

  const Viewport viewport = m_view.viewport();
  m_view.setScene(sample());
  m_view.setViewport(viewport);

  EXPECT_EQ(seen(), moved);
}

TEST_F(DiagramViewTest, PaintsTheSameAfterSmallChangesAsAfresh) {
  seen();
  Look look;
  look.set(PartId("features"), Emphasis::Masked).set(PartId("user"), Emphasis::Highlighted);
  m_view.setLook(look);
  const QImage changed = seen();

  m_view.setScene(sample());
  m_view.setLook(look);

  EXPECT_EQ(seen(), changed);
}

TEST_F(DiagramViewTest, ZoomsByKeys) {
  press(Qt::Key_Plus);
  EXPECT_DOUBLE_EQ(m_view.scale(), 1.25);
  press(Qt::Key_Minus);
  EXPECT_DOUBLE_EQ(m_view.scale(), 1);
  press(Qt::Key_Plus);
  press(Qt::Key_0);
  EXPECT_TRUE(m_view.viewport().fits);
  m_view.resize(400, 300);
  press(Qt::Key_1);
  EXPECT_DOUBLE_EQ(m_view.scale(), 1);
}

TEST_F(DiagramViewTest, WalksByTabAndArrowsAndLetsGoByEscape) {
  m_view.setFocus();
  press(Qt::Key_Tab);
  press(Qt::Key_Right);
  press(Qt::Key_Right);
  press(Qt::Key_Down);
  press(Qt::Key_Escape);

  EXPECT_THAT(m_told, ElementsAre("click user", "click user--server", "click server",
                                  "click server--log", "cleared"));
}

TEST_F(DiagramViewTest, RevealsOneMaskInItsPlace) {
  Look look;
  look.set(PartId("model"), Emphasis::Masked).set(PartId("features"), Emphasis::Masked);
  m_view.setLook(look);

  m_view.reveal(PartId("model"));

  EXPECT_FALSE(m_view.isMasked(PartId("model")));
  EXPECT_TRUE(m_view.isMasked(PartId("features")));
  m_view.setLook(look);
  EXPECT_TRUE(m_view.isMasked(PartId("model")));
}

TEST_F(DiagramViewTest, SpotlightsPartsAndIgnoresUnknownOnes) {
  const QImage before = seen();

  m_view.spotlight({PartId("model"), PartId("nobody")});
  const QImage lit = seen();
  m_view.spotlight({});

  EXPECT_NE(colourAt(lit, 36, 98), colourAt(before, 36, 98));
  EXPECT_EQ(colourAt(lit, 560, 84), colourAt(before, 560, 84));
  EXPECT_EQ(seen(), before);
}

TEST_F(DiagramViewTest, RemembersAndRestoresItsViewport) {
  wheel(on("log"), 45);
  const Viewport viewport = m_view.viewport();
  m_view.setScene(sample());
  EXPECT_TRUE(m_view.viewport().fits);

  m_view.setViewport(viewport);

  EXPECT_EQ(m_view.viewport(), viewport);
}

TEST_F(DiagramViewTest, ZoomsToAPart) {
  m_view.zoomToPart(PartId("features"));

  EXPECT_LE((on("features") - m_view.rect().center()).manhattanLength(), 4);
  EXPECT_GT(m_view.scale(), 1);
  const Viewport before = m_view.viewport();
  m_view.zoomToPart(PartId("nobody"));
  EXPECT_EQ(m_view.viewport(), before);
}

TEST_F(DiagramViewTest, MovesByItsMinimapWhenZoomedIn) {
  wheel(on("server"), 90);
  const Viewport before = m_view.viewport();
  const QPoint corner(m_view.width() - 30, m_view.height() - 30);
  EXPECT_EQ(m_view.partAtWidget(corner), std::nullopt);

  QTest::mouseClick(&m_view, Qt::LeftButton, {}, corner);

  EXPECT_GT(m_view.viewport().centre.x(), before.centre.x());
  EXPECT_DOUBLE_EQ(m_view.scale(), before.scale);
}

TEST_F(DiagramViewTest, SettlesCrisplyAfterASmoothZoom) {
  m_view.setReducedMotion(false);
  QSignalSpy moved(&m_view, &DiagramView::viewportChanged);
  wheel(on("model"), 30);
  ASSERT_TRUE(!moved.isEmpty() || moved.wait(2000));
  const QImage settled = seen();
  const Viewport viewport = m_view.viewport();

  m_view.setScene(sample());
  m_view.setViewport(viewport);

  EXPECT_EQ(seen(), settled);
}

TEST_F(DiagramViewTest, KeepsNoTimerWhileIdle) {
  m_view.setReducedMotion(false);
  QSignalSpy moved(&m_view, &DiagramView::viewportChanged);
  press(Qt::Key_Plus);
  ASSERT_TRUE(!moved.isEmpty() || moved.wait(2000));

  EXPECT_FALSE(m_view.isAnimating());
}

TEST_F(DiagramViewTest, NamesEveryPartForScreenReaders) {
  QAccessibleInterface* view = QAccessible::queryAccessibleInterface(&m_view);
  ASSERT_NE(view, nullptr);
  ASSERT_EQ(view->childCount(), 10);

  QAccessibleInterface* model = view->child(6);

  EXPECT_EQ(model->text(QAccessible::Name).toStdString(), "CTR model");
  const std::string description = model->text(QAccessible::Description).toStdString();
  EXPECT_THAT(description, ::testing::HasSubstr("Explains CTR model"));
  EXPECT_THAT(description, ::testing::HasSubstr("Fed by Ad server, Feature store."));
  EXPECT_EQ(view->indexOfChild(model), 6);
  EXPECT_TRUE(model->rect().contains(m_view.mapToGlobal(on("model"))));
  const QPoint global = m_view.mapToGlobal(on("model"));
  EXPECT_EQ(view->childAt(global.x(), global.y()), model);
}

TEST_F(DiagramViewTest, TellsScreenReadersWhichPartTheKeysChose) {
  QAccessibleInterface* view = QAccessible::queryAccessibleInterface(&m_view);
  std::vector<std::string> focused;
  for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Right, Qt::Key_Right}) {
    press(key);
    const QAccessibleInterface* part = view->focusChild();
    ASSERT_NE(part, nullptr);
    EXPECT_TRUE(part->state().focused);
    focused.push_back(part->text(QAccessible::Name).toStdString());
  }

  EXPECT_THAT(focused, ElementsAre("User", "user to server", "Ad server"));
}

TEST_F(DiagramViewTest, BringsABoxIntoViewOnlyWhenItIsHidden) {
  m_view.setViewport({false, 4, m_view.scene()->item(PartId("user"))->box.center()});
  const Viewport before = m_view.viewport();
  m_view.bringIntoView(m_view.scene()->item(PartId("user"))->box);
  EXPECT_EQ(m_view.viewport(), before);

  m_view.bringIntoView(m_view.scene()->item(PartId("model"))->box);

  EXPECT_TRUE(m_view.rect().contains(on("model")));
  EXPECT_DOUBLE_EQ(m_view.scale(), 4);
}

TEST_F(DiagramViewTest, ShowsTheLastPictureDuringAPinchAndACrispOneSoonAfter) {
  seen();
  QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2,
                            QPointF(100, 100), QPointF(100, 100), QPointF(100, 100), 0.25, {});
  QCoreApplication::sendEvent(&m_view, &pinch);
  EXPECT_TRUE(m_view.isAnimating());

  ASSERT_TRUE(QTest::qWaitFor([this] { return !m_view.isAnimating(); }, 2000));

  EXPECT_DOUBLE_EQ(m_view.scale(), 1.25);
  const QImage settled = seen();
  const Viewport viewport = m_view.viewport();
  m_view.setScene(sample());
  m_view.setViewport(viewport);
  EXPECT_EQ(seen(), settled);
}

TEST_F(DiagramViewTest, HidesMaskedPartsFromScreenReadersToo) {
  Look look;
  look.set(PartId("model"), Emphasis::Masked);
  m_view.setLook(look);
  QAccessibleInterface* view = QAccessible::queryAccessibleInterface(&m_view);

  for (int i = 0; i < view->childCount(); ++i) {
    const QAccessibleInterface* part = view->child(i);
    EXPECT_FALSE(part->text(QAccessible::Name).contains(QStringLiteral("CTR")));
    EXPECT_FALSE(part->text(QAccessible::Description).contains(QStringLiteral("model")));
  }
}

TEST_F(DiagramViewTest, DropsTheChildrenOfTheFigureBefore) {
  QAccessible::setActive(true);
  QAccessibleInterface* view = QAccessible::queryAccessibleInterface(&m_view);
  ASSERT_NE(view->child(0), nullptr);

  m_view.setScene(nullptr);
  EXPECT_EQ(view->childCount(), 0);
  auto grid = scene::Scene::read(test::gridFigure(2, 2));
  m_view.setScene(std::make_shared<const scene::Scene>(std::move(*grid)));

  EXPECT_EQ(view->child(0)->text(QAccessible::Name).toStdString(), "EVERYTHING");
}

TEST_F(DiagramViewTest, HasTheChildrenOfItsFigureWhereverThatLiesInMemory) {
  QAccessible::setActive(true);
  QAccessibleInterface* view = QAccessible::queryAccessibleInterface(&m_view);
  std::vector<scene::Scene> figures;
  for (int i = 0; i < 12; ++i)
    figures.push_back(std::move(*scene::Scene::read(test::gridFigure(1 + i % 2, 2))));

  for (scene::Scene& figure : figures) {
    m_view.setScene(nullptr);  // what comes next may lie where this one was
    m_view.setScene(std::make_shared<const scene::Scene>(std::move(figure)));

    QAccessibleInterface* last = view->child(view->childCount() - 1);
    ASSERT_NE(last, nullptr);
    ASSERT_TRUE(last->isValid());
    ASSERT_EQ(view->indexOfChild(last), view->childCount() - 1);
  }
}

TEST_F(DiagramViewTest, FollowsTheWindowsThemeUnlessTold) {
  DiagramView view;

  EXPECT_EQ(view.theme(), style::ThemeName::Light);
  view.setTheme(style::ThemeName::Dark);
  EXPECT_EQ(view.theme(), style::ThemeName::Dark);
}

}  // namespace
}  // namespace phaseboard::ui
