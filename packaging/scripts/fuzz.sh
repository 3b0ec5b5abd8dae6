#!/usr/bin/env bash
# Fuzzes what reads files of strangers, under AddressSanitizer and UndefinedBehaviorSanitizer.
#   packaging/scripts/fuzz.sh [SECONDS] [TARGET...]       10 minutes each, all targets, unless told
#   packaging/scripts/fuzz.sh -runs=10000000 [TARGET...]  so many executions each, of short inputs, many times as fast as
#                                                         long ones, and then of any length for 10 minutes
# What it finds is left in build/fuzz/findings; copy a mended one to tests/data/fuzz-findings/<target>, where a test keeps it.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-600}
shift || true
runs=-1
[[ $seconds == -runs=* ]] && runs=${seconds#-runs=} seconds=$((7 * 24 * 3600))
every=(figure_reader path_reader dot_reader foreign_svg compiled_drawing exchange_text anki_collection anki_package
  search_query markdown typed_answer answer_journal board_edit source_tree setting_rows review_table pack_file)
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=("${every[@]}")

packaging/scripts/setup.sh fuzz
build=build/fuzz
[ -f "$build/build.ninja" ] || cmake --preset fuzz >/dev/null
cmake --build "$build" --target write_exchange_seeds write_own_seeds phaseboard-cli "${targets[@]/#/fuzz_}" -- --quiet

# Seeds: figures as they are drawn, sources as they are written, what was found before.
seeds=$build/seeds
for target in "${every[@]}"; do mkdir -p "$seeds/$target"; done
mkdir -p "$build/findings"
cp tests/data/foreign-svg/*.svg "$seeds/foreign_svg"
find diagrams/catalogue tests/data/figures -name '*.dot' | while read -r file; do
  cp "$file" "$seeds/dot_reader/$(echo "$file" | tr / -)"
done
cp tests/data/fuzz-seeds/*.svg "$seeds/figure_reader"
cp tests/data/fuzz-seeds/*.svg "$seeds/foreign_svg"
grep -oh ' d="[^"]*"' tests/data/fuzz-seeds/*.svg tests/data/foreign-svg/*.svg | cut -d'"' -f2 |
  split -l 1 -a 4 - "$seeds/path_reader/path-"
"$build/tests/fuzz/write_exchange_seeds" "$seeds"
"$build/tests/fuzz/write_own_seeds" "$seeds"
find resources/pack -name '*.yaml' -size -4k | while read -r file; do cp "$file" "$seeds/source_tree/$(echo "$file" | tr / -)"; done
for target in "${targets[@]}"; do
  [ -d "tests/data/fuzz-findings/$target" ] && cp tests/data/fuzz-findings/"$target"/* "$seeds/$target"
done

# Fontconfig, Graphviz and Qt keep caches for as long as the process lives.
export ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1
"$build/ui/cli/phaseboard-cli" pack build tests/data/mini-pack -o "$seeds/pack_file/mini.pack" >/dev/null

# libFuzzer measures an input by the clock on the wall, which goes on while the machine is paused or busy with others.
# So what it calls slow is run once more by itself and only kept if it takes 20 s of the processor.
drop_false_timeouts() {
  local target=$1 dropped=1 file
  for file in "$build/findings/$target-timeout-"* "$build/findings/$target-slow-unit-"*; do
    [ -e "$file" ] || continue
    if (ulimit -t 20; exec "$build/tests/fuzz/fuzz_$target" -timeout=0 "$file") >/dev/null 2>&1; then
      echo "$(basename "$file") takes less than 20 s of the processor; not kept"
      rm "$file"
      dropped=0
    fi
  done
  return $dropped
}

# A pack is a database, which has whole pages.
longest() { [ "$1" = pack_file ] && echo 1000000 || echo 65536; }

# fuzz TARGET LENGTH RUNS SECONDS
fuzz() {
  local target=$1 length=$2 runs=$3 end=$((SECONDS + $4))
  while :; do
    "$build/tests/fuzz/fuzz_$target" -max_total_time=$((end - SECONDS)) -timeout=60 -rss_limit_mb=2048 \
      -runs="$runs" -max_len="$length" -print_final_stats=1 -artifact_prefix="$build/findings/$target-" \
      "$build/corpus/$target" "$seeds/$target" 2>&1 | grep -E 'ERROR|SUMMARY|Test unit|stat::|Done|runtime error' || true
    # A false timeout ended the run too early: it goes on.
    drop_false_timeouts "$target" && [ $SECONDS -lt $end ] || break
  done
}

for target in "${targets[@]}"; do
  mkdir -p "$build/corpus/$target"
  if [ "$runs" -gt 0 ]; then
    echo "== $target, $runs runs"
    fuzz "$target" 300 "$runs" "$seconds"
    seconds_of_long=600
  fi
  echo "== $target, ${seconds_of_long:-$seconds} s"
  fuzz "$target" "$(longest "$target")" -1 "${seconds_of_long:-$seconds}"
done
[ -z "$(ls -A "$build/findings")" ] || { echo "findings:"; ls "$build/findings"; exit 1; }
