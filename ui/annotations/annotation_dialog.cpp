// SPDX-License-Identifier: Apache-2.0
#include "ui/annotations/annotation_dialog.h"

#include <QCheckBox>
#include <QCompleter>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/annotations/pen_row.h"
#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

class AnnotationDialog : public QDialog {
 public:
  AnnotationDialog(Session& session, const QString& subject, const annotations::Content& content,
                   bool isNew, QWidget* parent)
      : QDialog(parent) {
    setObjectName(QStringLiteral("annotationDialog"));
    setWindowTitle(isNew ? tr("New annotation") : tr("Annotation"));
    resize(scaled(520), scaled(380));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    auto* about = new Label(subject, TextRole::Strong, Tone::Normal, this);
    about->setElided(true);
    column->addWidget(about);
    makePens(column, content);
    makeNote(column, content);
    makeTags(column, content, session);
    makeButtons(column, isNew);
    m_note->setFocus();
    updateSave();
  }

  [[nodiscard]] annotations::Content content() const {
    annotations::Content content;
    content.colour = m_pens->colour();
    content.note = fromQt(m_note->toPlainText().trimmed());
    content.tags = annotations::tagsIn(fromQt(m_tags->text()));
    content.isStarred = m_star->isChecked();
    return content;
  }
  [[nodiscard]] bool isRemoved() const { return m_isRemoved; }

 private:
  void makePens(QVBoxLayout* column, const annotations::Content& content) {
    auto* row = new QHBoxLayout;
    m_pens = new PenRow(this);
    m_pens->setColour(content.colour);
    connect(m_pens, &PenRow::chosen, this, [this] { updateSave(); });
    m_star = new QCheckBox(tr("S&tarred"), this);
    m_star->setObjectName(QStringLiteral("annotationStar"));
    m_star->setChecked(content.isStarred);
    connect(m_star, &QCheckBox::toggled, this, [this] { updateSave(); });
    row->addWidget(m_pens, 1);
    row->addWidget(m_star);
    column->addLayout(row);
  }

  void makeNote(QVBoxLayout* column, const annotations::Content& content) {
    m_note = new QPlainTextEdit(toQt(content.note), this);
    m_note->setObjectName(QStringLiteral("annotationNote"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What do you want to remember here? Markdown works."));
    m_note->setTabChangesFocus(true);
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] { updateSave(); });
    column->addWidget(m_note, 1);
  }

  void makeTags(QVBoxLayout* column, const annotations::Content& content, Session& session) {
    QStringList words;
    for (const std::string& tag : content.tags)
      words.push_back(toQt(tag));
    m_tags = new QLineEdit(words.join(QStringLiteral(", ")), this);
    m_tags->setObjectName(QStringLiteral("annotationTags"));
    m_tags->setAccessibleName(tr("Tags"));
    m_tags->setPlaceholderText(tr("Tags, parted by commas"));
    connect(m_tags, &QLineEdit::textChanged, this, [this] { updateSave(); });
    QStringList known;
    if (const auto* placed = session.annotations())
      for (const std::string& tag : placed->tags())
        known.push_back(toQt(tag));
    m_tags->setCompleter(new QCompleter(known, m_tags));
    column->addWidget(m_tags);
  }

  void makeButtons(QVBoxLayout* column, bool isNew) {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    makeMain(m_save);
    if (!isNew) {
      auto* remove = buttons->addButton(tr("&Remove"), QDialogButtonBox::DestructiveRole);
      remove->setObjectName(QStringLiteral("annotationRemove"));
      connect(remove, &QPushButton::clicked, this, [this] {
        m_isRemoved = true;
        accept();
      });
    }
    column->addWidget(buttons);
  }

  void updateSave() {
    if (m_save != nullptr)
      m_save->setEnabled(!content().isEmpty());
  }

  PenRow* m_pens = nullptr;
  QCheckBox* m_star = nullptr;
  QPlainTextEdit* m_note = nullptr;
  QLineEdit* m_tags = nullptr;
  QPushButton* m_save = nullptr;
  bool m_isRemoved = false;
};

QString subjectOfAnchor(const annotations::Anchor& anchor) {
  return anchor.isPassage() ? u'“' + toQt(anchor.quote).simplified() + u'”' : toQt(anchor.snapshot);
}

}  // namespace

bool writeAnnotation(Session& session, const annotations::Anchor& anchor,
                     const annotations::Content& first, QWidget* parent) {
  AnnotationDialog dialog(session, subjectOfAnchor(anchor), first, true, parent);
  if (dialog.exec() != QDialog::Accepted)
    return false;
  return session
      .runOnAnnotations([&](ops::AnnotationOperations& annotations) {
        return annotations.annotate(anchor, dialog.content());
      })
      .has_value();
}

void changeAnnotation(Session& session, const annotations::AnnotationId& id, QWidget* parent) {
  const auto* placed = session.annotations();
  const auto* known = placed ? placed->find(id) : nullptr;
  if (!known)
    return;
  AnnotationDialog dialog(session, subjectOfAnchor(known->annotation.anchor),
                          known->annotation.content, false, parent);
  if (dialog.exec() != QDialog::Accepted)
    return;
  (void)session.runOnAnnotations([&](ops::AnnotationOperations& annotations) {
    return dialog.isRemoved() ? annotations.removeAnnotation(id)
                              : annotations.editAnnotation(id, dialog.content());
  });
}

}  // namespace phaseboard::ui
