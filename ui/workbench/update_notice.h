// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <QFutureWatcher>
#include <QObject>

#include "app/base/result.h"
#include "app/content/contents.h"
#include "ui/shell/place.h"

namespace phaseboard::ports {
class Exchange;
}

namespace phaseboard::ui {

class Session;

/// Notices when the packs hold something else than the notebook saw last, and tells it once: what
/// came with the program in a dialog, what the user wrote just now in a line.
///
/// Packs are read by a worker over files of its own, and only when their stamp is another.
class UpdateNotice : public QObject {
  Q_OBJECT

 public:
  /// Session and exchange outlive it. `stamp` changes whenever a pack's file does.
  UpdateNotice(Session& session, const ports::Exchange& files, std::function<std::string()> stamp,
               QObject* parent = nullptr);
  /// Waits for what is being read.
  ~UpdateNotice() override;

  /// Looks at the packs if they may have changed. `told` or `reported` may follow.
  void look();
  /// Questions of the user's own: what changes in them was their doing.
  void setIsOwn(std::function<bool(const QuestionId&)> isOwn) { m_isOwn = std::move(isOwn); }

  /// Waits until nothing is being read: then the files may be exchanged.
  void settle() { m_job.waitForFinished(); }

  [[nodiscard]] bool isReading() const { return m_job.isRunning(); }

  /// What the newest news were.
  [[nodiscard]] const std::vector<content::QuestionUpdate>& latest() const { return m_latest; }

 Q_SIGNALS:
  /// There are news about what came with the program.
  void reported(const std::vector<phaseboard::content::QuestionUpdate>& updates);
  /// There are news about the user's own content only.
  void told(const QString& words);

 private:
  void onRead();
  void tell(const content::Contents& contents);

  Session& m_session;
  const ports::Exchange& m_files;
  std::function<std::string()> m_stamp;
  std::function<bool(const QuestionId&)> m_isOwn;
  std::string m_reading;  ///< the stamp of what is being read
  QFutureWatcher<Result<content::Contents>> m_job;
  std::vector<content::QuestionUpdate> m_latest;
};

}  // namespace phaseboard::ui
