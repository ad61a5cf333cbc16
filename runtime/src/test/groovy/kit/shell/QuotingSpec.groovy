package kit.shell

import static kit.shell.LocalShells.run

import kit.model.KitException
import kit.spi.Sh
import kit.spi.Step
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(120)
class QuotingSpec extends Specification {
  static final List<String> SHELLS = LocalShells.ALL

  def "#shell reads back any words, scripts, environments, input and names (seed #seed)"() {
    given:
    def random = new Random(seed)
    def connections = LocalShells.connections(shell)
    def target = connections.open('here', Optional.empty())

    expect:
    40.times {
      def words = (0..random.nextInt(4)).collect { word(random) }
      def bytes = new byte[random.nextInt(300)]
      random.nextBytes(bytes)
      def output = run(target, "printf '%s\\n' ${Sh.quote(words)} \"\$VALUE\"; cat", env: [VALUE: words[0]], stdin: bytes)
      def expected = new ByteArrayOutputStream()
      (words + words[0]).each { expected.write((it + '\n').getBytes('UTF-8')) }
      expected.write(bytes)
      assert output.out() == expected.toByteArray()
      assert output.rc() == 0 && output.err().length == 0
    }

    cleanup:
    connections.close()

    where:
    [shell, seed] << [SHELLS, [1, 2, 3]].combinations()
  }

  static String word(Random random) {
    def alphabet = 'ab \t\n\r\'"`$\\!*?[]{}()<>|&;#~=%^-,\u0001\u007f\u0080éß☃\u2028😀'
    def points = alphabet.codePoints().toArray()
    def text = new StringBuilder()
    random.nextInt(20).times { text.appendCodePoint(points[random.nextInt(points.length)]) }
    text
  }

  def "#shell writes files of hostile names"() {
    given:
    def folder = File.createTempDir()
    def connections = LocalShells.connections(shell)
    def target = connections.open('here', Optional.empty())

    expect:
    ['-rf', '$(id)', "it's", 'new\nline', ' blank ', '*', '%s', '\\', 'ünï', '~', '..x', "`id`", 'a' * 255].each { name ->
      def file = new File(folder, name)
      assert LocalShells.write(target, path: file.path, content: 'one').errors() == ''
      assert LocalShells.write(target, path: file.path, content: 'two', validate: 'grep -q two %s').errors() == ''
      assert new ProcessBuilder('cat', file.path).start().inputStream.text == 'two'
      assert run(target, 'pwd', in: folder.path).text() == folder.path + '\n'
    }
    run(target, "ls -A ${Sh.quote(folder.path)} | grep -c '^[.]kit'").text() == '0\n'

    cleanup:
    connections.close()
    folder.deleteDir()

    where:
    shell << SHELLS
  }

  def "refuses what no shell can carry: #what"() {
    given:
    def connections = LocalShells.connections('dash')
    def target = connections.open('here', Optional.empty())

    when:
    run(target, script, env: env)

    then:
    def e = thrown(KitException)
    e.message.contains(message)
    run(target, 'echo alive').text() == 'alive\n'

    cleanup:
    connections.close()

    where:
    what                | script    | env            || message
    'NUL in a script'   | "a\0b"    | [:]            || 'NUL'
    'NUL in a value'    | 'true'    | [A: "\0"]      || 'NUL'
    'a name with blank' | 'true'    | ['A B': 'x']   || "'A B' is no name"
    'a name that runs'  | 'true'    | ['A$(id)': ''] || 'is no name'
    'an empty name'     | 'true'    | ['': '']       || 'is no name'
  }
}
