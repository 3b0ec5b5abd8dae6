// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>

#include "app/content/model.h"
#include "ui/bridge/session.h"
#include "ui/study/page_view.h"

namespace phaseboard::ui {

struct BlockContext;

/// "In your own words": the sentences of all answers that mention a part. Nothing when there are
/// none. Links are told to the page; "answer:q#phase" leads to the answer.
void addOwnWords(Session& session, const BlockContext& context, const content::Part& part,
                 const DiagramId& diagram, std::deque<PageView::Maker>& makers);

/// The page of the parts that no answer to a question mentions, those in most figures first.
void addUnsaidParts(Session& session, const BlockContext& context, const QuestionId& question,
                    std::deque<PageView::Maker>& makers);

}  // namespace phaseboard::ui
