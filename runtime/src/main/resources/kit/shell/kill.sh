# kit_kill PID TENTHS: ends what runs below PID, not PID itself: TERM, and after
# some tenths of a second KILL. USR1 tells the shell PID that it was us.
kit_kill() {
  kit_below "$1"
  [ -n "$kit_b" ] || return 0
  kit_left=$kit_b kit_n=0
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
  [ -z "$kit_left$kit_b" ] || kill -KILL $kit_left $kit_b 2>/dev/null
  return 0
}
