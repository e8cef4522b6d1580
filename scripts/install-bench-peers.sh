#!/bin/sh
# Unpacks the programs that `npm run bench` measures against, without installing them: apt downloads Debian's
# packages, dpkg unpacks them below .cache/bench-peers. Does nothing when they are there.
#
# Needs root, a Debian with package sources, and the network. Exit status: 0 ready, 1 something failed.
set -eu

cd "$(dirname "$0")/.."
peers="pflogsumm libsisimai-perl"
cache="$PWD/.cache/bench-peers"
stamp="$cache/complete"

say() { printf 'install-bench-peers: %s\n' "$*" >&2; }

[ "$(cat "$stamp" 2>/dev/null)" = "$peers" ] && [ -d "$cache/unpacked" ] && exit 0
[ "$(id -u)" = 0 ] || { say "root is needed"; exit 1; }
command -v apt-get >/dev/null || { say "apt-get is needed (Debian or a relative)"; exit 1; }

export DEBIAN_FRONTEND=noninteractive
rm -rf "$cache"
mkdir -p "$cache/debs/partial" "$cache/unpacked"
apt-get -qq update || say "package lists could not be renewed; trying with those that are here"
# shellcheck disable=SC2086 # the list is meant to be split
apt-get -qq -y --no-install-recommends --download-only --reinstall -o "Dir::Cache::archives=$cache/debs" -o APT::Sandbox::User=root -o DPkg::Lock::Timeout=120 install $peers >/dev/null
for package in "$cache/debs"/*.deb; do dpkg-deb -x "$package" "$cache/unpacked"; done
rm -rf "$cache/debs"
echo "$peers" >"$stamp"
say "unpacked: $peers"
