# What specs read: known_hosts, hosts.ini, env.sh. Written whole, then renamed.

write_known_hosts() {
  for _h in "$@"; do
    for _t in ed25519 ecdsa rsa; do
      printf '[127.0.0.1]:%s %s\n' "$(port "$_h")" "$(cut -d' ' -f1,2 "$STATE/host/$_h/ssh_host_${_t}_key.pub")"
    done
  done >"$STATE/known_hosts.new"
  mv "$STATE/known_hosts.new" "$STATE/known_hosts"
}

inventory_line() {
  printf '%s ansible_host=127.0.0.1 ansible_port=%s ansible_user=%s ansible_ssh_private_key_file=%s\n' \
    "$1" "$(port "$1")" "$2" "$STATE/id_ed25519"
}

write_inventory() {
  {
    echo '[debian]'
    for _h in "$@"; do case $_h in d*) inventory_line "$_h" deploy ;; esac; done
    echo; echo '[minimal]'
    for _h in "$@"; do case $_h in m*) inventory_line "$_h" root ;; esac; done
    echo; echo '[all:vars]'
    echo "ansible_ssh_common_args=-o UserKnownHostsFile=$STATE/known_hosts"
  } >"$STATE/hosts.ini.new"
  mv "$STATE/hosts.ini.new" "$STATE/hosts.ini"
}

# Only KEY=VALUE: a shell can source it, a Java program can split it at '='.
write_env() {
  {
    cat <<EOF
KIT_TESTBED_PREFIX=$PREFIX
KIT_TESTBED_BASE=$BASE
KIT_TESTBED_STATE=$STATE
KIT_TESTBED_HOSTS=$*
KIT_INVENTORY=$STATE/hosts.ini
KIT_KNOWN_HOSTS=$STATE/known_hosts
KIT_KEY=$STATE/id_ed25519
KIT_KEY_PASS=$STATE/id_ed25519_pass
KIT_KEY_PASSPHRASE=kit-pass
KIT_KEY_RSA=$STATE/id_rsa
KIT_KEY_ECDSA=$STATE/id_ecdsa
KIT_KEY_WRONG=$STATE/id_wrong
KIT_SECRETIVE_PASSWORD=become-me
KIT_PLAIN_PASSWORD=plain-pw
KIT_MINIMAL_PASSWORD=root-pw
EOF
    for _h in "$@"; do
      _u=$(echo "$_h" | tr dm DM)
      echo "KIT_${_u}_PORT=$(port "$_h")"
      echo "KIT_${_u}_CONTAINER=$(container "$_h")"
    done
  } >"$STATE/env.sh.new"
  # a list is the one value with spaces in it: comma instead
  sed -i '/^KIT_TESTBED_HOSTS=/s/ /,/g' "$STATE/env.sh.new"
  mv "$STATE/env.sh.new" "$STATE/env.sh"
}
