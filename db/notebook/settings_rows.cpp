// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/settings_rows.h"

#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace phaseboard::db {
namespace {

constexpr std::string_view kStagePrefix = "stage-minutes/";
constexpr std::string_view kKindsPrefix = "kinds/";
constexpr std::array<std::string_view, 3> kThemes{"system", "light", "dark"};

template <class Number>
std::string numberText(Number number) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number);
  return {text.data(), end.ptr};
}

template <class Number>
bool readNumber(std::string_view text, Number& number) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

bool readFlag(std::string_view text, bool& flag) {
  flag = text == "1";
  return text == "1" || text == "0";
}

bool readTheme(std::string_view text, ports::Theme& theme) {
  for (std::size_t i = 0; i < kThemes.size(); ++i)
    if (text == kThemes[i]) {
      theme = static_cast<ports::Theme>(i);
      return true;
    }
  return false;
}

bool readNumbers(std::string_view text, std::vector<double>& numbers) {
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    double number = 0;
    if (!readNumber(text.substr(0, comma), number))
      return false;
    numbers.push_back(number);
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
  }
  return true;
}

bool readDate(std::string_view text, std::optional<StudyDay>& date) {
  date = dayFromIso(text);
  return date.has_value();
}

/// "100,100,100,100,100,50,0", Monday first.
bool readWeek(std::string_view text, review::WeekdayPercent& week) {
  std::vector<double> numbers;
  if (!readNumbers(text, numbers) || numbers.size() != week.size())
    return false;
  for (std::size_t i = 0; i < week.size(); ++i)
    week[i] = static_cast<int>(numbers[i]);
  return true;
}

/// "2026-12-01/2026-12-09".
bool readRange(std::string_view text, std::optional<review::DayRange>& range) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos)
    return false;
  const auto first = dayFromIso(text.substr(0, slash));
  const auto until = dayFromIso(text.substr(slash + 1));
  if (!first || !until)
    return false;
  range = review::DayRange{*first, *until};
  return true;
}

bool readDayInto(ports::Settings& settings, const std::string& name, const std::string& value,
                 bool& isKnown) {
  isKnown = true;
  if (name == "final-days")
    return readNumber(value, settings.finalDays);
  if (name == "week-percent")
    return readWeek(value, settings.week);
  if (name == "away")
    return readRange(value, settings.away);
  if (name == "spread-load")
    return readFlag(value, settings.spreadsLoad);
  if (name == "sitting-minutes")
    return readNumber(value, settings.sittingMinutes);
  if (name == "leech-lapses")
    return readNumber(value, settings.leechLapses);
  if (name == "suspend-leeches")
    return readFlag(value, settings.suspendsLeeches);
  if (name == "remind")
    return readFlag(value, settings.reminds);
  if (name == "reminder-hour")
    return readNumber(value, settings.reminderHour);
  isKnown = false;
  return true;
}

bool readInto(ports::Settings& settings, const std::string& name, const std::string& value) {
  bool isKnown = false;
  if (const bool isRead = readDayInto(settings, name, value, isKnown); isKnown)
    return isRead;
  if (name == "theme")
    return readTheme(value, settings.theme);
  if (name == "text-percent")
    return readNumber(value, settings.textPercent);
  if (name == "interview-date")
    return readDate(value, settings.interviewDate);
  if (name == "daily-minutes")
    return readNumber(value, settings.dailyMinutes);
  if (name == "new-per-day")
    return readNumber(value, settings.newPerDay);
  if (name == "retention")
    return readNumber(value, settings.retention);
  if (name == "day-start-hour") {
    int hour = 0;
    const bool isRead = readNumber(value, hour);
    settings.dayStart = DayStart{hour};
    return isRead;
  }
  if (name == "reduced-motion")
    return readFlag(value, settings.reducedMotion);
  if (name == "parameters")
    return readNumbers(value, settings.parameters);
  if (name == "kinds-off")
    settings.kinds.readGeneral(value);
  if (name.starts_with(kKindsPrefix))
    settings.kinds.readQuestion(QuestionId{name.substr(kKindsPrefix.size())}, value);
  if (name == "types-answers")
    return readFlag(value, settings.typesAnswers);
  if (name == "words-per-minute")
    return readNumber(value, settings.wordsPerMinute);
  if (name.starts_with(kStagePrefix))
    return readNumber(value, settings.stageMinutes[StageId{name.substr(kStagePrefix.size())}]);
  return true;
}

std::string numbersText(const std::vector<double>& numbers) {
  std::string text;
  for (const double number : numbers)
    text += (text.empty() ? "" : ",") + numberText(number);
  return text;
}

std::string weekText(const review::WeekdayPercent& week) {
  return numbersText({week.begin(), week.end()});
}

std::string rangeText(const std::optional<review::DayRange>& range) {
  return toIso(range->first) + "/" + toIso(range->until);
}

std::string flagText(bool flag) {
  return flag ? "1" : "0";
}

/// Adds a row for a value that is not the usual one.
template <class Value, class Text>
void put(SettingRows& rows, const char* name, const Value& value, const Value& usual, Text text) {
  if (value != usual)
    rows.emplace(name, text(value));
}

void putDay(SettingRows& rows, const ports::Settings& settings, const ports::Settings& defaults) {
  const auto plain = [](int number) { return numberText(number); };
  put(rows, "final-days", settings.finalDays, defaults.finalDays, plain);
  put(rows, "week-percent", settings.week, defaults.week, weekText);
  put(rows, "away", settings.away, defaults.away, rangeText);
  put(rows, "spread-load", settings.spreadsLoad, defaults.spreadsLoad, flagText);
  put(rows, "sitting-minutes", settings.sittingMinutes, defaults.sittingMinutes, plain);
  put(rows, "leech-lapses", settings.leechLapses, defaults.leechLapses, plain);
  put(rows, "suspend-leeches", settings.suspendsLeeches, defaults.suspendsLeeches, flagText);
  put(rows, "remind", settings.reminds, defaults.reminds, flagText);
  put(rows, "reminder-hour", settings.reminderHour, defaults.reminderHour, plain);
}

}  // namespace

SettingRows rowsFrom(const ports::Settings& settings) {
  const ports::Settings defaults;
  SettingRows rows;
  const auto plain = [](const auto& number) { return numberText(number); };
  put(rows, "theme", settings.theme, defaults.theme,
      [](ports::Theme theme) { return std::string(kThemes[static_cast<std::size_t>(theme)]); });
  put(rows, "text-percent", settings.textPercent, defaults.textPercent, plain);
  put(rows, "interview-date", settings.interviewDate, defaults.interviewDate,
      [](const std::optional<StudyDay>& day) { return toIso(*day); });
  put(rows, "daily-minutes", settings.dailyMinutes, defaults.dailyMinutes, plain);
  put(rows, "new-per-day", settings.newPerDay, defaults.newPerDay, plain);
  put(rows, "retention", settings.retention, defaults.retention, plain);
  put(rows, "day-start-hour", settings.dayStart.value(), defaults.dayStart.value(), plain);
  put(rows, "reduced-motion", settings.reducedMotion, defaults.reducedMotion, flagText);
  put(rows, "parameters", settings.parameters, defaults.parameters, numbersText);
  put(rows, "types-answers", settings.typesAnswers, defaults.typesAnswers, flagText);
  put(rows, "words-per-minute", settings.wordsPerMinute, defaults.wordsPerMinute, plain);
  put(rows, "kinds-off", settings.kinds.generalText(), std::string(),
      [](const std::string& kinds) { return kinds; });
  for (const auto& [question, kinds] : settings.kinds.questions())
    rows.emplace(std::string(kKindsPrefix) + question.value(), settings.kinds.textOf(question));
  putDay(rows, settings, defaults);
  for (const auto& [stage, minutes] : settings.stageMinutes)
    rows.emplace(std::string(kStagePrefix) + stage.value(), numberText(minutes));
  return rows;
}

Result<ports::Settings> settingsFrom(const SettingRows& rows) {
  ports::Settings settings;
  for (const auto& [name, value] : rows)
    if (!readInto(settings, name, value))
      return fail(ErrorKind::Damaged, name, "a setting that cannot be read: " + value);
  return settings;
}

}  // namespace phaseboard::db
