package kit.modules.files

import java.nio.charset.StandardCharsets
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Specification

class ReplaceSpec extends Specification implements Calls {

  def "does what Ansible does with #arguments (#iterationIndex)"() {
    when: 'the results are those of ansible-core 2.14.18'
    def plan = module(Replace, path: '/etc/f', *: arguments).plan(host(['/etc/f': content]))

    then:
    (plan instanceof Plan.Unchanged ? 'ok' : 'changed') == status
    (plan instanceof Plan.Unchanged ? content : text(plan)) == after

    and: 'a second time there is nothing to do'
    again(after, arguments)

    where:
    content | arguments || status | after
    'a b a\na\n' | [regexp: 'a', replace: 'x'] || 'changed' | 'x b x\nx\n'
    'a\nb\na\n' | [regexp: '^a$', replace: 'x'] || 'changed' | 'x\nb\nx\n'
    'a\n' | [regexp: 'z', replace: 'x'] || 'ok' | 'a\n'
    'x\n' | [regexp: 'x', replace: 'x'] || 'ok' | 'x\n'
    'ab\n' | [regexp: '(a)(b)', replace: '\\2\\g<1>'] || 'changed' | 'ba\n'
    'a1\nb1\n' | [regexp: '(?P<l>\\w)1', replace: '\\g<l>2'] || 'changed' | 'a2\nb2\n'
    'a\nb\n' | [regexp: 'b\n'] || 'changed' | 'a\n'
    '1\nS\n1\nE\n1\n' | [regexp: '1', replace: '2', after: 'S', before: 'E'] || 'changed' | '1\nS\n2\nE\n1\n'
    '1\nS\n1\nE\n1\n' | [regexp: '1', replace: '2', after: 'S'] || 'changed' | '1\nS\n2\nE\n2\n'
    '1\nS\n1\nE\n1\n' | [regexp: '1', replace: '2', before: 'E'] || 'changed' | '2\nS\n2\nE\n1\n'
    '1\nS\n1\nE\n1\n' | [regexp: '1', replace: '2', after: 'Q'] || 'ok' | '1\nS\n1\nE\n1\n'
    'a\n\n\n\nb\n' | [regexp: '\\n\\n+', replace: '\\n'] || 'changed' | 'a\nb\n'
  }

  def "works on bytes"() {
    expect:
    text(module(Replace, path: '/etc/f', regexp: 'b$', replace: '\u00fc').plan(host('/etc/f': '\u0085a\u00ffb\u0000\r\nab\n'))) ==
      '\u0085a\u00ffb\u0000\r\na\u00c3\u00bc\n'
  }

  def "refuses a missing file and a wrong expression"() {
    expect:
    message(module(Replace, path: '/etc/f', regexp: 'a').plan(host())).contains('/etc/f does not exist')

    when:
    module(Replace, path: '/etc/f', regexp: '[').plan(host('/etc/f': 'a'))

    then:
    thrown(PlanException)
  }

  private boolean again(String content, Map arguments) {
    module(Replace, path: '/etc/f', *: arguments).plan(host(['/etc/f': content])) instanceof Plan.Unchanged
  }

  private static String text(Plan plan) {
    new String(written(plan).content(), StandardCharsets.ISO_8859_1)
  }
}
