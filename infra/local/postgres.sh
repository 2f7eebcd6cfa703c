# shellcheck shell=bash
# A private PostgreSQL: its own data folder, a free port on loopback only, no
# Unix socket, and a password made for it. PostgreSQL refuses to run as root,
# so root lends it an unprivileged user.

# Sets pg_as, the words that run a command as the database's user.
choose_database_user() { # data folder
  pg_as=()
  ((EUID == 0)) || return 0
  local user=''
  if [[ -e $1/PG_VERSION ]]; then
    user=$(stat -Lc %U "$1")
  elif id postgres >/dev/null 2>&1; then
    user=postgres
  else
    user=nobody
  fi
  [[ $user != root && $user != UNKNOWN ]] || die "The database folder $1 belongs to '$user', as whom PostgreSQL cannot run."
  pg_user=$user
  pg_as=(setpriv "--reuid=$user" "--regid=$(id -g "$user")" --clear-groups --)
}

# Runs a command of PostgreSQL's as its user, from a folder it may be in, with
# no setting of the caller's that could lead it elsewhere.
pg() {
  local command=$1
  shift
  (cd / && exec env -u PGDATA -u PGHOST -u PGPORT -u PGUSER -u PGPASSWORD -u PGDATABASE -u PGOPTIONS \
    LC_ALL=C.UTF-8 "${pg_as[@]}" "$pg_bin/$command" "$@")
}

# Makes the data folder and prints its true path. Where the database's user
# cannot reach the project (it lies under /root, say), the folder is made in
# /var/lib/madang, under a name derived from the project's path, and
# .local/postgres becomes a symbolic link to it.
place_for_database() { # wanted folder
  local wanted=$1 place
  if [[ -d $wanted ]]; then
    place=$(realpath "$wanted")
  elif ((EUID != 0)); then
    rm -f "$wanted"
    mkdir -m 700 "$wanted"
    place=$wanted
  else
    rm -f "$wanted"
    if (cd / && "${pg_as[@]}" test -x "$(dirname "$wanted")"); then
      mkdir -m 700 "$wanted"
      place=$wanted
    else
      place=/var/lib/madang/$(printf '%s' "$wanted" | sha256sum | cut -c1-16)/postgres
      note "User $pg_user cannot reach $(dirname "$wanted"); the database lies in $place instead."
      rm -rf "$place"
      mkdir -p "$place"
      chmod 755 /var/lib/madang "$(dirname "$place")"
      chmod 700 "$place"
      ln -s "$place" "$wanted"
    fi
    chown "$pg_user" "$place"
  fi
  [[ -O $place || $EUID -eq 0 ]] || die "The database folder $place belongs to $(stat -c %U "$place")." \
    "Start as that user, or throw the local data away with: make reset"
  printf '%s\n' "$place"
}

# The processes of the cluster in a data folder: PostgreSQL works in its data
# folder, so nothing of anybody else's can be meant.
cluster_processes() { # data folder
  local link
  for link in /proc/[0-9]*/cwd; do
    [[ $(readlink "$link" 2>/dev/null) == "$1" ]] || continue
    [[ $(readlink "${link%cwd}exe" 2>/dev/null) == */postgres* ]] || continue
    link=${link#/proc/}
    printf '%s\n' "${link%/cwd}"
  done
}

# Leaves no process and no lock file behind, whatever happened before.
stop_cluster() { # data folder
  local data=$1 left
  [[ -e $data/PG_VERSION ]] || return 0
  left=$(cluster_processes "$data")
  if [[ -n $left ]]; then
    pg pg_ctl -D "$data" -m fast -w -t 30 stop >/dev/null 2>&1 || true
    left=$(cluster_processes "$data")
    # shellcheck disable=SC2086 # one word per process is meant
    [[ -z $left ]] || kill -KILL $left 2>/dev/null || true
    local tries=50
    while [[ -n $(cluster_processes "$data") ]] && ((tries-- > 0)); do sleep 0.1; done
  fi
  rm -f "$data/postmaster.pid"
}

initialise_cluster() { # data folder, password
  local data=$1 secret
  secret=$(mktemp)
  printf '%s\n' "$2" >"$secret"
  [[ -z ${pg_user:-} ]] || chown "$pg_user" "$secret"
  # A folder without this mark was left by an initdb that did not finish.
  find "$data" -mindepth 1 -delete
  if ! pg initdb -D "$data" -U madang --pwfile="$secret" --auth=scram-sha-256 \
    --encoding=UTF8 --locale=C.UTF-8 --no-instructions --no-sync >"$3" 2>&1; then
    rm -f "$secret"
    cat "$3" >&2
    die "PostgreSQL could not make its data folder $data."
  fi
  rm -f "$secret"
  sync -f "$data" 2>/dev/null || true
}

# Starts the cluster of an instance and sets database_url and pg_options. A cluster for tests
# is made for speed and keeps nothing through a crash; it also asks for the
# password in the plain, which spares unoptimised test code the costly proof.
start_postgres() { # instance
  local instance=$1 dir data log secret port tries=5
  dir=$(instance_dir "$instance")
  pg_bin=$(postgres_bin "$dir/postgres") || die "PostgreSQL was installed, but initdb was not found."
  log=$dir/postgres.log
  mkdir -p "$dir"
  choose_database_user "$dir/postgres"
  data=$(place_for_database "$dir/postgres")
  stop_cluster "$data"
  if [[ $instance != dev ]]; then find "$data" -mindepth 1 -delete; fi
  secret=$(kept_secret "$dir/postgres.password" 16)
  if [[ ! -e $data/madang.ready ]]; then
    initialise_cluster "$data" "$secret" "$log"
  fi
  local -a settings=(-c listen_addresses=127.0.0.1 -c "unix_socket_directories="
    -c max_locks_per_transaction=512 -c shared_buffers=256MB -c timezone=UTC -c log_timezone=UTC
    -c max_wal_size=2GB -c "log_min_duration_statement=-1" -c jit=off)
  if [[ $instance == chaos ]]; then
    # Made anew each time, but keeps what it has promised, as in production.
    sed -i 's/scram-sha-256$/password/' "$data/pg_hba.conf"
    settings+=(-c max_connections=200 -c fsync=on -c synchronous_commit=on -c full_page_writes=on)
  elif [[ $instance != dev ]]; then
    sed -i 's/scram-sha-256$/password/' "$data/pg_hba.conf"
    settings+=(-c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off
      -c autovacuum_naptime=30s)
  else
    settings+=(-c max_connections=200)
  fi
  while :; do
    port=$(free_port)
    # The log is passed as standard output, so that it need not be reachable
    # for the database's user.
    pg_options="${settings[*]} -p $port"
    if pg pg_ctl -D "$data" -w -t 120 -o "$pg_options" start >"$log" 2>&1; then break; fi
    ((tries-- > 0)) || { tail -n 20 "$log" >&2; die "PostgreSQL did not start; its log is $log."; }
  done
  : >"$data/madang.ready"
  printf '%s\n' "$port" >"$dir/postgres.port"
  database_url=postgres://madang:$secret@127.0.0.1:$port/postgres
}

stop_postgres() { # instance
  local dir
  dir=$(instance_dir "$1")
  [[ -d $dir/postgres ]] || return 0
  pg_bin=$(postgres_bin "$dir/postgres") || return 0
  choose_database_user "$dir/postgres"
  stop_cluster "$(realpath "$dir/postgres")"
  rm -f "$dir/postgres.port"
}

# Creates a database unless it is there.
create_database() { # url of any database of the cluster, name
  local url=$1 name=$2
  if [[ $("$pg_bin/psql" -XAtqc "select 1 from pg_database where datname = '$name'" "$url") != 1 ]]; then
    "$pg_bin/psql" -Xqc "create database \"$name\"" "$url"
  fi
}

# Throws the data of an instance away, wherever its folders lie.
forget_data() { # instance
  local dir place
  dir=$(instance_dir "$1")
  stop_postgres "$1"
  if [[ -e $dir/postgres ]]; then
    place=$(realpath "$dir/postgres")
    rm -rf "$place" || die "The database folder $place could not be removed." \
      "Run make reset as $(stat -c %U "$place") or as root."
  fi
  rm -rf "$dir/postgres" "$dir/data" "$dir/secret" "$dir/postgres.password" "$dir/sign-ins.tsv" \
    "$dir/seeding" "$dir/env"
}
