package kit.report

import spock.lang.Specification

class LineCutterSpec extends Specification {

  def lines = []
  def cutter = new LineCutter({ lines << it })

  def "#pieces are the lines #expected"() {
    when:
    pieces.each { if (it == null) cutter.lineEnds() else add(it) }
    cutter.end()

    then:
    lines == expected

    where:
    pieces                       || expected
    ['a\nb\n']                   || ['a', 'b']
    ['a', 'b\nc']                || ['ab', 'c']
    ['\n\na\n']                  || ['', '', 'a']
    ['a\r\n', 'b\rc\n']          || ['a', 'b\rc']
    ['a', null, '\nb', null]     || ['a', 'b']
    ['a', null, null, '\n']      || ['a']
    ['a', null, '\n\nb\n']       || ['a', '', 'b']
    ['a', null, '\n', '\n']      || ['a', '']
    ['a\n', null, '\nb']         || ['a', '', 'b']
    [null, 'a']                  || ['a']
    []                           || []
  }

  def "a letter that comes in two pieces is one letter"() {
    given:
    def bytes = 'grün\n'.bytes

    when:
    cutter.add(bytes, 0, 3)
    cutter.add(bytes, 3, bytes.length)

    then:
    lines == ['grün']
  }

  def "a line without an end does not fill the memory"() {
    when:
    3.times { add('x' * 50_000) }
    cutter.end()

    then:
    lines*.length() == [65536, 65536, 150_000 - 2 * 65536]
  }

  private void add(String text) {
    cutter.add(text.bytes, 0, text.bytes.length)
  }
}
