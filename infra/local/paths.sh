# shellcheck shell=bash
# Where things lie. Everything that the local scripts write is under .local/,
# or, where the database's user cannot reach that, in a folder which a symbolic
# link in .local/ points to (see place_for_database in postgres.sh).

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
local_dir=$root/.local
mkdir -p "$local_dir"

# The folder of one set of services: `dev` is what `make run` serves; `test` and
# `e2e`, for the tests in Rust and in the browser, and `chaos`, for the run under
# faults, are made anew at each start.
instance_dir() {
  case $1 in
    dev) printf '%s\n' "$local_dir" ;;
    test | e2e | chaos) printf '%s\n' "$local_dir/$1" ;;
    *) die "There are the services dev, test, e2e and chaos, but none called '$1'." ;;
  esac
}
