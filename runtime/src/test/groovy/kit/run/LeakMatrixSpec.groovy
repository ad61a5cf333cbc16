package kit.run

import groovy.io.FileType

/** One look for secrets in all that kit says and leaves, whatever happens and however much is told. */
class LeakMatrixSpec extends HostSpec {

  static final DIR = '/root/leaks'

  List<String> opening

  def setup() {
    def vars = [ansible_become_user: 'root', dir: DIR, ansible_become: true]
    site.hosts(hosts.line([*: vars, how: 'thrown'], 'd1'), hosts.line([*: vars, how: 'bound'], 'd2'),
      hosts.line([*: vars, how: 'undefined'], 'd3'), hosts.line([dir: DIR, how: 'other'], 'm1', 'root'),
      'gone ansible_host=127.0.0.1 ansible_port=1 dir=/x how=x ansible_user="{{ canary }}" ansible_password="{{ whole }}"')
    opening = Leaks.lay(site)
    ['d1', 'd2', 'd3', 'm1'].each { hosts.on(it, "umask 077; mkdir $DIR; printf 'user=app\npassword=$Leaks.OLD\nlast=1\n' >$DIR/edited") }
  }

  def cleanup() {
    ['d1', 'd2', 'd3', 'm1'].each { hosts.on(it, "rm -rf $DIR") }
  }

  def "no secret in what is told: #how"() {
    when:
    def ran = site.kit(*how.replace('SITE', site.write('site.groovy', Leaks.PLAY) as String).split(' '), '-i', site.inventory, *opening)

    then:
    def hits = Leaks.hits(ran.text)
    hits == []
    ran.code in codes
    met.findAll { !ran.text.contains(it) } == [] || !ran

    where:
    how                          || codes | met
    'run SITE'                   || [2]   | ['******', 'failed', 'unreachable', 'printed', 'rescued']
    'run SITE --diff'            || [2]   | ['******', '+password=', 'printed']
    'run SITE -v --diff'         || [2]   | ['******', '+password=']
    'run SITE -vv --diff'        || [2]   | ['******', '$ cat', 'hidden by noLog']
    'run SITE -vvv'              || [2]   | ['******', '$ cat']
    'run SITE -vvvv --diff'      || [2]   | ['******', '$ cat']
    'run SITE -o json -vvvv'     || [2]   | ['"status":"failed"', '"event":"retry"', '"event":"unreachable"', '"hidden":true']
    'check SITE -vvvv --diff'    || [2]   | ['******', '+password=']
    'check SITE -o json --diff'  || [2]   | ['"event":"summary"']
    'run SITE --debug -t nope'   || [0, 1, 5] | []
  }

  def "no secret in lists of hosts and variables: #command"() {
    when:
    def ran = site.kit(*command.split(' '), '-i', site.inventory, '--playbook-dir', temp as String, *opening)

    then:
    Leaks.hits(ran.text.replace(Leaks.UNLOGGED, '')) == []

    where:
    command << ['inventory list', 'inventory list -o json', 'inventory list -o yaml', 'inventory host d1', 'inventory host d1 -o json']
  }

  def "nor in what is left behind: files of the controller, and logs, argument lists and files of the hosts"() {
    given:
    def since = hosts.on('d1', 'date +%s')

    when:
    def ran = site.start(Leaks.PLAY.replaceFirst(/}\s+play\('Exceptions'\) \{/, java.util.regex.Matcher.quoteReplacement(Leaks.CARELESS)), *opening, '-vvvv', '--debug').await()
    def files = []
    temp.toFile().eachFileRecurse(FileType.FILES) { files << it }

    then:
    ran.code == 2
    ran.out.contains('out ******')
    ran.err.contains('err ******')
    files.findAll { !(it.name in ['password', 'quiet.yml']) && Leaks.hits(it.text) } == []
    files.any { it.path.contains('/.kit/') || it.path.contains('/cache/') }
    Leaks.hits(hosts.on('d1', "journalctl -o cat --since @$since; cat /var/log/*.log 2>/dev/null || :")) == []
    hosts.on('d1', "stat -c %a $DIR/plain $DIR/edited $DIR/templated").readLines() == ['600'] * 3
    hosts.on('m1', "stat -c %a $DIR/plain $DIR/edited $DIR/templated").readLines() == ['600'] * 3
    hosts.on('d1', "cat $DIR/plain").contains(Leaks.CANARY)
  }
}
