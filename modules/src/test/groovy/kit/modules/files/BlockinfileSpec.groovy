package kit.modules.files

import java.nio.charset.StandardCharsets
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Specification

class BlockinfileSpec extends Specification implements Calls {

  def "does what Ansible does with #arguments (#iterationIndex)"() {
    when: 'the results are those of ansible-core 2.14.18'
    def plan = module(Blockinfile, path: '/etc/f', *: arguments).plan(host(['/etc/f': content]))

    then:
    (plan instanceof Plan.Unchanged ? 'ok' : 'changed') == status
    (plan instanceof Plan.Unchanged ? content : text(plan)) == after

    and: 'a second time there is nothing to do'
    again(after, arguments)

    where:
    content | arguments || status | after
    'a\n' | [block: 'x\ny'] || 'changed' | 'a\n# BEGIN ANSIBLE MANAGED BLOCK\nx\ny\n# END ANSIBLE MANAGED BLOCK\n'
    'a' | [block: 'x\n'] || 'changed' | 'a\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\n'
    '' | [block: 'x'] || 'changed' | '# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\n'
    'a\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\nb\n' | [block: 'x'] || 'ok' | 'a\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\nb\n'
    'a\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\nb\n' | [block: 'y'] || 'changed' | 'a\n# BEGIN ANSIBLE MANAGED BLOCK\ny\n# END ANSIBLE MANAGED BLOCK\nb\n'
    'a\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\nb\n' | [block: 'y', insertbefore: 'BOF'] || 'changed' | 'a\n# BEGIN ANSIBLE MANAGED BLOCK\ny\n# END ANSIBLE MANAGED BLOCK\nb\n'
    'a\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\nb\n' | [state: 'absent'] || 'changed' | 'a\nb\n'
    'a\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\nb\n' | [block: ''] || 'changed' | 'a\nb\n'
    'a\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n' | [block: 'x'] || 'changed' | 'a\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\n'
    'a\nb\n' | [block: 'x', insertafter: '^a'] || 'changed' | 'a\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\nb\n'
    'a\nb\na\nc\n' | [block: 'x', insertafter: '^a'] || 'changed' | 'a\nb\na\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\nc\n'
    'a\nb\na\nc\n' | [block: 'x', insertbefore: '^a'] || 'changed' | 'a\nb\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\na\nc\n'
    'a\nb\n' | [block: 'x', insertbefore: 'BOF'] || 'changed' | '# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\na\nb\n'
    'a\nb\n' | [block: 'x', insertafter: '^z'] || 'changed' | 'a\nb\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\n'
    'a\nb\n' | [block: 'x', insertbefore: '^z'] || 'changed' | 'a\nb\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\n'
    'a\nb\n' | [block: 'x', marker: '// {mark} m', markerBegin: '<', markerEnd: '>'] || 'changed' | 'a\nb\n// < m\nx\n// > m\n'
    'a\nb\n' | [state: 'absent'] || 'ok' | 'a\nb\n'
    'a\nb\nc\n' | [block: 'x', insertafter: '(?m)^a\nb$'] || 'changed' | 'a\nb\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\nc\n'
    'a\nb\nc\n' | [block: 'x', insertbefore: '(?m)^b\nc$'] || 'changed' | 'a\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\nb\nc\n'
    null | [block: 'x', create: true] || 'changed' | '# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\n'
    '# END ANSIBLE MANAGED BLOCK\nq\n# BEGIN ANSIBLE MANAGED BLOCK\nz\n' | [block: 'x'] || 'changed' | '# BEGIN ANSIBLE MANAGED BLOCK\nx\n# END ANSIBLE MANAGED BLOCK\nz\n'
    'a\nb\n' | [block: 'x\n\ny', insertafter: '^a'] || 'changed' | 'a\n# BEGIN ANSIBLE MANAGED BLOCK\nx\n\ny\n# END ANSIBLE MANAGED BLOCK\nb\n'
  }

  def "keeps line ends with #arguments (#iterationIndex)"() {
    when:
    def plan = module(Blockinfile, path: '/etc/f', marker: '# {mark}', *: arguments).plan(host(['/etc/f': content]))

    then:
    (plan instanceof Plan.Unchanged ? content : text(plan)) == after
    module(Blockinfile, path: '/etc/f', marker: '# {mark}', *: arguments).plan(host(['/etc/f': after])) instanceof Plan.Unchanged

    where:
    content                              | arguments                                       || after
    'a\r\nb\r\n'                         | [block: 'x\ny']                                 || 'a\r\nb\r\n# BEGIN\r\nx\r\ny\r\n# END\r\n'
    'a\r\n# BEGIN\r\nx\r\n# END\r\nb'    | [block: 'x']                                    || 'a\r\n# BEGIN\r\nx\r\n# END\r\nb'
    'a\n# BEGIN\nx\n# END\nb'            | [state: 'absent']                               || 'a\nb'
    'a\nb'                               | [state: 'absent']                               || 'a\nb'
    'a\nb\n'                             | [block: 'x', insertafter: 'a', prependNewline: true, appendNewline: true] || 'a\n\n# BEGIN\nx\n# END\n\nb\n'
    'a\nb\n'                             | [block: 'x', prependNewline: true, appendNewline: true] || 'a\nb\n\n# BEGIN\nx\n# END\n'
    null                                 | [state: 'absent']                               || null
  }

  def "refuses #arguments"() {
    when:
    module(Blockinfile, path: '/etc/f', *: arguments).plan(host('/etc/f': 'a\n'))

    then:
    PlanException e = thrown()
    e.message.contains(message)

    where:
    arguments                                         || message
    [block: 'x', marker: '# block']                   || 'does not tell the begin'
    [block: 'x', insertafter: 'a', insertbefore: 'b'] || 'both insertafter and insertbefore'
    [block: 'x', insertafter: '(']                    || 'no regular expression'
  }

  private boolean again(String content, Map arguments) {
    module(Blockinfile, path: '/etc/f', *: arguments).plan(host(['/etc/f': content])) instanceof Plan.Unchanged
  }

  private static String text(Plan plan) {
    new String(written(plan).content(), StandardCharsets.ISO_8859_1)
  }
}
