#!/usr/bin/env bash
# Measures a buyer's first visit to a shop with Lighthouse, as on a phone, on a
# Madang of its own with the demo's data. RUNS says how often each page is
# visited; the median counts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./all.sh

unset DATABASE_URL REDIS_URL SMTP_URL PORT RELEASE STRIPE_SECRET_KEY STRIPE_API_BASE STRIPE_WEBHOOK_SECRET
unset "${!MADANG_@}"
runs=${RUNS:-5}
[[ $runs =~ ^[1-9][0-9]?$ ]] || die "RUNS=$runs is no number from 1 to 99."
results=$local_dir/lighthouse
logs=$results

lock_session test
finish() {
  local status=$?
  trap '' INT TERM HUP PIPE
  set +e
  end_long_step
  stop_instance e2e 9>&-
  rm -f "$(instance_dir e2e)/env"
  end_guard
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
start_guard test e2e

need_node
need_compiler
need_postgres
need_redis
need_chromium
install_wanted
source ./suites.sh

# A phone sold in Korea has Korean letters, and this machine may have none; the
# browser is told of those that the screens of a workspace are set in.
korean_letters() {
  local letters=$root/frontend/node_modules/pretendard/dist/public/variable
  install_node_packages "$root/frontend" || return 1
  printf '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n  %s\n  <dir>%s</dir>\n  <cachedir>%s</cachedir>\n</fontconfig>\n' \
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>' "$letters" "$results/fonts" >"$results/fonts.conf"
}

mkdir -p "$results"
install_node_packages "$root/tests/load/screens"
build_frontend
korean_letters
build_program
step "Starting a Madang of its own"
port=$(free_port)
serve_demo "$port"
step "Visiting the shop ($runs times each page)"
status=0
BASE_URL=http://localhost:$port CHROMIUM=$(chromium_path) RUNS=$runs RESULTS=$results FONTCONFIG_FILE=$results/fonts.conf \
  long node "$root/tests/load/screens/measure.mjs" >"$results/table.tsv" || status=$?
say ''
node ./table.mjs <"$results/table.tsv"
say ''
note "First visit: all that a new buyer's browser loads but pictures, compressed, heads included: HTML, scripts, styles, words, fonts, data."
note "The performance is a timing and fails nothing. The whole reports are in ${results#"$root"/}."
exit "$status"
