// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/mock_screen.h"

#include <QAction>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/ports/mock_store.h"
#include "ui/bridge/text.h"
#include "ui/mock/debrief_view.h"
#include "ui/mock/mock_start.h"
#include "ui/mock/rehearsal_view.h"
#include "ui/mock/replay_page.h"

namespace phaseboard::ui {

MockScreen::MockScreen(const ScreenContext& context, QWidget* parent)
    : Screen(context, parent),
      m_pages(new QStackedWidget(this)),
      m_start(new MockStart(session(), this)),
      m_rehearsal(new RehearsalView(session(), this)),
      m_debrief(new DebriefView(session(), this)),
      m_replay(new ReplayPage(session(), this)) {
  setObjectName(QStringLiteral("mockScreen"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  for (QWidget* page : {static_cast<QWidget*>(m_start), static_cast<QWidget*>(m_rehearsal),
                        static_cast<QWidget*>(m_debrief), static_cast<QWidget*>(m_replay)})
    m_pages->addWidget(page);
  column->addWidget(m_pages);
  setFocusProxy(m_pages);
  connect(m_start, &MockStart::startRequested, this, &MockScreen::start);
  connect(m_start, &MockStart::openRequested, this, &MockScreen::showDebrief);
  connect(m_start, &MockStart::removeRequested, this, &MockScreen::remove);
  connect(m_rehearsal, &RehearsalView::finished, this, &MockScreen::showDebrief);
  connect(m_debrief, &DebriefView::backRequested, this, [this] { showStart(); });
  connect(m_debrief, &DebriefView::replayRequested, this, &MockScreen::showReplay);
  connect(m_debrief, &DebriefView::againRequested, this,
          [this] { showStart(m_debrief->report().info.question); });
  connect(m_debrief, &DebriefView::exported, this,
          [this](const QString& path) { Q_EMIT said(tr("Written to %1").arg(path)); });
  connect(
      m_debrief, &DebriefView::noteRequested, this,
      [this](const QuestionId& question, const PhaseId& phase) {
        Q_EMIT placeRequested({.screen = ScreenName::Study, .question = question, .phase = phase});
      });
  connect(m_replay, &ReplayPage::backRequested, this,
          [this] { m_pages->setCurrentWidget(m_debrief); });
  connect(m_pages, &QStackedWidget::currentChanged, this, &MockScreen::enableCommands);
  enableCommands();
}

void MockScreen::enableCommands() {
  const QWidget* front = m_pages->currentWidget();
  for (QAction* command : m_rehearsal->commands())
    command->setEnabled(front == m_rehearsal);
  for (QAction* command : m_debrief->commands())
    command->setEnabled(front == m_debrief);
}

QStringList MockScreen::trail() const {
  if (m_pages->currentWidget() == m_rehearsal && m_rehearsal->rehearsal().isOpen())
    return {toQt(m_rehearsal->rehearsal().question().title)};
  if (m_pages->currentWidget() == m_debrief || m_pages->currentWidget() == m_replay)
    return {toQt(m_debrief->report().title), tr("Debrief")};
  return {};
}

Place MockScreen::place() const {
  Place place{.screen = ScreenName::Mock};
  if (m_pages->currentWidget() == m_debrief || m_pages->currentWidget() == m_replay)
    place.mock = m_debrief->report().info.id;
  return place;
}

QList<QAction*> MockScreen::commands() const {
  return m_rehearsal->commands() + m_debrief->commands();
}

bool MockScreen::showUnfinished() {
  const ports::MockStore* store = session().mocks();
  const auto unfinished = store ? session().read(store->unfinishedMock()) : std::nullopt;
  if (!unfinished || !*unfinished || !m_rehearsal->open(**unfinished))
    return false;
  m_pages->setCurrentWidget(m_rehearsal);
  Q_EMIT placeChanged();
  return true;
}

void MockScreen::arrive(const Place& place) {
  if (showUnfinished())
    return;
  if (!place.mock.value().empty())
    showDebrief(place.mock);
  else
    showStart(place.question);
}

void MockScreen::leave() {
  if (m_pages->currentWidget() == m_rehearsal)
    m_rehearsal->leave();
}

void MockScreen::refresh(const ops::Changes& changes) {
  if (!changes.touches(ops::Aspect::Mocks) && !changes.touches(ops::Aspect::Settings))
    return;
  if (m_pages->currentWidget() == m_start)
    m_start->refresh();
  else if (m_pages->currentWidget() == m_debrief)
    m_debrief->refresh();
}

void MockScreen::start(const ops::NewMock& wish) {
  const auto made =
      session().runOnMocks([&](ops::MockOperations& mocks) { return mocks.startMock(wish); });
  if (!made || !m_rehearsal->open(made->mock))
    return;
  m_pages->setCurrentWidget(m_rehearsal);
  Q_EMIT placeChanged();
}

void MockScreen::showStart(const QuestionId& question) {
  m_start->refresh(question);
  m_pages->setCurrentWidget(m_start);
  Q_EMIT placeChanged();
}

void MockScreen::showDebrief(const mock::MockId& id) {
  if (!m_debrief->open(id)) {
    showStart();
    return;
  }
  m_pages->setCurrentWidget(m_debrief);
  Q_EMIT placeChanged();
}

void MockScreen::showReplay() {
  if (m_pages->currentWidget() != m_debrief || !m_replay->open(m_debrief->report()))
    return;
  m_pages->setCurrentWidget(m_replay);
  m_replay->setFocus();
}

void MockScreen::remove(const mock::MockId& id) {
  (void)session().runOnMocks([&](ops::MockOperations& mocks) { return mocks.removeMock(id); });
}

}  // namespace phaseboard::ui
