// SPDX-License-Identifier: Apache-2.0
#include "ui/study/occurrence_card.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "app/ops/part_recall.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

constexpr QSize kPictureSize(112, 66);
constexpr double kFirmRecall = 0.9;
constexpr double kWeakRecall = 0.75;

/// A figure in small; drawn when the store has it.
class OccurrencePicture : public QWidget {
 public:
  OccurrencePicture(ThumbnailStore& thumbnails, DiagramId diagram)
      : m_thumbnails(thumbnails), m_diagram(std::move(diagram)) {
    setFixedSize(kPictureSize);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&thumbnails, &ThumbnailStore::ready, this, [this](const DiagramId& ready) {
      if (ready == m_diagram)
        update();
    });
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const style::ThemeName theme = themeOf(this);
    paintPanel(painter, rect(), 6, style::colour(theme, style::Neutral::Canvas),
               coloursOf(this).cardBorder);
    const QSize room = size() - QSize(8, 8);
    const QPixmap picture = m_thumbnails.thumbnail(m_diagram, theme, room, devicePixelRatioF());
    if (picture.isNull())
      return;
    QRect place(QPoint(), picture.deviceIndependentSize().toSize());
    place.moveCenter(rect().center());
    painter.drawPixmap(place, picture);
  }

 private:
  ThumbnailStore& m_thumbnails;
  DiagramId m_diagram;
};

}  // namespace

std::optional<double> OccurrenceRecall::of(const ports::Occurrence& place) {
  if (!place.diagram)
    return std::nullopt;
  auto known = m_figures.find(*place.diagram);
  if (known == m_figures.end()) {
    auto read = ops::readPartRecall(m_session.pack(), m_session.notebook(), *place.diagram,
                                    m_session.today());
    known = m_figures.emplace(*place.diagram, read ? std::move(*read) : std::map<PartId, double>())
                .first;
  }
  const std::string& target = place.target.value();
  const auto found = known->second.find(PartId(target.substr(target.rfind('/') + 1)));
  return found == known->second.end() ? std::nullopt : std::optional(found->second);
}

QWidget* makeOccurrenceCard(const BlockContext& context, ThumbnailStore* thumbnails,
                            const ports::Occurrence& place, const QString& where,
                            std::optional<double> recall) {
  auto* card = new Card;
  card->setObjectName(QStringLiteral("occurrence"));
  card->setInteractive(true);
  card->setFlat(true);
  card->setAccessibleName(toQt(place.title));
  card->column()->setContentsMargins(10, 6, 10, 6);
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  if (thumbnails != nullptr && place.diagram)
    row->addWidget(new OccurrencePicture(*thumbnails, *place.diagram));
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  auto* title = new Label(toQt(place.title), TextRole::Body);
  title->setElided(true);
  auto* line = new Label(where, TextRole::Caption, Tone::Muted);
  line->setElided(true);
  words->addWidget(title);
  words->addWidget(line);
  row->addLayout(words, 1);
  if (recall) {
    const auto role = *recall >= kFirmRecall   ? style::Role::Metric
                      : *recall >= kWeakRecall ? style::Role::Store
                                               : style::Role::Policy;
    auto* chip = new Chip(NoteSignals::tr("%1 %").arg(qRound(*recall * 100)), role);
    chip->setToolTip(NoteSignals::tr("Predicted recall today"));
    row->addWidget(chip, 0, Qt::AlignVCenter);
  }
  card->column()->addLayout(row);
  QString scheme = QStringLiteral("part:");
  if (!place.diagram)
    scheme = QStringLiteral("item:") + toQt(place.phase.value()) + u'@';
  QObject::connect(card, &Card::activated, context.tell,
                   [tell = context.tell, target = scheme + toQt(place.target.value())] {
                     Q_EMIT tell->linkActivated(QUrl(target));
                   });
  return card;
}

}  // namespace phaseboard::ui
