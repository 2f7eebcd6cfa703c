#!/usr/bin/env bash
# Brings the whole platform up on this machine and serves it until it is
# stopped: see `make help`. PORT, RELEASE, DATABASE_URL and REDIS_URL from
# outside are respected.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./all.sh

port=${PORT:-8080}
instance=dev
began=$SECONDS

finish() {
  local status=$?
  trap '' INT TERM HUP PIPE
  set +e
  if [[ -n ${locked:-} ]]; then
    if [[ -n ${announced:-} ]]; then say '' && step "Stopping"; fi
    end_long_step
    stop_instance "$instance" 9>&-
    end_guard
    rm -f "$local_dir/env"
  fi
  exit "$status"
}

refuse_taken_port() {
  [[ $port =~ ^[1-9][0-9]{0,4}$ ]] || die "PORT=$port is not a port number."
  ((port < 65536)) || die "PORT=$port is not a port number."
  if port_is_taken "$port"; then
    die "Port $port is taken by another program." "Stop that one, or choose another port: make run PORT=$((port + 1))"
  fi
}

start_services() {
  local database=${DATABASE_URL:-} redis=${REDIS_URL:-}
  if [[ -z $database ]]; then
    step "Starting PostgreSQL"
    # A first start that was broken off has half a demo world: begin again.
    if [[ -e $local_dir/seeding ]]; then
      note "The last first start did not finish; the demo is made anew."
      forget_data "$instance"
    fi
    start_postgres "$instance" 9>&-
    create_database "$database_url" madang
    database=${database_url%/*}/madang
  else
    step "Using the PostgreSQL of DATABASE_URL"
  fi
  if [[ -z $redis ]]; then
    step "Starting Redis"
    start_redis "$instance" 9>&-
    redis=$redis_url
  else
    step "Using the Redis of REDIS_URL"
  fi
  export_settings "$instance" "$database" "$redis"
}

seed_demo() {
  local table=$local_dir/sign-ins.tsv fresh
  fresh=$local_dir/sign-ins.fresh
  if [[ ! -s $table ]]; then
    step "Making the demo world (the first start only)"
    : >"$local_dir/seeding"
  fi
  if ! PORT=$port RUST_LOG=${RUST_LOG:-warn} long "$madang" seed >"$fresh"; then
    rm -f "$fresh"
    die "The demo world could not be made; the lines above say why."
  fi
  # A world that was there already may be answered with nothing.
  if [[ -s $fresh ]]; then mv "$fresh" "$table"; else rm -f "$fresh"; fi
  rm -f "$local_dir/seeding"
}

print_addresses() {
  local base=http://localhost:$port
  say ''
  say "${bold}Madang is ready after $((SECONDS - began)) s.${plain} Ctrl-C stops everything."
  say ''
  {
    printf 'what\taddress\n'
    printf 'Madang, sign-up, shops\t%s/\n' "$base"
    printf 'Workspace of a company\t%s/company\n' "$base"
    printf 'Operator console\t%s/operator\n' "$base"
    printf 'API reference\t%s/api/v1/docs\n' "$base"
  } | node ./table.mjs >&2
  if [[ -s $local_dir/sign-ins.tsv ]]; then
    say ''
    {
      printf 'demo sign-in\taddress\te-mail\tpassword\n'
      sed -E "s#http://([a-z0-9.-]*)localhost:[0-9]+#http://\1localhost:$port#g; s#\t/#\t$base/#" "$local_dir/sign-ins.tsv"
    } | node ./table.mjs >&2
  fi
  say ''
  note "Log of the program: ${local_dir#"$root"/}/madang.log"
}

trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

lock_session run
locked=yes
end_program "$instance"
refuse_taken_port
start_guard run "$instance"
need_node
need_compiler
[[ -n ${DATABASE_URL:-} ]] || need_postgres
[[ -n ${REDIS_URL:-} ]] || need_redis
install_wanted
build_frontend
build_program
start_services
step "Migrating the database"
RUST_LOG=${RUST_LOG:-warn} long "$madang" migrate
seed_demo
(umask 077 && printf 'export DATABASE_URL=%q\nexport REDIS_URL=%q\nexport MADANG_SECRET=%q\nexport MADANG_DATA_DIR=%q\n' \
  "$DATABASE_URL" "$REDIS_URL" "$MADANG_SECRET" "$MADANG_DATA_DIR" >"$local_dir/env")
step "Starting the program"
refuse_taken_port
serve "$instance" "$port"
print_addresses
announced=yes
wait "$server_pid" || true
tail -n 20 "$local_dir/madang.log" >&2
die "The program ended by itself; its log is ${local_dir#"$root"/}/madang.log."
