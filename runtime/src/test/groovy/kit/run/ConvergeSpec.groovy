package kit.run

import java.nio.file.Path

/** A playbook brings fresh hosts to where they should be, and then has nothing to do. */
class ConvergeSpec extends HostSpec {

  static final DEBIAN = ['d1', 'd2', 'd3']

  def "the 41 tasks of the benchmark: foretold, done, and then nothing left, in two round trips a host"() {
    given:
    hosts.reset(*DEBIAN)
    copy(Path.of('../bench/playbook'))
    site.hosts('[shop]', *DEBIAN.collect { hosts.line(it) })
    def before = DEBIAN.collect { files(it) }

    when:
    def check = kit('check')

    then:
    check.code == 0
    DEBIAN.collect { files(it) } == before

    when:
    def first = kit('run')
    def odd = surprises(check, first)

    then:
    first.code == 0
    DEBIAN.every { first.summary.hosts[it].changed > 35 }
    odd == []

    when:
    def second = kit('run')

    then:
    second.code == 0
    second.calls.findAll { it.status != 'ok' } == []
    DEBIAN.every { second.summary.hosts[it].roundTrips <= 2 }

    when:
    def again = kit('check')

    then:
    again.code == 0
    again.calls.findAll { it.status != 'ok' } == []
    DEBIAN.every { again.summary.hosts[it].roundTrips <= 2 }

    cleanup:
    hosts.reset(*DEBIAN)
  }

  def "a host with nothing but busybox"() {
    given:
    hosts.on('m1', 'rm -rf /srv/small')
    site.hosts(hosts.line([:], 'm1', 'root'))
    site.write('templates/app.j2', '{% for port in ports %}\nlisten {{ port }}\n{% endfor %}\n')
    site.write('site.groovy', '''\
      play('Small') {
        hosts 'all'
        vars ports: [80, 81]
        task('Folders') {
          ['', '/conf', '/log'].each { file path: "/srv/small$it", state: 'directory', mode: '0750' }
          file path: '/srv/small/current', state: 'link', src: 'conf'
        }
        task('Files') {
          template src: 'app.j2', dest: '/srv/small/conf/app', notify: 'tell'
          copy dest: '/srv/small/conf/big', content: 'x' * 100_000, mode: '0600'
          copy dest: '/srv/small/conf/port', content: 'port=81\\n', force: false
          replace path: '/srv/small/conf/port', regexp: '^port=81$', replace: 'port=82'
          lineinfile path: '/srv/small/conf/port', line: '# end'
          blockinfile path: '/srv/small/conf/hosts', block: "10.0.0.1 one\\n10.0.0.2 two", create: true
        }
        task('Commands') {
          command 'touch /srv/small/made', creates: '/srv/small/made'
          def seen = stat path: '/srv/small/made'
          if (seen.stat.exists) shell 'cat made', chdir: '/srv/small', readOnly: true
          println facts.kernel
        }
        handler('tell') { shell 'echo told >>/srv/small/log/told' }
      }
      '''.stripIndent())
    def before = files('m1')

    when:
    def check = kit('check')

    then:
    check.code == 0
    files('m1') == before

    when:
    def first = kit('run')
    def second = kit('run')
    def odd = surprises(check, first)

    then:
    first.code == 0
    first.calls.count { it.status == 'changed' } > 8
    odd == []
    second.code == 0
    second.calls.findAll { it.status != 'ok' } == []
    hosts.on('m1', 'cat /srv/small/conf/port /srv/small/log/told') == 'port=82\n# end\ntold'

    cleanup:
    hosts.on('m1', 'rm -rf /srv/small')
  }

  private Ran kit(String command) {
    site.kit(command, '-i', site.inventory, site.playbook as String, '-o', 'json')
  }

  /**
   * What was done but not foretold, and what was foretold for sure but not done. A call may be missing
   * where check mode said maybe in the same task: the playbook may have read that result.
   */
  private static List surprises(Ran check, Ran run) {
    def key = { [it.host, it.task, it.line, it.column, it.label] }
    def foretold = check.calls.groupBy(key).collectEntries { k, calls -> [k, calls*.status] }
    def done = run.calls.groupBy(key).collectEntries { k, calls -> [k, calls*.status] }
    def open = check.calls.findAll { it.status == 'maybe' }.collect { [it.host, it.task] } as Set
    (foretold.keySet() + done.keySet()).findAll { k ->
      def (said, was) = [foretold[k], done[k]]
      said != was && !(said ? 'maybe' in said : k[0..1] in open)
    }.collect { [it, foretold[it], done[it]] }
  }

  /** Names, kinds, rights and times of all files that matter. */
  private String files(String host) {
    hosts.on(host, '''
      for d in /etc /srv /opt /home /root /tmp /usr/local /var/spool /var/lib/dpkg; do
        [ ! -d $d ] || find $d -exec stat -c '%n %F %a %U %G %s %Y %Z' {} +
      done | sort
      ''')
  }

  private void copy(Path from) {
    from.toFile().eachFileRecurse(groovy.io.FileType.FILES) {
      if (!it.path.contains('/.kit/')) site.write(from.relativize(it.toPath()) as String, it.text)
    }
  }
}
