package kit.report

import kit.model.Location
import spock.lang.Specification

class RedactorFormsSpec extends Specification {

  static final SECRETS = ['S3cr3t-p@ss/w0rd', 'it\'s "quoted" & <odd>\\ $HOME', 'pässwörd ☃', 'Zx9q', 'key:one\nsecond-line 2\nthird=line',
    'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' * 3]

  def redactor = new Redactor()

  def "#secret is found raw, in JSON, for a shell, in a URL, in hex, in XML and in base64 at any place"() {
    given:
    redactor.hide(secret)

    expect:
    forms(secret).findAll { redactor.clean("<< $it >>").contains(it) } == []

    where:
    secret << SECRETS
  }

  def "base64 that a program broke into lines of #width is found, at every place"() {
    given:
    def secret = 'Tr0ub4dor&3-and-then-something-long-enough'
    redactor.hide(secret)

    expect:
    (0..80).every { before ->
      def text = Base64.getMimeEncoder(width, '\n'.bytes).encodeToString(('x' * before + secret + 'y' * 40).bytes)
      def left = redactor.clean(text).replace('\n', '')
      def whole = ('x' * before + secret).bytes.encodeBase64().toString()
      // what is left around the mask says nothing of the secret but its neighbours
      (4..12).every { !left.contains(whole.substring(whole.length() - 24 - it, whole.length() - it)) }
    }

    where:
    width << [76, 64, 40]
  }

  def "half a secret before a cut is masked too: #cut"() {
    given:
    redactor.hide('correct-horse-battery')

    expect:
    redactor.clean(cut) == clean

    where:
    cut                                              || clean
    'mysql -pcorrect-horse...'                       || 'mysql -p******...'
    'mysql -pcorr ... 12 more characters'            || 'mysql -p****** ... 12 more characters'
    'x correct-ho\n[99 bytes not kept]\nse-battery y' || 'x ******\n[99 bytes not kept]\n****** y'
    'a correctly written line'                       || 'a correctly written line'
  }

  def "secrets that overlap leave nothing of either"() {
    given:
    redactor.hide('first-second')
    redactor.hide('second-third')

    expect:
    redactor.clean('<first-second-third>') == '<******>'
    redactor.clean('<first-secondsecond-third>') == '<******>'
  }

  def "says where a secret in a text was written"() {
    given:
    redactor.add('hunter-two', new Location('vault.yml', 3, 1))

    expect:
    redactor.in('-phunter-two').get() == new Location('vault.yml', 3, 1)
    redactor.in('-phunter').isEmpty()
  }

  def "words that no output can do without are no secrets"() {
    given:
    ['true', 'root', 'localhost', 'abc', '   '].each { redactor.hide(it) }

    expect:
    redactor.clean('root true localhost abc') == 'root true localhost abc'
    !redactor.any()
  }

  def "a stream finds a secret in two pieces, cut at every place"() {
    given:
    redactor.hide('correct-horse')

    expect:
    (0..text.length()).every { cut ->
      def bytes = new ByteArrayOutputStream()
      def stream = new PrintStream(new MaskedStream(bytes, redactor), true, 'UTF-8')
      stream.print(text.substring(0, cut))
      stream.flush()
      stream.print(text.substring(cut))
      stream.close()
      bytes.toString('UTF-8') == masked
    }

    where:
    text                      || masked
    'a correct-horse b\n'     || 'a ****** b\n'
    'ä correct-horse ☃'       || 'ä ****** ☃'
    'correct-horsecorrect-horse' || '******'
  }

  def "a stream of one endless line is written as it comes, without the secrets in it"() {
    given:
    redactor.hide('correct-horse')
    def bytes = new ByteArrayOutputStream()
    def stream = new MaskedStream(bytes, redactor)

    when:
    20_000.times { stream.write('no correct-horse'.bytes) }
    def early = bytes.size()
    stream.close()

    then:
    early > 50_000
    bytes.toString() == 'no ******' * 20_000
  }

  def "a thousand secrets cost little: a megabyte of text is searched in seconds"() {
    given:
    (1..1000).each { redactor.hide("secret-number-$it-of-many") }
    def text = 'the quick brown fox jumps over the lazy dog 0123456789\n' * 20_000

    when:
    redactor.clean(text)
    def start = System.nanoTime()
    def same = redactor.clean(text)

    then:
    same == text
    System.nanoTime() - start < 2_000_000_000L
  }

  private static List<String> forms(String secret) {
    def bytes = secret.getBytes('UTF-8')
    def forms = [secret, URLEncoder.encode(secret, 'UTF-8'), URLEncoder.encode(secret, 'UTF-8').replace('+', '%20'),
      Json.of(secret, new Redactor())[1..-2], secret.replace("'", "'\\''"),
      bytes.encodeHex().toString(), bytes.encodeHex().toString().toUpperCase(),
      [['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;'], ["'", '&apos;']].inject(secret) { text, pair -> text.replace(*pair) }]
    3.times { before ->
      def text = (('A' * before).bytes.toList() + bytes.toList() + [66, 66, 66] as byte[]).encodeBase64().toString()
      int from = Math.ceil(before * 8 / 6) as int
      int to = ((before + bytes.length) * 8).intdiv(6)
      if (to - from >= 6) forms << text.substring(from, to)
    }
    forms
  }
}
