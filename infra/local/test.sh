#!/usr/bin/env bash
# Runs every suite, also after one has failed, and ends with one summary line
# for each. ONLY=rust, ONLY=web or ONLY=e2e chooses a part.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./all.sh
source ./suites.sh
source ./chaos_run.sh

only=${ONLY:-all}
[[ $only =~ ^(all|rust|web|e2e)$ ]] || die "ONLY=$only is none of rust, web and e2e."
logs=$local_dir/test/logs
own=()
began=$SECONDS

finish() {
  local status=$?
  trap '' INT TERM HUP PIPE
  set +e
  if [[ -n ${locked:-} ]]; then
    end_long_step
    local instance
    for instance in "${own[@]}"; do
      stop_instance "$instance" 9>&-
      rm -f "$(instance_dir "$instance")/env"
    done
    end_guard
    if ((status != 0)) && [[ -n ${suite_now:-} ]]; then suite_done "$suite_now" 0 1; fi
    summarise || status=1
  fi
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Nothing that is set outside may steer the tests.
unset DATABASE_URL REDIS_URL SMTP_URL PORT RELEASE STRIPE_SECRET_KEY STRIPE_API_BASE STRIPE_WEBHOOK_SECRET
unset SEED MINUTES SECONDS_OF_FAULTS BUYERS OVERLOAD "${!MADANG_@}"

lock_session test
locked=yes
mkdir -p "$logs"
if [[ $only == @(all|rust) ]] && ! instance_runs test; then own+=(test); fi
if [[ $only == @(all|rust) ]]; then own+=(chaos); fi
if [[ $only == @(all|e2e) ]]; then own+=(e2e); fi
start_guard test "${own[@]}"

need_node
if [[ $only != web ]]; then
  need_compiler
  need_postgres
  need_redis
fi
if [[ $only == @(all|rust) ]]; then
  need_venv
  need_faketime
fi
if [[ $only == @(all|e2e) ]]; then need_chromium; fi
install_wanted

if [[ $only == @(all|rust) ]]; then
  suite "Rust: units" units_suite
  suite "Rust: architecture" architecture_suite
  suite "Rust: stories over HTTP" stories_api_suite
  suite "Made-up requests" fuzz_suite
  suite "Faults under load" chaos_suite
  suite "Format and generated files" generated_suite
fi
if [[ $only == @(all|web) ]]; then
  suite "Screens: checks" screens_check_suite
  suite "Screens: units" screens_unit_suite
fi
if [[ $only == @(all|e2e) ]]; then
  suite "Stories in the browser" stories_suite
fi
