// modes, durations, numbers as text
play('Numbers') {
  hosts 'web'
  task('T') {
    file path: '/a', state: 'directory', mode: 0755
    file path: '/b', state: 'directory', mode: '0755'
    file path: '/c', state: 'directory', mode: '755'
    file path: '/d', state: 'touch', mode: 'u=rw,go=r'
    copy dest: '/e', content: 'x', mode: 0600, backup: 'yes'
    waitFor port: '8080', timeout: 30
    waitFor port: 8080, timeout: 1.min
    cron name: 'x', minute: 5, hour: '*/2', job: 'true'
    user name: 'ann', uid: '1001', groups: ['adm'], append: true
  }
}
