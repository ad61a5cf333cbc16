// 41 tasks of every day, for bench/run. peers/site.yml and peers/limit.sh do the same, task by task.
play('Shop nodes') {
  hosts 'shop'
  become()

  task('Group shop') { group name: 'shop', gid: 3101, system: true }
  task('Group ops') { group name: 'ops', gid: 3102 }
  task('Group audit') { group name: 'audit', gid: 3103 }

  task('User shop') {
    user name: 'shop', uid: 3101, group: 'shop', comment: 'Shop', home: '/srv/shop',
        shell: '/usr/sbin/nologin', createHome: false, system: true
  }
  task('User carla') {
    user name: 'carla', uid: 3111, group: 'ops', groups: ['audit', 'adm'], append: true,
        comment: 'Carla Canis', shell: '/bin/bash'
  }
  task('User dirk') {
    user name: 'dirk', uid: 3112, group: 'ops', groups: ['adm'], append: true,
        comment: 'Dirk Dachs', shell: '/bin/bash'
  }

  task('Web server') { apt name: ['nginx-light', 'logrotate'] }
  task('Tools') { apt name: ['curl', 'rsync', 'openssl'] }

  task('Directory /srv/shop') {
    file path: '/srv/shop', state: 'directory', owner: 'root', group: 'shop', mode: '0755'
  }
  task('Directory /srv/shop/conf') {
    file path: '/srv/shop/conf', state: 'directory', owner: 'root', group: 'shop', mode: '0750'
  }
  task('Directory /srv/shop/releases') {
    file path: '/srv/shop/releases', state: 'directory', owner: 'shop', group: 'ops', mode: '0775'
  }
  task('Directory /srv/shop/shared') {
    file path: '/srv/shop/shared', state: 'directory', owner: 'shop', group: 'ops', mode: '2775'
  }
  task('Directory /srv/shop/www') {
    file path: '/srv/shop/www', state: 'directory', owner: 'shop', group: 'shop', mode: '0755'
  }
  task('Directory /var/log/shop') {
    file path: '/var/log/shop', state: 'directory', owner: 'shop', group: 'adm', mode: '0750'
  }
  task('Directory /etc/shop') {
    file path: '/etc/shop', state: 'directory', owner: 'root', group: 'shop', mode: '0750'
  }
  task('Directory /opt/shop/bin') {
    file path: '/opt/shop/bin', state: 'directory', owner: 'root', group: 'root', mode: '0755'
  }

  task('Sites') {
    template src: 'nginx-shop.conf.j2', dest: '/etc/nginx/conf.d/shop.conf',
        owner: 'root', group: 'root', mode: '0644', notify: 'reload nginx'
  }
  task('Application') {
    template src: 'app.properties.j2', dest: '/etc/shop/app.properties',
        owner: 'root', group: 'shop', mode: '0640'
  }
  task('Database') {
    template src: 'database.yml.j2', dest: '/etc/shop/database.yml',
        owner: 'root', group: 'shop', mode: '0640'
  }
  task('Workers') {
    template src: 'workers.conf.j2', dest: '/etc/shop/workers.conf',
        owner: 'root', group: 'shop', mode: '0640'
  }
  task('Log rotation') {
    template src: 'logrotate.j2', dest: '/etc/logrotate.d/shop',
        owner: 'root', group: 'root', mode: '0644'
  }
  task('Start page') {
    template src: 'index.html.j2', dest: '/srv/shop/www/index.html',
        owner: 'shop', group: 'shop', mode: '0644'
  }
  task('Environment of logins') {
    template src: 'profile.sh.j2', dest: '/etc/profile.d/shop.sh',
        owner: 'root', group: 'root', mode: '0644'
  }
  task('Rights of the operators') {
    template src: 'sudoers.j2', dest: '/etc/sudoers.d/shop',
        owner: 'root', group: 'root', mode: '0440', validate: 'visudo -cqf %s'
  }

  task('Umask') { lineinfile path: '/etc/login.defs', regexp: '^UMASK\\s', line: 'UMASK\t\t027' }
  task('Login shell of new users') {
    lineinfile path: '/etc/default/useradd', regexp: '^SHELL=', line: 'SHELL=/bin/bash'
  }
  task('Mode of new homes') {
    lineinfile path: '/etc/adduser.conf', regexp: '^#?DIR_MODE=', line: 'DIR_MODE=0750'
  }
  task('Open files') { lineinfile path: '/etc/security/limits.conf', line: 'shop soft nofile 8192' }
  task('Environment of services') {
    lineinfile path: '/etc/environment', regexp: '^SHOP_ENV=', line: "SHOP_ENV=${env_name}"
  }

  task('Message of the day') {
    copy src: 'motd', dest: '/etc/motd', owner: 'root', group: 'root', mode: '0644'
  }
  task('Health check') {
    copy src: 'healthcheck', dest: '/opt/shop/bin/healthcheck',
        owner: 'root', group: 'root', mode: '0755'
  }
  task('Release') {
    copy content: '2024.11.3\n', dest: '/etc/shop/release',
        owner: 'root', group: 'root', mode: '0644'
  }

  task('Certificate') {
    command 'openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650' +
        ' -subj /CN=api.example.org -keyout /etc/shop/tls.key -out /etc/shop/tls.crt',
        creates: '/etc/shop/tls.crt'
  }
  task('Deployment key') {
    command "ssh-keygen -q -t ed25519 -N '' -C shop -f /etc/shop/deploy_key",
        creates: '/etc/shop/deploy_key'
  }
  task('First release') {
    command 'cp -a /srv/shop/www /srv/shop/releases/first', creates: '/srv/shop/releases/first'
  }

  task('nginx runs') { service name: 'nginx', state: 'started', enabled: true }
  task('cron runs') { service name: 'cron', state: 'started', enabled: true }

  task('Nightly cleanup') {
    cron name: 'shop cleanup', minute: '17', hour: '3',
        job: 'find /srv/shop/shared -name "*.tmp" -mtime +7 -delete'
  }
  task('Frequent health check') {
    cron name: 'shop health', minute: '*/5', job: '/opt/shop/bin/healthcheck 8081'
  }

  task('Web may come in') {
    iptables chain: 'INPUT', protocol: 'tcp', destinationPort: '8080', jump: 'ACCEPT',
        comment: 'shop web'
  }
  task('Database port is closed') {
    iptables chain: 'INPUT', protocol: 'tcp', destinationPort: '5432', jump: 'REJECT',
        comment: 'shop database'
  }

  handler('reload nginx') { service name: 'nginx', state: 'reloaded' }
}
