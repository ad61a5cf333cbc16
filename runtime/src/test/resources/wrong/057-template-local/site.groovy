// a template reads what is local to the playbook
play('Site') {
  hosts 'web'
  task('Set up') {
    ['shop', 'blog'].each { site ->
      template src: 'site.conf.j2', dest: "/etc/${site}.conf"
    }
  }
}
