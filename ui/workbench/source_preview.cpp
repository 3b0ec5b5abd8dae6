// SPDX-License-Identifier: Apache-2.0
#include "ui/workbench/source_preview.h"

#include <memory>
#include <utility>

#include <QStackedWidget>
#include <QVBoxLayout>

#include "diagrams/scene/scene.h"
#include "ui/bridge/text.h"
#include "ui/study/note_view.h"
#include "ui/widgets/card.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {

using namespace Qt::StringLiterals;

SourcePreview::SourcePreview(Session& session, QWidget* parent)
    : QWidget(parent),
      m_stack(new QStackedWidget(this)),
      m_title(new Label(tr("Preview"), TextRole::Small, Tone::Muted)),
      m_figure(new DiagramView(this)),
      m_page(new NoteView(session, this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
  column->setSpacing(4);
  column->addWidget(m_title);
  column->addWidget(m_stack, 1);
  m_stack->addWidget(new EmptyState(Glyph::Eye, tr("No preview"),
                                    tr("Figures, notes, openings and prompts are shown here while "
                                       "you write them.")));
  m_stack->addWidget(m_figure);
  m_stack->addWidget(m_page);
  m_figure->setObjectName(u"previewFigure"_s);
  m_figure->setAccessibleName(tr("Preview of the figure"));
  m_page->setObjectName(u"previewPage"_s);
  m_page->setAccessibleName(tr("Preview of the text"));
}

void SourcePreview::clear() {
  m_file.clear();
  m_hasShown = false;
  m_title->setText(tr("Preview"));
  m_stack->setCurrentIndex(0);
}

void SourcePreview::show(const SourceCheck& check) {
  if (std::exchange(m_file, check.file) != check.file) {
    m_hasShown = false;
    m_stack->setCurrentIndex(0);
  }
  bool isShown = true;
  if (check.figure) {
    isShown = showFigure(*check.figure);
  } else if (check.note) {
    m_page->showNote(*check.note);
    m_stack->setCurrentWidget(m_page);
  } else if (check.opening) {
    m_page->showBrief(*check.opening);
    m_stack->setCurrentWidget(m_page);
  } else if (!check.prompts.empty()) {
    showPrompts(check.prompts);
  } else {
    isShown = false;
  }
  m_hasShown = m_hasShown || isShown;
  m_title->setText(isShown || !m_hasShown ? tr("Preview")
                                          : tr("Preview, as of before the last problem"));
}

bool SourcePreview::showFigure(const content::Diagram& figure) {
  auto scene = scene::Scene::read(figure.svg);
  if (!scene)
    return false;
  // Writing on must not move what one looks at.
  const bool isSame = m_hasShown && m_stack->currentWidget() == m_figure;
  const Viewport before = m_figure->viewport();
  m_figure->setScene(std::make_shared<const scene::Scene>(std::move(*scene)));
  if (isSame)
    m_figure->setViewport(before);
  m_stack->setCurrentWidget(m_figure);
  return true;
}

void SourcePreview::showPrompts(const std::vector<content::AuthoredPrompt>& prompts) {
  std::deque<PageView::Maker> makers;
  for (const content::AuthoredPrompt& prompt : prompts)
    makers.push_back([this, prompt] {
      auto* card = new Card;
      card->column()->addWidget(
          makeText(m_page->blocks(), toQt(prompt.question), TextRole::Strong));
      card->column()->addWidget(makeText(m_page->blocks(), toQt(prompt.answer)));
      return card;
    });
  m_page->setBlocks(std::move(makers));
  m_stack->setCurrentWidget(m_page);
}

}  // namespace phaseboard::ui
