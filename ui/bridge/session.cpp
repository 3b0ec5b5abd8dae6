// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/session.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <QUrl>
#include <QVariant>

#include "app/base/study_clock.h"
#include "app/ports/image_store.h"
#include "ui/bridge/formulas.h"
#include "ui/bridge/image_codec.h"
#include "ui/bridge/operation_text.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

constexpr int kPictureKilobytes = 64 * 1024;

/// What goes on while one works, or is plainly seen: nobody needs to be told.
bool isQuiet(const std::string& operation) {
  constexpr std::array<std::string_view, 8> kQuiet{"undo",         "redo",      "keepDraft",
                                                   "drawOnBoard",  "startMock", "noteMock",
                                                   "keepMockText", "tickMock"};
  return std::find(kQuiet.begin(), kQuiet.end(), operation) != kQuiet.end();
}

}  // namespace

Session::Session(const ports::PackLibrary& pack, const ports::Notebook& notebook, ops::Desk& desk,
                 const Clock& clock, QObject* parent)
    : QObject(parent), m_pack(pack), m_notebook(notebook), m_desk(desk), m_clock(clock) {
  m_pictures.setMaxCost(kPictureKilobytes);
  if (auto settings = notebook.settings())
    m_settings = std::move(*settings);
}

StudyDay Session::today() const {
  return studyDayAt(m_clock, now(), m_settings.dayStart);
}

void Session::dropOldPrompts() {
  if (m_promptsAsOf != m_notebook.changeCount())
    m_prompts.reset();
}

const ops::PromptTable* Session::prompts() {
  dropOldPrompts();
  if (!m_prompts) {
    auto table = ops::PromptTable::read(m_pack, m_notebook);
    if (!table) {
      Q_EMIT failed(table.error());
      return nullptr;
    }
    m_prompts.emplace(std::move(*table));
    m_promptsAsOf = m_notebook.changeCount();
  }
  return &*m_prompts;
}

FormulaSource Session::formulas() const {
  return formulasOf(m_pack);
}

void Session::setAnnotations(ops::AnnotationOperations& annotations) {
  m_annotations = &annotations;
  m_placed.emplace(m_pack, annotations.store());
  m_isPlacedOld = true;
}

const ops::PlacedAnnotations* Session::annotations() {
  if (!m_placed)
    return nullptr;
  if (m_isPlacedOld) {
    m_isPlacedOld = false;  // also after a failure: it is told once
    if (const Status read = m_placed->read(); !read)
      Q_EMIT failed(read.error());
  }
  return &*m_placed;
}

RichDocument::Provider Session::pictures() {
  return [this](const QUrl& name) -> QVariant {
    const QString path = name.path();
    const QString prefix = QString::fromLatin1(answers::kImagePath);
    if (m_images == nullptr || name.scheme() != QLatin1String("notebook") ||
        !path.startsWith(prefix))
      return {};
    const QString id = path.mid(prefix.size());
    if (const QImage* known = m_pictures.object(id))
      return *known;
    const auto kept = m_images->store().image(answers::ImageId{fromQt(id)});
    if (!kept || !*kept)
      return {};
    const QImage image = readKeptImage((*kept)->bytes);
    m_pictures.insert(id, new QImage(image), 1 + static_cast<int>(image.sizeInBytes() / 1024));
    return image;
  };
}

std::vector<bookmarks::Bookmark> Session::bookmarks() {
  if (m_bookmarks == nullptr)
    return {};
  return read(m_bookmarks->read(m_pack)).value_or(std::vector<bookmarks::Bookmark>());
}

const ops::OwnWords* Session::ownWords() {
  if (!m_ownWords) {
    m_ownWords.emplace(m_pack, m_notebook);
    if (const Status done = m_ownWords->read(); !done) {
      m_ownWords.reset();
      Q_EMIT failed(done.error());
      return nullptr;
    }
  }
  return &*m_ownWords;
}

const ops::Wordings& Session::wordings() {
  if (!m_wordings)
    m_wordings = read(ops::Wordings::read(m_notebook)).value_or(ops::Wordings());
  return *m_wordings;
}

void Session::noticeNewPack() {
  m_prompts.reset();
  m_promptPack.reset();
  m_ownWords.reset();
  if (m_annotations != nullptr)
    setAnnotations(*m_annotations);
  Q_EMIT packChanged();
}

void Session::keepUpOwnWords(const ops::Changes& changes) {
  if (!m_ownWords || !changes.touches(ops::Aspect::Answer))
    return;
  for (const answers::AnswerKey& key : changes.answers)
    if (!m_ownWords->read(key)) {
      m_ownWords.reset();  // whoever needs it next reads it, and tells what is wrong
      return;
    }
}

void Session::report(const ops::OpOutcome& outcome) {
  if (outcome.changes.aspects.empty())
    return;
  if (m_prompts && !m_prompts->refresh(outcome.changes))
    m_prompts.reset();  // whoever needs it next reads it, and tells what is wrong
  tell(outcome);
}

void Session::takeOver(ChangedElsewhere changed) {
  m_prompts = std::move(changed.prompts);
  m_promptPack = std::move(changed.pack);
  if (m_prompts)
    m_prompts->readFurtherFrom(m_notebook);
  changed.loan.reset();
  m_promptsAsOf = m_notebook.changeCount();
  if (!changed.outcome.changes.aspects.empty())
    tell(changed.outcome);
}

void Session::tell(const ops::OpOutcome& outcome) {
  if (outcome.changes.touches(ops::Aspect::Annotations))
    m_isPlacedOld = true;
  if (outcome.changes.touches(ops::Aspect::Settings))
    if (auto settings = m_notebook.settings())
      m_settings = std::move(*settings);
  m_promptsAsOf = m_notebook.changeCount();
  keepUpOwnWords(outcome.changes);
  if (outcome.changes.touches(ops::Aspect::Overrides))
    m_wordings.reset();
  if (outcome.changes.touches(ops::Aspect::Images))
    m_pictures.clear();
  Q_EMIT changed(outcome.changes);
  if (!isQuiet(outcome.operation))
    Q_EMIT done(toQt(outcome.operation));
}

void Session::undo() {
  const QString words = undoText();
  if (run([](ops::Desk& desk) { return desk.undo(); }))
    sayUndone(words);
}

void Session::redo() {
  const QString words = redoText();
  if (run([](ops::Desk& desk) { return desk.redo(); }))
    sayRedone(words);
}

QString Session::undoText() const {
  const auto names = m_notebook.undoNames();
  return names && names->undo ? operationWords(*names->undo).noun : QString();
}

QString Session::redoText() const {
  const auto names = m_notebook.undoNames();
  return names && names->redo ? operationWords(*names->redo).noun : QString();
}

}  // namespace phaseboard::ui
