# kit_strays: what carries the mark $kit_mark wherever it has gone: setsid, or a
# parent that has ended, lead out of the tree below the shell.
kit_strays() {
  [ -n "$kit_mark" ] || return 0
  for kit_f in $(grep -l "$kit_mark" /proc/[0-9]*/environ 2>/dev/null); do
    kit_f=${kit_f#/proc/}
    echo "${kit_f%/*}"
  done
}

# kit_kill PID TENTHS: ends what runs below PID, not PID itself, and what the
# same call has set free: TERM, and after some tenths of a second KILL. USR1
# tells the shell PID that it was us.
kit_kill() {
  kit_below "$1"
  [ -n "$kit_b" ] || return 0
  kit_mark=$(for kit_one in $kit_b; do
    tr '\000' '\n' <"/proc/$kit_one/environ"
  done 2>/dev/null | grep '^KIT_CALL=' | head -n 1)
  kit_left="$kit_b $(kit_strays)" kit_n=0
  kill -USR1 "$1"
  kill -TERM $kit_left 2>/dev/null
  while [ "$kit_n" -lt "$2" ]; do
    kit_still=
    for kit_one in $kit_left; do
      kill -0 "$kit_one" 2>/dev/null && kit_still="$kit_still $kit_one"
    done
    kit_left=$kit_still
    [ -n "$kit_left" ] || break
    sleep 0.1 2>/dev/null || { sleep 1; kit_n=$((kit_n + 9)); }
    kit_n=$((kit_n + 1))
  done
  kit_below "$1"
  kit_left="$kit_left $kit_b $(kit_strays)"
  kill -KILL $kit_left 2>/dev/null
  return 0
}
