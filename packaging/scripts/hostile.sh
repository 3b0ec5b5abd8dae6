#!/usr/bin/env bash
# Files of somebody who means harm, read by the real readers while every call to the system is watched: none of the
# files that they name is opened, and nobody is connected to.
#   packaging/scripts/hostile.sh BUILD [short|full] [SEED]
set -euo pipefail
build=${1:?usage: hostile.sh BUILD [short|full] [SEED]}
form=${2:-short}
export PHASEBOARD_SEED=${3:-$(date +%s)} QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
[ "$form" = full ] && export PHASEBOARD_CORPUS_SHARE=1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

watch() {
  local program=$1 filter=$2
  # Without a session bus the only sockets would be somebody else's wish. Without a folder for what lives as long as the
  # session, Qt asks the system for the user's name as it starts.
  env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS XDG_RUNTIME_DIR="$scratch" \
    strace -f -qq -s 400 -e trace=open,openat,openat2,connect,sendto,sendmsg,execve -o "$scratch/calls" \
    "$build/tests/$program/${program}_test" --gtest_brief=1 --gtest_filter="$filter" >"$scratch/said" 2>&1 ||
    { cat "$scratch/said"; echo "hostile: $filter failed with seed $PHASEBOARD_SEED"; exit 1; }
  grep -h hostile "$scratch/said" || true
  # The test itself writes its bait; whoever reads it is caught.
  if grep -E 'phaseboard-bait' "$scratch/calls" | grep -vE 'O_WRONLY|O_RDWR|O_CREAT'; then
    echo "hostile: a file named by a stranger was opened"; exit 1
  fi
  if grep -E 'open(at2?)?\(.*"/etc/(passwd|shadow|hostname)"' "$scratch/calls" | grep -v ENOENT |
    grep -v nsswitch; then
    echo "hostile: a file of the system was opened"; exit 1
  fi
  if grep -E 'connect\(|sendto\(' "$scratch/calls" | grep -vE 'AF_UNIX|AF_NETLINK|sendto\([0-9]+, "", 0'; then
    echo "hostile: somebody was connected to"; exit 1
  fi
  printf '%-30s %6d opened files, none of them a stranger'\''s; no connection\n' "$filter" \
    "$(grep -cE 'open(at2?)?\(' "$scratch/calls")"
}

watch db 'HostileCorpus.*'
watch ui 'HostileTexts.*'
watch diagrams 'HostileSvg.*'
