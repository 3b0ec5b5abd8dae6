// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>

#include "ui/bridge/session.h"
#include "ui/study/note_blocks.h"

namespace phaseboard::ui {

class ThumbnailStore;

/// How well the parts of figures are remembered today, each figure read when it is first asked for.
class OccurrenceRecall {
 public:
  explicit OccurrenceRecall(Session& session) : m_session(session) {}

  /// 0 to 1; nothing for an item, and for a part that was never asked about.
  [[nodiscard]] std::optional<double> of(const ports::Occurrence& place);

 private:
  Session& m_session;
  std::map<DiagramId, std::map<PartId, double>> m_figures;
};

/// A place where a concept occurs: its figure in small if it is in one, its name, and how well it
/// is remembered. A click goes there. `thumbnails` may be null and outlives the card.
[[nodiscard]] QWidget* makeOccurrenceCard(const BlockContext& context, ThumbnailStore* thumbnails,
                                          const ports::Occurrence& place, const QString& where,
                                          std::optional<double> recall);

}  // namespace phaseboard::ui
