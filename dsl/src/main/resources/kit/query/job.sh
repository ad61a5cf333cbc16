# The supervisor of a detached job: sh THIS DIRECTORY SECONDS. It outlives the connection. What it
# reads it removes at once: a text may hold secrets.
kit_d=$1
rm -f "$kit_d/run"
kit_text=$(cat "$kit_d/job"; echo .)
kit_text=${kit_text%.}
rm -f "$kit_d/job"
trap '' HUP
kit_in=/dev/null
[ ! -f "$kit_d/in" ] || kit_in=$kit_d/in

# kit_end PID: ends it and all below it: TERM, and after five seconds KILL
kit_end() {
  kit_below "$1"
  kit_left="$1 $kit_b" kit_n=0
  kill -TERM $kit_left 2>/dev/null
  while [ "$kit_n" -lt 50 ]; do
    kit_still=
    for kit_one in $kit_left; do
      ! kill -0 "$kit_one" 2>/dev/null || kit_still="$kit_still $kit_one"
    done
    kit_left=$kit_still
    [ -n "$kit_left" ] || return 0
    sleep 0.1 2>/dev/null || { sleep 1; kit_n=$((kit_n + 9)); }
    kit_n=$((kit_n + 1))
  done
  kill -KILL $kit_left 2>/dev/null
}

echo $$ >"$kit_d/pid.new" && mv "$kit_d/pid.new" "$kit_d/pid" || exit
(trap - HUP; eval "$kit_text") <"$kit_in" >"$kit_d/out" 2>"$kit_d/err" &
kit_job=$!
(
  trap 'kill "$kit_s"; exit' TERM
  sleep "$2" &
  kit_s=$!
  wait "$kit_s"
  trap '' TERM
  : >"$kit_d/late"
  kit_end "$kit_job"
) &
kit_timer=$!
wait "$kit_job"
kit_r=$?
if [ -e "$kit_d/late" ]; then
  wait "$kit_timer"
else
  kill "$kit_timer" 2>/dev/null
fi
echo "$kit_r" >"$kit_d/rc.new" && mv "$kit_d/rc.new" "$kit_d/rc"
