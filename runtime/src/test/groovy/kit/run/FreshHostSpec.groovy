package kit.run

/** Check mode on a host where nothing has been done yet: what is certain is told as certain. */
class FreshHostSpec extends HostSpec {

  def "what follows an unsent change is known wherever it is another thing, or was foreseen: #what"() {
    when:
    def ran = site.check("""play('P') { hosts 'd1'; become(); task('T') {\n$body\n} }""", '-o', 'json')

    then:
    ran.code == 0
    ran.calls*.status == statuses

    where:
    what                  | body                                                                     || statuses
    'accounts'            | USERS                                                                    || ['changed'] * 6 + ['ok'] * 3
    'crontabs'            | CRON                                                                     || ['changed'] * 5 + ['ok'] * 2
    'rules'               | RULES                                                                    || ['changed'] * 5 + ['ok'] * 2
    'accounts of a package' | "apt 'cowsay'\nuser 'fresh-a'"                                          || ['changed', 'maybe']
    'rules of a flushed chain' | "iptables chain: 'OUTPUT', protocol: 'udp', jump: 'DROP'\niptables chain: 'OUTPUT', flush: true" || ['changed', 'maybe']
  }

  static final USERS = '''
    group 'fresh-g'
    group 'fresh-h', gid: 4242
    user 'fresh-a', groups: ['fresh-g'], shell: '/bin/sh'
    user 'fresh-b', group: 'fresh-h', password: '$6$aaaaaaaa$bbbb'
    file path: '/srv/fresh', state: 'directory'
    user 'root', shell: '/bin/dash'
    user 'fresh-a', groups: ['fresh-g'], shell: '/bin/sh'
    user 'fresh-b', group: 'fresh-h', password: '$6$aaaaaaaa$bbbb'
    group 'fresh-h', gid: 4242
    '''

  static final CRON = '''
    cron name: 'a', job: 'true'
    cron name: 'b', job: 'true'
    cron name: 'a', job: 'true', user: 'deploy'
    cron name: 'a', job: 'true', cronFile: 'fresh-a', user: 'root'
    cron name: 'a', job: 'true', cronFile: 'fresh-b', user: 'root'
    cron name: 'a', job: 'true'
    cron name: 'a', job: 'true', cronFile: 'fresh-a', user: 'root'
    '''

  static final RULES = '''
    iptables chain: 'FRESH', chainManagement: true
    iptables chain: 'FRESH', protocol: 'tcp', destinationPort: '80', jump: 'ACCEPT'
    iptables chain: 'FRESH', source: '10.0.0.0/8', jump: 'DROP'
    iptables chain: 'FORWARD', policy: 'DROP'
    iptables chain: 'FORWARD', protocol: 'tcp', jump: 'ACCEPT'
    iptables chain: 'FRESH', source: '10.0.0.0/8', jump: 'DROP'
    iptables chain: 'FORWARD', policy: 'DROP'
    '''
}
