# Containers of one PREFIX: d1..dN (Debian, systemd) and m1 (busybox, dropbear).

container() { echo "$PREFIX-$1"; }
port() { case $1 in m1) echo $((BASE + 99)) ;; *) echo $((BASE + ${1#d})) ;; esac; }
image() { case $1 in m1) echo "$MINIMAL_IMAGE" ;; *) echo "$DEBIAN_IMAGE" ;; esac; }

# existing: the hosts that have a container, one a line: name state spec owner
existing() {
  docker ps -a --no-trunc --filter "label=kit.testbed=$PREFIX" \
    --format '{{.Names}} {{.State}} {{.Label "kit.spec"}} {{.Label "kit.state"}}' | sed "s/^$PREFIX-//"
}

# spec HOST: changes when the container must be made anew
spec() { { image "$1"; port "$1"; cat "$STATE/host/$1/seed.tar"; } | hash_of; }

# cgroup_mounts: systemd must write to them. With version 1, each hierarchy on
# its own: given the whole of /sys/fs/cgroup, the systemd in the host would
# remount that tmpfs, which is the controller's, read-only.
cgroup_mounts() {
  if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
    echo "--cgroupns host -v /sys/fs/cgroup:/sys/fs/cgroup:rw"
  else
    awk '$3 ~ /^cgroup2?$/ && $2 ~ /^\/sys\/fs\/cgroup\// { print "-v", $2 ":" $2 ":rw" }' /proc/mounts
  fi
}

create() {
  _c=$(container "$1")
  docker rm -f "$_c" >/dev/null 2>&1 || true
  # Restart: so that `reboot` in a host brings it back, as a machine would.
  set -- "$1" --name "$_c" --hostname "$1" --restart unless-stopped \
    --label "kit.testbed=$PREFIX" --label "kit.state=$STATE" --label "kit.spec=$(spec "$1")" \
    --log-opt max-size=5m -p "127.0.0.1:$(port "$1"):22"
  _h=$1; shift
  case $_h in
    # What systemd needs short of --privileged, which does not work on machines
    # without CAP_SYS_RESOURCE. /tmp with exec, as on most real hosts.
    d*) set -- "$@" --stop-signal SIGRTMIN+3 --cap-add SYS_ADMIN --cap-add NET_ADMIN \
          --security-opt seccomp=unconfined --security-opt apparmor=unconfined \
          --tmpfs /run:mode=755,exec --tmpfs /run/lock:mode=1777 --tmpfs /tmp:mode=1777,exec \
          $(cgroup_mounts) ;;
    m*) set -- "$@" --stop-signal SIGUSR2 --tmpfs /tmp:mode=1777,exec ;;
  esac
  docker create "$@" "$(image "$_h")" >/dev/null &&
    docker cp - "$_c:/" <"$STATE/host/$_h/seed.tar" &&
    docker start "$_c" >/dev/null
}

# The test login: strict, so that a wrong host key record is noticed here.
host_ssh() {
  _h=$1; shift
  ssh -F none -o BatchMode=yes -o ConnectTimeout=5 -o IdentitiesOnly=yes -o LogLevel=ERROR \
    -o StrictHostKeyChecking=yes -o "UserKnownHostsFile=$STATE/known_hosts" \
    -o GlobalKnownHostsFile=/dev/null -i "$STATE/id_ed25519" -p "$(port "$_h")" root@127.0.0.1 "$@"
}

# ready HOST: wait until it lets us in and has started up; prints its state
ready() {
  case $1 in
    # --wait returns when the state is no longer "starting"
    d*) _cmd='timeout 50 systemctl is-system-running --wait' ;;
    m*) _cmd='echo running' ;;
  esac
  _end=$(($(date +%s) + 60))
  while [ "$(date +%s)" -lt $_end ]; do
    _s=$(host_ssh "$1" "$_cmd" 2>/dev/null) || true
    case $_s in ''|starting|initializing|offline|unknown|stopping) sleep 0.2 ;; *) echo "$_s"; return 0 ;; esac
  done
  return 1
}

# answers HOST: is there an sshd behind the port? (docker's proxy always is.)
answers() { ssh-keyscan -T 3 -t ed25519 -p "$(port "$1")" 127.0.0.1 2>/dev/null | grep -q ed25519; }

# bring_up HOST [STATE SPEC]: what the container is now; prints the line.
bring_up() {
  _how=up
  case "${2:-none} ${3:-}" in
    "running $(spec "$1")") ;;
    "paused $(spec "$1")") docker unpause "$(container "$1")" >/dev/null || true ;;
    "exited $(spec "$1")") docker start "$(container "$1")" >/dev/null || true; _how=started ;;
    *) create "$1" || return 1; _how=new ;;
  esac
  case $_how in
    up) # a host that a spec has spoilt is made anew
      if answers "$1"; then _s=running; else create "$1" || return 1; _how=new; fi ;;
  esac
  if [ $_how != up ]; then
    _s=$(ready "$1") || { say "$1 does not answer: docker logs $(container "$1")"; return 1; }
  fi
  printf '%-4s 127.0.0.1:%-5s  %-20s %-8s %s\n' "$1" "$(port "$1")" "$(container "$1")" "$_how" "$_s"
}
