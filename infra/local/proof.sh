#!/usr/bin/env bash
# Proves the money of the running installation; of a stopped one, it starts the
# database for as long as the proof takes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./all.sh

need_compiler
install_wanted
if [[ -z ${DATABASE_URL:-} ]]; then
  if [[ -f $local_dir/env ]] && flock -n "$local_dir/run.lock" true; then
    # Its session is over, so these addresses are of the past.
    rm -f "$local_dir/env"
  fi
  if [[ -f $local_dir/env ]]; then
    # shellcheck source=/dev/null
    source "$local_dir/env"
  else
    [[ -d $local_dir/postgres ]] ||
      die "There is nothing to prove yet." "Start the platform first: make run"
    lock_session run
    trap 'trap "" INT TERM HUP; end_long_step; stop_instance dev 9>&-' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    need_postgres
    need_redis
    install_wanted
    start_postgres dev 9>&-
    start_redis dev 9>&-
    export_settings dev "${database_url%/*}/madang" "$redis_url"
  fi
fi
build_program
long "$madang" proof
