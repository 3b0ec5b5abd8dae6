// SPDX-License-Identifier: Apache-2.0
#include "ui/progress/memory_page.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "app/ops/study_plan.h"
#include "ui/bridge/session.h"
#include "ui/bridge/time_text.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/line_chart.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

constexpr int kWeeksShown = 26;
constexpr int kTickMs = 60;
constexpr std::size_t kFewestForFit = 64;
/// Calibration is drawn from the prompts answered last; a fit takes all.
constexpr int kPromptsJudged = 1'500;

struct Recall {
  int answers = 0;
  int again = 0;
  [[nodiscard]] double share() const { return 1 - static_cast<double>(again) / answers; }
};

QString figureText(const std::optional<double>& value) {
  return value ? QString::number(*value, 'f', 4) : QStringLiteral("\u2013");
}

}  // namespace

MemoryPage::MemoryPage(const ScreenContext& context, QWidget* parent)
    : ProgressPage(context, parent), m_tick(new QTimer(this)) {
  column()->addWidget(makeRetention());
  column()->addWidget(makeCalibration());
  column()->addWidget(makeFit());
  column()->addStretch();
  m_tick->setInterval(kTickMs);
  connect(m_tick, &QTimer::timeout, this, [this] { m_bar->setValue(m_work->percent); });
  connect(&m_watcher, &QFutureWatcherBase::finished, this, &MemoryPage::onFitReady);
}

MemoryPage::~MemoryPage() {
  cancelFit();
  m_watcher.waitForFinished();
}

QWidget* MemoryPage::makeRetention() {
  m_retention = new LineChart(tr("True retention by week and maturity"));
  m_retention->setEmptyText(
      tr("Once prompts come back after a day or more, the share that you recall is drawn here."));
  m_retentionPanel = new ChartPanel(
      tr("True retention"), m_retention, [this] { return m_retentionTable; }, this);
  m_retentionPanel->setObjectName(QStringLiteral("retentionPanel"));
  return m_retentionPanel;
}

QWidget* MemoryPage::makeCalibration() {
  m_calibration = new LineChart(tr("Calibration of the memory model"));
  m_calibration->setEmptyText(
      tr("Here you will see whether a predicted 90 % comes true in 90 of "
         "100 answers. It takes a few days of review."));
  m_calibrationPanel = new ChartPanel(
      tr("Does 90 % mean 90 %?"), m_calibration, [this] { return m_calibrationTable; }, this);
  m_calibrationPanel->setCaption(
      tr("Answers in groups of like prediction: across what was predicted, up what was recalled. A "
         "model that knows you lies on the diagonal."));
  return m_calibrationPanel;
}

QWidget* MemoryPage::makeFit() {
  auto* card = new Card(this);
  card->setObjectName(QStringLiteral("fitCard"));
  card->column()->setSpacing(10);
  card->column()->addWidget(
      new Label(tr("Fit the model to your memory"), TextRole::Heading, Tone::Normal, card));
  m_state = new Label(QString(), TextRole::Small, Tone::Muted, card);
  m_state->setWordWrap(true);
  m_result = new Label(QString(), TextRole::Body, Tone::Normal, card);
  m_result->setWordWrap(true);
  m_result->setObjectName(QStringLiteral("fitResult"));
  m_bar = new QProgressBar(card);
  m_bar->setRange(0, 100);
  m_bar->setAccessibleName(tr("Progress of the fit"));
  m_start = makeButton(tr("Fit to my answers"), ButtonKind::Primary, card);
  m_cancel = makeButton(tr("Cancel"), ButtonKind::Plain, card);
  m_use = makeButton(tr("Use the fitted model"), ButtonKind::Primary, card);
  m_discard = makeButton(tr("Keep the old one"), ButtonKind::Plain, card);
  m_published = makeButton(tr("Back to the published model"), ButtonKind::Quiet, card);
  m_start->setObjectName(QStringLiteral("startFit"));
  m_use->setObjectName(QStringLiteral("useFit"));
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(10);
  for (QPushButton* button : {m_start, m_cancel, m_use, m_discard, m_published})
    buttons->addWidget(button);
  buttons->addStretch();
  card->column()->addWidget(m_state);
  card->column()->addWidget(m_bar);
  card->column()->addWidget(m_result);
  card->column()->addLayout(buttons);
  connect(m_start, &QPushButton::clicked, this, &MemoryPage::startFit);
  connect(m_cancel, &QPushButton::clicked, this, &MemoryPage::cancelFit);
  connect(m_use, &QPushButton::clicked, this, &MemoryPage::useFit);
  connect(m_discard, &QPushButton::clicked, this, &MemoryPage::discardFit);
  connect(m_published, &QPushButton::clicked, this,
          [this] { session().perform([](ops::Desk& desk) { return desk.useParameters({}); }); });
  return card;
}

void MemoryPage::refresh() {
  showRetention();
  const auto memory = ops::memorySettings(session().settings());
  const auto log = session().read(session().notebook().trainingLog(kPromptsJudged));
  if (memory && log)
    showCalibration(ops::judged(*memory, *log), m_fit ? &m_fit->after : nullptr);
  showFit();
}

void MemoryPage::showRetention() {
  const StudyDay today = session().today();
  const StudyDay from = plusDays(today, -7 * kWeeksShown + 1);
  const auto summaries = session().read(session().notebook().recallSummaries(from, today));
  if (!summaries)
    return;
  using review::Maturity;
  std::map<std::pair<int, Maturity>, Recall> weeks;
  std::map<Maturity, Recall> all;
  for (const ports::RecallSummary& one : *summaries) {
    Recall& week = weeks[{daysBetween(from, one.day) / 7, one.maturity}];
    week.answers += one.answers;
    week.again += one.again;
    all[one.maturity].answers += one.answers;
    all[one.maturity].again += one.again;
  }
  ChartLine young{tr("young, under 21 days"), Ink::Accent, {}};
  ChartLine mature{tr("mature"), Ink::Good, {}};
  m_retentionTable = {{tr("Week from"), tr("Young"), tr("Answers"), tr("Mature"), tr("Answers")},
                      {}};
  std::vector<LineChart::Mark> marks;
  double least = 0.9;
  for (int week = 0; week < kWeeksShown; ++week) {
    const QString date =
        QLocale().toString(toQt(plusDays(from, 7 * week)), QStringLiteral("d MMM"));
    QStringList cells{date};
    QString words = date;
    for (auto [line, maturity] :
         {std::pair{&young, Maturity::Young}, std::pair{&mature, Maturity::Mature}}) {
      const auto found = weeks.find({week, maturity});
      const bool isAsked = found != weeks.end() && found->second.answers > 0;
      cells += isAsked ? percentText(found->second.share()) : QString();
      cells += isAsked ? QString::number(found->second.answers) : QString();
      if (!isAsked)
        continue;
      line->points.emplace_back(week, found->second.share());
      line->dots.push_back(std::min(6.0, 2 + std::sqrt(found->second.answers) / 4));
      least = std::min(least, found->second.share());
      words += tr(", %1 %2 of %3")
                   .arg(maturity == Maturity::Young ? tr("young") : tr("mature"),
                        percentText(found->second.share()))
                   .arg(found->second.answers);
    }
    if (words != date) {
      marks.push_back({static_cast<double>(week), words});
      m_retentionTable.rows += cells;
    }
  }
  const double target = session().settings().retention;
  const bool isEmpty = young.points.empty() && mature.points.empty();
  ChartLine aim{tr("aimed at"), Ink::Muted, {}, true};
  if (!isEmpty)
    aim.points = {{0, target}, {kWeeksShown - 1.0, target}};
  ChartAxis x{-0.3, kWeeksShown - 0.7, {}};
  for (int week = 0; week < kWeeksShown; week += 5)
    x.ticks.emplace_back(
        week, QLocale().toString(toQt(plusDays(from, 7 * week)), QStringLiteral("d MMM")));
  m_retention->setAxes(x, percentAxis(std::max(0.0, least - 0.05), 1));
  m_retention->setLines({aim, young, mature});
  m_retention->setMarks(std::move(marks));
  const auto figure = [&](Maturity maturity) {
    const auto found = all.find(maturity);
    return found == all.end() || found->second.answers == 0 ? QStringLiteral("\u2013")
                                                            : percentText(found->second.share());
  };
  m_retentionPanel->setCaption(
      isEmpty ? QString()
              : tr("Recalled in half a year: %1 while learning, %2 young, %3 mature; aimed at %4.")
                    .arg(figure(Maturity::Learning), figure(Maturity::Young),
                         figure(Maturity::Mature), percentText(target)));
  m_retentionPanel->refreshTable();
}

void MemoryPage::showCalibration(const ops::JudgedModel& before, const ops::JudgedModel* after) {
  m_calibrationTable = {
      {tr("Predicted"), tr("Recalled"), tr("From"), tr("To"), tr("Answers"), tr("Model")}, {}};
  double least = 0.9;
  std::vector<ChartLine> lines;
  std::vector<LineChart::Mark> marks;
  const auto add = [&](const ops::JudgedModel& judged, const QString& name, Ink ink) {
    ChartLine line{name, ink, {}};
    for (const memory::CalibrationBin& bin : judged.judgement.calibration) {
      line.points.emplace_back(bin.predicted, bin.recalled);
      line.dots.push_back(4.5);
      least = std::min({least, bin.predicted, bin.recalled});
      m_calibrationTable.rows +=
          {percentText(bin.predicted), percentText(bin.recalled),  percentText(bin.lowest),
           percentText(bin.highest),   QString::number(bin.count), name};
      marks.push_back(
          {bin.predicted, tr("%1: predicted %2, recalled %3 of %4 answers")
                              .arg(name, percentText(bin.predicted), percentText(bin.recalled))
                              .arg(bin.count)});
    }
    lines.push_back(std::move(line));
  };
  if (!before.judgement.calibration.empty())
    lines.push_back({tr("exact"), Ink::Muted, {{0, 0}, {1, 1}}, true});
  add(before, tr("in use"), Ink::Accent);
  if (after != nullptr)
    add(*after, tr("fitted"), Ink::Good);
  std::sort(marks.begin(), marks.end(),
            [](const LineChart::Mark& a, const LineChart::Mark& b) { return a.x < b.x; });
  const ChartAxis axis = percentAxis(std::max(0.0, least - 0.05), 1);
  m_calibration->setAxes(axis, axis);
  m_calibration->setLines(std::move(lines));
  m_calibration->setMarks(std::move(marks));
  m_calibrationPanel->refreshTable();
  const std::size_t items = before.judgement.evaluation.items;
  m_start->setEnabled(items >= kFewestForFit);
  m_state->setText(
      items < kFewestForFit
          ? tr("%n of %1 repeated answers that a fit needs at least.", nullptr,
               static_cast<int>(items))
                .arg(kFewestForFit)
          : tr("The model in use %1. Over %n answers: log loss %2, calibration error %3.", nullptr,
               static_cast<int>(items))
                .arg(session().settings().parameters.empty() ? tr("is the published one")
                                                             : tr("was fitted to you"),
                     figureText(before.judgement.evaluation.logLoss),
                     figureText(before.judgement.evaluation.rmseBins)));
}

void MemoryPage::showFit() {
  const bool isRunning = m_watcher.isRunning();
  m_bar->setVisible(isRunning);
  m_cancel->setVisible(isRunning);
  m_start->setVisible(!isRunning && !m_fit);
  m_use->setVisible(m_fit && m_fit->isBetter);
  m_discard->setVisible(m_fit.has_value());
  m_published->setVisible(!isRunning && !m_fit && !session().settings().parameters.empty());
  m_result->setVisible(m_fit.has_value());
  if (!m_fit)
    return;
  const memory::Evaluation& before = m_fit->before.judgement.evaluation;
  const memory::Evaluation& after = m_fit->after.judgement.evaluation;
  m_result->setText(
      m_fit->isBetter
          ? tr("Fitted: log loss %1 instead of %2, calibration error %3 instead of %4, over %5 "
               "answers. Nothing has changed yet. Due days stay as they are; intervals from now on "
               "follow the fitted model.")
                .arg(figureText(after.logLoss), figureText(before.logLoss),
                     figureText(after.rmseBins), figureText(before.rmseBins))
                .arg(after.items)
          : tr("The model in use already predicts your answers as well as any that was found."));
}

void MemoryPage::startFit() {
  if (m_watcher.isRunning())
    return;
  const auto memory = session().read(ops::memorySettings(session().settings()));
  auto log = session().read(session().notebook().trainingLog());
  if (!memory || !log)
    return;
  m_fit.reset();
  m_work = std::make_shared<Work>();
  m_bar->setValue(0);
  m_watcher.setFuture(QtConcurrent::run([work = m_work, model = *memory, log = std::move(*log)]() {
    return ops::fitMemory(model, log, [&work](double share) {
      work->percent = static_cast<int>(share * 100);
      return !work->isCancelled;
    });
  }));
  m_tick->start();
  showFit();
}

void MemoryPage::cancelFit() {
  if (m_work)
    m_work->isCancelled = true;
}

void MemoryPage::onFitReady() {
  m_tick->stop();
  m_fit = m_watcher.result();
  if (m_fit)
    showCalibration(m_fit->before, &m_fit->after);
  showFit();
  Q_EMIT fitEnded();
}

void MemoryPage::useFit() {
  if (!m_fit)
    return;
  const std::vector<double> parameters = m_fit->after.parameters;
  m_fit.reset();
  session().perform([&](ops::Desk& desk) { return desk.useParameters(parameters); });
  refresh();
}

void MemoryPage::discardFit() {
  m_fit.reset();
  refresh();
}

}  // namespace phaseboard::ui
