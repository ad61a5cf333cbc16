// variables in YAML that are templates
play('Site') {
  hosts 'web'
  task('T') { command 'true', register: 'result_of_run'; template src: 't.j2', dest: '/t', vars: [more: 1] }
}
