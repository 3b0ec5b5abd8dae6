// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>

#include "ui/bridge/session.h"
#include "ui/study/note_blocks.h"
#include "ui/study/occurrence_card.h"
#include "ui/study/page_view.h"

namespace phaseboard::ui {

/// A note, or the opening of a question, typeset block by block.
class NoteView : public PageView {
  Q_OBJECT

 public:
  explicit NoteView(Session& session, QWidget* parent = nullptr);

  /// As the pack has it; the user's words take their places here.
  void showNote(const content::Note& shipped);
  void showBrief(const content::Question& shipped);
  /// Pictures for the places of a concept; outlives the view. Without one there are only words.
  void setThumbnails(ThumbnailStore& thumbnails) { m_thumbnails = &thumbnails; }
  /// The page of one concept, with where it occurs and how well each place is remembered.
  void showConcept(const content::Concept& entry, const std::vector<ports::Occurrence>& places);
  /// Brings a key point, trade-off, ... to the top.
  void showItem(const ItemId& item);

  [[nodiscard]] const NoteSignals* tell() const { return m_context.tell; }
  [[nodiscard]] const BlockContext& blocks() const { return m_context; }

 private:
  /// The block, with a line below it when texts of the target are the user's.
  [[nodiscard]] QWidget* withOwnWords(QWidget* block, const TargetId& target);
  [[nodiscard]] QString conceptTitle(const ConceptId& id);
  [[nodiscard]] QString placeText(const ports::Occurrence& place) const;
  /// How well a concept is remembered over all its places, in words; empty when nothing asks for
  /// it.
  [[nodiscard]] QString recallWords(const ConceptId& id) const;

  Session& m_session;
  BlockContext m_context;
  ThumbnailStore* m_thumbnails = nullptr;
  std::unique_ptr<OccurrenceRecall> m_recall;
  std::map<ConceptId, QString> m_conceptTitles;
};

}  // namespace phaseboard::ui
