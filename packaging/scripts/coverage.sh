#!/usr/bin/env bash
# How much of the storage and the schedule the quick tests reach: lines and branches of each folder, by gcov.
#   packaging/scripts/coverage.sh [--details FOLDER]    the second form lists the branches that were missed
# Fails when a folder has less than PHASEBOARD_BRANCHES (90) per cent of its branches.
#
# Not counted are the branches that the compiler adds for exceptions that any call might throw, and those that it can
# prove to be dead (gcovr's --exclude-throw-branches and --exclude-unreachable-branches): no source line asks for them.
set -euo pipefail
cd "$(dirname "$0")/../.."
packaging/scripts/setup.sh sanitize
least=${PHASEBOARD_BRANCHES:-90}
build=build/coverage
[ -f "$build/build.ninja" ] || cmake --preset coverage >/dev/null

if [ "${1:-}" != --details ]; then
  cmake --build "$build" --target app_test db_test -- --quiet
  find "$build" -name '*.gcda' -delete
  export LC_ALL=C.UTF-8 TZ=Europe/Zurich
  # Processes that are killed leave no counts.
  for program in app db; do
    "$build/tests/$program/${program}_test" --gtest_brief=1 --gtest_filter='*-*Kill*:InstanceRace*'
  done
fi

gcovr_of() {
  gcovr --root . --exclude-throw-branches --exclude-unreachable-branches --gcov-ignore-parse-errors \
    --filter 'db/' --filter 'app/(review|memory|ops)/' --exclude 'app/memory/examples/' "$@" "$build/app" "$build/db"
}
if [ "${1:-}" = --details ]; then
  gcovr_of --filter "$2" --json - 2>/dev/null | python3 packaging/scripts/coverage_report.py --details "$2"
else
  gcovr_of --json - 2>/dev/null | python3 packaging/scripts/coverage_report.py "$least"
fi
