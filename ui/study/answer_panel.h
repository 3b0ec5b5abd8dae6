// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>

#include <QWidget>

#include "app/content/model.h"
#include "ui/bridge/session.h"

class QStackedLayout;

namespace phaseboard::ui {

class AnswerEditor;
class DraftKeeper;
class GlyphButton;
class KeyPointList;
class Label;
class NoticeBar;
class TextBlock;

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
  /// Commits what was typed as a new version. Nothing happens without a change.
  void commit();
  /// Shows again what others changed, unless something is being typed.
  void refresh(const ops::Changes& changes);
  void startWriting();
  void showVersions();
  void showMode(int mode);  ///< 0 writing, 1 reading, 2 both

 private:
  void build();
  QWidget* makeHead();
  void load();
  void loadTicks();
  void offerDraft(const answers::Draft& draft);
  void setText(const QString& text);
  void onTyped();
  void updateHead();
  void updatePreview();
  [[nodiscard]] QString committedText() const;

  Session& m_session;
  DraftKeeper* m_keeper;
  answers::AnswerKey m_key;
  std::optional<answers::Version> m_version;
  std::optional<answers::Draft> m_otherDraft;  ///< one that grew from another version
  QString m_text;  ///< as last loaded or typed; a highlighter also says that the text changed
  std::array<GlyphButton*, 3> m_modes{};  ///< write, read, both
  NoticeBar* m_notice;
  AnswerEditor* m_editor;
  QWidget* m_previewArea;
  TextBlock* m_preview;
  Label* m_state;
  Label* m_words;
  KeyPointList* m_points;
};

}  // namespace phaseboard::ui
