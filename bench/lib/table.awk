# Samples (see lib/measure.sh) to a Markdown table, in the order in which cases first come.
# -v sessions=N: for the heading of the loop's memory.

function median(values, n,    i, j, t) {
  for (i = 2; i <= n; i++) {
    t = values[i]
    for (j = i - 1; j > 0 && values[j] > t; j--) values[j + 1] = values[j]
    values[j + 1] = t
  }
  return n % 2 ? values[(n + 1) / 2] : (values[n / 2] + values[n / 2 + 1]) / 2
}

function of(name, column,    i, values) {
  for (i = 1; i <= count[name]; i++) values[i] = sample[name, i, column] + 0
  low = 1e9; high = 0
  for (i = 1; i <= count[name]; i++) {
    if (values[i] < low) low = values[i]
    if (values[i] > high) high = values[i]
  }
  return median(values, count[name])
}

function label(name,    v) {
  if (name == "loop") return "ssh loop, one script, default key exchange"
  if (name == "loop-curve25519") return "ssh loop, one script, curve25519"
  if (name == "ansible") return "Ansible, pipelining, 10 forks"
  if (name == "mitogen") return "Ansible with Mitogen"
  v = name; gsub(/[^0-9]/, "", v)
  v = name ~ /nocache/ ? substr(v, 1, 2) : v
  return "kit, JDK " v (name ~ /nocache/ ? ", no cache at all" : ", cold")
}

function ratio(a, b) { return b ? sprintf("%.2f", a / b) : "-" }

BEGIN { FS = "\t" }

{
  if (!count[$1]++) order[++cases] = $1
  for (c = 2; c <= 6; c++) sample[$1, count[$1], c] = $c
  noisy += $6; total++
}

END {
  print "| case | n | wall ms | min..max | x loop | x curve25519 loop | client CPU ms | peak RSS MB | machine busy ms |"
  print "|---|---|---|---|---|---|---|---|---|"
  for (i = 1; i <= cases; i++) wall[order[i]] = of(order[i], 2)
  for (i = 1; i <= cases; i++) {
    name = order[i]
    of(name, 2)
    printf "| %s | %d | %.0f | %.0f..%.0f | %s | %s | %.0f | %s%.0f | %.0f |\n", label(name), count[name], wall[name],
      low, high, ratio(wall[name], wall["loop"]), ratio(wall[name], wall["loop-curve25519"]), of(name, 3),
      name ~ /^loop/ ? sessions " x " : "", of(name, 4), of(name, 5)
  }
  print ""
  for (i = 1; i <= cases; i++) {
    name = order[i]
    if (name !~ /^kit/ || !("ansible" in wall)) continue
    printf "%s: %.0f times faster than Ansible, %.0f times faster than Mitogen.\n", label(name),
      wall["ansible"] / wall[name], wall["mitogen"] / wall[name]
  }
  printf "%d of %d samples began while the machine was busy with something else.\n", noisy, total
}
