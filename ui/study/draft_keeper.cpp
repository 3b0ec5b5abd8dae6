// SPDX-License-Identifier: Apache-2.0
#include "ui/study/draft_keeper.h"

#include <algorithm>

#include "ui/bridge/text.h"

namespace phaseboard::ui {

DraftKeeper::DraftKeeper(Session& session, QObject* parent) : QObject(parent), m_session(session) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::keepNow);
}

void DraftKeeper::begin(const answers::AnswerKey& key, std::optional<answers::VersionId> basedOn) {
  keepNow();
  drop();
  m_key = key;
  m_basedOn = basedOn;
}

void DraftKeeper::typed(const QString& text) {
  if (!m_pending)
    m_sinceFirst.start();
  m_pending = text;
  const int left = kLatestMillis - static_cast<int>(m_sinceFirst.elapsed());
  m_timer.start(std::clamp(left, 0, kQuietMillis));
}

void DraftKeeper::keepNow() {
  m_timer.stop();
  if (!m_pending)
    return;
  const std::string text = fromQt(*m_pending);
  const bool kept =
      m_session.perform([&](ops::Desk& desk) { return desk.keepDraft(m_key, text, m_basedOn); });
  if (!kept) {
    m_sinceFirst.start();
    m_timer.start(kLatestMillis);
    return;
  }
  m_pending.reset();
  Q_EMIT this->kept();
}

void DraftKeeper::drop() {
  m_timer.stop();
  m_pending.reset();
}

}  // namespace phaseboard::ui
