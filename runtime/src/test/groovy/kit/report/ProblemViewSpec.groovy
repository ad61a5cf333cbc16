package kit.report

import java.nio.file.Path
import kit.model.Location
import kit.model.Problem
import spock.lang.Specification
import spock.lang.TempDir

class ProblemViewSpec extends Specification {

  @TempDir Path temp

  def "shows the line, a mark under the column and what to do next"() {
    given:
    def site = temp.resolve('site.groovy').toString()
    new File(site).text = "play {\n    apt nmae: 'nginx'\n\tnotify 'x\u001b'\n}\n"

    expect:
    new ProblemView(Style.PLAIN).lines([
      new Problem(new Location(site, 2, 9), "apt has no argument 'nmae'", "did you mean 'name'?"),
      new Problem(new Location(site, 3, 2), 'no handler', ''),
      new Problem(new Location(site, 4, 0), 'no column', 'hint'),
    ]) == [
      "$site:2:9: apt has no argument 'nmae'",
      "    apt nmae: 'nginx'",
      "        ^ did you mean 'name'?",
      "$site:3:2: no handler",
      "    notify 'x\\x1b'",
      "    ^",
      "$site:4: no column",
      '    }',
      '    hint',
      '3 problems; no host was contacted.',
    ]*.toString()
  }

  def "shows a problem #where"() {
    expect:
    new ProblemView(Style.PLAIN).lines([new Problem(location, 'wrong', 'hint')]) == lines

    where:
    where                   | location                              || lines
    'without a place'       | Location.NONE                         || ['kit: wrong', '    hint']
    'in a file'             | new Location('hosts', 0, 0)           || ['hosts: wrong', '    hint']
    'in a file not there'   | new Location('nowhere/x', 3, 4)       || ['nowhere/x:3:4: wrong', '    hint', '1 problem; no host was contacted.']
  }

  def "shows the part of a long line that matters"() {
    given:
    def site = temp.resolve('long.groovy').toString()
    new File(site).text = 'x' * 500 + '!' + 'y' * 500

    when:
    def lines = new ProblemView(Style.PLAIN).lines([new Problem(new Location(site, 1, 501), 'm', '')])

    then:
    lines[1].length() <= 124
    lines[1].charAt(lines[2].indexOf('^')) == '!' as char
  }

  def "fits into a terminal; a hint that does not fit behind the mark stands below it"() {
    given:
    def site = temp.resolve('wide.groovy').toString()
    new File(site).text = 'x' * 40 + '!' + 'y' * 100

    when:
    def lines = new ProblemView(Style.PLAIN, 60).lines([new Problem(new Location(site, 1, 41), 'm', 'set it somewhere')])

    then:
    lines[1].length() == 60
    lines[1].charAt(lines[2].indexOf('^')) == '!' as char
    lines[2].trim() == '^'
    lines[3] == '    set it somewhere'
  }
}
