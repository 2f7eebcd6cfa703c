# shellcheck shell=bash
# Builds the screens and the program, only where their sources changed.

# Whether the installed packages are the ones that the lock file names.
packages_match() { # folder
  (cd "$1" && node -e '
    const packages = (file) => JSON.parse(require("fs").readFileSync(file, "utf8")).packages;
    const installed = packages("node_modules/.package-lock.json");
    for (const [path, wanted] of Object.entries(packages("package-lock.json")))
      if (path && !wanted.optional && !wanted.peer && installed[path]?.version !== wanted.version) process.exit(1);
  ' 2>/dev/null)
}

install_node_packages() { # folder
  packages_match "$1" && return 0
  step "Installing the packages of ${1#"$root"/}"
  # No package may run code of its own while it is installed, and no tool may
  # fetch a browser: the stories use the system's.
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 PUPPETEER_SKIP_DOWNLOAD=1 \
    long npm --prefix "$1" ci --ignore-scripts --no-audit --no-fund --loglevel=error
}

frontend_hash() {
  (
    cd "$root" && find frontend -name node_modules -prune -o -path frontend/dist -prune -o -type f -print0 |
      LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
  )
}

build_frontend() {
  local stamp=$local_dir/frontend.sha256 now
  now=$(frontend_hash)
  if [[ -f $root/frontend/dist/index.html && -f $stamp && $(<"$stamp") == "$now" ]]; then
    note "The screens are built already."
    return 0
  fi
  install_node_packages "$root/frontend" || return 1
  step "Building the screens"
  long npm --prefix "$root/frontend" run --silent build -- --logLevel warn || return 1
  printf '%s\n' "$now" >"$stamp"
}

# Builds the program and sets madang to its path.
build_program() {
  local target profile=debug
  local -a options=(--manifest-path "$root/Cargo.toml" -p madang --bin madang)
  if [[ -n ${RELEASE:-} ]]; then
    options+=(--release)
    profile=release
  fi
  [[ -z ${CI:-} ]] || options+=(--locked)
  step "Building the program (${profile}; the first time takes some minutes)"
  long cargo build "${options[@]}" || return 1
  target=$(cargo metadata --manifest-path "$root/Cargo.toml" --format-version 1 --no-deps 2>/dev/null |
    sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')
  madang=${target:-$root/target}/$profile/madang
}

# The Python programs that the tests talk to, in an environment of their own.
build_venv() {
  local venv=$local_dir/venv wanted
  wanted=$(sha256sum <"$root/infra/local/requirements.txt")
  if [[ -x $venv/bin/localstripe && -f $venv/requirements.sha256 && $(<"$venv/requirements.sha256") == "$wanted" ]] &&
    "$venv/bin/python" -c '' 2>/dev/null; then return 0; fi
  step "Installing the tests' SMTP server, Stripe stand-in and maker of requests"
  rm -rf "$venv"
  python3 -m venv "$venv" || return 1
  long "$venv/bin/pip" install --quiet --disable-pip-version-check --no-input \
    -r "$root/infra/local/requirements.txt" || return 1
  printf '%s\n' "$wanted" >"$venv/requirements.sha256"
}
