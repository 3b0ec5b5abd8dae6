// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/error_text.h"

#include <QCoreApplication>

#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("ErrorText", text);
}

ErrorWords wordsOf(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::InvalidInput:
      return {tr("This value cannot be used: %1"), tr("Change it and try again.")};
    case ErrorKind::NotFound:
      return {tr("This is not there any more: %1"),
              tr("It may belong to another version of the pack.")};
    case ErrorKind::AlreadyExists:
      return {tr("This exists already: %1"), tr("Choose another name, or leave one of them out.")};
    case ErrorKind::FileTooNew:
      return {tr("This file was written by a newer version: %1"),
              tr("Update Phaseboard to open it. The file was not touched.")};
    case ErrorKind::ForeignFile:
      return {tr("This is not a file of Phaseboard: %1"),
              tr("Choose another file. This one was not touched.")};
    case ErrorKind::Damaged:
      return {tr("This file is damaged: %1"), tr("Use another copy of it.")};
    case ErrorKind::Busy:
      return {tr("Another program is using this file: %1"), tr("Close it there and try again.")};
    case ErrorKind::DiskFull:
      return {tr("The disk is full: %1"),
              tr("Nothing was half-written. Free some space, then try again.")};
    case ErrorKind::ReadOnly:
      return {tr("This cannot be written: %1"),
              tr("Check who may write to the file and its folder.")};
    case ErrorKind::InputOutput:
      return {tr("The disk reported a failure: %1"),
              tr("Nothing was half-written. Check the disk, then try again.")};
    case ErrorKind::Internal:
      return {tr("This is a mistake of ours: %1"),
              tr("Everything that was saved is safe. Please report what you did.")};
  }
  return {};
}

}  // namespace

ErrorWords errorWords(const Error& error) {
  ErrorWords words = wordsOf(error.kind);
  if (error.kind == ErrorKind::Damaged && error.subject.ends_with(".pack"))
    words.advice =
        tr("Install Phaseboard again, or get the pack anew. Your notebook is not affected.");
  if (error.kind == ErrorKind::Damaged && error.subject.ends_with(".db"))
    words.advice = tr("Close the window: Phaseboard then offers to restore a backup.");
  if (error.subject.empty())
    words.sentence = words.sentence.left(words.sentence.indexOf(u':'));
  else
    words.sentence = words.sentence.arg(toQt(error.subject));
  return words;
}

}  // namespace phaseboard::ui
