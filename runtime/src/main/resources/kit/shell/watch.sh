# kit_watch: when the controller is lost, what it had started here must not go
# on: a process beside the shell looks for the server's process of this session. In a container pump.sh does that, except
# for root where its own user may not.
kit_watch() {
  kit_up=$$
  while [ "$kit_up" -gt 1 ]; do
    { read -r kit_stat <"/proc/$kit_up/stat"; } 2>/dev/null || return 0
    kit_stat=${kit_stat#*\(}
    case $kit_stat in
      sshd* | dropbear* | java*) break ;;
      kitr-*) return 0 ;;
      kitu-*)
        kit_up=${kit_stat#kitu-} kit_up=${kit_up%%)*}
        [ "$(id -u)" = 0 ] || ! kill -0 "$kit_up" 2>/dev/null || return 0
        break ;;
    esac
    set -- ${kit_stat##*) }
    kit_up=$2
  done
  [ "$kit_up" -gt 1 ] || return 0
  ( ( while sleep 3 && kill -0 $$; do
        [ -d "/proc/$kit_up" ] || { kit_kill $$ 20; break; }
      done ) & ) </dev/null >/dev/null 2>&1
}
