// SPDX-License-Identifier: Apache-2.0
#include "ui/foreign/foreign_file.h"

#include <string_view>

#include <QFile>
#include <QFileInfo>

#include "diagrams/foreign/foreign_limits.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {

Result<OpenedForeign> openForeignFile(const QString& name, const foreign::HelperProgram& helper) {
  if (!QFileInfo(name).isFile())
    return fail(ErrorKind::NotFound, fromQt(name), "is no file");
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly))
    return fail(ErrorKind::InputOutput, fromQt(name), fromQt(file.errorString()));
  // One byte more than is allowed, so that the check sees that there is too much.
  const QByteArray bytes = file.read(static_cast<qint64>(foreign::limit::kBytes) + 1);
  const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
  PHASEBOARD_TRY_ASSIGN(foreign::ForeignFigure figure, foreign::readForeignFigure(text));
  PHASEBOARD_TRY_ASSIGN(foreign::ForeignPicture picture,
                        foreign::paintForeignFigure(figure, helper));
  return OpenedForeign{std::move(figure), std::move(picture)};
}

}  // namespace phaseboard::ui
