#!/usr/bin/env bash
# Watches a session from outside. When `make` is gone or has been interrupted,
# it ends the session's script; when the script was killed before it could stop
# its services, it stops them.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
source ./all.sh
trap '' INT TERM HUP PIPE

lock=$1
script=$2
make=$3
shift 3
script_start=$(start_time "$script") || script_start=gone
make_start=$([[ $make == none ]] || start_time "$make")

script_lives() { [[ $(start_time "$script") == "$script_start" ]]; }

# An interrupt sent to `make` alone is not passed on by it: it waits for its
# children inside its signal handler, where the interrupt (signal 2) is blocked.
make_wants_on() {
  [[ $make != none ]] || return 0
  [[ $(start_time "$make") == "$make_start" ]] || return 1
  local blocked
  blocked=$(sed -n 's/^SigBlk:\s*//p' "/proc/$make/status" 2>/dev/null) || return 1
  ((0x${blocked:-0} & 2)) && return 1
  return 0
}

while script_lives; do
  if ! make_wants_on; then
    kill -TERM "$script" 2>/dev/null
    make=none
  fi
  sleep 1
done

# A next session that holds the lock already cleans up by itself.
exec 9>>"$local_dir/$lock.lock"
flock -n 9 || exit 0
for instance in "$@"; do stop_instance "$instance" 9>&-; done
