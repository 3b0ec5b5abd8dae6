// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QAbstractItemModel>
#include <QString>

#include "app/ops/wordings.h"
#include "app/ports/pack_library.h"

namespace phaseboard::ui {

/// The outline of one question: its opening, then the phases; under a phase its figures, chapters
/// and key points. Figures are known at once; the rest of a phase is read when it is opened.
class OutlineModel : public QAbstractItemModel {
  Q_OBJECT

 public:
  enum class Kind { Brief, Phase, Figure, Chapter, KeyPoint };
  static constexpr int kKindRole = Qt::UserRole + 1;      ///< Kind as int
  static constexpr int kNumberRole = Qt::UserRole + 2;    ///< of a phase or key point, from 1
  static constexpr int kAnsweredRole = Qt::UserRole + 3;  ///< whether the phase has an answer
  static constexpr int kIdRole = Qt::UserRole + 4;        ///< phase, diagram or item id as text
  static constexpr int kKindNameRole = Qt::UserRole + 5;  ///< of a figure: "flow", "plot", ...

  explicit OutlineModel(const ports::PackLibrary& pack, QObject* parent = nullptr);

  /// An unknown question empties the outline.
  void setQuestion(const QuestionId& question);
  [[nodiscard]] const QuestionId& question() const { return m_question; }

  /// Key points are shown in the user's words where there are some.
  void setWordings(ops::Wordings wordings);

  /// Which phases have an answer; they get a mark.
  void setAnswered(const std::vector<PhaseId>& phases);

  [[nodiscard]] QModelIndex briefIndex() const { return index(0, 0); }
  [[nodiscard]] QModelIndex phaseIndex(const PhaseId& phase) const;
  [[nodiscard]] QModelIndex figureIndex(const DiagramId& diagram) const;

  [[nodiscard]] QModelIndex index(int row, int column,
                                  const QModelIndex& parent = {}) const override;
  [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
  [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

 private:
  struct Leaf {
    Kind kind = Kind::Figure;
    std::string id;
    QString title;
    QString detail;
    int number = 0;
  };
  struct Branch {
    PhaseId phase;  ///< empty for the opening
    QString title;
    QString purpose;
    int number = 0;
    bool answered = false;
    bool fetched = false;
    std::vector<Leaf> leaves;
  };
  [[nodiscard]] QVariant branchData(const Branch& branch, int role) const;
  [[nodiscard]] QVariant leafData(const Leaf& leaf, int role) const;
  void addPhases(const ports::QuestionCard& card);
  [[nodiscard]] std::optional<content::Note> wordedNote(const PhaseId& phase) const;

  const ports::PackLibrary& m_pack;
  ops::Wordings m_wordings;
  QuestionId m_question;
  std::vector<Branch> m_branches;
};

}  // namespace phaseboard::ui
