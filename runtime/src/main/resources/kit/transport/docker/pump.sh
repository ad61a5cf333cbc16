# kit_guard: when the controller is lost, what it had started must not go on. Done here, not by a
# process beside the shell: that would be left to the container's first process, and many of them
# never look after processes that have ended.
kit_guard() {
  { read -r kit_stat </proc/self/stat; } 2>/dev/null || return 0
  kit_me=${kit_stat%% *}
  for kit_s in 0.02 0.1 0.5 1 1; do
    kit_below $$
    kit_side=
    for kit_one in $kit_b; do
      [ "$kit_one" = "$kit_me" ] || { kit_side=$kit_one; break; }
    done
    [ -n "$kit_side" ] || return 0
    sleep "$kit_s" 2>/dev/null || sleep 1
  done
  kit_kill "$kit_side" 20
}

# The input goes to the shell through a cat, which ends with it. Of what it runs as another user a
# plain user can end nothing: kit_watch does, and finds the number of the cat in the name kitu-N.
{
  exec 3<&0
  sh -c 'echo $$; exec cat' <&3 &
  exec 3<&-
  wait $! && { exec >&-; kit_guard; }
} 2>/dev/null | {
  trap : USR1
  read -r kit_cat
  case $(id -u) in 0) kit_s=r ;; *) kit_s=u ;; esac
  { printf %s "kit$kit_s-$kit_cat" >/proc/self/comm; } 2>/dev/null
  sh -c "$1"
  kit_rc=$?
  kill "$kit_cat" 2>/dev/null
  exit "$kit_rc"
}
