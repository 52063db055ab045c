# Everything a fresh Debian machine with a Swift toolchain needs: `make run`, `make test`.
PREFIX ?= /usr/local
DATA ?= $(wildcard ../shared/data)
SWIFT ?= swift
LESSONS = .build/release/lessons

.PHONY: all build run test bench soak install clean packages lint

all: build

packages:
	@Scripts/install-packages.sh

build: packages
	$(SWIFT) build -c release

run: build
	$(LESSONS) run lesson5.md

test:
	@Scripts/install-packages.sh $(if $(filter-out 0 false,$(CI)),--with-browser)
	$(SWIFT) build -c release --build-tests
	Scripts/test.sh

bench: build
	@if [ -z "$(DATA)" ]; then echo "make bench needs the real data: make bench DATA=FOLDER (see README.md)"; exit 2; fi
	.build/release/lessons-bench $(DATA)
	@if [ -n "$(PEER)" ]; then PEER="$(PEER)" Scripts/bench.sh $(DATA); fi

# Hours: every step of every lesson edited in turn, runs killed and starved of disk, and mutated programs, which may not crash, hang
# or take memory beyond the bounds. SOAK="--minutes 5 --seed 7" for others of these.
soak: build
	Scripts/soak-reuse.py $(LESSONS)
	Scripts/soak-store.py $(LESSONS)
	$(SWIFT) build -c release --build-tests
	LESSONS_SOAK=1 $(SWIFT) test -c release --skip-build --filter ExportTests
	Scripts/soak.py $(SOAK)

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(LESSONS) "$(DESTDIR)$(PREFIX)/bin/lessons"

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

clean:
	rm -rf .build .lessons
	find Output -mindepth 1 -not -name .gitkeep -delete
