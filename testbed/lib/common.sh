# Sourced by every command of the testbed: settings, messages, options, locks.
# TB is the testbed directory, set by the command before it sources this.
set -eu
umask 022
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/kit-testbed
mkdir -p "$CACHE"

PREFIX=kit-test
BASE=
HOSTS=3
MINIMAL=yes

say() { printf '%s\n' "testbed: $*" >&2; }
die() { say "$*"; exit 1; }

# parse_options "$@" -> the settings above; what is left over is in ARGS
parse_options() {
  ARGS=
  while [ $# -gt 0 ]; do
    case $1 in
      --name|--port|--hosts) [ $# -ge 2 ] || die "$1 needs a value" ;;
    esac
    case $1 in
      --name) PREFIX=$2; shift ;;
      --port) BASE=$2; shift ;;
      --hosts) HOSTS=$2; shift ;;
      --minimal) MINIMAL=yes ;;
      --no-minimal) MINIMAL=no ;;
      -*) die "unknown option $1" ;;
      *) ARGS="$ARGS $1" ;;
    esac
    shift
  done
  case $PREFIX in ''|[!a-z0-9]*|*[!a-z0-9-]*) die "bad --name '$PREFIX' (a-z, 0-9 and -)" ;; esac
  case ${BASE:-1} in *[!0-9]*) die "bad --port '$BASE'" ;; esac
  case $HOSTS in ''|*[!0-9]*) die "bad --hosts '$HOSTS'" ;; esac
  [ "$HOSTS" -le 98 ] || die "--hosts is at most 98 (BASE+99 is the minimal host)"
  STATE=$TB/.state/$PREFIX
}

# Names are one a machine, not one a checkout: so the lock is not in .state.
# -s: shared, for what touches single hosts only.
lock_prefix() { exec 9>"$CACHE/prefix-$PREFIX.lock"; flock "${1:--x}" 9; }

# locked NAME COMMAND...: one at a time on this machine. fd 8 belongs to this,
# fd 9 to lock_prefix; a daemon must be started with both closed.
locked() {
  _l=$1; shift
  ( flock 8; "$@" ) 8>"$CACHE/$_l.lock"
}

have() { command -v "$1" >/dev/null 2>&1; }

# hash_of: 12 hex digits of stdin, for tags and labels
hash_of() { sha256sum | cut -c1-12; }
