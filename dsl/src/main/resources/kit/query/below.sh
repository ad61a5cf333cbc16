# kit_below PID: $kit_b gets the processes below PID, parents before children.
kit_below() {
  kit_all= kit_b= kit_known=" $1 " kit_more=1
  for kit_f in /proc/[0-9]*/stat; do
    { read -r kit_stat <"$kit_f"; } 2>/dev/null || continue
    set -- ${kit_stat##*) }
    kit_all="$kit_all ${kit_stat%% *}:$2"
  done
  while [ -n "$kit_more" ]; do
    kit_more=
    for kit_one in $kit_all; do
      case $kit_known in *" ${kit_one%%:*} "*) continue ;; esac
      case $kit_known in *" ${kit_one#*:} "*)
        kit_known="$kit_known${kit_one%%:*} " kit_b="$kit_b ${kit_one%%:*}" kit_more=1 ;;
      esac
    done
  done
}

