package kit.modules.files

import static kit.modules.Calls.make

import java.nio.file.Files
import kit.fixture.FakeHost
import kit.fixture.Shells
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class FindSpec extends Specification {
  @TempDir java.io.File place

  def setup() {
    file('a.log', 'one\nport 80\n', 10)
    file('b.log', 'x' * 3000, 100_000)
    file('B.txt', '', 300_000)
    file('.hidden', 'h', 5)
    file('sub/c.log', 'port eighty\n', 20)
    file('sub/deep/d.log', 'end', 20)
    file('.dot/e.log', 'port 443', 20)
    file("odd 'n\name.log", 'port 80', 20)
    Files.createSymbolicLink(new java.io.File(place, 'link.log').toPath(), new java.io.File(place, 'a.log').toPath())
    Files.createSymbolicLink(new java.io.File(place, 'dangling').toPath(), new java.io.File(place, 'none').toPath())
  }

  private void file(String name, String text, int age) {
    def file = new java.io.File(place, name)
    file.parentFile.mkdirs()
    file.text = text
    file.lastModified = System.currentTimeMillis() - age * 1000L
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "finds in #shell: #arguments"() {
    given:
    def values = shell.host().plan(make(Find, [paths: [place.path]] + arguments)).values()

    expect:
    values.files*.path.collect { it - "$place/" }.toSet() == found as Set
    values.matched == found.size()

    where:
    [shell, row] << [Shells.all(), [
      [[:], ['a.log', 'b.log', 'B.txt', "odd 'n\name.log"]],
      [[patterns: ['*.log']], ['a.log', 'b.log', "odd 'n\name.log"]],
      [[patterns: ['[ab].*', 'B*']], ['a.log', 'b.log', 'B.txt']],
      [[patterns: ['[!a-z]*']], ['B.txt']],
      [[patterns: ['?.log'], excludes: ['b*']], ['a.log']],
      [[patterns: ['^[a-c]\\.(log|txt)$'], useRegex: true, recurse: true], ['a.log', 'b.log', 'sub/c.log']],
      [[patterns: ['*.log'], recurse: true], ['a.log', 'b.log', 'sub/c.log', 'sub/deep/d.log', '.dot/e.log', "odd 'n\name.log"]],
      [[patterns: ['?.log'], recurse: true, depth: 2], ['a.log', 'b.log', 'sub/c.log', '.dot/e.log']],
      [[hidden: true, patterns: ['.*']], ['.hidden']],
      [[fileType: 'directory'], ['sub']],
      [[fileType: 'directory', hidden: true, recurse: true], ['sub', 'sub/deep', '.dot']],
      [[fileType: 'link'], ['link.log', 'dangling']],
      [[fileType: 'any', patterns: ['*l*']], ['a.log', 'b.log', 'link.log', 'dangling', "odd 'n\name.log"]],
      [[follow: true, patterns: ['l*']], ['link.log']],
      [[age: '1d'], ['b.log', 'B.txt']],
      [[age: '-1h', patterns: ['?.log']], ['a.log']],
      [[age: '2d', recurse: true], ['B.txt']],
      [[size: '2k'], ['b.log']],
      [[size: '-0'], ['B.txt']],
      [[contains: 'port [0-9]+'], ['a.log', "odd 'n\name.log"]],
      [[contains: 'port \\d+$'], ['a.log', "odd 'n\name.log"]],
      [[contains: 'ort'], []],
      [[contains: '.*ort|end', recurse: true], ['a.log', 'sub/c.log', 'sub/deep/d.log', '.dot/e.log', "odd 'n\name.log"]],
      [[paths: ['/no such']], []],
    ]].combinations()
    arguments = row[0]
    found = row[1]
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "tells about each file and how many were looked at in #shell"() {
    given:
    def values = shell.host().plan(make(Find, paths: [place.path, "$place/sub"], patterns: ['b*'])).values()

    expect:
    values.examined == 11
    values.files[0].subMap(['path', 'isreg', 'isdir', 'size', 'nlink', 'mode']) ==
      [path: "$place/b.log", isreg: true, isdir: false, size: 3000, nlink: 1, mode: '0644']
    Math.abs(values.files[0].mtime - (System.currentTimeSeconds() - 100_000)) < 60

    where:
    shell << Shells.all()
  }

  def "refuses #arguments"() {
    when:
    make(Find, [paths: ['/x']] + arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message.contains(message)

    where:
    arguments                               || message
    [paths: []]                             || 'no directory to look in'
    [paths: ['x']]                          || 'not absolute'
    [age: '2y']                             || "age '2y'"
    [size: 'big']                           || "size 'big'"
    [size: '9999999999t']                   || 'size'
    [patterns: ['('], useRegex: true]       || 'patterns'
  }

  def "refuses what grep -E does not know"() {
    when:
    LineMatch.extended('a(?:b)')

    then:
    thrown(PlanException)
  }
}
