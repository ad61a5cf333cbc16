// files in folders, absolute and at home
play('Files') {
  hosts 'web'
  task('T') {
    copy src: 'etc/motd', dest: '/etc/motd'
    copy src: 'beside.txt', dest: '/x'
    copy src: '/etc/on-the-host', dest: '/y', remoteSrc: true
    copy src: '/etc/on-the-host', dest: '/y', remote_src: facts.os.family == 'Debian'
    template src: 'sub/t.j2', dest: '/t'
    script 'run.sh --all "two words"'
    unarchive src: '/tmp/on-the-host.tgz', dest: '/srv', remoteSrc: true
    fetch src: '/etc/motd', dest: 'kept/'
  }
}
