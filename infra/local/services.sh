#!/usr/bin/env bash
# PostgreSQL and Redis for work on the code: start, stop or status, of the test
# services unless `dev` is named. After `start`, `source .local/test/env` gives
# a shell TEST_DATABASE_URL and TEST_REDIS_URL.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./all.sh

action=${1:-status}
instance=${2:-test}
dir=$(instance_dir "$instance")

case $action in
  start)
    if instance_runs "$instance"; then
      note "The $instance services are running already."
    else
      need_postgres
      need_redis
      install_wanted
      step "Starting the $instance services"
      start_postgres "$instance"
      start_redis "$instance"
      write_environment "$instance"
    fi
    say "source ${dir#"$root"/}/env"
    ;;
  stop)
    stop_redis "$instance"
    stop_postgres "$instance"
    rm -f "$dir/env"
    ;;
  status)
    if instance_runs "$instance"; then
      say "The $instance services run: PostgreSQL on port $(cat "$dir/postgres.port"), Redis on port $(cat "$dir/redis.port")."
    else
      say "The $instance services do not run."
      exit 1
    fi
    ;;
  *) die "usage: services.sh start|stop|status [test|dev]" ;;
esac
