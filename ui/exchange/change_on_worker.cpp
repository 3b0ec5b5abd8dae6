// SPDX-License-Identifier: Apache-2.0
#include "ui/exchange/change_on_worker.h"

#include <utility>

#include <QObject>

#include "app/ports/exchange.h"
#include "app/ports/notebook_lender.h"
#include "app/ports/notebook_store.h"
#include "ui/exchange/long_work.h"

namespace phaseboard::ui {
namespace {

bool touchesPrompts(const ops::Changes& changes) {
  return changes.touches(ops::Aspect::OwnPrompts) || changes.touches(ops::Aspect::Review) ||
         changes.touches(ops::Aspect::PromptFlags);
}

/// On the worker. After a failure the loan has ended.
Result<ChangedElsewhere> changeLent(std::unique_ptr<ports::NotebookStore> loan,
                                    const ExchangeDoor& door, const LentWork& work,
                                    const exchange::Progress& progress) {
  ChangedElsewhere changed;
  changed.loan = std::move(loan);
  PHASEBOARD_TRY_ASSIGN(changed.pack, door.files.openPack());
  PHASEBOARD_TRY_ASSIGN(changed.outcome, work(*changed.loan, *changed.pack, progress));
  if (!touchesPrompts(changed.outcome.changes))
    return changed;
  // The change is made; without the table the window reads it when it needs it.
  if (auto table = ops::PromptTable::read(*changed.pack, *changed.loan))
    changed.prompts.emplace(std::move(*table));
  return changed;
}

}  // namespace

Status changeOnWorker(const QString& title, QWidget* parent, Session& session,
                      const ExchangeDoor& door, const LentWork& work) {
  PHASEBOARD_TRY_ASSIGN(auto loan, door.notebook.lend());
  bool isPackOld = false;
  QObject watching;
  QObject::connect(&session, &Session::packChanged, &watching, [&isPackOld] { isPackOld = true; });
  PHASEBOARD_TRY_ASSIGN(auto changed,
                        runLong(title, parent, [&](const exchange::Progress& progress) {
                          return changeLent(std::move(loan), door, work, progress);
                        }));
  if (isPackOld)
    changed.prompts.reset();
  session.takeOver(std::move(changed));
  return {};
}

}  // namespace phaseboard::ui
