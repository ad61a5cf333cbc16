// Takes away what present.groovy sets up.
play('Nothing') {
  hosts 'all'
  become()

  task('Rules') {
    iptables chain: 'KITSECOND', protocol: 'tcp', destinationPorts: ['80', '443'], jump: 'ACCEPT', comment: 'web', state: 'absent'
    iptables chain: 'KITSECOND', chainManagement: true, state: 'absent'
    iptables chain: 'FORWARD', policy: 'ACCEPT'
    iptables table: 'nat', flush: true
    iptables chain: 'FORWARD', ipVersion: 'ipv6', protocol: 'ipv6-icmp', jump: 'ACCEPT', state: 'absent'
    iptablesRuleset table: 'mangle', rules: []
    iptablesRuleset table: 'mangle', ipVersion: 'ipv6', save: false, rules: []
  }

  task('System') {
    sysctl name: 'net.ipv4.ip_local_port_range', state: 'absent'
    mount path: '/mnt/kit second', state: 'absent'
    systemd name: 'kit-second', state: 'stopped', enabled: false
    hostname name: 'kit-first'
  }

  task('Keys') {
    ['ca', 'web'].each { name ->
      x509Certificate path: "/srv/kit-second/${name}.crt", state: 'absent'
      opensslCsr path: "/srv/kit-second/${name}.csr", state: 'absent'
      opensslPrivatekey path: "/srv/kit-second/${name}.key", state: 'absent'
    }
  }

  task('Lines') {
    lineinfile path: '/srv/kit-second/copied', line: 'b = 3', state: 'absent'
    blockinfile path: '/srv/kit-second/copied', state: 'absent'
    iniFile path: '/srv/kit-second/ini', section: 'server', option: 'port', state: 'absent'
    command 'rm /srv/kit-second/command', removes: '/srv/kit-second/command'
    shell 'rm /srv/kit-second/shell', removes: '/srv/kit-second/shell'
  }

  task('Accounts') {
    cron name: 'second', user: 'plain', state: 'absent'
    cron name: 'second file', cronFile: 'kit-second', state: 'absent'
    knownHosts name: 'git.example.org', path: '/etc/ssh/ssh_known_hosts', state: 'absent'
    authorizedKey user: 'plain', key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh', state: 'absent'
  }

  task('Packages') {
    pip name: 'kit-hello', virtualenv: '/srv/kit-second-venv', state: 'absent'
    aptRepository name: 'kit-second', state: 'absent'
    packages name: 'bc', state: 'absent'
    apt name: 'tree', state: 'absent', purge: true
  }

  task('Folders and accounts') {
    file path: '/srv/kit-second', state: 'absent'
    file path: '/srv/kit-second-venv', state: 'absent'
    user name: 'kitsecond', state: 'absent', remove: true
    group name: 'kitsecond', state: 'absent'
  }
}
