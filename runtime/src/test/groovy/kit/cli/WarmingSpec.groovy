package kit.cli

import kit.cli.terminal.Exit
import kit.cli.terminal.Screen

import java.nio.file.Path
import kit.transport.ssh.Stranger
import spock.lang.Specification
import spock.lang.TempDir

class WarmingSpec extends Specification {

  @TempDir Path folder

  def out = new ByteArrayOutputStream()
  def err = new ByteArrayOutputStream()

  def "the sample is a playbook without mistakes"() {
    when:
    def hosts = Warming.unpack(folder, 1)
    def status = kit('check', "$folder/site.groovy", '-i', "$hosts", '--offline')

    then:
    err.toString() == ''
    status == Exit.OK
  }

  def "the sample reaches this machine, and the stranger as far as one gets"() {
    given:
    def stranger = new Stranger()

    when:
    def hosts = Warming.unpack(folder, stranger.port())
    def status = kit('check', "$folder/site.groovy", '-i', "$hosts")

    then:
    out.toString().contains('2 hosts: 1 ok, 1 unreachable')
    out.toString().contains('cannot reach stranger')
    status == Exit.UNREACHABLE

    cleanup:
    stranger?.close()
  }

  private int kit(String... arguments) {
    def environment = [XDG_CACHE_HOME: "$folder/cache".toString()]
    new Main(new Screen(new PrintStream(out), new PrintStream(err), environment, '', 0)).run(arguments)
  }
}
