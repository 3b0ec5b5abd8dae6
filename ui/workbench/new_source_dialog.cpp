// SPDX-License-Identifier: Apache-2.0
#include "ui/workbench/new_source_dialog.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"
#include "ui/workbench/workshop.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

QString titleOf(NewSource what) {
  switch (what) {
    case NewSource::Question:
      return QObject::tr("New question");
    case NewSource::Note:
      return QObject::tr("New note");
    case NewSource::Figure:
      return QObject::tr("New figure");
    case NewSource::Prompts:
      return QObject::tr("New prompts");
  }
  return {};
}

/// A title and the id that follows from it, or a phase.
class NewSourceDialog : public QDialog {
 public:
  NewSourceDialog(Workshop& workshop, NewSource what, QString question, QWidget* parent)
      : QDialog(parent),
        m_workshop(workshop),
        m_what(what),
        m_question(std::move(question)),
        m_title(new QLineEdit(this)),
        m_id(new QLineEdit(this)),
        m_kind(new QComboBox(this)),
        m_complaint(new Label(QString(), TextRole::Small, Tone::Bad, this)) {
    setObjectName(u"newSourceDialog"_s);
    setWindowTitle(titleOf(what));
    resize(scaled(480), sizeHint().height());
    m_title->setObjectName(u"newTitle"_s);
    m_id->setObjectName(u"newId"_s);
    m_kind->setObjectName(u"newKind"_s);
    m_complaint->setWordWrap(true);
    auto* form = new QFormLayout;
    addFields(form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_make = buttons->button(QDialogButtonBox::Ok);
    setKind(m_make, ButtonKind::Primary);
    m_make->setText(tr("Create"));
    connect(buttons, &QDialogButtonBox::accepted, this, &NewSourceDialog::create);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_complaint);
    column->addWidget(buttons);
    connect(m_title, &QLineEdit::textChanged, this, [this](const QString& title) {
      if (!m_id->isModified())
        m_id->setText(toQt(content::idFromTitle(fromQt(title))));
      check();
    });
    connect(m_id, &QLineEdit::textChanged, this, [this] { check(); });
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] { check(); });
    check();
  }

  [[nodiscard]] const QString& first() const { return m_first; }

 private:
  void addFields(QFormLayout* form) {
    const bool hasTitle = m_what == NewSource::Question || m_what == NewSource::Figure;
    m_title->setVisible(hasTitle);
    m_id->setVisible(hasTitle);
    m_kind->setVisible(m_what == NewSource::Note || m_what == NewSource::Figure);
    if (hasTitle) {
      form->addRow(m_what == NewSource::Question ? tr("Title") : tr("What it answers"), m_title);
      form->addRow(tr("Id"), m_id);
      form->addRow(QString(), new Label(tr("The id names its files and never changes."),
                                        TextRole::Caption, Tone::Muted, this));
    }
    if (m_what == NewSource::Figure) {
      m_kind->addItems({tr("Flow of parts"), tr("Plot of a curve")});
      form->addRow(tr("Kind"), m_kind);
    }
    if (m_what == NewSource::Note) {
      if (const content::Host* host = m_workshop.host())
        for (const framework::Phase& phase : host->framework.phases)
          m_kind->addItem(u"%1  %2"_s.arg(phase.number).arg(toQt(phase.title)),
                          toQt(phase.id.value()));
      form->addRow(tr("Phase"), m_kind);
    }
  }

  Result<std::vector<content::SourceFile>> sources() const {
    const content::Host* host = m_workshop.host();
    if (host == nullptr)
      return fail(ErrorKind::Internal, "own content", "its surroundings cannot be read");
    const QuestionId question{fromQt(m_question)};
    const auto one =
        [](Result<content::SourceFile> file) -> Result<std::vector<content::SourceFile>> {
      if (!file)
        return passOn(file);
      return std::vector{std::move(*file)};
    };
    switch (m_what) {
      case NewSource::Question:
        return content::newQuestionSources(QuestionId{fromQt(m_id->text())},
                                           fromQt(m_title->text().trimmed()), host->framework);
      case NewSource::Note:
        return one(content::newNoteSource(
            question, PhaseId{fromQt(m_kind->currentData().toString())}, host->framework));
      case NewSource::Figure:
        return one(
            content::newFigureSource(DiagramId{question.value() + "/" + fromQt(m_id->text())},
                                     m_kind->currentIndex() == 0 ? content::NewFigureKind::Flow
                                                                 : content::NewFigureKind::Plot,
                                     fromQt(m_title->text().trimmed())));
      case NewSource::Prompts:
        return one(content::newPromptsSource(question, host->framework));
    }
    return std::vector<content::SourceFile>{};
  }

  void check() {
    const auto made = sources();
    QString complaint;
    const content::Host* host = m_workshop.host();
    if (!made && !m_title->text().isEmpty())
      complaint = made.error().subject == "title"
                      ? tr("A title is one line.")
                      : tr("An id begins with a letter and has lower case letters, digits and "
                           "hyphens, 64 at most.");
    if (made && m_what == NewSource::Question && host != nullptr &&
        host->questions.contains(QuestionId{fromQt(m_id->text())}))
      complaint = tr("A question that comes with Phaseboard has this id. Choose another one.");
    if (made)
      for (const content::SourceFile& file : *made)
        if (m_workshop.files().contains(toQt(file.name)))
          complaint = tr("There is a file %1 already.").arg(toQt(file.name));
    m_complaint->setText(complaint);
    m_make->setEnabled(made.has_value() && complaint.isEmpty());
  }

  void create() {
    auto made = sources();
    if (!made)
      return;
    m_first = toQt(made->front().name);
    if (const Status created = m_workshop.create(std::move(*made)); !created)
      m_complaint->setText(toQt(describe(created.error())));
    else
      accept();
  }

  Workshop& m_workshop;
  NewSource m_what;
  QString m_question;
  QLineEdit* m_title;
  QLineEdit* m_id;
  QComboBox* m_kind;
  Label* m_complaint;
  QPushButton* m_make;
  QString m_first;
};

}  // namespace

std::optional<QString> makeSource(Workshop& workshop, NewSource what, const QString& question,
                                  QWidget* parent) {
  NewSourceDialog dialog(workshop, what, question, parent);
  if (dialog.exec() != QDialog::Accepted)
    return std::nullopt;
  return dialog.first();
}

}  // namespace phaseboard::ui
