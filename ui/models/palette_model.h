// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <QAbstractListModel>
#include <QPointer>

#include "ui/bridge/search_runner.h"
#include "ui/bridge/session.h"
#include "ui/shell/place.h"

class QAction;

namespace phaseboard::ui {

/// One line of the command palette: a command, a place in the pack, or how a filter goes on.
struct PaletteRow {
  QString title;
  QString where{};   ///< of a place: its question, with figure or phase
  QString detail{};  ///< plain text; matches between U+0002 and U+0003
  QString kind{};    ///< "Command", "Part", "Key point", ...
  QString key{};     ///< of a command
  QPointer<QAction> command{};
  Place place{};    ///< when `command` is null
  QString typed{};  ///< what the box holds when this is chosen; else empty
};

/// What fits the words typed into the command palette: how a filter goes on, then commands, then
/// places, best first.
class PaletteModel : public QAbstractListModel {
  Q_OBJECT

 public:
  static constexpr int kKindRole = Qt::UserRole + 1;
  static constexpr int kDetailRole = Qt::UserRole + 2;
  static constexpr int kKeyRole = Qt::UserRole + 3;
  static constexpr int kWhereRole = Qt::UserRole + 4;
  static constexpr int kMostHits = 40;

  explicit PaletteModel(Session& session, QObject* parent = nullptr);

  /// The commands to offer from now on; disabled ones are left out when listed.
  void setCommands(const QList<QAction*>& commands);

  /// Marked and recent places. `only`: nothing else is listed until the palette is opened anew;
  /// otherwise those that fit stand behind the commands.
  void setPlaces(std::vector<PaletteRow> places, bool only);

  /// Lists what fits; without words, every command. Commands are there at once, places follow; what
  /// was typed before is searched for no longer. What cannot be read is left out.
  void search(const QString& typed);
  void cancel();
  /// Whether what is listed is still that of other words.
  [[nodiscard]] bool isSearching() const { return m_runner && m_runner->isRunning(); }

  [[nodiscard]] const PaletteRow& row(int index) const;
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  [[nodiscard]] std::vector<PaletteRow> fittingCommands() const;
  [[nodiscard]] std::vector<PaletteRow> fittingPlaces() const;
  [[nodiscard]] std::vector<PaletteRow> fittingFilters(const QString& typed);
  void onFound(const std::vector<search::Hit>& hits);
  void addHit(const search::Hit& hit, std::vector<PaletteRow>& rows);
  void setRows(std::vector<PaletteRow> rows);
  [[nodiscard]] QString whereText(const QuestionId& question, const PhaseId& phase) const;
  [[nodiscard]] QString whereOf(const search::Hit& hit) const;

  Session& m_session;
  std::unique_ptr<SearchRunner> m_runner;  ///< null in a session without an index
  QString m_typed;
  search::Query m_query;
  std::vector<PaletteRow> m_filters;  ///< how the last word typed can go on
  QList<QPointer<QAction>> m_commands;
  std::vector<PaletteRow> m_places;
  bool m_onlyPlaces = false;
  std::vector<PaletteRow> m_rows;
};

/// Where a hit in the pack or in an answer is to be seen.
[[nodiscard]] Place placeOf(const search::Hit& hit);

/// Where a target (a part, an item, a note, a prompt) is studied.
[[nodiscard]] Place placeOfTarget(const std::string& target);

/// What kind of thing a hit is, in the user's words.
[[nodiscard]] QString kindText(search::HitKind kind);

}  // namespace phaseboard::ui
