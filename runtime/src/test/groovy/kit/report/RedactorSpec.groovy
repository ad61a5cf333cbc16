package kit.report

import static kit.spi.Result.Status.CHANGED
import static kit.spi.Result.Status.FAILED

import spock.lang.Specification

class RedactorSpec extends Specification {

  def "takes #secret out of text and JSON"() {
    given:
    def stories = [Story.text(2, true), Story.json()]

    when:
    stories.each { story ->
      story.redactor.hide(secret)
      story.play(['a'], ['one']).begin('a', 'one', 1)
      story.call('a', 'one', "set $secret", CHANGED, message: "now $secret", hint: secret,
          values: [cmd: "mysql -p$secret", stdout: "> $secret <", list: [secret], (secret): 1],
          diffs: [Story.diff("x=$secret\n", "y=$secret\n")])
      story.call('a', 'one', '', FAILED, message: secret, values: [stderr: 'x' * 295 + secret])
      story.finish([a: Story.host(failed: 1)])
    }

    then:
    stories.every { story ->
      forms.every { !story.output.contains(it) } && story.output.contains('******')
    }

    where:
    secret            || forms
    'correct horse'   || ['correct horse', 'orrec']
    'tab"and\\quote'  || ['tab"', 'tab\\"']
    'it\'s a secret'  || ["it's", "it'\\''s"]
    'with\u001bescape' || ['with\\x1b', 'with\\u001b', 'escape']
    '1400'            || ['1400']
  }

  def "what is veiled is shown nowhere and otherwise no secret"() {
    given:
    def redactor = new Redactor()
    redactor.veil('tacit')
    redactor.veil('no')

    expect:
    redactor.clean('so tacit') == 'so ******'
    redactor.hides('so tacit')
    !redactor.in('so tacit').present
    redactor.clean('no') == 'no'
    !redactor.hides('open')
  }

  def "leaves numbers of JSON alone, so that it stays JSON"() {
    given:
    def story = Story.json()
    story.redactor.hide('1.400')
    story.redactor.hide('exit')

    when:
    story.finish([a: Story.host(ok: 1)])

    then:
    story.output.contains('"took":1.4')
  }

  def "does not mask what is too short to be told apart"() {
    given:
    def redactor = new Redactor()

    when:
    redactor.hide('abc')
    redactor.hide('')

    then:
    redactor.clean('abc') == 'abc'
  }

  def "masks the longer of two secrets that overlap"() {
    given:
    def redactor = new Redactor()

    when:
    redactor.hide('secret')
    redactor.hide('secret-and-more')

    then:
    redactor.clean('a secret-and-more b') == 'a ****** b'
  }
}
