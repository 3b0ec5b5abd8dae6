// SPDX-License-Identifier: Apache-2.0
#include "ui/exchange/long_work.h"

#include <exception>
#include <memory>

#include <QDeadlineTimer>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QThread>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kLookMillis = 60;
constexpr int kWorkWidth = 420;
constexpr unsigned long kShownAfterMillis = 60;  // what is done sooner needs no dialog

}  // namespace

LongWork::LongWork(const QString& title, QWidget* parent) : QDialog(parent) {
  setObjectName(u"longWork"_s);
  setWindowTitle(title);
  setModal(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
  column->setSpacing(2 * kGrid);
  column->addWidget(new Label(title, TextRole::Heading));
  m_bar = new QProgressBar(this);
  m_bar->setRange(0, 0);
  m_bar->setTextVisible(false);
  m_bar->setAccessibleName(title);
  column->addWidget(m_bar);
  m_figures = new Label(QString(), TextRole::Small, Tone::Muted, this);
  auto* row = new QHBoxLayout;
  row->addWidget(m_figures, 1);
  auto* cancel = makeButton(tr("Cancel"), ButtonKind::Plain, this);
  cancel->setObjectName(u"stopWork"_s);
  connect(cancel, &QPushButton::clicked, this, &LongWork::stop);
  row->addWidget(cancel);
  column->addLayout(row);
  atTextSize(this, [this] { setMinimumWidth(scaled(kWorkWidth)); });
}

void LongWork::run(const std::function<void(const exchange::Progress&)>& work) {
  const exchange::Progress progress = [this](std::int64_t done, std::int64_t total) {
    m_done = done;
    m_total = total;
    return !m_isStopped;
  };
  // Text layout, which is part of some work, wants a thread of Qt's.
  const std::unique_ptr<QThread> worker(QThread::create([&] {
    try {
      work(progress);
    } catch (const std::exception&) {
      // The caller sees that there is no result.
    }
  }));
  connect(worker.get(), &QThread::finished, this, [this] { done(Accepted); });
  QTimer look;
  connect(&look, &QTimer::timeout, this, &LongWork::showProgress);
  look.start(kLookMillis);
  worker->start();
  if (worker->wait(QDeadlineTimer(kShownAfterMillis)))
    return;
  exec();
  worker->wait();
}

void LongWork::stop() {
  m_isStopped = true;
  m_figures->setText(tr("Stopping…"));
}

void LongWork::showProgress() {
  const std::int64_t total = m_total;
  if (total <= 0 || m_isStopped)
    return;
  m_bar->setRange(0, 1000);
  m_bar->setValue(static_cast<int>(m_done * 1000 / total));
  m_figures->setText(
      tr("%1 of %2")
          .arg(QLocale().toString(qlonglong{m_done}), QLocale().toString(qlonglong{total})));
}

}  // namespace phaseboard::ui
