#!/usr/bin/env bash
# Checks the site of the documentation in Chromium: that nothing shuts anybody out, that pages need no
# network, that they fit a narrow screen, and that search, theme and keys work. Needs node 20 or later
# and the site, so run mvn test -pl docs-site -am first. Pictures are left in ../target/screenshots.
set -euo pipefail
cd "$(dirname "$0")"

chromium=$(../../.ci/chromium)
[ -f ../target/site/index.html ] || {
    echo "docs-site: expected ../target/site; run mvn test -pl docs-site -am first" >&2
    exit 1
}

# What is there is kept if it is what the lock file asks for.
if ! cmp -s package-lock.json node_modules/.from-lock; then
    npm ci --no-audit --no-fund
    cp package-lock.json node_modules/.from-lock
fi
CHROMIUM=$chromium npm run --silent browser
echo "docs-site: the site holds in $("$chromium" --version 2>/dev/null)"
