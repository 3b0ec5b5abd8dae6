// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/time_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

QString tr(const char* text) {
  return QCoreApplication::translate("TimeText", text);
}

QDateTime local(Instant moment, const Clock& clock) {
  return QDateTime::fromMSecsSinceEpoch(moment.value(), Qt::OffsetFromUTC,
                                        clock.offsetAt(moment).value());
}

}  // namespace

QDate toQt(StudyDay day) {
  const CalendarDate date = toDate(day);
  return {date.year, date.month, date.day};
}

StudyDay fromQt(QDate date) {
  return fromDate({date.year(), date.month(), date.day()});
}

QString momentText(Instant moment, const Clock& clock) {
  const QDateTime then = local(moment, clock);
  const qint64 days = then.date().daysTo(local(clock.now(), clock).date());
  const QString time = QLocale().toString(then.time(), u"HH:mm"_s);
  if (days == 0)
    return tr("today %1").arg(time);
  if (days == 1)
    return tr("yesterday %1").arg(time);
  return QLocale().toString(then.date(), u"d MMM yyyy"_s) + u' ' + time;
}

QString durationText(Millis length) {
  const qint64 minutes = length.value() / 60'000;
  if (minutes < 1)
    return tr("under 1 min");
  if (minutes < 60)
    return tr("%1 min").arg(minutes);
  return minutes % 60 == 0 ? tr("%1 h").arg(minutes / 60)
                           : tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

}  // namespace phaseboard::ui
