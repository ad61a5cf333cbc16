# One sample: a quiet moment, the run under the clocks, a look at what it said.

ticks() {
  awk '/^cpu / { print $2 + $3 + $4 + $7 + $8, $2 + $3 + $4 + $5 + $6 + $7 + $8 + $9; exit }' /proc/stat
}

# quiet: waits until the machine was 85 % idle for 0.2 s, 5 s at most;
# prints 0, or 1 if it never was
quiet() {
  local i busy all busy2 all2
  for ((i = 0; i < 25; i++)); do
    read -r busy all < <(ticks)
    sleep 0.2
    read -r busy2 all2 < <(ticks)
    if (((busy2 - busy) * 100 <= (all2 - all) * 15)); then echo 0; return; fi
  done
  echo 1
}

# sample CASE FILE: appends CASE, wall ms, client CPU ms, RSS MB, busy ms, noisy.
# CPU is user+sys of all processes waited for; RSS that of the largest one.
sample() {
  local noisy before after hz wall user sys rss TIMEFORMAT='%3R %3U %3S'
  noisy=$(quiet)
  hz=$(getconf CLK_TCK)
  read -r before _ < <(ticks)
  { time run_case "$1" /usr/bin/time -q -o "$TMP/rss" -f %M || touch "$TMP/failed"; } 2>"$TMP/clock"
  read -r after _ < <(ticks)
  if [ -e "$TMP/failed" ]; then rm "$TMP/failed"; failed "$1"; fi
  converged "$1"
  forget "$1"
  read -r wall user sys < <(tail -n 1 "$TMP/clock")
  read -r rss <"$TMP/rss"
  awk -v c="$1" -v w="$wall" -v u="$user" -v s="$sys" -v r="$rss" -v b=$((after - before)) -v hz="$hz" -v n="$noisy" \
    'BEGIN { printf "%s\t%.0f\t%.0f\t%.0f\t%.0f\t%d\n", c, w * 1000, (u + s) * 1000, r / 1024, b * 1000 / hz, n }' >>"$2"
}

# warm CASE: once unmeasured, so that it is proven to find everything in order,
# and kit has made its caches and archive
warm() {
  say "warming $1"
  local i
  run_case "$1" || failed "$1"
  converged "$1"
  case $1 in
    *-nocache) ;;
    kit*)    # the archive is made in the background when the first run is over
      for ((i = 0; i < 60; i++)); do
        [ -z "$(find "$STATE/cache/$1" -name '*.jsa' -o -name '*.aot')" ] || break
        sleep 1
      done
      [ $i -lt 60 ] || die "$1 has made no archive of classes within a minute"
      run_case "$1" || failed "$1" ;;
  esac
  forget "$1"
}

# rounds SAMPLES SLOW_SAMPLES FILE CASE...: round-robin, each round beginning with
# another case; Ansible and Mitogen are slow and come in SLOW_SAMPLES of the rounds.
rounds() {
  local samples=$1 slow=$2 file=$3 round i name cases
  shift 3
  cases=("$@")
  for ((round = 0; round < samples; round++)); do
    say "round $((round + 1)) of $samples"
    for ((i = 0; i < $#; i++)); do
      name=${cases[(round + i) % $#]}
      case $name in
        ansible | mitogen) (((round + 1) * slow / samples > round * slow / samples)) || continue ;;
      esac
      sample "$name" "$file"
    done
  done
}

# machine: what the figures were taken on, for below the table
machine() {
  local cpu version
  cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
  printf 'Client and hosts (containers) on one machine: %s x %s, %s GB, Linux %s, %s; %s' "$(nproc)" \
    "${cpu:-unknown CPU}" "$(awk '/^MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)" \
    "$(uname -r | cut -d. -f1,2)" "$(. /etc/os-release && echo "$PRETTY_NAME")" "$(ssh -V 2>&1 | cut -d, -f1)"
  for version in ${JDKS:-}; do
    printf '; JDK %s' "$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "${JDK[$version]%/bin/java}/release")"
  done
  if [ $PEERS = yes ]; then
    printf '; ansible-core %s, Mitogen %s' "$(dpkg-query -W -f '${Version}' ansible-core)" \
      "$(dpkg-query -W -f '${Version}' ansible-mitogen)"
  fi
  printf '. %s.\n' "$(date -u +%F)"
}
