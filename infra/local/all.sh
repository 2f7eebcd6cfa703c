# shellcheck shell=bash
# The parts in the order in which they build on each other.
source ./console.sh
source ./paths.sh
source ./processes.sh
source ./packages.sh
source ./postgres.sh
source ./redis.sh
source ./build.sh
source ./session.sh
