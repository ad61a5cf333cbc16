package kit.run

import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

/** Two runs of one project at the same time. */
class TwoRunsSpec extends Specification {

  @TempDir Path temp

  static final PLAY = '''\
    play('P') {
      hosts 'HOSTS'
      task('Slow') { command 'sleep 61' }
    }
    '''.stripIndent()

  def site = null

  def setup() {
    site = new Site(temp, null).hosts('a ansible_connection=local', 'b ansible_connection=local', 'c ansible_connection=local')
  }

  def "the second is refused within 2 s with exit code 6, and told who holds the host"() {
    given:
    def first = site.start(PLAY.replace('HOSTS', 'a,b'))
    HostSpec.eventually(30) { assert holding() }

    when:
    def second = new Site(temp, site.inventory).start(PLAY.replace('HOSTS', 'b,c').replace('sleep 61', 'touch never')).await(30)

    then:
    second.code == 6
    second.err.readLines()[0] =~ /^kit: b is in the hands of another run of this project: process ${first.process.pid()} of \w+, begun at [\d:]+/
    second.out == ''

    when: 'other hosts are free, and looking needs no lock'
    def other = site.run(PLAY.replace('HOSTS', 'c').replace('sleep 61', 'true'))
    def check = site.check(PLAY.replace('HOSTS', 'a'))
    def json = site.run(PLAY.replace('HOSTS', 'a'), '-o', 'json')

    then:
    other.code == 0
    check.code == 0
    json.code == 6
    json.summary.exit == 6
    json.seconds < 2

    when: 'nobody has to clean up after a run that was killed'
    first.signal('KILL')
    first.await(10)
    def third = site.run(PLAY.replace('HOSTS', 'a,b,c').replace('sleep 61', 'true'))

    then:
    third.code == 0
    !holding()
  }

  private boolean holding() {
    Files.isDirectory(temp.resolve('.kit')) && temp.resolve('.kit').toFile().list().any { it.endsWith('.run') }
  }
}
