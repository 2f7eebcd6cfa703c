# shellcheck shell=bash
# Installs what is missing, with Debian's or Ubuntu's own packages, and says
# what and why. Without the right to do so it says what to type, and stops.

packages_refreshed=''

install_packages() { # why package...
  local why=$1
  shift
  local -a as=()
  if ! command -v apt-get >/dev/null; then
    die "$why, and this system has no apt-get to install it with." \
      "Please install what Debian calls: $*"
  fi
  if ((EUID != 0)); then
    if command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; then
      as=(sudo)
    else
      die "$why, and this user may not install packages." \
        "Please let an administrator run, and then start again:" \
        "  apt-get update && apt-get install -y --no-install-recommends $*"
    fi
  fi
  step "Installing $* ($why)"
  if [[ -z $packages_refreshed ]]; then
    "${as[@]}" apt-get -qq -o DPkg::Lock::Timeout=300 update >&2 || warn "The package lists could not be refreshed; trying with the old ones."
    packages_refreshed=yes
  fi
  "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@" >&2 ||
    die "Installing $* failed." "The lines above say why."
}

# Debian starts a cluster of its own when it installs PostgreSQL. That one is
# not needed here, so it is not even created, unless PostgreSQL was already on
# the machine: then whatever is set up belongs to its owner and stays.
install_postgres() {
  local -a as=()
  ((EUID == 0)) || as=(sudo)
  install_packages "PostgreSQL's cluster tools are needed before PostgreSQL itself" postgresql-common
  if [[ -d /etc/postgresql-common ]]; then
    "${as[@]}" sed -i -E "s/^#?\s*create_main_cluster\s*=.*/create_main_cluster = false/" \
      /etc/postgresql-common/createcluster.conf
  fi
  install_packages "PostgreSQL keeps everything that must last" postgresql
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

need_postgres() { postgres_bin >/dev/null || install_postgres; }

need_redis() {
  command -v redis-server >/dev/null && return 0
  local had_service=''
  [[ -e /etc/redis/redis.conf ]] && had_service=yes
  install_packages "Redis holds rate limits, caches and live updates" redis-server
  # Debian's service is not used: the private one listens on its own port.
  if [[ -z $had_service && $EUID -eq 0 ]] && command -v systemctl >/dev/null; then
    systemctl disable --now redis-server >/dev/null 2>&1 || true
  fi
}

need_compiler() {
  command -v cargo >/dev/null || {
    [[ -x $HOME/.cargo/bin/cargo ]] && PATH=$HOME/.cargo/bin:$PATH
  }
  command -v cargo >/dev/null || die "Rust is missing: cargo was not found." \
    "Install it from https://rustup.rs and start again."
  if ! command -v cc >/dev/null; then
    install_packages "Rust needs a C compiler and linker" gcc libc6-dev
  fi
  command -v pkg-config >/dev/null ||
    install_packages "crates with C parts look their libraries up with it" pkg-config
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
  chromium_path >/dev/null && return 0
  install_packages "the end-to-end stories run in a real browser" chromium
}

need_venv() {
  command -v python3 >/dev/null && python3 -c 'import ensurepip, venv' 2>/dev/null && return 0
  install_packages "the tests' SMTP server and Stripe stand-in are Python programs" python3 python3-venv
}
