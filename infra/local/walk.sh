#!/usr/bin/env bash
# Walks every operation of the OpenAPI file, on databases of its own.
#   isolation: as everybody whom its data does not concern; ends with
#              isolation: O operations, A attempts, L leaks
#   fuzz:      with made-up requests, as every kind of caller; ends with
#              fuzz: O operations, C cases, F failures
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./all.sh

walk=$1
[[ $walk == @(isolation|fuzz) ]] || die "$walk is neither isolation nor fuzz."

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
[[ $walk != fuzz ]] || need_venv
install_wanted
source ./suites.sh
test_services
if [[ $walk == fuzz ]]; then
  build_venv
  export MADANG_TEST_VENV=$local_dir/venv
fi
step "Building the walk"
long cargo build --manifest-path "$root/Cargo.toml" -p madang-tests --bin "$walk"
long "$root/target/debug/$walk"
