# shellcheck shell=bash
# One run under faults, of `make chaos` and, a short one, of `make test`. Program
# and load are built together; PostgreSQL is the run's own.

run_chaos() { # how the run is run: `long`, or `logged` with the name of a log
  local dir profile=debug status=0
  local -a options=(--manifest-path "$root/Cargo.toml" -p madang -p madang-tests --bin madang --bin chaos)
  [[ -z ${CI:-} ]] || options+=(--locked)
  # How much can be taken on is asked of the program as it is served.
  if [[ -n ${OVERLOAD:-} ]]; then
    options+=(--release)
    profile=release
  fi
  dir=$(instance_dir chaos)
  step "Building the program and the run"
  long cargo build "${options[@]}" || return 1
  step "Starting a PostgreSQL that keeps what it promises"
  start_postgres chaos 9>&-
  # The run stops and starts the server itself: one word of the command on a line.
  "$@" env CHAOS_PG_CTL="$(printf '%s\n' "${pg_as[@]}" "$pg_bin/pg_ctl")" CHAOS_PG_DATA="$(realpath "$dir/postgres")" \
    CHAOS_PG_OPTIONS="$pg_options" CHAOS_PG_LOG="$dir/postgres.log" TEST_DATABASE_URL="$database_url" \
    CHAOS_PROGRAM="$root/target/$profile/madang" CHAOS_DIR="$dir/run" "$root/target/$profile/chaos" || status=$?
  note "Logs of the processes: ${dir#"$root"/}/run"
  return "$status"
}
