// SPDX-License-Identifier: Apache-2.0
#include "app/ops/annotation_operations.h"

#include <algorithm>
#include <utility>

#include "app/ops/step_changes.h"
#include "app/ports/annotation_store.h"
#include "app/ports/notebook_store.h"

namespace phaseboard::ops {
namespace {

using annotations::Annotation;
using annotations::AnnotationId;
using annotations::Content;

Result<OpOutcome> committedNote(ports::UnitOfWork& unit, const char* operation,
                                const AnnotationId& id, Instant at, bool joinsPrevious = false) {
  PHASEBOARD_TRY(unit.commitStep({operation, id.value(), at, std::nullopt, joinsPrevious, {}}));
  return OpOutcome{operation, changesOf(operation, id.value())};
}

Status checkContent(const Content& content) {
  if (content.note.size() > annotations::kLongestNote)
    return fail(ErrorKind::InvalidInput, "note", "longer than 20,000 bytes");
  const bool isLong =
      std::any_of(content.tags.begin(), content.tags.end(),
                  [](const std::string& tag) { return tag.size() > annotations::kLongestTag; });
  if (content.tags.size() > annotations::kMostTags || isLong)
    return fail(ErrorKind::InvalidInput, "tags", "more than 20, or longer than 60 bytes");
  return {};
}

}  // namespace

AnnotationOperations::AnnotationOperations(ports::NotebookStore& notebook,
                                           ports::AnnotationStore& annotations, const Clock& clock,
                                           Chance& chance)
    : m_notebook(notebook), m_annotations(annotations), m_clock(clock), m_chance(chance) {}

Result<Annotation> AnnotationOperations::existing(const AnnotationId& id) const {
  PHASEBOARD_TRY_ASSIGN(auto found, m_annotations.annotation(id));
  if (!found)
    return fail(ErrorKind::NotFound, id.value(), "no such annotation");
  return std::move(*found);
}

Result<AnnotationOutcome> AnnotationOperations::annotate(const annotations::Anchor& anchor,
                                                         Content content) {
  content.tags = annotations::normalisedTags(content.tags);
  if (content.isEmpty())
    return fail(ErrorKind::InvalidInput, "annotation", "it says nothing");
  if (anchor.target.value().empty())
    return fail(ErrorKind::InvalidInput, "target");
  PHASEBOARD_TRY(checkContent(content));
  const Instant now = m_clock.now();
  const std::uint64_t high = m_chance.next();
  const AnnotationId id{Uuid::version7(now, high, m_chance.next()).text()};
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY(m_annotations.writeAnnotation({id, anchor, std::move(content), now, now}));
  PHASEBOARD_TRY_ASSIGN(OpOutcome outcome, committedNote(*unit, kAnnotate, id, now));
  return AnnotationOutcome{std::move(outcome), id};
}

Result<OpOutcome> AnnotationOperations::editAnnotation(const AnnotationId& id, Content content) {
  content.tags = annotations::normalisedTags(content.tags);
  PHASEBOARD_TRY(checkContent(content));
  if (content.isEmpty())
    return removeAnnotation(id);
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY_ASSIGN(Annotation annotation, existing(id));
  if (annotation.content == content)
    return OpOutcome{kEditAnnotation, {}};
  annotation.content = std::move(content);
  annotation.changedAt = now;
  PHASEBOARD_TRY(m_annotations.writeAnnotation(annotation));
  return committedNote(*unit, kEditAnnotation, id, now, true);
}

Result<OpOutcome> AnnotationOperations::removeAnnotation(const AnnotationId& id) {
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY(existing(id));
  PHASEBOARD_TRY(m_annotations.removeAnnotation(id));
  return committedNote(*unit, kRemoveAnnotation, id, m_clock.now());
}

Result<OpOutcome> AnnotationOperations::reattachAnnotation(const AnnotationId& id,
                                                           const annotations::Anchor& anchor) {
  if (anchor.target.value().empty())
    return fail(ErrorKind::InvalidInput, "target");
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY_ASSIGN(Annotation annotation, existing(id));
  if (annotation.anchor == anchor)
    return OpOutcome{kReattachAnnotation, {}};
  annotation.anchor = anchor;
  annotation.changedAt = m_clock.now();
  PHASEBOARD_TRY(m_annotations.writeAnnotation(annotation));
  return committedNote(*unit, kReattachAnnotation, id, annotation.changedAt);
}

}  // namespace phaseboard::ops
