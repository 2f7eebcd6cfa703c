# shellcheck shell=bash
# What the scripts say to the person in front of them. Everything goes to
# stderr, so that a script's stdout stays free for what it was asked for.

if [[ -t 2 && -z ${NO_COLOR:-} ]]; then
  bold=$'\e[1m' dim=$'\e[2m' red=$'\e[31m' plain=$'\e[0m'
else
  bold='' dim='' red='' plain=''
  export NO_COLOR=1
fi

say() { printf '%s\n' "$*" >&2; }
step() { printf '%s▸ %s%s\n' "$bold" "$*" "$plain" >&2; }
note() { printf '%s  %s%s\n' "$dim" "$*" "$plain" >&2; }
warn() { printf '%s! %s%s\n' "$red" "$*" "$plain" >&2; }
die() {
  warn "$1"
  shift
  local line
  for line in "$@"; do say "  $line"; done
  exit 1
}
