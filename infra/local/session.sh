# shellcheck shell=bash
# One session of `make run` or `make test`: a lock against a second one, long
# steps that a signal can end whole, and an end that leaves no process behind.

long_pid=''
guard_pid=''

# Only one session may use the local data at a time. The lock is the kernel's,
# so it ends with the session however that ends.
lock_session() { # name
  if [[ ! -w $local_dir || (-e $local_dir/$1.lock && ! -w $local_dir/$1.lock) ]]; then
    die "The local data in $local_dir belong to $(stat -c %U "$local_dir")." \
      "Start as that user, or let that user throw them away with: make reset"
  fi
  exec 9>>"$local_dir/$1.lock"
  flock -n 9 || die "make $1 is running in this checkout already (process $(cat "$local_dir/$1.lock.pid" 2>/dev/null))." \
    "Stop it first, or use another checkout."
  printf '%s\n' "$$" >"$local_dir/$1.lock.pid"
}

# Runs a long step in a process session of its own. Bash handles a signal only
# between foreground commands; a step that is waited for can be interrupted.
long() {
  local status=0
  setsid "$@" 9>&- &
  long_pid=$!
  wait "$long_pid" || status=$?
  # What it forgot in its session ends with it.
  kill -TERM -- "-$long_pid" 2>/dev/null || true
  long_pid=''
  return "$status"
}

end_long_step() {
  [[ -n $long_pid ]] || return 0
  kill -TERM -- "-$long_pid" 2>/dev/null || true
  local tries=50
  while alive "$long_pid" && ((tries-- > 0)); do sleep 0.1; done
  kill -KILL -- "-$long_pid" 2>/dev/null || true
}

end_program() { # instance
  local dir
  dir=$(instance_dir "$1")
  end_remembered "$dir/server.pid" 10
}

stop_instance() { # instance
  end_program "$1"
  stop_redis "$1"
  stop_postgres "$1"
}

# Whether the services of an instance are up.
instance_runs() { # instance
  local dir
  dir=$(instance_dir "$1")
  [[ -f $dir/postgres.port && -d $dir/postgres ]] &&
    [[ -n $(cluster_processes "$(realpath "$dir/postgres")") ]] &&
    remembered_process "$dir/redis.pid" >/dev/null
}

# Starts the guard, which stops instances should this script be killed before
# it can do so itself, and this script should `make` be killed.
start_guard() { # lock instance...
  local lock=$1 make_pid=none
  shift
  if [[ -n ${MAKELEVEL:-} ]]; then make_pid=$PPID; fi
  setsid "$root/infra/local/guard.sh" "$lock" "$$" "$make_pid" "$@" </dev/null >/dev/null 2>&1 9>&- &
  guard_pid=$!
  disown "$guard_pid"
}

end_guard() {
  [[ -n $guard_pid ]] || return 0
  kill -KILL -- "-$guard_pid" 2>/dev/null || true
}

# Serves the program of an instance and waits until it answers as ready. Sets
# server_pid.
serve() { # instance port
  local dir tries=600
  dir=$(instance_dir "$1")
  PORT=$2 NO_COLOR=1 setsid "$madang" serve </dev/null >"$dir/madang.log" 2>&1 9>&- &
  server_pid=$!
  remember_process "$dir/server.pid" "$server_pid" || true
  until answers "$2" /readyz; do
    if ! alive "$server_pid" || ((tries-- <= 0)); then
      tail -n 30 "$dir/madang.log" >&2
      die "The program did not become ready; its log is $dir/madang.log."
    fi
    sleep 0.1
  done
}

# Whether a path of a local HTTP server answers 200, asked without curl, which
# a small system may lack; in a subshell, for a server that hangs up raises
# SIGPIPE.
answers() ( # port path
  exec 2>/dev/null 7<>"/dev/tcp/127.0.0.1/$1" || exit 1
  printf 'GET %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&7
  read -r -t 5 line <&7 || exit 1
  [[ $line == *' 200 '* ]]
)

# The settings of the program for an instance, whose database is given.
export_settings() { # instance database-url redis-url
  local dir
  dir=$(instance_dir "$1")
  (umask 077 && mkdir -p "$dir/data")
  export DATABASE_URL=$2 REDIS_URL=$3
  # The demo's passwords are known, so only this machine may reach it unless
  # BIND says otherwise.
  export MADANG_SERVER__HOST=${BIND:-127.0.0.1}
  export MADANG_DATA_DIR=$dir/data MADANG_WEB_DIR=$root/frontend/dist MADANG_DEMO_DIR=$root/infra/demo
  # Nobody hands requests out to several servers here, so a stop need not be told first.
  export MADANG_SERVER__DRAIN_S=${MADANG_SERVER__DRAIN_S:-0}
  # The people of the demo have no second factor.
  export MADANG_AUTH__SECOND_FACTOR_REQUIRED=${MADANG_AUTH__SECOND_FACTOR_REQUIRED:-false}
  MADANG_SECRET=${MADANG_SECRET:-$(kept_secret "$dir/secret" 32)}
  export MADANG_SECRET
}

# Leaves the addresses of an instance in a file that a shell can source. Those
# of the tests have names of their own, so that no test meets real data.
write_environment() { # instance
  local dir prefix=''
  dir=$(instance_dir "$1")
  [[ $1 == dev ]] || prefix=TEST_
  (umask 077 && printf "export ${prefix}DATABASE_URL=%q\nexport ${prefix}REDIS_URL=%q\n" \
    "$database_url" "$redis_url" >"$dir/env")
}
