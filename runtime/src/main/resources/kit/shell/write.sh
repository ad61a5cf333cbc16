# Replaces a file at once: new file beside it, then rename.
kit_no() { printf '%s\n' "$*" >&2; exit 1; }

# kit_dest PATH: $p is where it really is, $d the directory of that
kit_dest() {
  p=$1
  case $p in /*) ;; *) p=./$p ;; esac
  if [ -h "$p" ]; then
    kit_trusts "$p"
    if [ -e "$p" ]; then
      p=$(readlink -f -- "$p" && echo .) || kit_no "$1 is a link that leads nowhere"
      p=${p%??}
    else
      kit_hops "$1"
    fi
  fi
  d=${p%/*}/
  [ ! -d "$p" ] || kit_no "$p is a directory"
  [ ! -e "$p" ] || [ -f "$p" ] || kit_no "$p is not a regular file"
  [ -d "$d" ] || kit_no "the directory $d does not exist"
}

# kit_hops PATH: follows the link $p, which leads to nothing yet, or into itself: readlink -f would
# never end on d -> d/a
kit_hops() {
  kit_n=0
  while [ -h "$p" ]; do
    [ $((kit_n += 1)) -le 40 ] || kit_no "$1 is a link that leads into itself"
    k=$(readlink -- "$p" && echo .) || kit_no "$1 is a link that leads nowhere"
    k=${k%??}
    case $k in /*) p=$k ;; *) p=${p%/*}/$k ;; esac
  done
}

# Who may write into /tmp could lay a link there that leads to another's file.
kit_trusts() {
  kd=${1%/*}/
  [ -k "$kd" ] || return 0
  case " $(stat -c %u -- "$kd") $(id -u) 0 " in
    *" $(stat -c %u -- "$1") "*) ;;
    *) kit_no "$1 is a link of another user in a directory that all may write to" ;;
  esac
}

# kit_begin PATH TEMP: an empty new file $t which only we may read
kit_begin() {
  kit_dest "$1"
  t=$d$2
  for old in "$d${2%-*}"-*; do # left behind by a killed run
    [ ! -f "$old" ] || find "$old" -prune -mmin +60 -exec rm -f -- {} \;
  done
  (umask 077; set -C; : >"$t") || kit_no "cannot create a file in $d"
  if [ -e "$p" ]; then # access lists and extended attributes, where cp can do that
    cp -a --attributes-only --no-preserve=ownership,timestamps -- "$p" "$t" 2>/dev/null
    chmod 0600 -- "$t"
  fi
}

# kit_end MODE OWNER GROUP BACKUP VALIDATE NEWMODE
kit_end() {
  mode=$1 owner=$2 group=$3 old= links=1
  if [ -e "$p" ]; then
    old=$(stat -c '%a %u %g %h' -- "$p") || exit 1
    links=${old##* }
    mode=${mode:-${old%% *}}
    old=${old#* }; uid=${old%% *}; old=${old#* }; gid=${old%% *}
    owner=${owner:-$uid} group=${group:-$gid}
  fi
  [ -z "$5" ] || kit_valid "$5"
  if [ -n "$owner$group" ] && ! chown -- "$owner${group:+:$group}" "$t"; then
    [ -z "$2$3" ] && [ -w "$p" ] || exit 1
    kit_in_place "belongs to another user"
    return
  fi
  chmod -- "${mode:-$6}" "$t" || exit 1
  if [ -n "$4" ] && [ -n "$old" ]; then
    b=$p.$$.$(date +%Y-%m-%d@%H:%M:%S)~
    cp -p -- "$p" "$b" || exit 1
    printf '%s\n' "$b"
  fi
  if [ "$links" -gt 1 ]; then
    kit_in_place "has $links names"
  else
    kit_sync "$t"
    said=$(mv -f -- "$t" "$p" 2>&1) || case $said in
      *busy*) kit_in_place "is a mount point" ;;
      *) kit_no "$said" ;;
    esac
  fi
  kit_sync "$d"
  if [ -z "$old" ] && command -v selinuxenabled >/dev/null && selinuxenabled; then
    restorecon -- "$p"
  fi
}

kit_sync() {
  sync -- "$1" 2>/dev/null || [ -d "$1" ] || dd if=/dev/null of="$1" conv=notrunc,fsync 2>/dev/null
}

# kit_valid COMMAND: its %s is the new file
kit_valid() {
  rest=$1 command= file=$t
  case $t in *[!A-Za-z0-9_./:,+@-]*)
    file="'$(printf '%s\n' "$t" | sed "s/'/'\\\\''/g")'" ;;
  esac
  while :; do
    case $rest in *%s*) command=$command${rest%%\%s*}$file rest=${rest#*\%s} ;; *) break ;; esac
  done
  (eval "$command$rest") </dev/null || kit_no "the new content of $p is not valid: $1"
}

# kit_in_place WHY: a rename is not possible or would do harm
kit_in_place() {
  printf '%s\n' "$p $1: written in place, not at once" >&2
  cp -p -- "$p" "$t.old" || exit 1
  if cat "$t" >"$p" && cmp -s "$t" "$p"; then
    rm -f -- "$t" "$t.old"
  else
    cat "$t.old" >"$p"
    rm -f -- "$t.old"
    kit_no "$p could not be written and has its old content again"
  fi
  [ -z "$owner$group" ] || [ "$owner:$group" = "$uid:$gid" ] ||
    chown -- "$owner${group:+:$group}" "$p" || exit 1
  chmod -- "${mode:-$6}" "$p" 2>/dev/null || [ ! -O "$p" ] || exit 1
  kit_sync "$p"
}

# kit_write PATH TEMP MODE OWNER GROUP BACKUP VALIDATE NEWMODE <CONTENT
kit_write() {
  (
    trap 'rm -f -- "$t"' EXIT
    trap 'exit 143' HUP INT TERM PIPE
    kit_begin "$1" "$2"
    cat >"$t" || kit_no "$1 is as it was"
    shift 2
    kit_end "$@"
  )
}

# kit_upload PATH TEMP: makes the file that another channel will fill; prints its name
kit_upload() {
  kit_t=
  trap 'rm -f -- "$kit_t"' EXIT
  trap 'exit 143' HUP INT TERM PIPE # also where nobody is left to read the name
  kit_t=$(kit_begin "$1" "$2" && printf '%s' "$t") || { kit_done 1; return; }
  printf '%s' "$kit_t"
}

# kit_arrived NAME SIZE SHA256: is the uploaded file $kit_t what was sent?
kit_arrived() {
  [ "$(wc -c <"$kit_t")" -eq "$2" ] || kit_no "$1 did not arrive whole"
  sum=$(sha256sum <"$kit_t" 2>/dev/null) || return 0
  [ "${sum%% *}" = "$3" ] || kit_no "$1 did not arrive unharmed"
}

# kit_uploaded PATH SIZE SHA256 MODE OWNER GROUP BACKUP VALIDATE NEWMODE
kit_uploaded() {
  (
    t=$kit_t
    trap 'rm -f -- "$t"' EXIT
    trap 'exit 143' HUP INT TERM PIPE
    kit_dest "$1"
    kit_arrived "$1" "$2" "$3"
    shift 3
    kit_end "$@"
  )
  kit_done $?
}

# kit_done STATUS: the uploaded file is no longer needed
kit_done() {
  rm -f -- "$kit_t"
  trap - EXIT HUP INT TERM PIPE
  return "$1"
}
