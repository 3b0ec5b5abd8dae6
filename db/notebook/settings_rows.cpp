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

bool readInto(ports::Settings& settings, const std::string& name, const std::string& value) {
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

}  // namespace

SettingRows rowsFrom(const ports::Settings& settings) {
  const ports::Settings defaults;
  SettingRows rows;
  const auto put = [&rows](const char* name, const auto& value, const auto& usual, auto text) {
    if (value != usual)
      rows.emplace(name, text(value));
  };
  const auto plain = [](const auto& number) { return numberText(number); };
  put("theme", settings.theme, defaults.theme,
      [](ports::Theme theme) { return std::string(kThemes[static_cast<std::size_t>(theme)]); });
  put("text-percent", settings.textPercent, defaults.textPercent, plain);
  put("interview-date", settings.interviewDate, defaults.interviewDate,
      [](const std::optional<StudyDay>& day) { return toIso(*day); });
  put("daily-minutes", settings.dailyMinutes, defaults.dailyMinutes, plain);
  put("new-per-day", settings.newPerDay, defaults.newPerDay, plain);
  put("retention", settings.retention, defaults.retention, plain);
  put("day-start-hour", settings.dayStart.value(), defaults.dayStart.value(), plain);
  put("reduced-motion", settings.reducedMotion, defaults.reducedMotion,
      [](bool flag) { return std::string(flag ? "1" : "0"); });
  put("parameters", settings.parameters, defaults.parameters, numbersText);
  put("types-answers", settings.typesAnswers, defaults.typesAnswers,
      [](bool flag) { return std::string(flag ? "1" : "0"); });
  put("kinds-off", settings.kinds.generalText(), std::string(),
      [](const std::string& kinds) { return kinds; });
  for (const auto& [question, kinds] : settings.kinds.questions())
    rows.emplace(std::string(kKindsPrefix) + question.value(), settings.kinds.textOf(question));
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
