#!/usr/bin/env bash
# How much of the storage and the schedule the quick tests reach: lines and branches of each folder.
#   packaging/scripts/coverage.sh [--details FOLDER]    the second form lists the conditions of the last run that went one way
# Fails when a folder has less than PHASEBOARD_BRANCHES (90) per cent of its branches.
#
# Measured by Clang in the source (-fcoverage-mapping): each condition that we wrote, true and false. gcov, which counted here
# before, counts in what the compiler made of it: jumps of destructors, of unwinding and of inlined library code, which no
# line asks for and no test can choose.
set -euo pipefail
cd "$(dirname "$0")/../.."
packaging/scripts/setup.sh coverage
least=${PHASEBOARD_BRANCHES:-90}
build=build/coverage
[ -f "$build/build.ninja" ] || cmake --preset coverage >/dev/null

if [ "${1:-}" != --details ]; then
  cmake --build "$build" --target app_test db_test -- --quiet
  rm -f "$build"/*.profraw
  export LC_ALL=C.UTF-8 TZ=Europe/Zurich
  # Processes that are killed leave no counts.
  for program in app db; do
    LLVM_PROFILE_FILE="$build/$program.profraw" \
      "$build/tests/$program/${program}_test" --gtest_brief=1 --gtest_filter='*-*Kill*:InstanceRace*'
  done
  llvm-profdata-14 merge -o "$build/reached.profdata" "$build"/app.profraw "$build"/db.profraw
fi

llvm-cov-14 export -instr-profile "$build/reached.profdata" -object "$build/tests/app/app_test" \
  "$build/tests/db/db_test" -ignore-filename-regex '/tests/|^/usr/' |
  if [ "${1:-}" = --details ]; then
    python3 packaging/scripts/coverage_report.py --details "$2"
  else
    python3 packaging/scripts/coverage_report.py "$least"
  fi
