// SPDX-License-Identifier: Apache-2.0
#include "app/merge/segment.h"

#include <utility>

#include "app/base/bytes.h"
#include "app/merge/field_codec.h"

namespace phaseboard::merge {
namespace {

constexpr std::string_view kSegmentMark = "PBS";
constexpr char kSegmentForm = '1';
constexpr std::size_t kSegmentHeadSize = 4 + 16 + 8 + 8;

void putCell(std::string& out, const Cell& cell) {
  putText(out, name(cell.subject));
  putText(out, cell.key);
  putNumber(out, static_cast<std::uint64_t>(cell.stamp.at.value()));
  out += cell.stamp.device.view();
  putNumber(out, cell.fields ? 1 : 0);
  if (cell.fields)
    putFields(out, *cell.fields);
}

void putTrail(std::string& out, const Trail& trail) {
  putText(out, name(trail.subject));
  putText(out, trail.id);
  putNumber(out, trail.steps.size());
  for (const Step& step : trail.steps) {
    putNumber(out, static_cast<std::uint64_t>(step.at.value()));
    putText(out, step.bytes);
  }
}

std::vector<Field> fieldsOf(const review::ReviewEvent& event) {
  const auto whole = [](auto number) { return Field(static_cast<std::int64_t>(number)); };
  return {whole(event.kind),
          whole(event.at.value()),
          whole(event.offset.value()),
          whole(event.day.value()),
          whole(memory::number(event.rating)),
          whole(event.thinking.value()),
          whole(event.contentHash),
          whole(event.intervalSeconds)};
}

void putLog(std::string& out, const Log& log) {
  putText(out, log.prompt.value());
  putText(out, log.question ? log.question->value() : "");
  putText(out, log.phase ? log.phase->value() : "");
  putNumber(out, log.events.size());
  for (const review::ReviewEvent& event : log.events) {
    out += event.id.view();
    out += event.target.view();
    out += event.device.view();
    putFields(out, fieldsOf(event));
  }
}

bool readCell(FieldReader& in, Contents& contents) {
  Cell cell;
  const auto subject = subjectNamed(in.text());
  cell.key = in.text();
  cell.stamp.at = Instant{in.signedNumber()};
  cell.stamp.device = in.uuid();
  if (in.number() != 0)
    cell.fields = in.fields();
  if (!in.isSound() || !subject)
    return false;
  cell.subject = *subject;
  contents.add(std::move(cell));
  return true;
}

bool readTrail(FieldReader& in, Contents& contents) {
  Trail trail;
  const auto subject = subjectNamed(in.text());
  trail.id = in.text();
  const std::uint64_t count = in.number();
  for (std::uint64_t i = 0; i < count && in.isSound(); ++i) {
    const Instant at{in.signedNumber()};
    trail.steps.push_back({at, in.text()});
  }
  if (!in.isSound() || (subject != Subject::Board && subject != Subject::Mock))
    return false;
  trail.subject = *subject;
  contents.add(std::move(trail));
  return true;
}

std::optional<review::ReviewEvent> readEvent(FieldReader& in, const PromptId& prompt) {
  review::ReviewEvent event;
  event.prompt = prompt;
  event.id = in.uuid();
  event.target = in.uuid();
  event.device = in.uuid();
  const std::vector<Field> fields = in.fields();
  if (!in.isSound() || fields.size() != 8)
    return std::nullopt;
  std::vector<std::int64_t> numbers;
  for (const Field& field : fields) {
    const auto* number = std::get_if<std::int64_t>(&field);
    if (number == nullptr)
      return std::nullopt;
    numbers.push_back(*number);
  }
  const auto rating = memory::ratingFromNumber(static_cast<int>(numbers[4]));
  if (numbers[0] < 0 || numbers[0] > static_cast<int>(review::EventKind::Correct) || !rating)
    return std::nullopt;
  event.kind = static_cast<review::EventKind>(numbers[0]);
  event.at = Instant{numbers[1]};
  event.offset = UtcOffset{static_cast<std::int32_t>(numbers[2])};
  event.day = StudyDay{static_cast<std::int32_t>(numbers[3])};
  event.rating = *rating;
  event.thinking = Millis{numbers[5]};
  event.contentHash = static_cast<std::uint64_t>(numbers[6]);
  event.intervalSeconds = numbers[7];
  return event;
}

bool readLog(FieldReader& in, Contents& contents) {
  Log log;
  log.prompt = PromptId{in.text()};
  const std::string question = in.text();
  const std::string phase = in.text();
  if (!question.empty())
    log.question = QuestionId{question};
  if (!phase.empty())
    log.phase = PhaseId{phase};
  const std::uint64_t count = in.number();
  for (std::uint64_t i = 0; i < count; ++i) {
    auto event = readEvent(in, log.prompt);
    if (!event || (!log.events.empty() && event->id <= log.events.back().id))
      return false;
    log.events.push_back(std::move(*event));
  }
  if (!in.isSound() || log.prompt.value().empty())
    return false;
  contents.add(std::move(log));
  return true;
}

bool readAll(FieldReader& in, Contents& contents, bool (*readOne)(FieldReader&, Contents&)) {
  const std::uint64_t count = in.number();
  for (std::uint64_t i = 0; i < count; ++i)
    if (!readOne(in, contents))
      return false;
  return in.isSound();
}

}  // namespace

std::string segmentOf(const Contents& contents, const Uuid& device) {
  std::string body;
  putNumber(body, contents.cells().size());
  for (const auto& [place, cell] : contents.cells())
    putCell(body, cell);
  std::uint64_t trailCount = 0;
  for (const auto& [place, trails] : contents.trails())
    trailCount += trails.size();
  putNumber(body, trailCount);
  for (const auto& [place, trails] : contents.trails())
    for (const Trail& trail : trails)
      putTrail(body, trail);
  putNumber(body, contents.logs().size());
  for (const auto& [prompt, log] : contents.logs())
    putLog(body, log);
  std::string out(kSegmentMark);
  out += kSegmentForm;
  out += device.view();
  putNumber(out, body.size());
  putNumber(out, crc32c(body));
  return out + body;
}

Result<Contents> readSegment(std::string_view bytes, const std::string& subject) {
  if (bytes.size() < kSegmentHeadSize)
    return fail(ErrorKind::Damaged, subject, "not whole yet");
  if (!bytes.starts_with(kSegmentMark))
    return fail(ErrorKind::ForeignFile, subject, "no event file");
  if (bytes[kSegmentMark.size()] != kSegmentForm)
    return fail(ErrorKind::FileTooNew, subject, "written by a newer program");
  FieldReader head(bytes.substr(kSegmentMark.size() + 1, kSegmentHeadSize));
  (void)head.uuid();
  const std::uint64_t length = head.number();
  const std::uint64_t checksum = head.number();
  const std::string_view body = bytes.substr(kSegmentHeadSize);
  if (body.size() != length || crc32c(body) != checksum)
    return fail(ErrorKind::Damaged, subject, "not whole yet");
  Contents contents;
  FieldReader in(body);
  if (!readAll(in, contents, readCell) || !readAll(in, contents, readTrail) ||
      !readAll(in, contents, readLog) || !in.isAtEnd())
    return fail(ErrorKind::Damaged, subject, "its contents contradict themselves");
  return contents;
}

}  // namespace phaseboard::merge
