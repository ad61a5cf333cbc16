# On a host, as root: firewalls without rules, and what is in them, one line each.
begin() {
  [ -e /usr/sbin/iptables ] || DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends iptables >/dev/null || exit
  end
}

end() {
  for program in iptables ip6tables; do
    for table in filter mangle raw nat; do
      $program -t $table -F && $program -t $table -X
      for chain in PREROUTING INPUT FORWARD OUTPUT POSTROUTING; do
        $program -t $table -P $chain ACCEPT 2>/dev/null
      done
    done
  done
  :
}

setup() { sh -e; }

dump() {
  for program in iptables ip6tables; do
    $program-save | awk -v program=$program '
      /^\*/ { table = substr($1, 2) }
      /^:/ { print program, table, ($2 == "-" ? "-N " : "-P ") substr($1, 2), ($2 == "-" ? "" : $2) }
      /^-A/ { print program, table, $1, $2, ++n[table, $2] ":", substr($0, length($2) + 5) }'
  done
}
