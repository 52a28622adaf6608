BINARY  := build/access-keys
VERSION  = $(or $(shell scripts/version.sh),$(error FyneApp.toml has no version))
LDFLAGS  = $(shell scripts/version.sh --ldflags "$(VERSION)")

PREFIX  ?= /usr/local
ICONS   := build/icons

# What [Migrations] in FyneApp.toml is to the fyne tool, the first tag is to plain go. The second leaves out a font of
# 4 MB for pictures such as smileys, which is read three times at the start: the system's own is used.
TAGS       := migrated_fynedo,no_emoji
# What tells macOS' screen reader of the window. On Windows, Fyne 2.8.1 frees elements that a screen reader still holds.
MACOS_TAGS := $(TAGS),accessibility
# Without the system's fonts, pictures come out the same on every machine.
TEST_TAGS  := $(TAGS),ci
# The catalogue follows the locale. LANGUAGE, where it is set, outranks the other two.
TEST_ENV   := env LANG=en_US.UTF-8 LC_ALL=en_US.UTF-8 LANGUAGE=en_US
# What only measures looks or memory shares nothing between goroutines that other tests do not, and takes several times
# as long with -race. What sends or keeps megabytes takes twenty times as long; smaller tests take the same ways.
MEASURING_TESTS := ^Test(NothingIsCutOrOverlaps|FocusIsSeen|TabGoesThroughTheWindow|ScreenReaders|EveryControl|WhatIsOutOfSightIsDrawn|ThemeIsChosenAtOnce|ShadesFollow|Soak)
HUGE_TESTS := ^Test(ListThatIsTooLong|LongElement|HugeBody|NothingIsWrittenThatCouldNotBeRead)|^TestLastingFailuresAreNotRetried/too_large|^TestOddAnswersAreSaid/endless_JSON
PLAIN_TESTS := '$(MEASURING_TESTS)|$(HUGE_TESTS)'
PLAIN_PACKAGES := ./client ./app/session ./app/store ./views/shell
VIEWS := $(patsubst %/,%,$(filter-out ./views/e2e/ ./views/kit/,$(wildcard ./views/*/))) ./views/kit/...
UNIT_PACKAGES := . ./assets/... ./client/... ./app/... ./scripts/... $(VIEWS)
GOFMT := unformatted=$$(gofmt -l $$(find . -path ./build -prune -o -name '*.go' -print)) && test -z "$$unformatted" || \
	{ echo "gofmt would change:" $$unformatted >&2; exit 1; }

WINDOWS := env GOOS=windows GOARCH=amd64 CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.9.0

# Fyne draws through cgo. The version is stamped below, and go's own stamp fails the build in a
# checkout that belongs to another user, such as one mounted into a container.
export CGO_ENABLED := 1
export GOFLAGS := $(GOFLAGS) -buildvcs=false

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help build run windows package-windows macos licences check test e2e test-packages test-windows soak lint vulnerabilities bench bench-parts \
	cover picture package package-macos install uninstall clean \
	build-deps test-deps

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## Build the program as build/access-keys
	go build -trimpath -tags $(TAGS) -ldflags "$(LDFLAGS)" -o $(BINARY) .
	@go run ./scripts/icons assets/icon.png $(ICONS)

windows: ## Build build/access-keys.exe with mingw-w64 as it is released, and vet it
	@scripts/install-cross-deps.sh
	@scripts/windows-resources.sh "$(VERSION)"
	$(WINDOWS) go vet -trimpath -tags $(TAGS) ./...
	$(WINDOWS) go build -trimpath -tags $(TAGS) -ldflags "$(LDFLAGS) -H windowsgui" -o $(BINARY).exe .

DIST ?= build/dist
PACKAGE_VERSION = $(if $(filter command line,$(origin VERSION)),$(VERSION),$(shell scripts/version.sh --package))
export QUICK
package-windows: windows ## Build the installer for Windows and a zip into build/dist
	@scripts/package-windows.sh $(BINARY).exe "$(PACKAGE_VERSION)" $(DIST)
	@test $(DIST) != build/dist || scripts/sbom-checksums.sh

macos: build-deps ## On macOS, build the program as it is released there, as build/access-keys
	@test "$$(uname -s)" = Darwin || { echo "This takes a Mac: its frameworks are linked in." >&2; exit 1; }
	go build -trimpath -tags $(MACOS_TAGS) -ldflags "$(LDFLAGS)" -o $(BINARY) .

run: build-deps build ## Install what building needs, build, open the window on the demo back end
	@scripts/run-demo.sh $(BINARY)

check: build-deps ## Run gofmt, go vet and the fast tests, which need no display and no keyring
	@$(GOFMT)
	go vet -tags $(TEST_TAGS) ./...
	$(TEST_ENV) go test -short -timeout 5m -tags $(TEST_TAGS) ./views/shell ./client $(UNIT_PACKAGES)

# The end-to-end tests wait more than they work, so they come first and the others run beside them, the longest first.
# Without migrated_fynedo, Fyne checks that the window's tests touch it on its own goroutine only. Each program with the
# race detector would sleep for a second as it ends.
test: test-deps ## Install what the tests need and run them all, end-to-end included
	go vet -tags $(TEST_TAGS) ./...
	$(TEST_ENV) GORACE=atexit_sleep_ms=0 go test -race -timeout 20m -parallel 3 -tags ci \
		-skip $(PLAIN_TESTS) ./views/e2e ./views/shell $(UNIT_PACKAGES)
	$(TEST_ENV) go test -timeout 10m -tags $(TEST_TAGS) -run $(PLAIN_TESTS) $(PLAIN_PACKAGES)

RUN ?= .
e2e: test-deps ## Run the end-to-end tests alone, RUN=TestName some of them; what fails leaves files in build/e2e
	@rm -rf build/e2e
	$(TEST_ENV) GORACE=atexit_sleep_ms=0 go test -race -timeout 20m -count 1 -parallel 3 -tags ci -run '$(RUN)' ./views/e2e

test-packages: ## As root on Debian, check, install, upgrade and remove what make package built; not part of test
	@scripts/test-packages.sh

test-windows: ## Install what it takes, build for Windows and test that on Wine; not part of test
	@scripts/test-windows.sh

COUNT ?= 100
soak: test-deps ## Do the fault run and the accounts run with random seeds, and end the program in every way, COUNT times each; not part of test
	$(TEST_ENV) ACCESSKEYS_FAULT_SEED=random ACCESSKEYS_FAULT_OPERATIONS=10000 go test -race -timeout 6h -tags $(TEST_TAGS) -count $(COUNT) -v \
		-run '^TestFaultRun$$' ./app
	$(TEST_ENV) ACCESSKEYS_FAULT_SEED=random ACCESSKEYS_ACCOUNT_STEPS=1000 go test -race -timeout 6h -tags $(TEST_TAGS) -count $(COUNT) -v \
		-run '^TestAccountsRun$$' ./app
	$(TEST_ENV) E2E_ENDINGS=$(COUNT) go test -race -timeout 6h -tags $(TEST_TAGS) -count 1 -parallel 8 -v \
		-run '^TestEveryWayOut$$' ./views/e2e

lint: build-deps ## gofmt, the tag, sizes and imports, workflows, scripts, go vet for every system, staticcheck
	@$(GOFMT)
	@scripts/version.sh --check
	@go run ./scripts/shapecheck
	@scripts/lint-files.sh
	go vet -tags $(TAGS) ./...
	GOOS=windows CGO_ENABLED=0 go vet ./app/... ./client/...
	GOOS=darwin CGO_ENABLED=0 go vet ./app/... ./client/...
	go run $(STATICCHECK) -tags $(TAGS) ./...

vulnerabilities: build-deps ## Look for known vulnerabilities in what the program uses, at vuln.go.dev; not part of lint
	go run $(GOVULNCHECK) -tags $(TAGS) ./...

ROUNDS ?= 5
bench: test-deps ## Measure the program beside a bare window and a bare table, ROUNDS times, and print how they compare
	@$(TEST_ENV) BENCH_ROUNDS=$(ROUNDS) go test -timeout 60m -tags $(TAGS) -run '^$$' -bench '^BenchmarkSideBySide$$' -benchtime 1x ./views/e2e

bench-parts: test-deps ## Run the benchmarks of the parts, five times each, and of the memory after much use
	$(TEST_ENV) go test -timeout 60m -tags $(TAGS) -run '^$$' -bench . -benchmem -count 5 \
		./client/... ./app/... $(VIEWS)
	$(TEST_ENV) go test -timeout 60m -tags $(TAGS) -run '^$$' -bench '^BenchmarkGrowth$$' -benchtime 1x -v ./views/e2e

cover: build-deps ## Write the tests' coverage to build/cover.html
	@mkdir -p build
	$(TEST_ENV) go test -tags $(TEST_TAGS) -coverprofile build/cover.out ./app/... ./client/... $(VIEWS)
	go tool cover -html build/cover.out -o build/cover.html
	@go tool cover -func build/cover.out | tail -n 1

# DEMO_PICTURE takes a picture of the demo: $(1) is the theme, $(2) the file in docs, $(3) the keys to press before.
DEMO_PICTURE = env -u DISPLAY -u WAYLAND_DISPLAY FYNE_THEME=$(1) LANGUAGE=en_US LANG=en_US.UTF-8 LC_ALL=en_US.UTF-8 PRESS="$(3)" \
	scripts/with-display.sh scripts/picture.sh $(BINARY) docs/$(2).png

picture: build-deps build ## Take the pictures in docs
	$(call DEMO_PICTURE,light,access-keys)
	$(call DEMO_PICTURE,dark,access-keys-dark)
	$(call DEMO_PICTURE,light,copy-as,Down Down Down Down ctrl+k)
	$(call DEMO_PICTURE,light,history,ctrl+comma shift+Tab Return)
	$(call DEMO_PICTURE,light,replace,Down Down Down Down ctrl+shift+n Return)

licences: ## Write assets/licences.txt again after a change of go.mod
	@mkdir -p build
	scripts/licences.sh >build/licences.txt
	mv build/licences.txt assets/licences.txt

package: build-deps ## Build the .deb, .rpm, Arch package and .tar.xz into build/dist, with SBOM and checksums
	@scripts/install-package-deps.sh
	@TAGS=$(TAGS) scripts/package-linux.sh
	@scripts/sbom-checksums.sh

package-macos: build-deps ## On macOS, build Access Keys.app for both processors, and zip it into build/dist
	@TAGS=$(MACOS_TAGS) scripts/package-macos.sh

install: $(BINARY) $(ICONS) ## Install program, desktop file, icons and man page under DESTDIR and PREFIX
	@DESTDIR="$(DESTDIR)" PREFIX="$(PREFIX)" packaging/linux/install-files.sh $(BINARY) $(ICONS)

uninstall: ## Remove what install put there
	@DESTDIR="$(DESTDIR)" PREFIX="$(PREFIX)" packaging/linux/install-files.sh --remove

clean: ## Remove what was built
	rm -rf build

# Only where there is none yet: `sudo make install` must not build as root.
$(BINARY):
	$(MAKE) build

$(ICONS):
	go run ./scripts/icons assets/icon.png $(ICONS)

build-deps:
	@scripts/install-build-deps.sh

test-deps:
	@scripts/install-test-deps.sh
