# Sourced by run and verify: settings, messages, the test hosts, what the tools read.
set -euo pipefail
umask 022
ROOT=$(cd "$BENCH/.." && pwd)
NAME=${BENCH_NAME:-kit-bench}
PORT=${BENCH_PORT:-25000}
HOSTS=10
TASKS=41
ALIASES=10                 # names a host has in the run of 100 sessions
STATE=$BENCH/.state
PEERS=yes

say() { printf 'bench: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }


host_names() { local i; for ((i = 1; i <= HOSTS; i++)); do printf 'd%d ' "$i"; done; }
alias_names() {
  local i j
  for ((i = 1; i <= HOSTS; i++)); do
    for ((j = 1; j <= ALIASES; j++)); do printf 'd%dx%d ' "$i" "$j"; done
  done
}

# inventory NAME...: dNxM is the host dN once more; its texts keep the name dN
inventory() {
  local name base
  echo '[shop]'
  for name; do
    base=${name%x*}
    printf '%s ansible_host=127.0.0.1 ansible_port=%d node=%s\n' "$name" $((PORT + ${base#d})) "$base"
  done
  cat <<I

[shop:vars]
ansible_user=deploy
ansible_ssh_private_key_file=$TESTBED/id_ed25519
ansible_ssh_common_args='-o UserKnownHostsFile=$TESTBED/known_hosts'
I
}

ssh_config() {
  local name base
  for name; do
    base=${name%x*}
    printf 'Host %s\n  HostName 127.0.0.1\n  Port %d\n' "$name" $((PORT + ${base#d}))
  done
  cat <<C
Host *
  User deploy
  BatchMode yes
  IdentitiesOnly yes
  LogLevel ERROR
  IdentityFile $TESTBED/id_ed25519
  UserKnownHostsFile $TESTBED/known_hosts
C
}

hosts_up() {
  "$ROOT/testbed/up" --name "$NAME" --port "$PORT" --hosts $HOSTS --no-minimal >&2
  TESTBED=$ROOT/testbed/.state/$NAME
  mkdir -p "$STATE"
  inventory $(host_names) >"$STATE/hosts.ini"
  inventory $(alias_names) >"$STATE/sessions.ini"
  inventory d1 >"$STATE/one.ini"
  ssh_config $(host_names) $(alias_names) >"$STATE/ssh_config"
  export SSH_CONFIG=$STATE/ssh_config
}

# Fresh package lists, so that no version is gone; python for Ansible.
PREPARE='[ -e /var/tmp/bench-ready ] && exit 0
export DEBIAN_FRONTEND=noninteractive
apt-get -qq update && { [ "$PEERS" = no ] || apt-get -qq -y install --no-install-recommends \
  python3 python3-apt </dev/null; } >/dev/null 2>&1 && touch /var/tmp/bench-ready'

# to_all SCRIPT HOST...: by the loop; complains with the output of the first that failed
to_all() {
  local script=$1 out
  shift
  out=$(mktemp -d "$STATE/out.XXXXXX")
  if ! timeout --foreground 900 "$BENCH/peers/loop" "$script" "$out" "$@"; then
    tail -n 5 "$out"/* >&2
    die "failed on a host"
  fi
  cat "$out"/*
  rm -rf "$out"
}

prepare() { # HOST...
  say "preparing $*"
  { echo "PEERS=$PEERS"; echo "$PREPARE"; } >"$STATE/prepare.sh"
  to_all "$STATE/prepare.sh" "$@"
}

peers_installed() {
  local want=() have
  for have in time:time ansible-playbook:ansible ansible-playbook:ansible-mitogen; do
    [ $PEERS = yes ] || [ "$have" = time:time ] || continue
    dpkg-query -W -f '${db:Status-Abbrev}' "${have#*:}" 2>/dev/null | grep -q '^ii' || want+=("${have#*:}")
  done
  [ ${#want[@]} = 0 ] && return 0
  say "installing ${want[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq -y install --no-install-recommends "${want[@]}" >"$STATE/apt.log" 2>&1 ||
    { apt-get -qq update && apt-get -qq -y install --no-install-recommends "${want[@]}"; } >"$STATE/apt.log" 2>&1 ||
    { tail -n 5 "$STATE/apt.log" >&2; die "cannot install ${want[*]}"; }
}
