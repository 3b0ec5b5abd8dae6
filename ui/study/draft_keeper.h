// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "app/answers/answer.h"
#include "ui/bridge/session.h"

namespace phaseboard::ui {

/// Keeps what is being typed safe: 700 ms after the last key, and 4 s after the first one that is
/// not kept yet at the latest. Its timer runs only while there is something to keep.
class DraftKeeper : public QObject {
  Q_OBJECT

 public:
  static constexpr int kQuietMillis = 700;
  static constexpr int kLatestMillis = 4000;

  explicit DraftKeeper(Session& session, QObject* parent = nullptr);

  /// From now on texts belong to this answer and grew from that version. Keeps what is pending
  /// first.
  void begin(const answers::AnswerKey& key, std::optional<answers::VersionId> basedOn);
  void setBase(std::optional<answers::VersionId> basedOn) { m_basedOn = basedOn; }

  void typed(const QString& text);
  /// Keeps at once what is pending. When it cannot be written it stays pending and is tried again.
  void keepNow();
  /// Forgets what is pending, because it was committed or thrown away.
  void drop();
  [[nodiscard]] bool isPending() const { return m_pending.has_value(); }

 Q_SIGNALS:
  void kept();

 private:
  Session& m_session;
  answers::AnswerKey m_key;
  std::optional<answers::VersionId> m_basedOn;
  std::optional<QString> m_pending;
  QElapsedTimer m_sinceFirst;
  QTimer m_timer;
};

}  // namespace phaseboard::ui
