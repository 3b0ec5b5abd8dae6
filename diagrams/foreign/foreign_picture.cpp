// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/foreign_picture.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include "diagrams/foreign/foreign_limits.h"
#include "diagrams/foreign/helper_protocol.h"

namespace phaseboard::foreign {
namespace {

constexpr double kLeastWidth = 1'200;  ///< pixels; smaller drawings are shown larger

tl::unexpected<Error> stopped(const QProcess& helper) {
  if (helper.exitStatus() == QProcess::CrashExit)
    return fail(ErrorKind::InvalidInput, "figure",
                "painting it took more than two seconds or 512 MB and was stopped");
  if (helper.exitCode() == NotFenced)
    return fail(ErrorKind::Internal, "helper",
                "this system does not let the painter be fenced in, so it paints nothing");
  return fail(ErrorKind::InvalidInput, "figure",
              "the painter gave up (exit code " + std::to_string(helper.exitCode()) + ")");
}

/// Nothing of ours, but the folder of the session: without one, Qt asks the system for the user's
/// name and makes a folder among the temporary ones.
QProcessEnvironment helperEnvironment() {
  constexpr const char* kFolder = "XDG_RUNTIME_DIR";
  QProcessEnvironment environment;
  if (qEnvironmentVariableIsSet(kFolder))
    environment.insert(QLatin1String(kFolder), qEnvironmentVariable(kFolder));
  return environment;
}

}  // namespace

HelperProgram ownHelper() {
  return {QCoreApplication::applicationFilePath(), {QLatin1String(kHelperOption)}};
}

double pictureScale(const QSizeF& size) {
  const double wanted = std::max(2.0, kLeastWidth / size.width());
  return std::min({wanted, limit::kSide / std::max(size.width(), size.height()),
                   std::sqrt(limit::kPixels / (size.width() * size.height()))});
}

QSize pictureSize(const QSizeF& size) {
  const double scale = pictureScale(size);
  const auto pixels = [scale](double length) {
    return std::clamp(static_cast<int>(std::ceil(length * scale - 1e-6)), 1,
                      static_cast<int>(limit::kSide));
  };
  return {pixels(size.width()), pixels(size.height())};
}

Result<ForeignPicture> paintForeignFigure(const ForeignFigure& figure,
                                          const HelperProgram& helper) {
  const HelperRequest request{pictureSize(figure.size), static_cast<int>(figure.parts.size()),
                              QByteArray::fromStdString(figure.svg)};
  QProcess process;
  process.setProcessEnvironment(helperEnvironment());
  process.setStandardErrorFile(QProcess::nullDevice());
  process.start(helper.program, helper.arguments);
  if (!process.waitForStarted(limit::kPatience))
    return fail(ErrorKind::Internal, "helper",
                "cannot be started: " + process.errorString().toStdString());
  process.write(packRequest(request));
  process.closeWriteChannel();
  if (!process.waitForFinished(limit::kPatience)) {
    process.kill();
    process.waitForFinished(limit::kPatience);
    return fail(ErrorKind::InvalidInput, "figure", "painting it took too long and was stopped");
  }
  if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
    return stopped(process);
  PHASEBOARD_TRY_ASSIGN(HelperAnswer answer,
                        unpackAnswer(process.readAllStandardOutput(), request));
  return ForeignPicture{std::move(answer.image), pictureScale(figure.size),
                        std::move(answer.boxes)};
}

}  // namespace phaseboard::foreign
