// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/earlier_attempts.h"

#include <algorithm>
#include <cmath>

#include <QGridLayout>
#include <QVBoxLayout>

#include "ui/bridge/time_text.h"
#include "ui/mock/mock_words.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

constexpr std::size_t kMostAttempts = 6;
constexpr double kHundred = 100;

int hundredths(double share) {
  return static_cast<int>(std::lround(share * kHundred));
}

QStringList cellsOf(const QString& when, const mock::Outcome& outcome,
                    const mock::Standing& times) {
  QStringList cells{when, levelWords(outcome.level),
                    EarlierAttempts::tr("%1 of %2").arg(outcome.covered).arg(outcome.total),
                    outcome.board ? EarlierAttempts::tr("%1 %").arg(hundredths(*outcome.board))
                                  : QStringLiteral("\u2013")};
  for (const mock::StageTime& stage : times.stages)
    cells.push_back(clockText(stage.spent));
  cells.push_back(clockText(times.elapsed));
  return cells;
}

}  // namespace

EarlierAttempts::EarlierAttempts(const ops::MockReport& report, const Session& session,
                                 QWidget* parent)
    : Card(parent) {
  setObjectName(QStringLiteral("earlierAttempts"));
  column()->addWidget(new Label(tr("Compared with earlier attempts"), TextRole::Heading));
  const ops::EarlierAttempt& last = report.earlier.front();
  const QString words = changeWords(
      mock::progressBetween(*last.info.outcome, last.times, report.outcome, report.times));
  auto* change = new Label(
      words.isEmpty() ? tr("The same as the last one.") : tr("Since the last one: %1.").arg(words),
      TextRole::Body, Tone::Normal, this);
  change->setObjectName(QStringLiteral("changeSinceLast"));
  change->setWordWrap(true);
  column()->addWidget(change);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(3 * kGrid);
  grid->setVerticalSpacing(4);
  const auto addRow = [grid](const QStringList& cells, TextRole role, Tone tone) {
    const int row = grid->rowCount();
    for (int i = 0; i < cells.size(); ++i) {
      const Qt::Alignment side = i < 2 ? Qt::AlignLeft : Qt::AlignRight;
      auto* cell = new Label(cells[i], role, tone);
      cell->setWordWrap(role == TextRole::Caption);  // a stage has a long name
      cell->setAlignment(side | Qt::AlignBottom);
      grid->addWidget(cell, row, i);
    }
  };
  QStringList heads{tr("When"), tr("Level"), tr("Points"), tr("Drawing")};
  for (const mock::PlannedStage& stage : report.info.plan.stages)
    heads.push_back(stageWords(stage));
  addRow(heads << tr("In all"), TextRole::Caption, Tone::Muted);
  addRow(cellsOf(tr("This one"), report.outcome, report.times), TextRole::Strong, Tone::Normal);
  for (std::size_t i = 0; i < std::min(kMostAttempts, report.earlier.size()); ++i)
    addRow(cellsOf(momentText(report.earlier[i].info.startedAt, session.clock()),
                   *report.earlier[i].info.outcome, report.earlier[i].times),
           TextRole::Small, Tone::Normal);
  column()->addLayout(grid);
}

QString EarlierAttempts::changeWords(const mock::Progress& progress) {
  QStringList words;
  const auto add = [&words](int amount, const QString& more, const QString& fewer) {
    if (amount != 0)
      words.push_back((amount > 0 ? more : fewer).arg(std::abs(amount)));
  };
  add(hundredths(progress.coverage), tr("%1 % more of the points"), tr("%1 % fewer of the points"));
  add(hundredths(progress.board.value_or(0)), tr("%1 % more of the drawing"),
      tr("%1 % less of the drawing"));
  if (progress.levels != 0)
    words.push_back(progress.levels > 0 ? tr("%n level(s) higher", nullptr, progress.levels)
                                        : tr("%n level(s) lower", nullptr, -progress.levels));
  return words.join(QStringLiteral(", "));
}

}  // namespace phaseboard::ui
