// Every module that sets something up on a Debian host. absent.groovy takes it all away again.
play('Everything') {
  hosts 'all'
  become()

  task('Accounts') {
    group name: 'kitsecond', gid: 4711
    user name: 'kitsecond', uid: 4711, group: 'kitsecond', groups: ['adm'], append: true, comment: 'Second run',
      shell: '/bin/bash', password: '$6$kitkitkit$fwTzdnw4Ij4SoOkRWTH0r4HtFX6dCqdWjMNTQJd8YEQR0sPKHjqXFhkTzR5xKAQw5JBt1XhjOMYDQ50C3dFZm/'
    authorizedKey user: 'plain', key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh a@home',
      keyOptions: 'restrict,command="/bin/true"'
    knownHosts name: 'git.example.org', path: '/etc/ssh/ssh_known_hosts',
      key: 'git.example.org ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh'
    cron name: 'second', user: 'plain', minute: '7', job: 'true'
    cron name: 'second file', cronFile: 'kit-second', user: 'root', specialTime: 'daily', job: 'true'
  }

  task('Files') {
    file path: '/srv/kit-second', state: 'directory', mode: '0750', group: 'kitsecond'
    copy dest: '/srv/kit-second/copied', content: 'a = 1\nb = 2\n', mode: '0640', group: 'kitsecond', force: false
    copy dest: '/srv/kit-second/tree/', src: 'tree/'
    template dest: '/srv/kit-second/rendered', src: 'rendered.j2', vars: [port: 8080]
    lineinfile path: '/srv/kit-second/copied', regexp: '^b', line: 'b = 3'
    blockinfile path: '/srv/kit-second/copied', block: 'c = 4\nd = 5'
    replace path: '/srv/kit-second/copied', regexp: '^a = 1$', replace: 'a = 9'
    iniFile path: '/srv/kit-second/ini', section: 'server', option: 'port', value: 8080
    file path: '/srv/kit-second/link', state: 'link', src: 'copied'
    getUrl url: 'http://127.0.0.1:8471/kit.tar.gz', dest: '/srv/kit-second/kit.tar.gz', checksum: "sha256:${seedSum}"
    unarchive src: '/srv/kit-seed/kit.tar.gz', dest: '/srv/kit-second', remoteSrc: true, creates: '/srv/kit-second/packed'
    git repo: '/srv/kit-seed/git', dest: '/srv/kit-second/work', version: 'main', update: false
    fetch src: '/etc/os-release', dest: 'fetched'
  }

  task('Keys') {
    opensslPrivatekey path: '/srv/kit-second/ca.key', type: 'ECC', curve: 'secp256r1', passphrase: 'second-canary'
    opensslCsr path: '/srv/kit-second/ca.csr', privatekeyPath: '/srv/kit-second/ca.key', privatekeyPassphrase: 'second-canary',
      commonName: 'Second CA', useCommonNameForSan: false, basicConstraints: ['CA:TRUE'], basicConstraintsCritical: true
    x509Certificate path: '/srv/kit-second/ca.crt', csrPath: '/srv/kit-second/ca.csr', provider: 'selfsigned',
      privatekeyPath: '/srv/kit-second/ca.key', privatekeyPassphrase: 'second-canary'
    opensslPrivatekey path: '/srv/kit-second/web.key', type: 'RSA', size: 2048
    opensslCsr path: '/srv/kit-second/web.csr', privatekeyPath: '/srv/kit-second/web.key', commonName: 'www.example.org',
      subjectAltName: ['DNS:www.example.org', 'IP:10.0.0.1']
    x509Certificate path: '/srv/kit-second/web.crt', csrPath: '/srv/kit-second/web.csr', provider: 'ownca', remainingDays: 30,
      owncaPath: '/srv/kit-second/ca.crt', owncaPrivatekeyPath: '/srv/kit-second/ca.key', owncaPrivatekeyPassphrase: 'second-canary'
  }

  task('Rules') {
    confirmWithin(30.s) {
      iptables chain: 'KITSECOND', chainManagement: true
      iptables chain: 'KITSECOND', ctstate: ['ESTABLISHED', 'RELATED'], jump: 'ACCEPT', action: 'insert'
      iptables chain: 'KITSECOND', protocol: 'tcp', destinationPorts: ['80', '443'], jump: 'ACCEPT', comment: 'web'
      iptables chain: 'KITSECOND', protocol: 'vrrp', source: '!10.0.0.0/8', jump: 'ACCEPT'
      iptables chain: 'KITSECOND', protocol: 'icmp', icmpType: 'echo-request', limit: '5/second', jump: 'ACCEPT'
      iptables chain: 'KITSECOND', protocol: 'tcp', rejectWith: 'tcp-reset'
      iptables chain: 'FORWARD', policy: 'DROP'
      iptables table: 'nat', chain: 'PREROUTING', protocol: 'tcp', destinationPort: 8081, inInterface: 'eth9', jump: 'DNAT', toDestination: '10.9.9.9:81'
      iptables table: 'nat', chain: 'POSTROUTING', outInterface: 'eth9', jump: 'MASQUERADE'
      iptables chain: 'FORWARD', ipVersion: 'ipv6', protocol: 'ipv6-icmp', jump: 'ACCEPT'
    }
    iptablesRuleset table: 'mangle', rules: ['-A FORWARD -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu']
    iptablesRuleset table: 'mangle', ipVersion: 'ipv6', save: false, rules: ['-A FORWARD -j MARK --set-mark 1']
  }

  task('System') {
    hostname name: 'kit-second'
    sysctl name: 'net.ipv4.ip_local_port_range', value: '32000 60999', sysctlSet: true
    mount path: '/mnt/kit second', src: 'tmpfs', fstype: 'tmpfs', opts: 'size=1m', state: 'mounted'
    copy dest: '/etc/systemd/system/kit-second.service', content: '[Service]\nExecStart=/bin/sleep infinity\n[Install]\nWantedBy=multi-user.target\n'
    systemd name: 'kit-second', state: 'started', enabled: true, daemonReload: true
    service name: 'cron', state: 'started', enabled: true
  }

  task('Packages') {
    debconf name: 'kit-second', question: 'kit-second/mailer', vtype: 'select', value: 'Internet Site'
    debconf name: 'kit-second', question: 'kit-second/password', vtype: 'password', value: 'second-canary'
    apt name: 'tree'
    packages name: 'bc'
    aptRepository name: 'kit-second', uris: ['file:/srv/kit-seed/repo'], suites: ['./'], trusted: true
    pip name: ['kit-hello==1.0'], virtualenv: '/srv/kit-second-venv', extraArgs: '--no-index --find-links /srv/kit-seed'
  }

  task('Commands') {
    uri url: 'http://127.0.0.1:8471/', creates: '/srv/kit-second/command'
    command 'touch /srv/kit-second/command', creates: '/srv/kit-second/command'
    shell 'echo x | cat >/srv/kit-second/shell', creates: '/srv/kit-second/shell'
    script 'made.sh /srv/kit-second/script', creates: '/srv/kit-second/script'
  }
}
