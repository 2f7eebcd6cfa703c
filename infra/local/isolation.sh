#!/usr/bin/env bash
# Walks every operation as everybody whom its data does not concern, on
# databases of its own. Ends with: isolation: O operations, A attempts, L leaks
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./all.sh

unset DATABASE_URL REDIS_URL SMTP_URL "${!MADANG_@}"
lock_session test
own=()
instance_runs test || own=(test)
finish() {
  local status=$?
  trap '' INT TERM HUP PIPE
  set +e
  end_long_step
  if ((${#own[@]} > 0)); then
    stop_instance test 9>&-
    rm -f "$(instance_dir test)/env"
  fi
  end_guard
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
start_guard test "${own[@]}"

need_compiler
need_postgres
need_redis
install_wanted
source ./suites.sh
test_services
step "Building the walk"
long cargo build --manifest-path "$root/Cargo.toml" -p madang-tests --bin isolation
long "$root/target/debug/isolation"
