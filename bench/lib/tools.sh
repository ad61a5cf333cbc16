# The tools. A case is what is run: loop, loop-curve25519, kit-17, kit-17-nocache, ansible, ...
# INVENTORY and NAMES say on which hosts, OUT is where the loop puts its outputs.

# configure CASE: sets CMD and exports what it needs; call it in a subshell.
configure() {
  case $1 in
    loop) CMD=("$BENCH/peers/loop" "$BENCH/peers/limit.sh" "$OUT" $NAMES) ;;
    loop-curve25519)
      CMD=("$BENCH/peers/loop" "$BENCH/peers/limit.sh" "$OUT" $NAMES -- -o KexAlgorithms=curve25519-sha256) ;;
    kit*)
      local version=${1#kit-}
      version=${version%-nocache}
      export KIT_JAVA=${JDK[$version]} XDG_CACHE_HOME=$STATE/cache/$1
      case $1 in *-nocache) export KIT_NO_CACHE=1 ;; esac
      CMD=("$ROOT/kit" run "$BENCH/playbook/site.groovy" -i "$INVENTORY") ;;
    ansible | mitogen)
      export ANSIBLE_CONFIG=$BENCH/peers/ansible.cfg ANSIBLE_SSH_CONTROL_PATH_DIR=$TMP/cp
      if [ "$1" = mitogen ]; then
        export ANSIBLE_STRATEGY=mitogen_linear ANSIBLE_STRATEGY_PLUGINS=$MITOGEN
      fi
      CMD=(ansible-playbook -i "$INVENTORY" "$BENCH/peers/site.yml") ;;
    *) die "no case $1" ;;
  esac
}

# forget CASE: every run begins cold
forget() {
  case $1 in
    *-nocache) rm -rf "$STATE/cache/$1" ;;
    ansible | mitogen)   # Ansible leaves its connections open for a minute
      local socket
      for socket in "$TMP"/cp/*; do
        if [ -S "$socket" ]; then ssh -F none -o ControlPath="$socket" -O exit none 2>/dev/null || true; fi
      done
      rm -rf "$TMP/cp" ;;
  esac
}

# run_case CASE [COMMAND...]: under COMMAND, its output to $OUT.log, the loop's to $OUT/HOST
run_case() {
  local name=$1
  shift
  rm -rf "$OUT" "$OUT.log"
  mkdir -p "$OUT"
  ( configure "$name"; exec "$@" timeout --foreground 900 "${CMD[@]}" >"$OUT.log" 2>&1 </dev/null )
}

# counted CASE: "TASKS CHANGED", over all hosts, as the last run of it told
counted() {
  case $1 in
    loop*) cat "$OUT"/* | awk '/^(ok|changed) / { n++ } /^changed/ { c++ } END { print n + 0, c + 0 }' ;;
    # "d1 : ok=41 changed=0 unreachable=0 failed=0 ..."
    ansible | mitogen)
      awk '/ok=[0-9]+ +changed=/ {
             for (i = 1; i <= NF; i++) { split($i, kv, "="); v[kv[1]] += kv[2] }
           } END { print v["ok"] + 0, v["changed"] + 0 }' "$OUT.log" ;;
    # "Shop · 10 hosts", "  ok  Tools  10", "  changed  Sites  2 (d3, d7) · 8 ok",
    # "10 hosts: 10 ok · 2 changed · ..."; of one host no numbers
    kit*)
      awk '/ · 1 host$/ { one = 1 }
           /^  ok / { n += one ? 1 : $NF }
           /^  changed / && !/ handler: / {
             if (one) { n++; next }
             if ($NF == "ok") n += $(NF - 1)
             for (i = NF; i > 1 && $i !~ /^\(/; i--);
             n += i > 1 ? $(i - 1) : $NF
           }
           /^[0-9]+ hosts?: / { for (i = 2; i <= NF; i++) if ($i == "changed") c = $(i - 1) }
           END { print n + 0, c + 0 }' "$OUT.log" ;;
  esac
}

# converged CASE: the last run found everything in order on all of NAMES, or we stop
converged() {
  local said want
  set -- "$1" $NAMES
  want="$((TASKS * ($# - 1))) 0"
  said=$(counted "$1")
  [ "$said" = "$want" ] && return 0
  tail -n 15 "$OUT.log" >&2
  grep -h '^changed' "$OUT"/* 2>/dev/null | sort | uniq -c >&2 || true
  die "$1: tasks and changes are $said, not $want (bench/verify finds out who disagrees)"
}

failed() { # CASE
  tail -n 15 "$OUT.log" >&2
  die "$1 failed"
}

mitogen_found() {
  MITOGEN=$(dpkg -L ansible-mitogen | grep '/ansible_mitogen/plugins/strategy$') || die "no Mitogen"
}

# jdks: one Java a version, from where Debian and its like put them
declare -A JDK
jdks() {
  local java version
  for java in ${JAVA_HOME:+"$JAVA_HOME/bin/java"} /usr/lib/jvm/*/bin/java; do
    [ -x "$java" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "${java%/bin/java}/release" 2>/dev/null) || continue
    [ -n "$version" ] && [ "$version" -ge 17 ] && [ -z "${JDK[$version]:-}" ] || continue
    JDK[$version]=$java
  done
  JDKS=$(printf '%s\n' "${!JDK[@]}" | sort -n)
}
