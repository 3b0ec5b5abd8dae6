// SPDX-License-Identifier: Apache-2.0
#include "ui/workbench/update_notice.h"

#include <algorithm>
#include <utility>

#include <QStringList>
#include <QtConcurrentRun>

#include "app/ports/exchange.h"
#include "app/ports/seen_content.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/workbench/update_words.h"

namespace phaseboard::ui {
namespace {

/// On the worker: packs opened once more, for reading.
Result<content::Contents> readPacks(const ports::Exchange* files) {
  PHASEBOARD_TRY_ASSIGN(const auto reading, files->openReading());
  return ops::readContents(reading->pack());
}

}  // namespace

UpdateNotice::UpdateNotice(Session& session, const ports::Exchange& files,
                           std::function<std::string()> stamp, QObject* parent)
    : QObject(parent), m_session(session), m_files(files), m_stamp(std::move(stamp)) {
  connect(&m_job, &QFutureWatcherBase::finished, this, &UpdateNotice::onRead);
}

UpdateNotice::~UpdateNotice() {
  m_job.waitForFinished();
}

void UpdateNotice::look() {
  if (m_session.seenContent() == nullptr || m_job.isRunning())
    return;  // when it has been read, the stamp is looked at again
  const auto seen = m_session.read(m_session.seenContent()->seenStamp());
  const std::string stamp = m_stamp();
  if (!seen || *seen == stamp)
    return;
  m_reading = stamp;
  m_job.setFuture(QtConcurrent::run(readPacks, &m_files));
}

void UpdateNotice::onRead() {
  const auto contents = m_session.read(m_job.result());
  if (!contents)
    return;
  tell(*contents);
  const bool isRemembered = m_session
                                .runOnUpdates([&](ops::UpdateOperations& updates) {
                                  return updates.rememberPacks(m_reading, *contents);
                                })
                                .has_value();
  if (isRemembered)
    look();
}

void UpdateNotice::tell(const content::Contents& contents) {
  const auto seen = m_session.read(m_session.seenContent()->seenContents());
  if (!seen || seen->empty())
    return;  // the first time everything is new
  auto updates = content::compareContents(*seen, contents, m_session.pack().renames());
  if (updates.empty())
    return;
  m_latest = std::move(updates);
  const bool isOwn = m_isOwn && std::all_of(m_latest.begin(), m_latest.end(),
                                            [&](const auto& one) { return m_isOwn(one.question); });
  if (!isOwn) {
    Q_EMIT reported(m_latest);
    return;
  }
  QStringList words;
  for (const content::QuestionUpdate& update : m_latest)
    words.push_back(summaryOf(update));
  Q_EMIT told(words.join(QStringLiteral("; ")));
}

}  // namespace phaseboard::ui
