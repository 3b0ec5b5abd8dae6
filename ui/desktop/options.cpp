// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/options.h"

#include <algorithm>

#include <QCommandLineParser>

namespace phaseboard::ui {

using namespace Qt::StringLiterals;

Options readOptions(const QStringList& arguments) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      QCommandLineParser::tr("Study desk for the machine learning system design interview."));
  const QCommandLineOption notebook(
      u"notebook"_s, QCommandLineParser::tr("The notebook to open or make."), u"FILE"_s);
  const QCommandLineOption pack(
      u"pack"_s,
      QCommandLineParser::tr("A pack to study instead of the one that comes with the program; may "
                             "be given more than once."),
      u"FILE"_s);
  const QCommandLineOption own(
      u"own-content"_s,
      QCommandLineParser::tr("The folder of your own questions; without it, \"own\" beside the "
                             "notebook."),
      u"DIR"_s);
  const QCommandLineOption tour(
      u"tour"_s,
      QCommandLineParser::tr("Draw every main screen, light and dark, into a folder and end."),
      u"DIR"_s);
  const QCommandLineOption textSize(
      u"tour-text"_s, QCommandLineParser::tr("Size of the text in the tour, 80 to 160 percent."),
      u"PERCENT"_s, u"100"_s);
  parser.addOptions({notebook, pack, own, tour, textSize});
  parser.addHelpOption();
  parser.addVersionOption();
  parser.process(arguments);
  Options options;
  options.notebook = parser.value(notebook);
  options.packs = parser.values(pack);
  options.ownContent = parser.value(own);
  if (parser.isSet(tour))
    options.tour = parser.value(tour);
  options.textPercent = std::clamp(parser.value(textSize).toInt(), 80, 160);
  return options;
}

}  // namespace phaseboard::ui
