// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <optional>
#include <vector>

#include <QWidget>

#include "app/answers/target.h"
#include "app/content/model.h"
#include "app/ops/referables.h"
#include "ui/bridge/image_codec.h"
#include "ui/bridge/session.h"

class QAction;

namespace phaseboard::ui {

class AnswerEditor;
class AnswerPreview;
class DraftKeeper;
class FormatBar;
class GlyphButton;
class KeyPointList;
class Label;
class NoticeBar;
class TargetLine;

/// "My answer": writing, looking at it, its versions and the check against the key points.
///
/// Unfinished text is kept as a draft while typing. It becomes a version when the field loses the
/// focus, when the phase changes, and on Ctrl+S.
class AnswerPanel : public QWidget {
  Q_OBJECT

 public:
  explicit AnswerPanel(Session& session, QWidget* parent = nullptr);

  /// Opens the answer of one phase, after committing the one before.
  void open(const answers::AnswerKey& key, const std::vector<content::KeyPoint>& points);
  /// The key points of the phase that is open, in other words than before.
  void rewordPoints(const std::vector<content::KeyPoint>& points);
  /// Commits what was typed as a new version. Nothing happens without a change.
  void commit();
  /// Shows again what others changed, unless something is being typed.
  void refresh(const ops::Changes& changes);
  void startWriting();
  void showVersions();
  /// Settles an answer that was edited on two devices, if it was.
  void showConflict();
  void showMode(int mode);  ///< 0 writing, 1 reading, 2 both
  /// Grades "answer this phase" by what is ticked; opens the ticks when none is.
  void gradePhase();
  /// Keeps a picture and puts it into the text; says why when that cannot be.
  void addPicture(const TakenImage& taken);

  [[nodiscard]] QString text() const;
  /// The key points that the text seems to say.
  [[nodiscard]] std::vector<ItemId> saidPoints() const;
  /// The formats of the editor, for menus.
  [[nodiscard]] const QList<QAction*>& formatCommands() const;

 Q_SIGNALS:
  void linkActivated(const QUrl& target);
  void said(const QString& words);

 private:
  void build();
  QWidget* makeHead();
  void connectParts();
  void load();
  void loadTicks();
  void tellOfConflict();
  void offerDraft(const answers::Draft& draft);
  void setText(const QString& text);
  void onTyped();
  void updateHead();
  void updatePreview();
  void updateSaid();
  [[nodiscard]] std::vector<ops::Referable> fittingReferences(const QString& typed);
  [[nodiscard]] PromptId phasePrompt() const;
  [[nodiscard]] QString committedText() const;

  Session& m_session;
  DraftKeeper* m_keeper;
  answers::AnswerKey m_key;
  std::vector<content::KeyPoint> m_keyPoints;
  std::optional<ops::Referables> m_referables;  ///< of the question; read when '@' is first typed
  std::map<answers::AnswerKey, answers::WritingTime> m_times;  ///< since the window was opened
  std::optional<answers::Version> m_version;
  std::optional<answers::Draft> m_otherDraft;  ///< one that grew from another version
  QString m_text;  ///< as last loaded or typed; a highlighter also says that the text changed
  std::array<GlyphButton*, 3> m_modes{};  ///< write, read, both
  NoticeBar* m_notice;
  AnswerEditor* m_editor;
  FormatBar* m_formats;
  AnswerPreview* m_preview;
  TargetLine* m_target;
  Label* m_state;
  KeyPointList* m_points;
};

}  // namespace phaseboard::ui
