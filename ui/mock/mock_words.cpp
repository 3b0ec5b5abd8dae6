// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/mock_words.h"

#include <cmath>

#include <QCoreApplication>
#include <QStringList>

#include "ui/bridge/text.h"
#include "ui/bridge/time_text.h"
#include "ui/study/note_blocks.h"

namespace phaseboard::ui {
namespace {

constexpr qsizetype kMostNames = 4;

QString tr(const char* text) {
  return QCoreApplication::translate("MockWords", text);
}

/// "A, B and 2 more".
QString listed(const std::vector<std::string>& names) {
  QStringList words;
  for (const std::string& name : names)
    words.push_back(toQt(name));
  if (words.size() <= kMostNames)
    return words.join(QStringLiteral(", "));
  const qsizetype more = words.size() - kMostNames + 1;
  return tr("%1 and %2 more")
      .arg(words.mid(0, kMostNames - 1).join(QStringLiteral(", ")))
      .arg(more);
}

QString nameAt(const mock::FollowUp& followUp, std::size_t index) {
  return index < followUp.names.size() ? toQt(followUp.names[index]) : QString();
}

/// `with` has a place for the names; `without` is said when there are none.
QString named(const mock::FollowUpPoint& point, const QString& with, const QString& without) {
  return point.names.empty() ? without : with.arg(listed(point.names));
}

QString unforeseen(mock::Topic topic) {
  switch (topic) {
    case mock::Topic::Scale:
      return tr("I have no figure for that. Assume one, say it aloud, and check what it implies.");
    case mock::Topic::Latency:
      return tr("Assume what a person would wait for, and say which part of it is yours.");
    case mock::Topic::Objective:
      return tr("You decide. Name one metric, and one that must not get worse.");
    case mock::Topic::Feedback:
      return tr("Assume that what people do is logged. Say what you would take as the label.");
    case mock::Topic::Privacy:
      return tr("Assume consent for what is needed, and say how you would do without the rest.");
    case mock::Topic::Freshness:
      return tr("Say how soon it has to matter, and design for that.");
    case mock::Topic::Experiment:
      return tr("Assume that you can run an experiment. Say on whom, and for how long.");
    case mock::Topic::Existing:
      return tr("Assume a simple rule is in place. It is your baseline.");
    case mock::Topic::Surface:
      return tr("Take the surface where it matters most, and leave the others out.");
    case mock::Topic::Region:
      return tr("Start with one market, and say what changes in the next.");
    case mock::Topic::Cost:
      return tr("Assume ordinary hardware, and tell me what your design costs.");
    case mock::Topic::Safety:
      return tr("Assume that the usual laws hold. Say what could go wrong and who notices.");
    case mock::Topic::None:
      break;
  }
  return tr("Assume what you need. Say it aloud, and go on.");
}

QString removalWords(const mock::FollowUp& followUp) {
  return tr("**%1** is down, and stays down for an hour. What do people see, and what do you do?")
      .arg(nameAt(followUp, 0));
}

}  // namespace

QString formWords(mock::Form form) {
  switch (form) {
    case mock::Form::Whole:
      return tr("Whole interview");
    case mock::Form::OneStage:
      return tr("One stage");
    case mock::Form::FollowUps:
      return tr("Follow-up round");
    case mock::Form::HighLevel:
      return tr("High-level design");
  }
  return {};
}

QString formAdvice(mock::Form form) {
  switch (form) {
    case mock::Form::Whole:
      return tr("Every stage with its budget, as on the day.");
    case mock::Form::OneStage:
      return tr("One stage of your choice in 10 minutes.");
    case mock::Form::FollowUps:
      return tr("The design stands; answer what is asked about it in 10 minutes.");
    case mock::Form::HighLevel:
      return tr("The whole design on the board in 5 minutes.");
  }
  return {};
}

QString styleWords(mock::Style style) {
  switch (style) {
    case mock::Style::Guiding:
      return tr("Guiding");
    case mock::Style::Neutral:
      return tr("Neutral");
    case mock::Style::Demanding:
      return tr("Demanding");
  }
  return {};
}

QString styleAdvice(mock::Style style) {
  switch (style) {
    case mock::Style::Guiding:
      return tr("Says what each answer decides. Two follow-ups, near the end.");
    case mock::Style::Neutral:
      return tr("Answers what you ask. Three follow-ups in the second half.");
    case mock::Style::Demanding:
      return tr("Short answers. Five follow-ups, the first of them early.");
  }
  return {};
}

QString levelWords(const std::optional<content::Level>& level) {
  return level ? levelText(*level) : tr("Below mid");
}

QString stageWords(const mock::PlannedStage& stage) {
  if (!stage.title.empty())
    return toQt(stage.title);
  return stage.id.value() == mock::kFollowUpStage ? formWords(mock::Form::FollowUps)
                                                  : formWords(mock::Form::HighLevel);
}

QString clockText(Millis time) {
  constexpr std::int64_t kSecondsPerMinute = 60;
  // Whole seconds that are left, so that 0:00 is the end and not the last second.
  const auto seconds =
      static_cast<std::int64_t>(std::ceil(static_cast<double>(time.value()) / kMillisPerSecond));
  const std::int64_t size = seconds < 0 ? -seconds : seconds;
  return QStringLiteral("%1%2:%3")
      .arg(seconds < 0 ? QStringLiteral("\u2212") : QString())
      .arg(size / kSecondsPerMinute)
      .arg(size % kSecondsPerMinute, 2, 10, QLatin1Char('0'));
}

QString restWords(const mock::Standing& times) {
  QString words = times.left.value() < 0
                      ? tr("%1 over the whole.").arg(clockText(Millis{-times.left.value()}))
                      : tr("%1 were left.").arg(clockText(times.left));
  if (times.paused.value() > 0)
    words += u' ' + tr("Paused for %1.").arg(durationText(times.paused));
  if (times.away.value() > 0)
    words += u' ' + tr("Interrupted for %1, which is not counted.").arg(durationText(times.away));
  return words;
}

QString answerWords(const mock::Clarification& said, mock::Style style) {
  const QString answer = toQt(said.answer);
  switch (said.answered) {
    case mock::Answered::InDialogue:
      return style == mock::Style::Guiding && !said.why.empty()
                 ? tr("%1\n\n*%2*").arg(answer, toQt(said.why))
                 : answer;
    case mock::Answered::InScope:
      return tr("Yes, that is part of it: %1").arg(answer);
    case mock::Answered::OutOfScope:
      return tr("Leave that out: %1").arg(answer);
    case mock::Answered::Assumption:
      return tr("Take this as given: %1").arg(answer);
    case mock::Answered::Unforeseen:
      break;
  }
  return style == mock::Style::Demanding ? tr("Assume what you need.") : unforeseen(said.topic);
}

QString questionWords(const mock::FollowUp& followUp) {
  switch (followUp.rule) {
    case mock::Rule::RemovePart:
      return removalWords(followUp);
    case mock::Rule::DelayPart:
      return tr("“%1” from **%2** to **%3** comes an hour late. What happens?")
          .arg(nameAt(followUp, 0), nameAt(followUp, 1), nameAt(followUp, 2));
    case mock::Rule::Tenfold:
      return tr(
          "Load grows **tenfold** by next year. Where does it break first, and what do you "
          "change?");
    case mock::Rule::LabelsLate:
      return tr("Labels reach **%1** a **day late**. What goes wrong, and what do you do?")
          .arg(nameAt(followUp, 0));
    case mock::Rule::NewMarket:
      return tr("We open in a **new country** next month. What has to change?");
    case mock::Rule::Privacy:
      return tr("Somebody asks us to **delete everything about them**. Walk me through it.");
    case mock::Rule::Authored:
      break;
  }
  return toQt(followUp.text);
}

QString pointWords(const mock::FollowUpPoint& point) {
  switch (point.expected) {
    case mock::Expected::Purpose:
      return tr("What it is there for: %1").arg(toQt(point.text));
    case mock::Expected::Starved:
      return named(point, tr("Who goes without: %1"), tr("Who goes without, and who does not"));
    case mock::Expected::StandIn:
      return tr("What stands in meanwhile, and how much worse it is");
    case mock::Expected::Notice:
      return tr("How you would notice: a metric, an alert, a limit");
    case mock::Expected::Deadline:
      return tr("A deadline, after which nobody waits any longer");
    case mock::Expected::Stale:
      return named(point, tr("Going on with what is old, up to a bound: %1"),
                   tr("Going on with what is old, up to a bound"));
    case mock::Expected::Backlog:
      return tr("Catching up afterwards, without doing anything twice");
    case mock::Expected::Path:
      return named(point, tr("Where it breaks first on the way of a request: %1"),
                   tr("Where it breaks first on the way of a request"));
    case mock::Expected::Grow:
      return named(point, tr("What is split or copied: %1"), tr("What is split or copied"));
    case mock::Expected::Degrade:
      return tr("Doing less for everybody before failing some");
    case mock::Expected::Cost:
      return tr("What it costs, in a figure");
    case mock::Expected::Window:
      return named(point, tr("Waiting for labels before a row is trained on: %1"),
                   tr("Waiting for labels before a row is trained on"));
    case mock::Expected::EarlyNegatives:
      return tr("A label that is not there yet is not a negative one");
    case mock::Expected::EarlySignals:
      return named(point, tr("What tells earlier than labels: %1"),
                   tr("What tells earlier than labels: drift, calibration, proxies"));
    case mock::Expected::ColdStart:
      return named(point, tr("No history there: %1"), tr("No history there: a cold start"));
    case mock::Expected::LocalRules:
      return named(point, tr("Other laws, languages and habits: %1"),
                   tr("Other laws, languages and habits"));
    case mock::Expected::Slices:
      return named(point, tr("Judging the new market by itself: %1"),
                   tr("Judging the new market by itself"));
    case mock::Expected::Copies:
      return named(point, tr("Every copy of the data: %1"), tr("Every copy of the data"));
    case mock::Expected::Retrain:
      return named(point, tr("Models that learnt from it: %1"), tr("Models that learnt from it"));
    case mock::Expected::Proof:
      return tr("A date by which it is done, and a proof");
    case mock::Expected::Sentence:
      break;
  }
  return toQt(point.text);
}

}  // namespace phaseboard::ui
