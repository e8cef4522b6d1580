#!/bin/sh
# Unpacks the real servers of test/real side by side, without installing them.
#
# Debian's mail servers exclude each other, and an installed daemon starts by itself. So nothing is
# installed: apt downloads each server with whatever it lacks here, dpkg unpacks it into a root of
# its own below .cache/real-servers, and the tests lay that root over the machine's in private mount
# namespaces. No maintainer script runs, no user is made, no service starts. Only iproute2 is
# installed, where it is missing.
#
# Needs root, a Debian with package sources, and the network. Does nothing when all is there; with
# --force it begins anew. Exit status: 0 ready, 1 something failed. MAILWHY_REAL_SERVERS names another
# folder than .cache/real-servers; one is needed where this repository lies in /usr, /etc or /var,
# since a folder cannot be laid over one that holds it.
set -eu

cd "$(dirname "$0")/.."
cache="${MAILWHY_REAL_SERVERS:-$PWD/.cache/real-servers}"
# The version of this layout; raised whenever the lists below change.
layout=5
stamp="$cache/complete"

base="bind9 bind9-utils bind9-dnsutils unbound nsd nftables iputils-ping postgrey dovecot-core dovecot-lmtpd openssl opendkim opendkim-tools"
postfix="postfix"
exim="exim4-daemon-light"
opensmtpd="opensmtpd"
sendmail="sendmail-bin sendmail-base sendmail-cf"

say() { printf 'install-real-servers: %s\n' "$*" >&2; }

[ "${1:-}" = "--force" ] && rm -f "$stamp"
[ "$(cat "$stamp" 2>/dev/null)" = "$layout" ] && exit 0
[ "$(id -u)" = 0 ] || { say "root is needed"; exit 1; }
command -v apt-get >/dev/null || { say "apt-get is needed (Debian or a relative)"; exit 1; }

export DEBIAN_FRONTEND=noninteractive

# Whatever is missing here for these packages, and they themselves: fetched, not installed.
fetch() {
  folder="$1"
  shift
  mkdir -p "$folder/partial"
  apt-get -qq -y --no-install-recommends --download-only --reinstall -o "Dir::Cache::archives=$folder" -o APT::Sandbox::User=root install "$@" >/dev/null
}

unpack() {
  name="$1"
  shift
  fetch "$cache/debs/$name" "$@"
  root="$cache/roots/$name"
  mkdir -p "$root/usr/bin" "$root/usr/sbin" "$root/usr/lib" "$root/usr/lib64" "$root/etc" "$root/var"
  # As on the machine itself, so that what packages ship in /bin comes to lie in /usr/bin.
  for link in bin sbin lib lib64; do ln -s "usr/$link" "$root/$link"; done
  for package in "$cache/debs/$name"/*.deb; do dpkg-deb --fsys-tarfile "$package" | tar -x -C "$root" --keep-directory-symlink; done
  say "$name: $(find "$cache/debs/$name" -name '*.deb' | wc -l) packages unpacked"
}

rm -rf "$stamp" "$cache/roots" "$cache/debs"
mkdir -p "$cache"
apt-get -qq update || say "package lists could not be renewed; trying with those that are here"
command -v ip >/dev/null || apt-get -qq -y --no-install-recommends install iproute2 >/dev/null
# shellcheck disable=SC2086 # the lists are meant to be split
{
  unpack base $base
  unpack postfix $postfix
  unpack exim $exim
  unpack opensmtpd $opensmtpd
  unpack sendmail $sendmail
}
rm -rf "$cache/debs"
echo "$layout" >"$stamp"
say "ready"
