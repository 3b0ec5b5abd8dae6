// SPDX-License-Identifier: Apache-2.0
#include "ui/figures/export_dialog.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/error_text.h"
#include "ui/widgets/look.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr QSize kPreview(520, 240);

}  // namespace

ExportDialog::ExportDialog(Session& session, content::Diagram figure, const QString& folder,
                           QWidget* parent)
    : TaskDialog(tr("Export the figure"), tr("Export"), parent),
      m_session(session),
      m_figure(std::move(figure)),
      m_folder(folder) {
  setObjectName(u"exportDialog"_s);
  m_preview = new QLabel(this);
  m_preview->setAlignment(Qt::AlignCenter);
  m_preview->setMinimumSize(kPreview);
  m_preview->setAccessibleName(tr("What the file will look like"));
  column()->addWidget(m_preview, 1);
  column()->addWidget(makeForm());
  actionButton()->setObjectName(u"exportButton"_s);
  suggestName();
  showPreview();
  m_format->setFocus();
}

QWidget* ExportDialog::makeForm() {
  auto* form = new QWidget(this);
  auto* rows = new QFormLayout(form);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setVerticalSpacing(12);
  rows->setHorizontalSpacing(2 * kGrid);
  m_format = new Segments({tr("PNG picture"), tr("SVG drawing"), tr("PDF page")}, form);
  m_format->setAccessibleName(tr("Kind of file"));
  atTextSize(m_format, [this] { m_format->setMinimumWidth(m_format->sizeHint().width()); });
  m_theme = new Segments({tr("Light"), tr("Dark")}, form);
  m_theme->setAccessibleName(tr("Theme"));
  m_theme->setCurrent(themeOf(this) == style::ThemeName::Dark ? 1 : 0);
  m_scale = new QComboBox(form);
  m_scale->setAccessibleName(tr("Size of the picture"));
  for (const int scale : {1, 2, 3, 4})
    m_scale->addItem(tr("%1 × (%2 × %3 pixels)")
                         .arg(scale)
                         .arg(qRound(m_figure.width * scale))
                         .arg(qRound(m_figure.height * scale)),
                     scale);
  m_scale->setCurrentIndex(1);
  m_file = new FileField(tr("File"), form);
  m_file->line()->setObjectName(u"exportPath"_s);
  rows->addRow(tr("Kind of file"), m_format);
  rows->addRow(tr("Theme"), m_theme);
  rows->addRow(tr("Size"), m_scale);
  rows->addRow(tr("File"), m_file);
  connect(m_format, &Segments::chosen, this, [this](int format) {
    m_scale->setEnabled(format == static_cast<int>(FigureFormat::Png));
    suggestName();
  });
  connect(m_theme, &Segments::chosen, this, [this] {
    suggestName();
    showPreview();
  });
  connect(m_file, &FileField::browseRequested, this, &ExportDialog::browse);
  return form;
}

FigureExport ExportDialog::how() const {
  return {static_cast<FigureFormat>(m_format->current()),
          m_theme->current() == 1 ? style::ThemeName::Dark : style::ThemeName::Light,
          m_scale->currentData().toDouble()};
}

void ExportDialog::suggestName() {
  if (!m_file->path().isEmpty())
    m_folder = QFileInfo(m_file->path()).absolutePath();
  m_file->setPath(QDir(m_folder).filePath(fileNameFor(m_figure.id, how())));
}

void ExportDialog::showPreview() {
  const auto figure = scene::Scene::read(m_figure.svg, m_figure.drawing);
  if (!figure)
    return;
  const double ratio = devicePixelRatioF();
  const QSizeF size = figure->size().scaled(QSizeF(kPreview), Qt::KeepAspectRatio) * ratio;
  QPixmap picture(size.toSize());
  picture.fill(style::colour(how().theme, style::Neutral::Canvas));
  QPainter painter(&picture);
  painter.scale(size.width() / figure->size().width(), size.height() / figure->size().height());
  figure->paint(painter, how().theme, {});
  painter.end();
  picture.setDevicePixelRatio(ratio);
  m_preview->setPixmap(picture);
}

void ExportDialog::browse() {
  const QString ending = endingOf(how().format);
  const QString chosen = QFileDialog::getSaveFileName(this, tr("Export the figure"), m_file->path(),
                                                      u"%1 (*.%2)"_s.arg(ending.toUpper(), ending));
  if (!chosen.isEmpty())
    m_file->setPath(chosen);
}

void ExportDialog::act() {
  const QString path = m_file->path();
  const Result<QByteArray> bytes = exportFigure(m_figure, how());
  const Status written = bytes ? writeWhole(path, *bytes) : Status(passOn(bytes));
  if (!written) {
    const ErrorWords words = errorWords(written.error());
    return tellProblem(words.sentence + u' ' + words.advice);
  }
  m_written = path;
  accept();
}

}  // namespace phaseboard::ui
