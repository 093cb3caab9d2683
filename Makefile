# demo · test · bench · interop · lint · format · install · deb      (setup comes first where it is needed)

SWIFT ?= swift
PREFIX ?= /usr/local

CASUS = .build/release/casus
DB = Exports/casus.db
# The sample articles in the languages that can be read.
ARTICLES = $(wildcard $(foreach language, \
	$(notdir $(patsubst %/language.yaml,%,$(wildcard Data/Languages/*/language.yaml))), \
	Data/Articles/$(language)-*.md))
SOURCES = Package.swift Sources Tests Data/DataDirectory.swift Examples/Package.swift \
	Examples/Sources Benchmarks/Package.swift Benchmarks/Sources Fuzz/Package.swift Fuzz/Sources
PACKAGES = libsqlite3-dev graphviz libgraphviz-dev libjemalloc-dev libxml2-dev zlib1g-dev pkg-config curl \
	fonts-dejavu-core fonts-noto-core fonts-noto-cjk

.PHONY: demo gallery build test page-test bench interop examples torture fuzz sanitize coverage \
	mutants cluster-test docs lint format readme \
	install uninstall deb setup

# Imports the sample articles, asks two questions, and draws and exports into Exports/.
demo: build
	@mkdir -p Exports
	@rm -f $(DB) $(DB)-wal $(DB)-shm
	@echo '$(CASUS) import Data/Articles/*.md --db $(DB)'
	@$(CASUS) import $(ARTICLES) --db $(DB)
	@echo
	$(CASUS) relations "Korea Utara" Rusia --db $(DB)
	@echo
	$(CASUS) events --between Ukraina "Korea Utara" --db $(DB)
	@echo
	@$(MAKE) --no-print-directory gallery
	$(CASUS) timeline --db $(DB) --label-language en -o Exports/timeline.html
	$(CASUS) export --db $(DB) --format jsonl -o Exports/graph.jsonl
	$(CASUS) export --db $(DB) --format csv -o Exports/csv
	$(CASUS) export --db $(DB) --format graphml -o Exports/graph.graphml
	$(CASUS) export --db $(DB) --format gexf -o Exports/graph.gexf
	$(CASUS) export --db $(DB) --format mermaid -o Exports/graph.mmd

# The pictures that the README shows, each to be printed at its size: see docs/diagrams.md.
TIMELINE = $(CASUS) timeline --db $(DB)
GRAPH = $(CASUS) graph --db $(DB)
gallery:
	$(TIMELINE) --label-language en --page A3 -o Exports/timeline.svg
	$(TIMELINE) --label-language id --page A4 --from 2022 -o Exports/timeline.pdf
	$(TIMELINE) --label-language en --page A3 --lanes dyad --between Rusia "Korea Utara" \
		-o Exports/russia-north-korea.svg
	$(TIMELINE) --label-language id --page A4 --between Ukraina "Korea Utara" \
		-o Exports/ukraine-north-korea.svg
	$(TIMELINE) --label-language id --page A4 --between Ukraina "Korea Utara" \
		-o Exports/ukraine-north-korea.png
	$(TIMELINE) --label-language id --page A4 --scale even --actor Ukraina --from 2022 --to 2022 \
		-o Exports/ukraine-2022.svg
	$(TIMELINE) --label-language uk --page A4 --direction vertical --actor Iran --from 2022 \
		-o Exports/iran.svg
	$(TIMELINE) --label-language ru --page slide --theme dark --lanes quad -o Exports/four-classes.svg
	$(TIMELINE) --label-language en --page A4 --theme print --between Rusia Ukraina --from 2022 \
		--to 2023 -o Exports/russia-ukraine-print.svg
	$(GRAPH) --label-language en --page A3 -o Exports/relations.svg
	$(GRAPH) --label-language en --page A3 --communities -o Exports/groups.svg
	$(GRAPH) --label-language id --page A4 --actor "Korea Utara" -o Exports/north-korea.svg
	$(GRAPH) --label-language en --page A4 --at 2023-01-01 -o Exports/standing-2023.svg
	$(GRAPH) --label-language en --page A3 --frames year -o Exports/relations-by-year.svg

# The program carries the Swift runtime with it: it starts faster, and runs where Swift is not installed.
build: setup
	$(SWIFT) build -c release --product casus --static-swift-stdlib

test: setup
	$(SWIFT) test

# Opens the web pages in a headless browser. ONLY=REGEX runs some tests, PICTURES=DIR writes screenshots.
page-test: build
	@command -v chromium > /dev/null || $(MAKE) --no-print-directory setup PACKAGES=chromium
	python3 Tests/PageTests/page_test.py $(CASUS) --only "$(ONLY)" \
		$(if $(PICTURES),--pictures "$(PICTURES)")

# BENCH="--quick --only extraction" measures less.
# Benchmarks are a package of their own, so that a plain build never compiles them.
# BENCH="--only extraction --quick" measures less.
bench: build
	$(SWIFT) run -c release --package-path Benchmarks casus-bench --casus $(CASUS) $(BENCH)

# Lets other programs read every export: Python packages in a throw-away environment. Not part of CI.
interop: build
	CASUS="$(CURDIR)/$(CASUS)" Tests/Interop/run

# The example programs, built against the library products and run once each.
examples: build
	CASUS="$(CURDIR)/$(CASUS)" Examples/run

# Kills, full disks, other programs, Ctrl-C: whatever happens, the database must stay whole. Not part
# of CI. SEED=N tries other moments, ONLY=WORD one kind of harm.
torture: build
	python3 Tests/Torture/torture.py --casus $(CASUS) --data Data $(if $(SEED),--seed $(SEED)) \
		--only "$(ONLY)"

# Lets libFuzzer make up input for every reader and writer, SECONDS for each target (docs/safety.md).
# ONLY="edtf dates" runs some, MINIMISE=1 puts what was found into Fuzz/Corpus. Not part of CI.
SECONDS = 600
fuzz: setup
	SECONDS_EACH="$(SECONDS)" ONLY="$(ONLY)" MINIMISE="$(MINIMISE)" Fuzz/run

# The tests under the address and the thread sanitizer. Not part of CI.
sanitize: setup
	ONLY="$(ONLY)" FILTER="$(FILTER)" scripts/sanitize

# How many lines of each module the tests reach; fails below 90 % of a library module.
coverage: setup
	scripts/coverage

# Deliberate faults in the extraction, each of which a test must notice. Not part of CI.
mutants: setup
	python3 Tests/Mutations/mutations.py --only "$(ONLY)"

# The Spark job in local-cluster mode; needs Java and a Python environment. Not part of CI.
cluster-test: build
	CASUS="$(CURDIR)/$(CASUS)" Cluster/run

# The documentation of the library modules as web pages in .build/docs.
DOCUMENTED = CasusModel CasusReading CasusKnowledge CasusExtraction CasusStore CasusDiagram CasusExport
docs: setup
	CASUS_DOCS=1 $(SWIFT) package --allow-writing-to-directory .build/docs generate-documentation \
		$(foreach module,$(DOCUMENTED),--target $(module)) --enable-experimental-combined-documentation \
		--warnings-as-errors --transform-for-static-hosting --output-path .build/docs

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

format:
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

# Renews the outputs in README.md. GOLD=DIR, a folder of annotated articles, renews the accuracy too.
readme: build
	CASUS="$(CURDIR)/$(CASUS)" GOLD="$(GOLD)" scripts/update-readme $(if $(SPARE),--spare)

SHARE = $(DESTDIR)$(PREFIX)/share

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/casus $(SHARE)/man/man1 \
		$(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions \
		$(SHARE)/fish/vendor_completions.d
	install -s -m 755 $(CASUS) $(DESTDIR)$(PREFIX)/bin/casus
	cp -R Data/Actors Data/EventTypes Data/EventTables Data/Relations Data/Languages Data/Datasette \
		Data/Extractors Data/Page Data/Themes Data/Confidence \
		$(SHARE)/casus/
	$(CASUS) manual > $(SHARE)/man/man1/casus.1
	$(CASUS) --generate-completion-script bash > $(SHARE)/bash-completion/completions/casus
	$(CASUS) --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_casus
	$(CASUS) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/casus.fish

# Takes away what install put there, with the same PREFIX and DESTDIR, and nothing else.
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/casus $(SHARE)/man/man1/casus.1 \
		$(SHARE)/bash-completion/completions/casus $(SHARE)/zsh/site-functions/_casus \
		$(SHARE)/fish/vendor_completions.d/casus.fish
	rm -rf $(SHARE)/casus

# Builds casus_VERSION_ARCH.deb in .build/.
deb: setup
	scripts/build-deb

# Installs the Debian packages that are missing, and nothing else.
setup:
	@command -v dpkg-query > /dev/null || { \
		echo "setup: no Debian packages here; install SQLite, Graphviz, libxml2, jemalloc and" \
			"DejaVu fonts with their headers by hand if the build misses them"; exit 0; }; \
	missing=""; \
	for package in $(PACKAGES); do \
		dpkg-query -W -f='$${Status}' $$package 2> /dev/null | grep -q 'ok installed' \
			|| missing="$$missing $$package"; \
	done; \
	[ -n "$$missing" ] || exit 0; \
	root=""; \
	if [ "$$(id -u)" != 0 ]; then \
		command -v sudo > /dev/null || { \
			echo "setup: install these packages first:$$missing" >&2; exit 1; }; \
		root=sudo; \
	fi; \
	echo "setup: installing$$missing"; \
	$$root apt-get update -qq && \
	$$root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends $$missing
