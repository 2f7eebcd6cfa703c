# shellcheck shell=bash
# Processes, ports, passwords and locks, in a way that a crash cannot spoil: a
# process id that was written down counts only while the same process, known by
# its start time, is alive.

# The start time of a process in clock ticks since the machine's start, or
# nothing. The command's name is cut away first, for it may contain spaces.
start_time() {
  local stat
  local -a fields
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  read -ra fields <<<"${stat##*) }"
  [[ ${fields[0]} != Z ]] || return 1
  printf '%s\n' "${fields[19]}"
}

alive() { [[ -n ${1:-} ]] && start_time "$1" >/dev/null; }

remember_process() { # file pid
  printf '%s %s %s\n' "$2" "$(start_time "$2")" "$(cat /proc/sys/kernel/random/boot_id)" >"$1"
}

# Prints the process id in a file if that very process still lives.
remembered_process() { # file
  local pid started boot
  [[ -f $1 ]] || return 1
  read -r pid started boot <"$1" || return 1
  [[ $boot == "$(cat /proc/sys/kernel/random/boot_id)" ]] || return 1
  [[ $(start_time "$pid") == "$started" ]] || return 1
  printf '%s\n' "$pid"
}

# Asks a process to end, waits, and insists when it does not.
end_process() { # pid seconds
  local pid=$1 tries=$(($2 * 10))
  kill -TERM "$pid" 2>/dev/null || return 0
  while alive "$pid"; do
    ((tries-- > 0)) || { kill -KILL "$pid" 2>/dev/null || true; break; }
    sleep 0.1
  done
}

end_remembered() { # file seconds
  local pid
  if pid=$(remembered_process "$1"); then end_process "$pid" "$2"; fi
  rm -f "$1"
}

port_is_taken() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# A free port below the range from which the kernel serves outgoing connections.
free_port() {
  local port tries=200
  while ((tries-- > 0)); do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
    port_is_taken "$port" || { printf '%s\n' "$port"; return 0; }
  done
  die "No free port was found between 20000 and 32000 on this machine."
}

random_secret() { # bytes
  od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'
}

# A secret that is made once and then stays the same.
kept_secret() { # file bytes
  if [[ ! -s $1 ]]; then
    (umask 077 && random_secret "$2" >"$1")
    sync "$1"
  fi
  cat "$1"
}
