#!/usr/bin/env bash
# The whole flow under load while processes, database, Redis, mail, disk, clocks
# and connections fail (MINUTES=5, SEED=… repeats the faults of a run); ends with
#   chaos: K faults, N orders acknowledged, 0 lost, 0 doubled, 0 stuck, proof clean
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./all.sh

unset DATABASE_URL REDIS_URL SMTP_URL PORT RELEASE "${!MADANG_@}"
lock_session chaos
finish() {
  local status=$?
  trap '' INT TERM HUP PIPE
  set +e
  end_long_step
  stop_instance chaos 9>&-
  end_guard
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
start_guard chaos chaos

need_compiler
need_postgres
need_redis
need_faketime
install_wanted
source ./chaos_run.sh
run_chaos long
