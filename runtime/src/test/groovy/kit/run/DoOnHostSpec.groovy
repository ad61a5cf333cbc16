package kit.run

/** kit do on real hosts, one of them with nothing but busybox. */
class DoOnHostSpec extends HostSpec {

  def "a call changes, then has nothing to do, and check mode touches nothing"() {
    given:
    def call = ['all', 'copy', 'dest=/tmp/do-on-host', 'content=I am {{ inventory_hostname }}\n', 'mode=0600']
    ['d1', 'd2', 'd3', 'm1'].each { hosts.on(it, 'rm -f /tmp/do-on-host') }

    expect:
    with(make(*call, '--check', '--diff')) {
      code == 0
      out =~ /(?m)^  changed  copy +4$/
      out.contains('+I am m1')
    }
    hosts.on('d1', 'ls /tmp').readLines().count('do-on-host') == 0
    make(*call, '-o', 'json').calls*.status == ['changed'] * 4
    ['d1', 'm1'].every { hosts.on(it, 'cat /tmp/do-on-host') == "I am $it" }

    and:
    with(make(*call, '-o', 'json')) {
      calls*.status == ['ok'] * 4
      summary.hosts.values()*.roundTrips == [1] * 4
    }
  }

  def "equal answers are told once"() {
    when:
    def ran = make('all', 'command', 'echo {{ group_names | first }}')

    then:
    ran.code == 0
    ran.out.contains('\n  d1, d2, d3:\n    debian\n  m1:\n    minimal\n')
  }

  def "an expression chooses hosts, for a limit to leave some of: #pattern"() {
    given:
    site.hosts(hosts.line('d1', port: 8081), hosts.line('d2', port: 8082), '[web]', 'd1', 'd2')

    expect:
    make(pattern, 'command', 'echo chosen', *limit, '-o', 'json').calls*.host.sort() == chosen
    site.kit('sh', '-i', site.inventory, pattern, *limit, '--', 'echo chosen').out.readLines().sort() == chosen.collect { "$it | chosen" as String }
    site.kit('facts', '-i', site.inventory, pattern, *limit, '-o', 'json').out.readLines().size() == chosen.size()

    where:
    pattern                               | limit           || chosen
    'port == 8082'                        | []              || ['d2']
    'port > 8000'                         | ['-l', 'd1']    || ['d1']
    'web:&{facts.os.family == "Debian"}'  | ['-l', '!d1']   || ['d2']
    '!{port == 8082}'                     | []              || ['d1']
  }

  def "an expression that is wrong, or holds for no host, is told before a host is contacted: #pattern"() {
    given:
    site.hosts(hosts.line('d1', port: 8081))

    expect:
    with(make(pattern, 'ping')) {
      code == expected
      err.contains(told)
    }

    where:
    pattern         || expected | told
    'prot == 1'     || 1        | "PATTERN:1:1: no host has a variable 'prot'"
    'port == '      || 1        | 'PATTERN:1:'
    'all:&{port ==' || 5        | 'the { of an expression is not closed'
    'port == 1'     || 5        | "no host matches 'port == 1'"
  }

  def "what a playbook owes to a host is no business of a call"() {
    given:
    site.run("play('P') {\n  hosts 'd1'\n  task('T') { command 'true', notify: 'h' }\n"
        + "  task('U') { command 'false' }\n  handler('h') { command 'true' }\n}\n")

    expect:
    !make('d1', 'command', 'true').out.contains('kept for the next run')
  }

  def "a list of packages is one call"() {
    expect:
    with(make('d1', 'apt', 'name=hello-nowhere,cron', '-b', '--check')) {
      code == 2
      out.contains('hello-nowhere')
    }
    make('d1', 'apt', 'name=cron,procps', '-b').out =~ /ok +apt|1 ok · 0 changed/
  }

  def "failures end with #code"() {
    given:
    site.hosts(hosts.line('d1'), hosts.line('d2', ansible_port: 1))

    expect:
    make(*call).code == code

    where:
    call                                    || code
    ['d1', 'command', 'false']              || 2
    ['d2', 'command', 'true']               || 4
    ['all', 'ping']                         || 4
    ['all', 'command', 'false']             || 2
    ['d1', 'command', 'sleep 9', '-m', '1'] || 2
  }

  def "a secret in an argument is shown nowhere"() {
    given:
    site.hosts(hosts.line('d1', 'secretive', ansible_become_password: 'become-me'))

    when:
    def ran = make('d1', 'shell', 'cat', 'stdin={{ ansible_become_password }}', '-vv')

    then:
    ran.code == 0
    ran.out.contains('******')
    !ran.text.contains('become-me')
  }

  private Ran make(String... words) {
    site.kit('do', '-i', site.inventory, *words)
  }
}
