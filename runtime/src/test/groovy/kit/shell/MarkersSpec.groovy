package kit.shell

import spock.lang.Specification

class MarkersSpec extends Specification {
  static final String N = '0123456789abcdef'

  static List<String> cut(String text, Random random = null, int size = 0) {
    def found = []
    def data = new StringBuilder()
    def sink = new Markers.Sink() {
      void data(byte[] bytes, int from, int to) { data << new String(bytes, from, to - from, 'ISO-8859-1') }

      void marker(int seq, String index, int value) {
        found << data.toString() << "<$seq $index $value>".toString()
        data.length = 0
      }
    }
    def markers = new Markers(N, sink)
    def bytes = text.getBytes('ISO-8859-1')
    for (int at = 0; at < bytes.length;) {
      int count = size ?: random ? 1 + random.nextInt(5) : bytes.length
      count = Math.min(count, bytes.length - at)
      markers.feed(Arrays.copyOfRange(bytes, at, at + count), count)
      at += count
    }
    found << data.toString()
    found
  }

  def "cuts #text"() {
    expect:
    cut(text) == cut(text, null, 1)
    cut(text) == pieces

    where:
    text                                    || pieces
    "\n$N 1 0 3\n"                          || ['', '<1 0 3>', '']
    "a\nb\n$N 1 0 3\nc"                     || ['a\nb', '<1 0 3>', 'c']
    "\n\n$N 1 b 0\n\n$N 1 0 0\n\n"          || ['\n', '<1 b 0>', '', '<1 0 0>', ''] // the last may be the beginning of a marker
    "no marker\n$N"                         || ['no marker']
    "$N 1 0 0\n"                            || ["$N 1 0 0".toString()]
    "\n${N[0..7]}\n$N 1 0 0\n"              || ["\n${N[0..7]}".toString(), '<1 0 0>', '']
    "\n\n\n"                                || ['\n\n']
  }

  def "cuts the same however the stream was split (seed #seed)"() {
    given:
    def random = new Random(seed)
    def parts = ["\n", "\n$N 1 0 0\n", "\n$N", N, 'x', ' 1', "\n$N 22 e 255\n", '\n\n', N[0..3]]
    def text = (1..60).collect { parts[random.nextInt(parts.size())] }.join('') + "\n$N 1 0 0\n"
    def whole
    try {
      whole = cut(text)
    } catch (IOException e) {
      whole = null
    }

    expect:
    whole == null || (1..20).every { cut(text, random) == whole }
    whole == null || whole.join('').replaceAll(/<(\d+ \w+ \d+)>/, "\n$N \$1\n").length() == text.length()

    where:
    seed << (1..50)
  }

  def "a marker that says nothing is an error: #line"() {
    when:
    cut("\n$N $line\n")

    then:
    thrown(IOException)

    where:
    line << ['x', '1 2', '', 'a b c', '1 0 ' + '9' * 200]
  }

  def "keeps head and tail: #sizes"() {
    given:
    def capture = new Capture(10, 5)
    def text = ''
    sizes.eachWithIndex { size, i ->
      def piece = (('a' as char) + i as char).toString() * size
      text += piece
      capture.add(piece.bytes, 0, size)
    }

    expect:
    new String(capture.bytes()) == (text.length() <= 15 ? text : text[0..9] + "\n[${text.length() - 15} bytes not kept]\n" + text[-5..-1])
    capture.dropped() == Math.max(0, text.length() - 15)

    where:
    sizes << [[], [1], [10], [15], [16], [3, 3, 3, 3, 3, 3], [9, 9], [100], [1] * 26, [12, 40, 2], [10, 5, 5, 1]]
  }
}
