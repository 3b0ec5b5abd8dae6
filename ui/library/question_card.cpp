// SPDX-License-Identifier: Apache-2.0
#include "ui/library/question_card.h"

#include <QPainter>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

/// The picture at the head of a question.
class Cover : public QWidget {
 public:
  Cover(DiagramId diagram, ThumbnailStore& thumbnails)
      : m_diagram(std::move(diagram)), m_thumbnails(thumbnails) {
    atTextSize(this, [this] { setFixedHeight(scaled(124)); });
    connect(&thumbnails, &ThumbnailStore::ready, this, qOverload<>(&QWidget::update));
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    const style::ThemeName theme = themeOf(this);
    QPainter painter(this);
    paintPanel(painter, rect(), 8, style::colour(theme, style::Neutral::Canvas),
               coloursOf(this).cardBorder);
    const QPixmap picture =
        m_thumbnails.thumbnail(m_diagram, theme, size() - QSize(16, 16), devicePixelRatioF());
    if (picture.isNull())
      return;
    QRectF place(QPointF(), picture.deviceIndependentSize());
    place.moveCenter(QRectF(rect()).center());
    painter.drawPixmap(place.topLeft(), picture);
  }

 private:
  DiagramId m_diagram;
  ThumbnailStore& m_thumbnails;
};

}  // namespace

QuestionCardView::QuestionCardView(const ports::QuestionCard& question, ThumbnailStore& thumbnails,
                                   QWidget* parent)
    : Card(parent) {
  setInteractive(true);
  setAccessibleName(toQt(question.title));
  if (question.cover)
    column()->addWidget(new Cover(*question.cover, thumbnails));
  if (question.kind == content::QuestionKind::Primer)
    column()->addWidget(new Label(tr("START HERE"), TextRole::Overline, Tone::Accent));
  auto* title = new Label(toQt(question.title), TextRole::Heading);
  title->setWordWrap(true);
  column()->addWidget(title);
  if (!question.subtitle.empty()) {
    auto* subtitle = new Label(toQt(question.subtitle), TextRole::Small, Tone::Muted);
    subtitle->setWordWrap(true);
    column()->addWidget(subtitle);
  }
  auto* counts = new Label(tr("%1 figures  ·  %2 key points  ·  %3 prompts")
                               .arg(question.diagrams.size())
                               .arg(question.keyPoints)
                               .arg(question.prompts),
                           TextRole::Caption, Tone::Muted);
  counts->setWordWrap(true);
  column()->addWidget(counts);
  auto* open = makeButton(tr("Study"), ButtonKind::Primary, this);
  open->setAccessibleName(tr("Study %1").arg(toQt(question.title)));
  connect(open, &QPushButton::clicked, this, &QuestionCardView::opened);
  column()->addWidget(open, 0, Qt::AlignLeft);
}

}  // namespace phaseboard::ui
