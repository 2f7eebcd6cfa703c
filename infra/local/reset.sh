#!/usr/bin/env bash
# Throws the local data away: the database, files, mail and demo of `make run`.
# Asks first where somebody is there to answer; YES=1 answers for them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./all.sh

lock_session run
if [[ -z ${YES:-} && -t 0 ]]; then
  read -r -p "Throw all local data of Madang in $local_dir away? [y/N] " answer
  [[ $answer == [yY]* ]] || die "Nothing was changed."
fi
stop_instance dev
forget_data dev
say "The local data are gone; make run begins with a new demo world."
