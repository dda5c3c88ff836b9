#!/usr/bin/env bash
# Checks the page of a trace: types, laws, the built file, and the page itself in Chromium. Needs node
# 20 or later and the pages that the tests of the module write, so run mvn test -pl trace-page -am first.
#
# With GOLDEN=update it refreshes what screen readers get; read the diff.
set -euo pipefail
cd "$(dirname "$0")"

built=../src/main/resources/dev/countermand/page

chromium=$(../../.ci/chromium)
[ -d ../target/pages ] || {
    echo "trace-page: expected ../target/pages; run mvn test -pl trace-page -am first" >&2
    exit 1
}

# What is there is kept if it is what the lock file asks for.
if ! cmp -s package-lock.json node_modules/.from-lock; then
    npm ci --no-audit --no-fund
    cp package-lock.json node_modules/.from-lock
fi
npm run --silent check
npm run --silent test

before=$(sha256sum "$built"/*.html)
npm run --silent build
[ "$before" = "$(sha256sum "$built"/*.html)" ] || {
    echo "trace-page: a built page is not that of the sources; it was built anew, commit it" >&2
    exit 1
}

CHROMIUM=$chromium npm run --silent browser
echo "trace-page: types, laws, the built file and the page in $("$chromium" --version 2>/dev/null) hold"
