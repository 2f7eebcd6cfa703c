# shellcheck shell=bash
# Installs what is missing, with Debian's or Ubuntu's own packages, and says
# what and why. Without the right to do so it says what to type, and stops.

wanted_packages=()

# Notes packages down; install_wanted brings them all at once.
want() { # why package...
  local why=$1
  shift
  wanted_packages+=("$@")
  note "Missing: $* ($why)"
}

install_wanted() {
  ((${#wanted_packages[@]} > 0)) || return 0
  local -a as=()
  command -v apt-get >/dev/null ||
    die "This system has no apt-get. Please install what Debian calls: ${wanted_packages[*]}"
  if ((EUID != 0)); then
    if command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; then
      as=(sudo)
    else
      die "This user may not install packages." \
        "Please let an administrator run this, and then start again:" \
        "  apt-get update && apt-get install -y --no-install-recommends ${wanted_packages[*]}"
    fi
  fi
  step "Installing ${wanted_packages[*]}"
  apt_get -qq update || warn "The package lists could not be refreshed; trying with the old ones."
  if [[ " ${wanted_packages[*]} " == *' postgresql '* ]]; then prevent_default_cluster; fi
  local redis_service=''
  if [[ ! -e /etc/redis/redis.conf ]]; then redis_service=new; fi
  apt_get -qq install -y --no-install-recommends "${wanted_packages[@]}" ||
    die "Installing ${wanted_packages[*]} failed; the lines above say why."
  # A Redis service that came with the package is not used: the private one
  # listens on its own port.
  if [[ -n $redis_service && -e /etc/redis/redis.conf ]] && command -v systemctl >/dev/null; then
    "${as[@]}" systemctl disable --now redis-server >/dev/null 2>&1 || true
  fi
  wanted_packages=()
}

# Runs apt-get with the rights in `as`, also while the system updates itself.
apt_get() {
  "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@" >&2
}

# Debian starts a cluster of its own when it installs PostgreSQL. That one is
# not needed, so it is not even created. Where PostgreSQL was on the machine
# already, nothing is installed, and what is set up there stays as it is.
prevent_default_cluster() {
  apt_get -qq install -y --no-install-recommends postgresql-common ||
    die "Installing postgresql-common failed; the lines above say why."
  "${as[@]}" sed -i -E 's/^#?\s*create_main_cluster\s*=.*/create_main_cluster = false/' \
    /etc/postgresql-common/createcluster.conf
}

# The folder with initdb and pg_ctl: of the PostgreSQL that made the data folder
# where there is one, or else of the newest on the machine.
postgres_bin() { # [data folder]
  local found made
  if [[ -n ${1:-} ]] && made=$(cat "$1/PG_VERSION" 2>/dev/null) && [[ -x /usr/lib/postgresql/$made/bin/pg_ctl ]]; then
    printf '%s\n' "/usr/lib/postgresql/$made/bin"
    return 0
  fi
  found=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1) || true
  [[ -n $found ]] || found=$(command -v initdb || true)
  [[ -n $found && -x $(dirname "$found")/pg_ctl ]] || return 1
  dirname "$found"
}

need_postgres() {
  postgres_bin >/dev/null || want "PostgreSQL keeps everything that must last" postgresql
}

need_redis() {
  command -v redis-server >/dev/null || want "Redis holds rate limits, caches and live updates" redis-server
}

need_faketime() {
  compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' >/dev/null || want "the clocks of processes are moved with it" libfaketime
}

need_compiler() {
  if ! command -v cargo >/dev/null && [[ -x $HOME/.cargo/bin/cargo ]]; then PATH=$HOME/.cargo/bin:$PATH; fi
  command -v cargo >/dev/null || die "Rust is missing: cargo was not found." \
    "Install it from https://rustup.rs and start again."
  command -v cc >/dev/null || want "Rust needs a C compiler and linker" gcc libc6-dev
  command -v pkg-config >/dev/null || want "crates with parts in C look libraries up with it" pkg-config
}

need_node() {
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    die "Node.js is missing: node or npm was not found." "Install Node.js 20 or newer and start again."
  fi
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  ((major >= 20)) || die "Node.js $major is too old." "Install Node.js 20 or newer and start again."
}

chromium_path() {
  local name
  [[ -n ${CHROMIUM:-} ]] && { printf '%s\n' "$CHROMIUM"; return 0; }
  for name in chromium chromium-browser google-chrome; do
    command -v "$name" && return 0
  done
  return 1
}

need_chromium() {
  chromium_path >/dev/null || want "the stories run in a real browser" chromium
}

need_venv() {
  { command -v python3 >/dev/null && python3 -c 'import ensurepip, venv' 2>/dev/null; } ||
    want "the tests' SMTP server, Stripe stand-in and maker of requests are Python programs" python3 python3-venv
}
