// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/annotations/placement.h"
#include "ui/bridge/session.h"

class QWidget;

namespace phaseboard::ui {

/// Lets the user say something about a place: colour, note, tags, star. `first` is what the fields
/// begin with. Returns whether it was kept.
bool writeAnnotation(Session& session, const annotations::Anchor& anchor,
                     const annotations::Content& first, QWidget* parent);

/// Lets the user change or remove an annotation.
void changeAnnotation(Session& session, const annotations::AnnotationId& id, QWidget* parent);

}  // namespace phaseboard::ui
