# The tools, each as one command on an inventory, and how to read what it says.
# Every one prints what it printed; counted NAME FILE says how many tasks of all
# hosts were there and how many changed something: "TASKS CHANGED".

ansible_run() { # INVENTORY
  ANSIBLE_CONFIG=$BENCH/peers/ansible.cfg ANSIBLE_SSH_CONTROL_PATH_DIR=$STATE/cp \
    bounded ansible-playbook -i "$1" "$BENCH/peers/site.yml"
}

mitogen_run() { # INVENTORY
  ANSIBLE_STRATEGY=mitogen_linear ANSIBLE_STRATEGY_PLUGINS=$MITOGEN ansible_run "$1"
}

# Ansible leaves its connections open for a minute: every sample starts without.
ansible_disconnect() {
  local socket
  for socket in "$STATE"/cp/*; do
    [ -S "$socket" ] && ssh -F none -o ControlPath="$socket" -O exit none 2>/dev/null || true
  done
  rm -rf "$STATE/cp"
}

mitogen_found() {
  MITOGEN=$(dpkg -L ansible-mitogen | grep '/ansible_mitogen/plugins/strategy$') || die "no Mitogen"
}

kit_run() { # INVENTORY
  bounded "$ROOT/kit" run "$BENCH/playbook/site.groovy" -i "$1"
}

loop_run() { # OUTDIR HOST... [-- SSH_OPTION...]
  mkdir -p "$1"
  bounded "$BENCH/peers/loop" "$BENCH/peers/limit.sh" "$@"
}

counted() { # TOOL FILE
  case $1 in
    loop) awk '/^(ok|changed) / { n++ } /^changed/ { c++ } END { print n + 0, c + 0 }' "$2"/* ;;
    # "d1 : ok=41 changed=0 unreachable=0 failed=0 ..."
    ansible | mitogen)
      awk '/ok=[0-9]+ +changed=/ {
             for (i = 1; i <= NF; i++) { split($i, kv, "="); v[kv[1]] += kv[2] }
           } END { print v["ok"] - v["unreachable"] - v["failed"], v["changed"] + 0 }' "$2" ;;
  esac
}
