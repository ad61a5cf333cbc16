package kit.run

import java.nio.file.Path
import spock.lang.Timeout

/**
 * Every module for hosts (those of databases and of Docker are in SecondRunOfDataSpec): foretold, done, and then in one
 * round trip nothing left to do; taken away, and then nothing left to take away.
 */
@Timeout(600)
class SecondRunSpec extends HostSpec {

  static final PLAYS = Path.of('src/test/resources/second')
  def "present and absent: foretold, done, and a second run has nothing to do in one round trip"() {
    given:
    hosts.reset('d1')
    def sum = seed()
    def before = files('d1')

    when:
    def check = kit('check', 'present', sum)

    then:
    check.code == 0
    files('d1') == before
    check.calls.findAll { it.status == 'failed' } == []

    when:
    def first = kit('run', 'present', sum)

    then:
    first.code == 0
    first.calls*.status.unique().sort() == ['changed', 'ok']
    !first.text.contains('second-canary')

    when:
    def second = kit('run', 'present', sum)

    then:
    second.code == 0
    second.calls.findAll { it.status != 'ok' } == []
    second.summary.hosts.d1.changed == 0
    second.summary.hosts.d1.roundTrips == 1

    when: 'only what has to ask others, or to look into an archive first, takes more'
    site.write('more.groovy', '''\
      play('More') {
        hosts 'all'; become()
        task('T') {
          git repo: '/srv/kit-seed/git', dest: '/srv/kit-second/work', version: 'main'
          unarchive src: '/srv/kit-seed/kit.tar.gz', dest: '/srv/kit-second', remoteSrc: true
        }
      }
      '''.stripIndent())
    def more = kit('run', 'more', sum)

    then:
    more.code == 0
    more.calls*.status == ['ok', 'ok']
    more.summary.hosts.d1.roundTrips <= 5

    when:
    def foretold = kit('check', 'absent', sum)
    def third = kit('run', 'absent', sum)

    then:
    foretold.code == 0
    third.code == 0
    third.summary.hosts.d1.changed > 20

    when:
    def fourth = kit('run', 'absent', sum)

    then:
    fourth.code == 0
    fourth.calls.findAll { it.status != 'ok' } == []
    fourth.summary.hosts.d1.roundTrips == 1

    cleanup:
    hosts?.reset('d1')
  }

  def "what only looks changes nothing: #host"() {
    given:
    copy()
    site.hosts(hosts.line([:], host, 'root'))

    when:
    def ran = site.kit('run', '-i', site.inventory, temp.resolve('reading.groovy') as String, '-o', 'json')

    then:
    ran.code == 0
    ran.calls.findAll { it.status == 'changed' }*.module == ['fetch', 'shell']

    where:
    host << ['d2', 'm1']
  }

  private Ran kit(String command, String play, String sum) {
    copy()
    site.hosts(hosts.line('d1'))
    site.kit(command, '-i', site.inventory, temp.resolve("${play}.groovy") as String, '-e', "seedSum=$sum", '-o', 'json')
  }

  /** What the playbook brings to the host: a repository, a wheel, an archive with a web server, and a git repository. */
  private String seed() {
    hosts.on('d1', '''
      set -e
      DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends python3-venv git curl openssl iptables-persistent >/dev/null 2>&1
      mount -o remount,bind,rw /proc/sys
      mkdir -p /srv/kit-seed/repo /srv/kit-seed/git; cd /srv/kit-seed
      : >repo/Packages
      python3 - <<'END'
import zipfile
with zipfile.ZipFile('kit_hello-1.0-py3-none-any.whl', 'w') as z:
    info = 'kit_hello-1.0.dist-info/'
    z.writestr('kit_hello.py', 'v = 1')
    z.writestr(info + 'METADATA', 'Metadata-Version: 2.1\\nName: kit-hello\\nVersion: 1.0\\n')
    z.writestr(info + 'WHEEL', 'Wheel-Version: 1.0\\nGenerator: kit\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
    z.writestr(info + 'RECORD', '')
END
      mkdir packed; echo packed >packed/one; tar czf kit.tar.gz packed
      git init -q -b main git; cd git; echo x >x; git add x
      git -c user.name=x -c user.email=x@example.org commit -q -m x
      systemd-run -q --unit kit-second-web -p WorkingDirectory=/srv/kit-seed python3 -m http.server 8471 --bind 127.0.0.1 >/dev/null 2>&1
      sha256sum /srv/kit-seed/kit.tar.gz | cut -d' ' -f1
      ''').trim()
  }

  /** Names, kinds, rights and times of all files that matter; questions may use /tmp, and leave nothing in it. */
  private String files(String host) {
    hosts.on(host, '''
      for d in /etc /srv /opt /home /root /mnt /usr/local /var/spool /var/lib/dpkg /var/cache/debconf; do
        [ ! -d $d ] || find $d -exec stat -c '%n %F %a %U %G %s %Y %Z' {} +
      done | sort
      find /tmp -mindepth 1 | sort
      iptables-save | sed '/^#/d; s/ \\[.*//'; hostname
      ''')
  }

  private void copy() {
    PLAYS.toFile().eachFileRecurse(groovy.io.FileType.FILES) {
      site.write(PLAYS.relativize(it.toPath()) as String, it.text)
    }
  }
}
