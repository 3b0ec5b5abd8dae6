// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "app/annotations/placement.h"
#include "app/ports/annotation_store.h"
#include "app/ports/pack_library.h"

namespace phaseboard::ops {

/// An annotation and where it stands in the pack that is open.
struct PlacedAnnotation {
  annotations::Annotation annotation;
  annotations::Standing standing = annotations::Standing::Unplaced;
  TargetId target;      ///< under its id of today
  QuestionId question;  ///< also of an unplaced one, as far as its id says
  PhaseId phase;        ///< empty: the opening, or unplaced
  std::string title;    ///< what the target is called today; the snapshot of an unplaced one
};

/// How many stand where.
struct PlacedCounts {
  int exact = 0;
  int reworded = 0;
  int wordsGone = 0;
  int unplaced = 0;
};

/// The annotations of a notebook, placed in a pack that may be newer than they are. Changes
/// nothing: renames are followed and words are looked for whenever it is read.
///
/// Texts of the pack are read when a first annotation needs them, and kept.
class PlacedAnnotations {
 public:
  /// Both outlive it.
  PlacedAnnotations(const ports::PackLibrary& pack, const ports::AnnotationStore& store);

  /// Reads the notebook's annotations afresh. What was read before stays after a failure.
  [[nodiscard]] Status read();

  /// Oldest first.
  [[nodiscard]] const std::vector<PlacedAnnotation>& all() const { return m_all; }
  [[nodiscard]] PlacedCounts counts() const;

  /// Those that stand at a target.
  [[nodiscard]] std::vector<const PlacedAnnotation*> at(const TargetId& target) const;
  [[nodiscard]] const PlacedAnnotation* find(const annotations::AnnotationId& id) const;

  /// Every tag in use, sorted.
  [[nodiscard]] std::vector<std::string> tags() const;

  /// What a target says today; null when the pack has none with that id.
  [[nodiscard]] const annotations::TargetText* text(const TargetId& target) const;

  /// Everything in a question that can be annotated: the opening, notes with their items, parts.
  [[nodiscard]] const std::vector<annotations::TargetText>& targets(
      const QuestionId& question) const;

  /// Where an unplaced one most likely belongs, in its own question if that is still there.
  [[nodiscard]] std::optional<annotations::Suggestion> suggestion(
      const PlacedAnnotation& annotation) const;

 private:
  using Texts = std::vector<annotations::TargetText>;

  [[nodiscard]] PlacedAnnotation placed(const annotations::Annotation& annotation) const;
  [[nodiscard]] const ports::QuestionCard* cardOf(const QuestionId& question) const;
  /// The texts of one figure, one note or one opening, read once.
  [[nodiscard]] const Texts& figureTexts(const DiagramId& figure) const;
  [[nodiscard]] const Texts& noteTexts(const QuestionId& question, const PhaseId& phase) const;
  [[nodiscard]] const Texts& openingTexts(const QuestionId& question) const;
  template <class Read>
  const Texts& kept(const std::string& key, Read read) const;

  const ports::PackLibrary& m_pack;
  const ports::AnnotationStore& m_store;
  std::vector<PlacedAnnotation> m_all;
  std::multimap<TargetId, std::size_t> m_places;  ///< into `m_all`
  mutable std::map<std::string, Texts> m_texts;
  mutable std::map<QuestionId, Texts> m_questions;
};

}  // namespace phaseboard::ops
