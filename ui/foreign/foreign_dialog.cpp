// SPDX-License-Identifier: Apache-2.0
#include "ui/foreign/foreign_dialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include "ui/bridge/text.h"
#include "ui/foreign/foreign_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scrolled_words.h"

namespace phaseboard::ui {
namespace {

constexpr int kSideWidth = 300;
constexpr int kWordsHeight = 150;
constexpr int kMostNamed = 24;  ///< features; a list of more is not read

Label* addWrapped(QVBoxLayout* column, TextRole role, Tone tone) {
  auto* label = new Label(QString(), role, tone);
  label->setWordWrap(true);
  column->addWidget(label);
  return label;
}

ScrolledWords* addWords(QVBoxLayout* column, TextRole role, Tone tone, const char* name) {
  auto* words = new ScrolledWords(role, tone, scaled(kSideWidth), scaled(kWordsHeight));
  words->label()->setObjectName(QLatin1String(name));
  column->addWidget(words);
  return words;
}

QString sentenceOf(const std::vector<foreign::Unsupported>& unsupported) {
  QStringList lines;
  for (const foreign::Unsupported& each : unsupported) {
    if (lines.size() == kMostNamed)
      break;
    lines.push_back(ForeignDialog::tr("%1 (line %2)").arg(toQt(each.feature)).arg(each.line));
  }
  const auto named = static_cast<std::size_t>(lines.size());
  if (unsupported.size() > named)
    lines.push_back(ForeignDialog::tr("and %1 more").arg(unsupported.size() - named));
  return lines.isEmpty()
             ? QString()
             : ForeignDialog::tr("Not shown as drawn: %1").arg(lines.join(QStringLiteral(", ")));
}

QString kindWord(content::PartKind kind) {
  switch (kind) {
    case content::PartKind::Edge:
      return ForeignDialog::tr("edge");
    case content::PartKind::Group:
      return ForeignDialog::tr("group");
    case content::PartKind::Node:
      break;
  }
  return ForeignDialog::tr("node");
}

}  // namespace

ForeignDialog::ForeignDialog(const QString& file, const foreign::HelperProgram& helper,
                             QWidget* parent)
    : QDialog(parent), m_pages(new QStackedWidget(this)) {
  setWindowTitle(QFileInfo(file).fileName());
  resize(scaled(1040), scaled(640));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
  column->setSpacing(2 * kGrid);
  m_pages->addWidget(makeWaitingPage());
  m_pages->addWidget(makeFigurePage());
  column->addWidget(m_pages, 1);
  auto* close = makeButton(tr("Close"), ButtonKind::Primary, this);
  close->setObjectName(QStringLiteral("close"));
  column->addWidget(close, 0, Qt::AlignRight);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  connect(&m_watcher, &QFutureWatcherBase::finished, this, &ForeignDialog::showOutcome);
  m_watcher.setFuture(QtConcurrent::run(openForeignFile, file, helper));
}

ForeignDialog::~ForeignDialog() = default;

QWidget* ForeignDialog::makeWaitingPage() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->addStretch(1);
  m_state = addWrapped(column, TextRole::Title, Tone::Normal);
  m_state->setText(tr("Reading the figure…"));
  m_state->setObjectName(QStringLiteral("state"));
  m_reason = addWrapped(column, TextRole::Body, Tone::Muted);
  m_reason->setText(tr("It is checked first and then painted by a helper of its own."));
  m_reason->setObjectName(QStringLiteral("reason"));
  column->addStretch(2);
  return page;
}

QWidget* ForeignDialog::makeFigurePage() {
  auto* page = new QWidget;
  auto* row = new QHBoxLayout(page);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(2 * kGrid);
  m_view = new ForeignView;
  row->addWidget(m_view, 1);
  auto* side = new QWidget;
  atTextSize(side, [side] { side->setFixedWidth(scaled(kSideWidth)); });
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGrid);
  m_title = addWrapped(column, TextRole::Heading, Tone::Normal);
  m_parts = new QListWidget;
  m_parts->setObjectName(QStringLiteral("parts"));
  m_parts->setAccessibleName(tr("Parts of the figure"));
  column->addWidget(m_parts, 1);
  m_description = addWords(column, TextRole::Body, Tone::Normal, "description");
  m_unsupported = addWords(column, TextRole::Small, Tone::Warn, "unsupported");
  column->addStretch(0);  // takes the room of a list of parts that is hidden
  row->addWidget(side);
  connect(m_parts, &QListWidget::currentRowChanged, this, &ForeignDialog::choosePart);
  connect(m_view, &ForeignView::partChosen, m_parts,
          [this](int part) { m_parts->setCurrentRow(part); });
  return page;
}

void ForeignDialog::showOutcome() {
  const Result<OpenedForeign> opened = m_watcher.result();
  if (opened) {
    showFigure(*opened);
  } else {
    m_state->setText(tr("This figure cannot be opened"));
    m_reason->setText(toQt(opened.error().detail));
    m_reason->setTone(Tone::Bad);
  }
  Q_EMIT shown();
}

void ForeignDialog::showFigure(const OpenedForeign& opened) {
  m_figure = opened.figure;
  m_view->setPicture(opened.picture);
  m_title->setText(m_figure.title.empty() ? windowTitle() : toQt(m_figure.title));
  for (const foreign::ForeignPart& part : m_figure.parts) {
    auto* item = new QListWidgetItem(toQt(part.title), m_parts);
    item->setToolTip(toQt(part.id));
    item->setData(Qt::AccessibleTextRole,
                  QStringLiteral("%1, %2").arg(toQt(part.title), kindWord(part.kind)));
  }
  m_unsupported->setWords(sentenceOf(m_figure.unsupported));
  m_parts->setVisible(!m_figure.parts.empty());
  if (m_figure.parts.empty())
    m_description->setWords(
        tr("This figure has no parts. Give its shapes an id and a title in the program that drew "
           "it, and they can be chosen here."));
  else
    m_parts->setCurrentRow(0);
  m_pages->setCurrentIndex(1);
}

void ForeignDialog::choosePart(int row) {
  if (row < 0 || row >= static_cast<int>(m_figure.parts.size()))
    return;
  const foreign::ForeignPart& part = m_figure.parts[static_cast<std::size_t>(row)];
  m_view->setChosen(row);
  QString words = kindWord(part.kind);
  if (!part.from.empty())
    words = tr("edge from %1 to %2").arg(toQt(part.from), toQt(part.to));
  m_description->setWords(part.description.empty()
                              ? words
                              : QStringLiteral("%1\n\n%2").arg(words, toQt(part.description)));
}

void chooseForeignFigure(QWidget* parent) {
  auto* chooser = new QFileDialog(parent, ForeignDialog::tr("Open a figure"), QString(),
                                  ForeignDialog::tr("SVG figures (*.svg)"));
  chooser->setAttribute(Qt::WA_DeleteOnClose);
  chooser->setFileMode(QFileDialog::ExistingFile);
  QObject::connect(chooser, &QFileDialog::fileSelected, parent, [parent](const QString& file) {
    auto* dialog = new ForeignDialog(file, foreign::ownHelper(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
  });
  chooser->open();
}

}  // namespace phaseboard::ui
