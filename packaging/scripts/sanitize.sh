#!/usr/bin/env bash
# The tests under something that watches them.
#   packaging/scripts/sanitize.sh [address|thread|containers|valgrind] [ctest or program arguments]
# address (default; part of .ci/run): every test under AddressSanitizer and UndefinedBehaviorSanitizer. Those of
#   app and db run in shares; a single one is asked for with build/asan/tests/app/app_test --gtest_filter=...
# thread: what has threads of its own under ThreadSanitizer. Debian's Qt is not instrumented, so what Qt's threads hand
#   over to each other is not seen; the tests of the window that start workers run all the same, with one suppression.
# containers: every test with libstdc++'s containers that check their use (packaging/cmake/DebugContainers.cmake).
# valgrind: memcheck on the programs of packaging/test, without what kills processes or only takes long.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD/packaging/scripts
kind=address
case ${1:-} in address | thread | containers | valgrind) kind=$1; shift ;; esac

build=build/$kind
case $kind in
  address) build=build/asan ;;
  valgrind) build=build/test ;;
esac
[ "$kind" = address ] || "$here/setup.sh" sanitize
[ -f "$build/build.ninja" ] || cmake --preset "${build#build/}" >/dev/null

# Storms, kills and races: their processes die or are waited for with a clock in hand.
endless='*Kill*:*Storm*:PowerCut*:DiskFaults*:BackupOnAFullDisk*:BitFlips*:InstanceRace*:OldNotebook*:LostNotebook*'

case $kind in
  address)
    cmake --build "$build" -- --quiet
    # Fontconfig and Qt's platform plug-ins keep process-long caches that LeakSanitizer takes for leaks.
    export ASAN_OPTIONS=detect_leaks=0:abort_on_error=1 UBSAN_OPTIONS=print_stacktrace=1
    exec ctest --test-dir "$build" --output-on-failure --parallel "$(nproc)" "$@"
    ;;
  containers)
    cmake --build "$build" -- --quiet
    exec ctest --test-dir "$build" --output-on-failure --parallel "$(nproc)" "$@"
    ;;
esac

# The other two run whole programs: to begin is most of what a short test costs under them.
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 TZ=Europe/Zurich
# run PROGRAM FILTER COMMAND...: the tests of a program that fit the filter.
run() {
  local program=$1 filter=$2
  shift 2
  cmake --build "$build" --target "$program" -- --quiet
  printf '== %s under %s\n' "$program" "$kind"
  "$@" "$build/tests/${program%_test}/$program" --gtest_brief=1 --gtest_filter="$filter"
}

if [ "$kind" = thread ]; then
  export TSAN_OPTIONS="suppressions=$here/thread.supp halt_on_error=0 exitcode=66 die_after_fork=0"
  # Its shadow memory has fixed addresses, which newer kernels may give to a program's own.
  watched() { run "$1" "$2" setarch "$(uname -m)" -R; }
  watched app_test '*'
  watched db_test "*-$endless"
  watched diagrams_test '*-*Hostile*:Sandbox*:CompiledDrawing.SurvivesAnyDamage'
  watched content_test 'MiniPack*'
  watched ui_test 'SearchRunner*:LongWork*:ForeignDialog*:NotebookKeeper*:Thumbnail*:Workshop*:UpdateNotice*:MemoryPage*:Recovery*'
else
  watched() {
    run "$1" "$2" valgrind --quiet --error-exitcode=66 --suppressions="$here/valgrind.supp" --child-silent-after-fork=yes \
      --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite --num-callers=25
  }
  watched app_test '*-YearOfStudy*:SixtyDays*:Fsrs7.CanBeFittedToALog:Optimiser*:Simulation*:TypedNumbers*'
  watched db_test "*-$endless:HostileCorpus*"
  watched diagrams_test '*-*Hostile*:Sandbox*:CompiledDrawing.SurvivesAnyDamage:*ScenePainterOracle*:GoldenFigure*'
  watched ui_test 'Journey*:ReviewScreenTest*:AnswerPanelTest*'
fi
