# shellcheck shell=bash
# The suites of `make test`. Each function runs one, and sets passed and failed;
# a suite that ends badly without naming a failed test counts as one failure.

summary=()
total_passed=0
total_failed=0
suite_now=''

suite() { # name function
  local status=0
  suite_now=$1
  suite_began=$SECONDS
  passed=0 failed=0
  say ''
  step "Suite: $1"
  "$2" || status=$?
  if ((status != 0 && failed == 0)); then failed=1; fi
  if ((status == 0 && passed == 0 && failed == 0)); then
    warn "The suite $1 held no test."
    failed=1
  fi
  suite_done "$1" "$passed" "$failed"
}

suite_done() { # name passed failed
  local verdict=ok
  (($3 == 0)) || verdict=FAILED
  summary+=("$1"$'\t'"$verdict"$'\t'"$2"$'\t'"$3"$'\t'"$((SECONDS - suite_began)) s")
  total_passed=$((total_passed + $2))
  total_failed=$((total_failed + $3))
  suite_now=''
}

# Prints the summary and says by its status whether everything passed.
summarise() {
  ((${#summary[@]} > 0)) || return 1
  say ''
  {
    printf 'suite\tresult\tpassed\tfailed\ttime\n'
    printf '%s\n' "${summary[@]}"
  } | node ./table.mjs
  printf '\n%s s; the logs are in .local/test/logs\n' "$((SECONDS - began))"
  printf '%s passed, %s failed\n' "$total_passed" "$total_failed"
  ((total_failed == 0))
}

# Runs a long step, keeps what it says in a log and shows it. It writes to a
# file rather than a pipe, so that a process which it forgot cannot hold us up.
logged() { # log command...
  local status=0 log=$logs/$1.log show
  : >"$log"
  tail -n +1 -f --pid=$$ "$log" 9>&- &
  show=$!
  disown "$show"
  long "${@:2}" >>"$log" 2>&1 || status=$?
  sleep 0.3
  kill "$show" 2>/dev/null || true
  return "$status"
}

# One check that passes or fails as a whole.
check() { # log command...
  if logged "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    warn "failed: ${*:2}"
  fi
}

test_services() {
  if ! instance_runs test; then
    step "Starting PostgreSQL and Redis for the tests"
    start_postgres test 9>&-
    start_redis test 9>&-
    write_environment test
  fi
  # shellcheck source=/dev/null
  source "$(instance_dir test)/env"
}

# Everything is built once; the three suites differ in what they run of it.
rust_suite() { # log cargo's choice of tests...
  local status=0 log=$1
  local -a options=(--manifest-path "$root/Cargo.toml" --no-fail-fast)
  [[ -z ${CI:-} ]] || options+=(--locked)
  test_services || return 1
  build_venv || return 1
  MADANG_TEST_VENV=$local_dir/venv logged "$log" cargo test "${options[@]}" "${@:2}" || status=$?
  read -r passed failed < <(awk '
    /^test result: / { passed += $4; failed += $6 }
    END { print passed + 0, failed + 0 }' "$logs/$log.log")
  return "$status"
}

# A short pass of `make fuzz`.
fuzz_suite() {
  local line status=0
  local -a options=(--quiet --manifest-path "$root/Cargo.toml")
  [[ -z ${CI:-} ]] || options+=(--locked)
  test_services || return 1
  build_venv || return 1
  MADANG_TEST_VENV=$local_dir/venv SHORT=1 CASES=2 logged fuzz cargo run "${options[@]}" -p madang-tests --bin fuzz || status=$?
  line=$(sed -n 's/^fuzz: \([0-9]*\) operations, [0-9]* cases, \([0-9]*\) failures$/\1 \2/p' "$logs/fuzz.log")
  [[ -n $line ]] || return 1
  read -r passed failed <<<"$line"
  return "$status"
}

# A minute of `make chaos`; how long a recovery takes is told, not judged.
chaos_suite() {
  local line lost doubled stuck status=0
  export MINUTES=1 CHAOS_UNTIMED=1
  run_chaos logged chaos || status=$?
  stop_instance chaos 9>&-
  line=$(sed -n 's/^chaos: \([0-9]*\) faults, [0-9]* orders acknowledged, \([0-9]*\) lost, \([0-9]*\) doubled, \([0-9]*\) stuck, .*$/\1 \2 \3 \4/p' "$logs/chaos.log")
  [[ -n $line ]] || return 1
  read -r passed lost doubled stuck <<<"$line"
  failed=$((lost + doubled + stuck))
  return "$status"
}

# Debian's cargo comes without the formatter; then this one check is left out, and says so.
format_check() {
  if cargo fmt --version >/dev/null 2>&1; then
    check format cargo fmt --manifest-path "$root/Cargo.toml" --all --check
  else
    warn "cargo fmt is not installed; the format is not checked."
  fi
}

units_suite() { rust_suite units-rust --workspace --exclude madang-tests; }
architecture_suite() { rust_suite architecture -p madang-tests --lib --test architecture; }
# Stories wait for the database more than for a processor.
stories_api_suite() { RUST_TEST_THREADS=$((2 * $(nproc))) rust_suite stories-api -p madang-tests --test api; }

generated_suite() {
  format_check
  build_program || return 1
  # shellcheck disable=SC2016 # the inner shell expands these
  check openapi bash -c '"$1" openapi | diff -u --label committed --label generated "$2" - |
    head -n 40; exit "${PIPESTATUS[1]}"' openapi "$madang" "$root/openapi/openapi.json"
}

screens_check_suite() {
  install_node_packages "$root/frontend" || return 1
  install_node_packages "$root/tests/e2e" || return 1
  check types npm --prefix "$root/frontend" run --silent check
  check lint npm --prefix "$root/frontend" run --silent lint
  check client npm --prefix "$root/frontend" run --silent generate:check
  check openapi-rules npm --prefix "$root/tests/e2e" run --silent lint:openapi
  build_frontend || return 1
  check first-visit npm --prefix "$root/frontend" run --silent size
  check story-types npm --prefix "$root/tests/e2e" run --silent check
}

screens_unit_suite() {
  local status=0 result=$logs/units.json
  install_node_packages "$root/frontend" || return 1
  rm -f "$result"
  logged units npm --prefix "$root/frontend" test --silent -- \
    --reporter=default --reporter=json --outputFile.json="$result" || status=$?
  read -r passed failed < <(count_results "$result" numPassedTests numFailedTests)
  return "$status"
}

# A Madang of its own with the demo's data, made anew.
serve_demo() { # port
  start_postgres e2e 9>&-
  start_redis e2e 9>&-
  rm -rf "$local_dir/e2e/data"
  export_settings e2e "$database_url" "$redis_url"
  # The stories receive webhooks on this machine.
  export MADANG_WEBHOOK__ALLOW_HTTP=true MADANG_WEBHOOK__ALLOW_PRIVATE=true
  logged migrate "$madang" migrate || return 1
  PORT=$1 logged seed "$madang" seed || return 1
  serve e2e "$1"
}

stories_suite() {
  local status=0 port result=$logs/stories.json
  install_node_packages "$root/tests/e2e" || return 1
  build_frontend || return 1
  build_program || return 1
  step "Starting a Madang of its own for the stories"
  port=$(free_port)
  serve_demo "$port" || return 1
  rm -f "$result"
  BASE_URL=http://localhost:$port CHROMIUM=$(chromium_path) MADANG_E2E_RESULT=$result \
    MADANG_SCREENSHOTS=$local_dir/screenshots \
    logged stories npm --prefix "$root/tests/e2e" test --silent || status=$?
  read -r passed failed < <(count_results "$result" stats.expected stats.unexpected)
  end_program e2e
  return "$status"
}

# Two numbers out of a suite's JSON report; zeros where there is none.
count_results() { # file path-to-passed path-to-failed
  node -e '
    const [file, ...paths] = process.argv.slice(1);
    let report = {};
    try { report = JSON.parse(require("fs").readFileSync(file, "utf8")); } catch {}
    console.log(paths.map((path) => path.split(".").reduce((at, key) => at?.[key], report) ?? 0).join(" "));
  ' "$@"
}
