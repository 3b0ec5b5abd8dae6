// SPDX-License-Identifier: Apache-2.0
#include "ui/review/kinds_dialog.h"

#include <array>
#include <map>

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/review/kind_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/glyph_label.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

using review::PromptKind;

/// What a question says about a kind: entries of its combo box.
enum class OwnSwitch { AsGeneral, On, Off };

/// A list of the kinds with a switch for each.
class KindsDialog : public QDialog {
 public:
  KindsDialog(Session& session, const QuestionId& question, QWidget* parent)
      : QDialog(parent), m_session(session), m_scope(new QComboBox(this)) {
    setObjectName(QStringLiteral("kindsDialog"));
    setWindowTitle(tr("Kinds of prompts"));
    resize(scaled(640), scaled(660));
    m_scope->setObjectName(QStringLiteral("kindsScope"));
    m_scope->setAccessibleName(tr("For which questions"));
    m_scope->addItem(tr("All questions"), QString());
    for (const ports::QuestionCard& card : session.pack().questions())
      m_scope->addItem(toQt(card.title), toQt(card.id.value()));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(m_scope);
    auto* about = new Label(tr("What is switched off is not asked and not counted as new. Nothing "
                               "that you learnt is lost: switched on again, it goes on as before."),
                            TextRole::Small, Tone::Muted, this);
    about->setWordWrap(true);
    column->addWidget(about);
    column->addWidget(makeList(), 1);
    auto* close = makeButton(tr("Done"), ButtonKind::Primary, this);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &KindsDialog::load);
    // One may have come from a prompt of this question: it stands second, ready to be chosen.
    if (const int at = m_scope->findData(toQt(question.value())); at > 1) {
      m_scope->insertItem(1, m_scope->itemText(at), m_scope->itemData(at));
      m_scope->removeItem(at + 1);
    }
    load();
  }

 private:
  struct Row {
    QCheckBox* general = nullptr;
    QComboBox* own = nullptr;
    Label* count = nullptr;
  };

  QWidget* makeList() {
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);  // what lies on it is reached, and scrolls it
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(12);
    for (const PromptKind kind : review::kPromptKinds)
      column->addWidget(makeRow(kind));
    column->addStretch();
    area->setWidget(page);
    return area;
  }

  QWidget* makeRow(PromptKind kind) {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(new GlyphLabel(kindGlyph(kind), Tone::Muted, 18), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new Label(kindTitle(kind), TextRole::Strong, Tone::Normal, line));
    auto* purpose = new Label(kindPurpose(kind), TextRole::Small, Tone::Muted, line);
    purpose->setWordWrap(true);
    words->addWidget(purpose);
    row->addLayout(words, 1);
    Row& controls = m_rows[kind];
    controls.count = new Label(QString(), TextRole::Small, Tone::Muted, line);
    row->addWidget(controls.count);
    makeSwitches(kind, controls, row, line);
    return line;
  }

  void makeSwitches(PromptKind kind, Row& controls, QHBoxLayout* row, QWidget* line) {
    const QString name = QStringLiteral("kind-") + QString::fromUtf8(review::kindName(kind).data());
    controls.general = new QCheckBox(line);
    controls.general->setObjectName(name);
    controls.general->setAccessibleName(kindTitle(kind));
    controls.own = new QComboBox(line);
    controls.own->setObjectName(name + QStringLiteral("-own"));
    controls.own->setAccessibleName(kindTitle(kind));
    controls.own->addItems({QString(), tr("On here"), tr("Off here")});
    row->addWidget(controls.general);
    row->addWidget(controls.own);
    connect(controls.general, &QCheckBox::toggled, this, [this, kind](bool on) {
      change([&](review::KindSwitches& kinds) { kinds.set(kind, on); });
    });
    connect(controls.own, &QComboBox::currentIndexChanged, this, [this, kind](int index) {
      const auto choice = static_cast<OwnSwitch>(index);
      change([&](review::KindSwitches& kinds) {
        kinds.set(
            kind, scope(),
            choice == OwnSwitch::AsGeneral ? std::nullopt : std::optional(choice == OwnSwitch::On));
      });
    });
  }

  [[nodiscard]] QuestionId scope() const {
    return QuestionId(fromQt(m_scope->currentData().toString()));
  }

  template <class Edit>
  void change(Edit edit) {
    if (m_loading)
      return;
    ports::Settings settings = m_session.settings();
    edit(settings.kinds);
    m_session.perform([&settings](ops::Desk& desk) { return desk.changeSettings(settings); });
    load();
  }

  [[nodiscard]] std::map<PromptKind, int> counts() const {
    const QuestionId question = scope();
    std::map<PromptKind, int> counts;
    for (const review::Prompt& prompt : m_session.pack().prompts())
      if (question.value().empty() || prompt.question == question)
        ++counts[prompt.kind];
    for (const review::Prompt& prompt :
         m_session.read(m_session.notebook().ownPrompts()).value_or(std::vector<review::Prompt>()))
      if (question.value().empty() || prompt.question == question)
        ++counts[prompt.kind];
    return counts;
  }

  void load() {
    m_loading = true;
    const review::KindSwitches& kinds = m_session.settings().kinds;
    const QuestionId question = scope();
    const bool isGeneral = question.value().empty();
    auto counted = counts();
    for (auto& [kind, row] : m_rows) {
      row.general->setVisible(isGeneral);
      row.own->setVisible(!isGeneral);
      row.general->setChecked(kinds.isOn(kind));
      row.own->setItemText(0, kinds.isOn(kind) ? tr("As for all: on") : tr("As for all: off"));
      const auto own = kinds.ownSwitch(kind, question);
      row.own->setCurrentIndex(static_cast<int>(!own   ? OwnSwitch::AsGeneral
                                                : *own ? OwnSwitch::On
                                                       : OwnSwitch::Off));
      row.count->setText(locale().toString(counted[kind]));
      row.count->setToolTip(tr("%n prompt(s)", nullptr, counted[kind]));
    }
    m_loading = false;
  }

  Session& m_session;
  QComboBox* m_scope;
  std::map<PromptKind, Row> m_rows;
  bool m_loading = false;
};

}  // namespace

void chooseKinds(Session& session, const QuestionId& question, QWidget* parent) {
  KindsDialog(session, question, parent).exec();
}

}  // namespace phaseboard::ui
