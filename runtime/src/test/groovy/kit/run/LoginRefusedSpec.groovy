package kit.run

/** Hosts that do not let kit in, or kit refuses to talk to. */
class LoginRefusedSpec extends HostSpec {

  static final PLAY = '''\
    play('P') {
      hosts 'all'
      task('T') { command 'touch /tmp/login-refused' }
    }
    '''.stripIndent()

  def "#what: unreachable, and the other host goes on"() {
    given:
    def wrong = temp.resolve('known')
    wrong.toFile().text = known ? known(hosts) : ''
    def its = vars(hosts).collectEntries { key, value -> [key, value?.replace('KNOWN', wrong as String)] }
    site.hosts(hosts.line(its, 'd1', user), hosts.line('d2'))

    when:
    def ran = site.run(PLAY)

    then:
    ran.code == 4
    ran.out.contains(message)
    ran.out.contains(hint)
    ran.out =~ /(?m)^  unreachable T .*site.groovy:3:15$/
    ran.out.contains('2 hosts: 1 ok, 1 unreachable')
    !ran.text.contains('canary')
    !ran.text.contains('defect')
    ran.err == ''
    ran.seconds < 40
    hosts.on('d1', 'ls -d /tmp/login-refused || :').contains('No such file')

    where:
    what                 | user     | vars                                                               | known                                                              || message                                             | hint
    'a wrong key'        | 'deploy' | { [ansible_ssh_private_key_file: it.wrongKey] }                    | null                                                               || 'login refused for deploy on d1'                    | 'is that the right user and key?'
    'no such user'       | 'nobody1'| { [:] }                                                            | null                                                               || 'login refused for nobody1 on d1'                   | 'is that the right user and key?'
    'a wrong password'   | 'plain'  | { [ansible_ssh_private_key_file: it.wrongKey, ansible_password: 'canary'] } | null                                                      || 'login refused for plain on d1'                     | 'the password'
    'an unknown host key'| 'deploy' | { [ansible_ssh_common_args: "'-o UserKnownHostsFile=KNOWN'"] }      | null                                                               || 'the host key of d1 (127.0.0.1 port'                | '--accept-new-host-keys'
    'a changed host key' | 'deploy' | { [ansible_ssh_common_args: "'-o UserKnownHostsFile=KNOWN'"] }      | { it.keysOf('d2').replace(it.port('d2'), it.port('d1')) }          || 'has CHANGED'                                       | 'somebody may be in between'
    'a key of other type'| 'deploy' | { [ansible_ssh_common_args: "'-o UserKnownHostsFile=KNOWN'"] }      | { it.keysOf('d2').replace(it.port('d2'), it.port('d1')).readLines().find { it.contains('ssh-rsa') } + '\n' } || 'has CHANGED'                     | 'somebody may be in between'
    'nobody listening'   | 'deploy' | { [ansible_port: '1'] }                                            | null                                                               || 'cannot reach d1 (127.0.0.1 port 1): connection refused' | 'is the host up'
    'no such address'    | 'deploy' | { [ansible_host: 'nosuch.invalid'] }                               | null                                                               || 'the name nosuch.invalid has no address'            | 'check ansible_host'
  }

  def "a key file that is missing fails its host, and the other goes on"() {
    given:
    site.hosts(hosts.line('d1', ansible_ssh_private_key_file: '/nonexistent/key'), hosts.line('d2'))

    when:
    def ran = site.run(PLAY)

    then:
    ran.code == 2
    ran.out.contains('the key file of d1 cannot be read: /nonexistent/key')
    ran.out.contains('2 hosts: 1 ok, 1 failed')
    !ran.text.contains('defect')
  }

  def "a changed host key is not accepted even if new ones are; new ones are written down"() {
    given:
    def known = temp.resolve('known').toFile()
    known.text = before(hosts)
    site.hosts(hosts.line('d1', ansible_ssh_common_args: "'-o UserKnownHostsFile=$known'"))

    when:
    def ran = site.run(PLAY.replace('touch /tmp/login-refused', 'true'), '--accept-new-host-keys')

    then:
    ran.code == code
    known.text.startsWith(before(hosts))
    known.text.readLines().size() == before(hosts).readLines().size() + more

    where:
    code | more | before
    4    | 0    | { it.keysOf('d2').replace(it.port('d2'), it.port('d1')) }
    0    | 1    | { it.keysOf('d2') }
  }

  def "becoming: #what"() {
    given:
    site.hosts(hosts.line(vars, name, user), hosts.line('d2'))

    when:
    def ran = site.run("""\
      play('P') {
        hosts 'all'
        task('T', when: { host != 'd2' }) { command 'id -un', becomeUser: '$become' }
      }
      """.stripIndent(), '-vvv')

    then:
    ran.code == 4
    ran.out.contains(message)
    ran.out.contains(hint)
    ran.out =~ /(?m)^  unreachable T .*site.groovy:3:39$/
    ran.out.contains('2 hosts: 1 ok, 1 unreachable')
    !ran.text.contains('canary')
    ran.seconds < 40

    where:
    what                 | name | user        | become   | vars                                  || message                                      | hint
    'no password'        | 'd1' | 'secretive' | 'root'   | [:]                                   || 'sudo on d1 wants a password'                | '--ask-become-pass'
    'a wrong password'   | 'd1' | 'secretive' | 'root'   | [ansible_become_password: 'canary']   || 'sudo refused the password for secretive on d1' | 'kit does not try twice'
    'no right to'        | 'd1' | 'plain'     | 'root'   | [ansible_become_password: 'plain-pw'] || 'plain may not use sudo on d1'               | 'sudoers'
    'no such user'       | 'd1' | 'deploy'    | 'ghost'  | [:]                                   || 'there is no user ghost on d1'               | ''
    'no sudo'            | 'm1' | 'root'      | 'nobody' | [:]                                   || 'sudo is not installed on m1'                | 'or install it'
  }

  def "a password that is right lets in, and is not told even at -vvv"() {
    given:
    site.hosts(hosts.line('d1', 'secretive', ansible_become_password: 'become-me'))

    when:
    def ran = site.run('''play('P') { hosts 'all'; become(); task('T') { command 'id -un' } }''', '-vvv')

    then:
    ran.code == 0
    ran.out.contains('root')
    !ran.text.contains('become-me')
  }
}
