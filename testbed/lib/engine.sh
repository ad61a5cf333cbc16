# Docker: installed if it is missing, started by hand if no engine answers.
PATH=$PATH:/usr/sbin:/sbin

engine_answers() { docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

# need COMMAND PACKAGE ...: install the packages whose command is missing
need() {
  _want=
  while [ $# -gt 1 ]; do have "$1" || _want="$_want $2"; shift 2; done
  [ -n "$_want" ] || return 0
  have apt-get || die "missing, and no apt-get here to install it:$_want"
  say "installing$_want"
  export DEBIAN_FRONTEND=noninteractive
  _apt="apt-get -q -y -o DPkg::Lock::Timeout=300"
  # Without fresh lists the install may fail; with fresh ones update is wasted.
  $_apt install --no-install-recommends $_want >"$CACHE/apt.log" 2>&1 8>&- 9>&- ||
    { $_apt update && $_apt install --no-install-recommends $_want; } >"$CACHE/apt.log" 2>&1 8>&- 9>&- ||
    { tail -n 20 "$CACHE/apt.log" >&2; die "cannot install$_want"; }
}

# The bridge must not have larger packets than the way out has.
outer_mtu() {
  _dev=$(awk '$2 == "00000000" { print $1; exit }' /proc/net/route)
  cat "/sys/class/net/${_dev:-none}/mtu" 2>/dev/null || echo 1500
}

# runs PID NAME: a zombie does not count (some PID 1 never reap), nor does
# another program that has got the number: so ask for its exe, not kill -0
runs() { _exe=$(readlink "/proc/$1/exe") && [ "${_exe##*/}" = "$2" ]; }

# try_dockerd FLAGS...: start it detached from this shell, wait up to 30 s
try_dockerd() {
  # A pid file of an earlier boot would stop it if the number is taken again.
  for _f in /var/run/docker.pid /run/docker/containerd/containerd.pid; do
    [ -s $_f ] || continue
    case $_f in *containerd*) _name=containerd ;; *) _name=dockerd ;; esac
    runs "$(cat $_f)" "$_name" || rm -f $_f
  done
  say "starting dockerd${*:+ $*}"
  printf '%s\n' "--- dockerd $*" >>"$CACHE/dockerd.log"
  ( cd / && exec setsid nohup dockerd "$@" </dev/null >>"$CACHE/dockerd.log" 2>&1 8>&- 9>&- ) &
  _pid=$! _n=0
  while [ $_n -lt 150 ]; do
    engine_answers && return 0
    sleep 0.2; _n=$((_n + 1))
    # it takes a moment until the shell has become dockerd
    [ $_n -lt 10 ] || runs $_pid dockerd || return 1
  done
  kill $_pid 2>/dev/null || true; wait $_pid || true
  return 1
}

start_engine() {
  engine_answers && return 0      # another call was faster
  [ "$(id -u)" = 0 ] || die "no docker engine answers, and only root can start one"
  need dockerd docker.io iptables iptables
  : >"$CACHE/dockerd.log"
  set -- --mtu "$(outer_mtu)"
  # Said by the caller: exactly that, no guessing.
  if [ -n "${KIT_DOCKERD_FLAGS:-}" ]; then
    try_dockerd "$@" $KIT_DOCKERD_FLAGS && return 0
  else
    try_dockerd "$@" && return 0
    # Kernel without nf_tables: the old iptables, for dockerd only (PATH), not
    # by update-alternatives, which would change the machine.
    if have iptables-legacy; then
      mkdir -p "$CACHE/legacy-bin"
      for _c in iptables ip6tables; do ln -sf "$(command -v $_c-legacy)" "$CACHE/legacy-bin/$_c"; done
      PATH=$CACHE/legacy-bin:$PATH; export PATH
      try_dockerd "$@" && return 0
    fi
    # File system without overlay: slow and big, but it works.
    try_dockerd "$@" --storage-driver vfs && return 0
  fi
  tail -n 15 "$CACHE/dockerd.log" >&2
  die "dockerd does not start (log: $CACHE/dockerd.log; KIT_DOCKERD_FLAGS adds flags)"
}

engine_up() {
  locked engine need ssh openssh-client ssh-keygen openssh-client docker docker.io
  engine_answers || locked engine start_engine
  # Each systemd takes several; 128 are used up by some 20 hosts.
  _i=/proc/sys/fs/inotify/max_user_instances
  if [ "$(cat $_i)" -lt 4096 ]; then echo 4096 2>/dev/null >$_i || true; fi
}
