# The only list of commands. Each does its own set-up; what they do lies in
# infra/local/.

.DEFAULT_GOAL := help
.PHONY: help run test reset proof isolation fuzz chaos overload lighthouse

help: ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

run: ## build, start and serve everything on http://localhost:8080 (PORT=… another port, BIND=0.0.0.0 for other machines, RELEASE=1 optimised); Ctrl-C stops it
	@infra/local/run.sh

test: ## all tests, with their own set-up and a summary per suite (ONLY=rust, web or e2e for one part)
	@infra/local/test.sh

reset: ## throw the local data away (YES=1 does not ask)
	@infra/local/reset.sh

proof: ## recompute all money from the journal: transfers, trades, faults
	@infra/local/proof.sh

isolation: ## try every operation as everybody whom its data does not concern
	@infra/local/walk.sh isolation

fuzz: ## try every operation with made-up requests, as every kind of caller (CASES=30 for each, SEED=1)
	@infra/local/walk.sh fuzz

chaos: ## the whole flow under load while everything below it fails (MINUTES=5, SEED=… repeats a run)
	@infra/local/chaos.sh

overload: ## five times as many orders as two servers can take: what is still answered, and what is refused
	@OVERLOAD=1 infra/local/chaos.sh

lighthouse: ## what a buyer's first visit to a shop costs: speed, size, accessibility, search engines (RUNS=… visits of each page)
	@infra/local/lighthouse.sh
