# Everything a developer or CI runs. Needs Go, make and git; other tools are fetched, pinned, through the Go module proxy.
# Works with GNU make 3.81 and later. `make` alone prints the list of targets.

BUILT    := $(shell sh .packaging/version.sh)
VERSION  := $(word 1,$(BUILT))
LDFLAGS  := -s -w -X main.version=$(VERSION) -X main.commit=$(word 2,$(BUILT)) -X main.date=$(word 3,$(BUILT))
BUILD    := CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags '$(LDFLAGS)'
EXE      := $(shell go env GOEXE)
LINTER   := go tool -modfile=.tools/golangci-lint/go.mod golangci-lint
SAMPLE   ?= testdata/answers/web-shop.yaml
FUZZTIME ?= 30s
TRIALS   ?= 500
REPO     ?= .
PREFIX   ?= /usr/local
PROGRAM  ?= bin/opsfit$(EXE)
SERVICES ?= 10000
BENCH    := ./cmd/opsfit/testdata/bench

# What opsfit is built for.
TARGETS := linux/amd64 linux/arm64 linux/386 linux/arm darwin/amd64 darwin/arm64 windows/amd64 windows/arm64

# `./...` skips testdata, so the measuring programs are named beside it.
PACKAGES := ./... $(BENCH)/...

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help build web install uninstall dist dist-check dist-twice demo test check lint fmt fmt-check bench bench-scan bench-portfolio bench-scale fuzz trials golden pictures consumers clean hooks mod vet race cross unchanged

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

build: ## build bin/opsfit, a static binary
	@mkdir -p bin
	$(BUILD) -o bin/opsfit$(EXE) ./cmd/opsfit

web: ## build bin/opsfit.html, the whole tool in one page; make dist takes it along
	@mkdir -p bin
	GOOS=js GOARCH=wasm $(BUILD) -o bin/opsfit.wasm ./cmd/opsfit-web
	go run ./cmd/opsfit-web -program bin/opsfit.wasm -runtime "$$(go env GOROOT)/lib/wasm/wasm_exec.js" \
		-licences .packaging/third-party-licences.txt -version '$(VERSION)' -o bin/opsfit.html

# In the environment, since a path may hold what a shell reads.
install uninstall: export INTO = $(DESTDIR)$(PREFIX)

install: $(PROGRAM) ## install the built opsfit, its manual pages, completions and licences below PREFIX (/usr/local), in DESTDIR
	.packaging/install.sh install $(PROGRAM) "$$INTO"

uninstall: $(PROGRAM) ## remove what install put there
	.packaging/install.sh uninstall $(PROGRAM) "$$INTO"

# Not built again where it exists: sudo make install neither compiles as root nor asks git about the tree of another user.
bin/opsfit$(EXE):
	$(MAKE) build

dist: build web bin/tools/goreleaser bin/tools/cyclonedx-gomod ## make the files of a release in bin/dist, and check them; DOWNLOADS and HOMEPAGE name where they will be
	DIST_LDFLAGS='$(LDFLAGS)' .packaging/dist.sh
	$(MAKE) dist-check

dist-check: ## install and run what dist made, as far as this machine can
	go test -count=1 -v -run TestDist ./cmd/opsfit -dist '$(CURDIR)/bin/dist'

dist-twice: dist ## dist, then once more from an archive of the commit in another folder: the files must be the same
	.packaging/dist-again.sh

bin/tools/goreleaser: .tools/goreleaser/go.mod
	go build -trimpath -buildvcs=false -modfile=$< -o $@ github.com/goreleaser/goreleaser/v2

bin/tools/cyclonedx-gomod: .tools/cyclonedx-gomod/go.mod
	go build -trimpath -buildvcs=false -modfile=$< -o $@ github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod

demo: build ## assess a sample: text report on screen, markdown report in bin/demo/report.md
	@mkdir -p bin/demo
	bin/opsfit$(EXE) assess -a $(SAMPLE) -f text -o bin/demo/report.md
	@echo
	@echo "Assessed the answers in $(SAMPLE). The same report as markdown: bin/demo/report.md"

test: ## run all tests, offline
	go test ./...

check: mod fmt-check vet lint test race cross unchanged ## all that CI runs: modules, format, vet, lint, tests, race, cross builds

lint: ## golangci-lint with .golangci.yml
	$(LINTER) run $(PACKAGES)

fmt: ## format with gofumpt and gci
	$(LINTER) fmt

bench: ## Go benchmarks, then start-up and assess figures against a hello-world cobra binary
	go test -run '^$$' -bench . -benchmem ./...
	@mkdir -p bin/bench
	$(BUILD) -o bin/bench/opsfit$(EXE) ./cmd/opsfit
	$(BUILD) -o bin/bench/hello$(EXE) $(BENCH)/hello
	-go run $(BENCH)/startup -opsfit bin/bench/opsfit$(EXE) -hello bin/bench/hello$(EXE) -answers $(SAMPLE)

bench-scan: ## time opsfit scan on REPO (this one) against git log printing the same fields
	@mkdir -p bin/bench
	$(BUILD) -o bin/bench/opsfit$(EXE) ./cmd/opsfit
	go run $(BENCH)/scan -opsfit bin/bench/opsfit$(EXE) -repo $(REPO)

bench-portfolio: ## time opsfit portfolio on invented organisations against plain YAML decoding of the same bytes
	@mkdir -p bin/bench
	$(BUILD) -o bin/bench/opsfit$(EXE) ./cmd/opsfit
	go run $(BENCH)/portfolio -opsfit bin/bench/opsfit$(EXE)

bench-scale: ## time the queries of opsfit help scale over SERVICES (10000) services on two days
	rm -rf bin/bench/scale
	go build -o bin/bench/organisation$(EXE) $(BENCH)/portfolio
	bin/bench/organisation$(EXE) -keep bin/bench/scale/services -lines $(SERVICES) -day 2026-06-30
	bin/bench/organisation$(EXE) -keep bin/bench/scale/services -lines $(SERVICES) -day 2026-12-01 -moved
	.tools/consumers/install.sh
	node bin/consumers/scale.mjs bin/bench/scale

fuzz: ## run every fuzz target for FUZZTIME (30s) each; a finding is kept as a file below testdata/fuzz and fails
	@.tools/fuzz.sh $(FUZZTIME)

trials: ## kill TRIALS (500) runs at random moments, and lead 200 interviews by random keys; takes many minutes
	go test -count=1 -timeout 2h -run TestTrials ./cmd/opsfit -trials $(TRIALS)

golden: ## rewrite golden files and scripts from what the code does now; read the diff before committing
	@grep -rlE --include='*_test.go' 'flag\.Bool(Var)?\(.*"update"' cmd internal questionnaires | \
	sed 's|/[^/]*$$||' | sort -u | \
	while read -r folder; do UPDATE_SCRIPTS=1 go test -count=1 "./$$folder" -update </dev/null || exit 1; done
	@git status --short

pictures: build web ## take the README's pictures again, and look for barriers in all pages; needs Chromium
	go test -count=1 -run TestPicture ./cmd/opsfit -update
	.github/pictures/report.sh bin/opsfit$(EXE)
	.github/pictures/axe.sh bin/opsfit$(EXE) bin/opsfit.html

consumers: build ## let the programs that people use read what opsfit writes (CHECKS="ajv zsh" for some); names what is missing
	.tools/consumers/run.sh bin/opsfit$(EXE) $(CHECKS)

clean: ## remove what the targets above made
	rm -rf bin

hooks: ## opt in to the git hook that runs make check before a push
	git config core.hooksPath .githooks

# The parts of check, each of which also runs alone.

mod:
	go mod tidy -diff
	go mod verify

fmt-check:
	$(LINTER) fmt --diff

vet:
	go vet $(PACKAGES)
	GOOS=js GOARCH=wasm go vet ./cmd/opsfit-web

# Short: the same tests with fewer trials of the properties and kills, and the scripts of concurrent commands only, since
# everything takes ten times as long. Packages that only compute are left out: a race needs two at work.
COMPUTING := advice challenge export lint pages questionnaire satisfy schema score yamltree
race:
	@if command -v "$$(go env CC)" >/dev/null 2>&1; then \
		echo "CGO_ENABLED=1 go test -race -short, without $(COMPUTING)"; \
		CGO_ENABLED=1 go test -race -short $$(go list ./... | grep -vxE '.*/internal/($(shell echo $(COMPUTING) | tr ' ' '|'))'); \
	else \
		echo "race: skipped, no C compiler ($$(go env CC)) on this machine"; \
	fi

cross:
	@for target in $(TARGETS); do \
		echo "+ build $$target"; \
		GOOS=$${target%/*} GOARCH=$${target#*/} $(BUILD) -o /dev/null ./cmd/opsfit || exit 1; \
	done

# In CI nothing that ran above may have changed a file.
unchanged:
	@if [ -n "$$CI" ]; then git diff --exit-code; fi
