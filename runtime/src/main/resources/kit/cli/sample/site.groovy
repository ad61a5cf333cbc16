// What kit warm looks at, in check mode, so that the JVM learns what a usual run loads and links.
// Nothing here is ever changed, and what this machine cannot answer does not matter.
play('Sample') {
  hosts 'all'

  task('Accounts', ignoreErrors: true) {
    group name: 'kit-sample', gid: 3101, system: true
    group name: 'root', gid: 0
    user name: 'kit-sample', uid: 3101, group: 'root', comment: 'Sample', home: '/nonexistent',
        shell: '/bin/false', createHome: false
    user name: 'root', uid: 0, group: 'root', groups: ['root'], append: true, comment: 'root', shell: '/bin/sh'
  }
  task('Packages', ignoreErrors: true) { apt name: ['sed', 'kit-sample'] }
  task('Services', ignoreErrors: true) {
    service name: 'cron', state: 'started', enabled: true
  }
  task('Jobs', ignoreErrors: true) {
    cron name: 'kit sample', minute: '*/5', hour: '3', job: 'true'
  }
  task('Rules', ignoreErrors: true) {
    iptables chain: 'INPUT', protocol: 'tcp', destinationPort: '8080', jump: 'ACCEPT', comment: 'kit'
    iptables chain: 'INPUT', protocol: 'tcp', destinationPort: '5432', jump: 'REJECT'
  }
  task('Files', tags: 'files') {
    file path: '/', state: 'directory', owner: 'root', group: 'root', mode: '0755'
    file path: '/nonexistent/kit', state: 'directory', owner: 'root', mode: 'u=rwx,go=rx'
    names.each { name ->
      copy content: "$name $port\n", dest: "/nonexistent/kit/${name}", notify: 'again'
    }
    copy src: 'app.j2', dest: '/nonexistent/kit/b', owner: 'root', group: 'root', mode: '0644'
    template src: 'app.j2', dest: '/nonexistent/kit/c', mode: '0644', validate: 'true %s'
    lineinfile path: '/etc/hosts', regexp: '^127\\.0\\.0\\.1\\s', line: '127.0.0.1\tlocalhost'
    lineinfile path: '/etc/passwd', line: "sample ${port}"
    command 'true', creates: '/etc/passwd'
    command 'true', creates: '/nonexistent/kit/d'
  }
  task('Logic') {
    def test = command 'true', readOnly: true
    if (test.rc == 0 && facts.os.family) println 'fine'
  }
  handler('again') { command 'true' }
}
