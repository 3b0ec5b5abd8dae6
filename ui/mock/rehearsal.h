// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "app/mock/clarification.h"
#include "app/mock/follow_up.h"
#include "app/mock/mock_info.h"
#include "app/mock/standing.h"
#include "ui/bridge/session.h"

namespace phaseboard::ui {

/// One attempt while it is on the screen: keeps everything that happens before it is shown.
///
/// Beats are written while the clock runs; texts 700 ms after the last key and at the latest 4 s
/// after the first one. Follow-ups arise by themselves. No timer runs while it is paused and
/// everything is kept.
class Rehearsal : public QObject {
  Q_OBJECT

 public:
  static constexpr int kQuietMillis = 700;
  static constexpr int kLatestMillis = 4000;

  explicit Rehearsal(Session& session, QObject* parent = nullptr);

  /// Goes on with an attempt. One that still runs, because the program ended in the middle of it,
  /// is paused first. False when it cannot be read.
  bool open(const mock::MockInfo& info);
  void close();
  [[nodiscard]] bool isOpen() const { return !m_info.id.value().empty(); }

  [[nodiscard]] const mock::MockInfo& info() const { return m_info; }
  [[nodiscard]] const content::Question& question() const { return m_question; }
  [[nodiscard]] const mock::Record& record() const { return m_record; }
  [[nodiscard]] mock::Standing standing() const;
  [[nodiscard]] bool isRunning() const { return m_record.stand() == mock::Stand::Running; }

  /// How long nobody was there before `open`; nothing when the attempt was paused or just begun.
  [[nodiscard]] std::optional<Millis> absence() const { return m_absence; }

  void pause();
  void resume();
  void enterStage(const StageId& stage);
  /// The stage after the current one; nothing happens in the last.
  void enterNextStage();
  /// The user works in a phase now; its stage is entered with it, wherever that stands in the plan.
  void moveTo(const PhaseId& phase);
  /// False for an empty question.
  bool ask(const QString& words);
  /// Asks for one more follow-up, whether it is due or not.
  void showFollowUp();
  void answerFollowUp(const std::string& id);
  void finish();

  [[nodiscard]] const mock::FollowUp* followUp(const std::string& id) const;
  [[nodiscard]] QString text(const std::string& name) const;
  void write(const std::string& name, const QString& text);
  /// Keeps at once what was typed. What cannot be written stays pending and is tried again.
  void keepNow();
  [[nodiscard]] bool isPending() const { return !m_pending.empty(); }

 Q_SIGNALS:
  void noted(const phaseboard::mock::Event& event);
  void kept();

 private:
  bool note(mock::EventKind kind, const std::string& subject = {}, const std::string& text = {});
  Q_INVOKABLE void beat();
  void showDueFollowUps();
  [[nodiscard]] const mock::FollowUp* nextFollowUp() const;

  Session& m_session;
  mock::MockInfo m_info;
  content::Question m_question;
  mock::Record m_record{mock::Plan()};
  std::vector<mock::FollowUp> m_followUps;
  std::map<std::string, std::string> m_texts;
  std::map<std::string, QString> m_pending;
  std::optional<Millis> m_absence;
  QElapsedTimer m_sinceFirst;
  QTimer m_keep;
  QTimer m_beat;
};

}  // namespace phaseboard::ui
