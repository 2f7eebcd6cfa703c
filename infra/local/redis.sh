# shellcheck shell=bash
# A private Redis on a free port of loopback, with a password and without
# files: it holds only what may be lost.

start_redis() { # instance
  local dir secret port pid tries=5
  dir=$(instance_dir "$1")
  mkdir -p "$dir"
  end_remembered "$dir/redis.pid" 5
  secret=$(kept_secret "$dir/redis.password" 16)
  while :; do
    port=$(free_port)
    # The settings go in through standard input, which keeps the password out
    # of the process list.
    setsid redis-server - >"$dir/redis.log" 2>&1 <<SETTINGS &
bind 127.0.0.1
port $port
requirepass $secret
save ""
appendonly no
dir /tmp
daemonize no
databases 64
SETTINGS
    pid=$!
    remember_process "$dir/redis.pid" "$pid"
    local waits=100
    while ((waits-- > 0)) && alive "$pid"; do
      if REDISCLI_AUTH=$secret redis-cli -h 127.0.0.1 -p "$port" ping 2>/dev/null | grep -q PONG; then break 2; fi
      sleep 0.05
    done
    end_remembered "$dir/redis.pid" 5
    ((tries-- > 0)) || { tail -n 20 "$dir/redis.log" >&2; die "Redis did not start; its log is $dir/redis.log."; }
  done
  printf '%s\n' "$port" >"$dir/redis.port"
  redis_url=redis://:$secret@127.0.0.1:$port/0
}

stop_redis() { # instance
  local dir
  dir=$(instance_dir "$1")
  end_remembered "$dir/redis.pid" 5
  rm -f "$dir/redis.port"
}
