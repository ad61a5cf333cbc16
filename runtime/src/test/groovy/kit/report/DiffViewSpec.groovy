package kit.report

import kit.spi.Diff
import spock.lang.Specification

class DiffViewSpec extends Specification {

  def "shows #what"() {
    expect:
    new DiffView(100).lines(Diff.of('/f', before, after)).drop(1) == lines

    where:
    what                    | before            | after          || lines
    'a new file'            | ''                | 'a\nb\n'       || ['@@ -0,0 +1,2 @@', '+a', '+b']
    'a removed file'        | 'a\n'             | ''             || ['@@ -1,1 +0,0 @@', '-a']
    'a changed line'        | 'a\nb\n'          | 'a\nc\n'       || ['@@ -1,2 +1,2 @@', ' a', '-b', '+c']
    'a missing line feed'   | 'a'               | 'a\n'          || ['@@ -1,1 +1,1 @@', '-a', '\\ no line feed at the end', '+a']
    'control characters'    | ''                | 'a\u001b[1m\n' || ['@@ -0,0 +1,1 @@', '+a\\x1b[1m']
    'that bytes are none'   | 'a\u0000'         | 'b'            || ['(binary, 2 to 1 characters)']
    'no difference'         | 'a\n'             | 'a\n'          || []
  }

  def "shows three lines around a change"() {
    given:
    def before = (1..20).join('\n') + '\n'

    expect:
    new DiffView(100).lines(Diff.of('/f', before, before.replace('10\n', 'ten\n'))).drop(2) ==
        [' 7', ' 8', ' 9', '-10', '+ten', ' 11', ' 12', ' 13']
  }

  def "says how much is left out"() {
    given:
    def lines = new DiffView(10).lines(Diff.of('/f', '', (1..50).join('\n') + '\n'))

    expect:
    lines.size() == 12
    lines.last() == '... 41 more lines'
  }

  def "does not compare what is too long"() {
    expect:
    new DiffView(10).lines(Diff.of('/f', 'a' * 1_000_000, 'b' * 100_000)).last() ==
        '(too long to compare here, 1000000 to 100000 characters)'
  }

  def "does not show a secret"() {
    expect:
    new DiffView(10).lines(new Diff('old', 'new', '/f', true)) == ['--- /f', '(not shown)']
  }
}
