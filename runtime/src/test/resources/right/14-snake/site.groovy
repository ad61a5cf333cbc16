// names as Ansible writes them
play(name: 'Snake', hosts: 'web', gather_facts: false, become: true) {
  task('T') {
    apt name: 'nginx', update_cache: true, cache_valid_time: 3600
    get_url url: 'https://example.org/x', dest: '/x'
    command 'true', ignore_errors: true, changed_when: false, become_user: 'www'
    set_fact my_fact: 1
    debug msg: my_fact
    wait_for port: 80
  }
}
