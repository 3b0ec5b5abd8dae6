// SPDX-License-Identifier: Apache-2.0
#include "ui/study/conflict_dialog.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/answers/word_diff.h"
#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/study/diff_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {
namespace {

/// `text` with what `other` does not have marked as added.
std::vector<answers::DiffRun> onlyIn(const std::string& text, const std::string& other) {
  std::vector<answers::DiffRun> runs = answers::wordDiff(other, text);
  std::erase_if(runs,
                [](const answers::DiffRun& run) { return run.kind == answers::DiffKind::Removed; });
  return runs;
}

}  // namespace

ConflictDialog::ConflictDialog(Session& session, const std::vector<answers::Version>& ends,
                               QWidget* parent)
    : QDialog(parent), m_session(session), m_ends(ends) {
  setObjectName(QStringLiteral("conflictDialog"));
  setWindowTitle(tr("Written on two devices"));
  resize(scaled(960), scaled(680));
  build();
  m_rightWhen->setText(momentText(right().writtenAt, m_session.clock()));
  showLeft();
  takeRight();
}

QVBoxLayout* ConflictDialog::makeSide(const QString& heading, DiffView*& view, Label*& when) {
  auto* side = new QVBoxLayout;
  side->setSpacing(kGrid);
  auto* head = new QHBoxLayout;
  head->addWidget(new Label(heading, TextRole::Heading));
  when = new Label(QString(), TextRole::Small, Tone::Muted);
  head->addWidget(when);
  head->addStretch(1);
  side->addLayout(head);
  view = new DiffView(this);
  view->setAccessibleName(heading);
  side->addWidget(view, 1);
  return side;
}

void ConflictDialog::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
  column->setSpacing(2 * kGrid);
  column->addWidget(new Label(tr("Written on two devices"), TextRole::Title));
  auto* about =
      new Label(tr("This answer was edited apart. Words that only one text has are marked. "
                   "Say what it is to become; both texts stay among its versions."),
                TextRole::Body, Tone::Muted);
  about->setWordWrap(true);
  column->addWidget(about);
  auto* sides = new QHBoxLayout;
  sides->setSpacing(2 * kGrid);
  auto* left = makeSide(tr("One text"), m_leftView, m_leftWhen);
  m_leftView->setObjectName(QStringLiteral("conflictLeft"));
  if (m_ends.size() > 2) {
    QStringList names;
    for (std::size_t i = 0; i + 1 < m_ends.size(); ++i)
      names.push_back(momentText(m_ends[i].writtenAt, m_session.clock()));
    m_others = new Segments(names);
    connect(m_others, &Segments::chosen, this, &ConflictDialog::showLeft);
    left->insertWidget(1, m_others);
  }
  sides->addLayout(left, 1);
  sides->addLayout(makeSide(tr("The other text, shown now"), m_rightView, m_rightWhen), 1);
  m_rightView->setObjectName(QStringLiteral("conflictRight"));
  column->addLayout(sides, 3);

  auto* takes = new QHBoxLayout;
  takes->addWidget(new Label(tr("It becomes"), TextRole::Heading));
  takes->addStretch(1);
  const auto take = [&](const QString& text, const char* name, auto slot) {
    auto* button = makeButton(text, ButtonKind::Plain, this);
    button->setObjectName(QLatin1String(name));
    connect(button, &QPushButton::clicked, this, slot);
    takes->addWidget(button);
  };
  take(tr("Take the &left"), "takeLeft", &ConflictDialog::takeLeft);
  take(tr("Take the &right"), "takeRight", &ConflictDialog::takeRight);
  take(tr("&Both, one below the other"), "takeBoth", &ConflictDialog::takeBoth);
  column->addLayout(takes);
  m_result = new QPlainTextEdit(this);
  m_result->setObjectName(QStringLiteral("conflictResult"));
  m_result->setAccessibleName(tr("What the answer becomes"));
  m_result->setTabChangesFocus(true);
  column->addWidget(m_result, 2);

  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  auto* later = makeButton(tr("Later"), ButtonKind::Plain, this);
  connect(later, &QPushButton::clicked, this, &QDialog::reject);
  buttons->addWidget(later);
  auto* keep = makeButton(tr("Keep this text"), ButtonKind::Primary, this);
  keep->setObjectName(QStringLiteral("keepText"));
  connect(keep, &QPushButton::clicked, this, &QDialog::accept);
  buttons->addWidget(keep);
  column->addLayout(buttons);
}

const answers::Version& ConflictDialog::left() const {
  const auto chosen = static_cast<std::size_t>(m_others == nullptr ? 0 : m_others->current());
  return m_ends[std::min(chosen, m_ends.size() - 2)];
}

void ConflictDialog::showLeft() {
  m_leftWhen->setText(momentText(left().writtenAt, m_session.clock()));
  m_leftView->show(onlyIn(left().text, right().text));
  m_rightView->show(onlyIn(right().text, left().text));
}

void ConflictDialog::takeLeft() {
  m_result->setPlainText(toQt(left().text));
}

void ConflictDialog::takeRight() {
  m_result->setPlainText(toQt(right().text));
}

void ConflictDialog::takeBoth() {
  m_result->setPlainText(toQt(right().text).trimmed() + QStringLiteral("\n\n---\n\n") +
                         toQt(left().text).trimmed() + QLatin1Char('\n'));
}

std::string ConflictDialog::text() const {
  return fromQt(m_result->toPlainText());
}

std::optional<std::string> settleConflict(Session& session,
                                          const std::vector<answers::Version>& ends,
                                          QWidget* parent) {
  ConflictDialog dialog(session, ends, parent);
  return dialog.exec() == QDialog::Accepted ? std::optional(dialog.text()) : std::nullopt;
}

}  // namespace phaseboard::ui
