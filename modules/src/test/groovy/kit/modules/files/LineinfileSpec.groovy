package kit.modules.files

import java.nio.charset.StandardCharsets
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Specification

class LineinfileSpec extends Specification implements Calls {

  /** One of several matching lines is replaced by one that does not match: the next run takes the next. */
  static final UNSTABLE = [
    [line: 'x', regexp: '^a'], [line: 'x', regexp: '^a', firstmatch: true], [line: 'n', searchString: 'a.b', firstmatch: true]
  ]

  def "does what Ansible does with #arguments (#iterationIndex)"() {
    when: 'the results are those of ansible-core 2.14.18'
    def plan = module(Lineinfile, path: '/etc/f', *: arguments).plan(host(['/etc/f': content]))

    then:
    (plan instanceof Plan.Unchanged ? 'ok' : 'changed') == status
    (plan instanceof Plan.Unchanged ? content : text(plan)) == after

    and: 'a second time there is nothing to do'
    again(after, arguments) == repeats

    where:
    content | arguments || status | after
    'a\nb\n' | [line: 'c'] || 'changed' | 'a\nb\nc\n'
    'a\nb\n' | [line: 'a'] || 'ok' | 'a\nb\n'
    'a\nb' | [line: 'c'] || 'changed' | 'a\nb\nc\n'
    'a\nb' | [line: 'b'] || 'changed' | 'a\nb\n'
    '' | [line: 'a'] || 'changed' | 'a\n'
    'a\nb\na\n' | [line: 'x', regexp: '^a'] || 'changed' | 'a\nb\nx\n'
    'a\nb\na\n' | [line: 'x', regexp: '^a', firstmatch: true] || 'changed' | 'x\nb\na\n'
    'a\nb\na\n' | [line: 'a', regexp: '^z'] || 'ok' | 'a\nb\na\n'
    'k=1\nb\n' | [line: 'k=2', regexp: '^k='] || 'changed' | 'k=2\nb\n'
    'k=2\nb\n' | [line: 'k=2', regexp: '^k='] || 'ok' | 'k=2\nb\n'
    'b\n' | [line: 'k=2', regexp: '^k='] || 'changed' | 'b\nk=2\n'
    '#k=1\nk=3\n' | [line: 'k=2', regexp: '^#?k='] || 'changed' | '#k=1\nk=2\n'
    'k=1' | [line: 'k=2', regexp: '^k=1$'] || 'changed' | 'k=2\n'
    'a.b\naxb\n' | [line: 'n', searchString: 'a.b'] || 'changed' | 'n\naxb\n'
    'a\n' | [line: 'n', searchString: 'zz'] || 'changed' | 'a\nn\n'
    'a.b\na.b c\nd\n' | [line: 'n', searchString: 'a.b', firstmatch: true] || 'changed' | 'n\na.b c\nd\n'
    'a\nb\nc\n' | [line: 'n', insertafter: '^a'] || 'changed' | 'a\nn\nb\nc\n'
    'a\nb\na\nc\n' | [line: 'n', insertafter: '^a'] || 'changed' | 'a\nb\na\nn\nc\n'
    'a\nb\na\nc\n' | [line: 'n', insertafter: '^a', firstmatch: true] || 'changed' | 'a\nn\nb\na\nc\n'
    'a\nb\nc\n' | [line: 'n', insertafter: '^z'] || 'changed' | 'a\nb\nc\nn\n'
    'a\nb\nc\n' | [line: 'n', insertafter: '^c'] || 'changed' | 'a\nb\nc\nn\n'
    'a\nb\nc\n' | [line: 'n', insertafter: 'EOF'] || 'changed' | 'a\nb\nc\nn\n'
    'a\nb\nc\n' | [line: 'n', insertafter: 'BOF'] || 'changed' | 'n\na\nb\nc\n'
    'a\nb\nc\n' | [line: 'n', insertbefore: '^c'] || 'changed' | 'a\nb\nn\nc\n'
    'c\nb\nc\n' | [line: 'n', insertbefore: '^c'] || 'changed' | 'c\nb\nn\nc\n'
    'c\nb\nc\n' | [line: 'n', insertbefore: '^c', firstmatch: true] || 'changed' | 'n\nc\nb\nc\n'
    'a\nb\n' | [line: 'n', insertbefore: 'BOF'] || 'changed' | 'n\na\nb\n'
    'a\nb\n' | [line: 'n', insertbefore: '^z'] || 'changed' | 'a\nb\nn\n'
    'n\na\n' | [line: 'n', insertafter: '^a'] || 'ok' | 'n\na\n'
    'a\nx\nn\n' | [line: 'n', insertafter: '^a', firstmatch: true] || 'changed' | 'a\nn\nx\nn\n'
    'a\nn\nx\n' | [line: 'n', insertafter: '^a', firstmatch: true] || 'ok' | 'a\nn\nx\n'
    'k=1\na\n' | [line: 'k=2', regexp: '^k=', insertafter: '^a'] || 'changed' | 'k=2\na\n'
    'a\nb\n' | [line: 'k=2', regexp: '^k=', insertafter: '^a'] || 'changed' | 'a\nk=2\nb\n'
    'a\nb\n' | [line: 'k=2', regexp: '^k=', insertbefore: '^b'] || 'changed' | 'a\nk=2\nb\n'
    'a\nn\nb\n' | [line: 'n', regexp: '^k=', insertbefore: '^a'] || 'ok' | 'a\nn\nb\n'
    'k=1 # c\n' | [line: '\\1=2 \\2', regexp: '^(k)=\\d+ (#.*)$', backrefs: true] || 'changed' | 'k=2 # c\n'
    'k=1\n' | [line: '\\g<key>=\\g<1>2', regexp: '^(?P<key>k)=', backrefs: true] || 'changed' | 'k=k2\n'
    'k_1=1\n' | [line: '\\g<the_key>=2', regexp: '^(?P<the_key>\\w+)=', backrefs: true] || 'changed' | 'k_1=2\n'
    'a\n' | [line: '\\1=2', regexp: '^(k)=', backrefs: true] || 'ok' | 'a\n'
    'k=2\n' | [line: '\\1=2', regexp: '^(k)=.*', backrefs: true] || 'ok' | 'k=2\n'
    'k=1\n' | [line: 'k=\\1', regexp: '^(k)='] || 'changed' | 'k=\\1\n'
    'ab\n' | [line: '\\1-\\2', regexp: '^(a)(x)?b', backrefs: true] || 'changed' | 'a-\n'
    'a\n' | [line: 'x\\ty', regexp: '^(a)', backrefs: true] || 'changed' | 'x\ty\n'
    'a\nb\na\n' | [line: 'a', state: 'absent'] || 'changed' | 'b\n'
    'a\nb\nab\n' | [regexp: '^a', state: 'absent'] || 'changed' | 'b\n'
    'a.b\naxb\n' | [searchString: 'a.b', state: 'absent'] || 'changed' | 'axb\n'
    'a\nb' | [line: 'b', state: 'absent'] || 'changed' | 'a\n'
    'a\n' | [line: 'z', state: 'absent'] || 'ok' | 'a\n'
    'a\n' | [regexp: '^a', line: 'zzz', state: 'absent'] || 'changed' | ''
    null | [line: 'a', create: true] || 'changed' | 'a\n'
    null | [line: 'a', state: 'absent'] || 'ok' | null
    'für\nÿ\n' | [line: 'x', regexp: '^f.r$'] || 'changed' | 'x\nÿ\n'
    '{a\n[b\n' | [line: 'x', regexp: '^{a'] || 'changed' | 'x\n[b\n'
    '{a\n[b\n' | [line: 'x', regexp: '^[[]b'] || 'changed' | '{a\nx\n'
    'a&&b\n' | [line: 'x', regexp: '^a[&&]+b'] || 'changed' | 'x\n'
    'aa\naaaa\n' | [line: 'x', regexp: '^a{,2}$'] || 'changed' | 'x\naaaa\n'
    'A\n' | [line: 'x', regexp: '(?i)^a\\Z'] || 'changed' | 'A\nx\n'
    'A\n' | [line: 'x', regexp: '(?i)^a$'] || 'changed' | 'x\n'
    'dd\nab\n' | [line: 'x', regexp: '^(?P<c>d)(?P=c)$'] || 'changed' | 'x\nab\n'
    'a]b\n' | [line: 'x', regexp: '^a[]]b'] || 'changed' | 'x\n'
    '  a\n' | [line: '  b', regexp: '^\\s+a'] || 'changed' | '  b\n'
    'a\n' | [line: 'x', regexp: '^$', insertafter: 'EOF'] || 'changed' | 'a\nx\n'
    'a\n\nb\n' | [line: 'x', regexp: '^$'] || 'changed' | 'a\nx\nb\n'

    repeats = !(arguments in UNSTABLE)
  }

  def "keeps line ends and bytes with #arguments (#iterationIndex)"() {
    when: 'Ansible would mix line ends, or join the last two lines'
    def plan = module(Lineinfile, path: '/etc/f', *: arguments).plan(host(['/etc/f': content]))

    then:
    (plan instanceof Plan.Unchanged ? content : text(plan)) == after
    again(after, arguments)

    where:
    content            | arguments                                               || after
    'a\r\nb\r\n'       | [line: 'c']                                             || 'a\r\nb\r\nc\r\n'
    'a\r\nb\r\n'       | [line: 'a']                                             || 'a\r\nb\r\n'
    'a\r\nb\r\n'       | [line: 'x', regexp: '^b$']                              || 'a\r\nx\r\n'
    'k=1\r\n'          | [line: '\\1=2', regexp: '^(.*)=1$', backrefs: true]     || 'k=2\r\n'
    'a\r\nb'           | [line: 'x', insertafter: '^b']                          || 'a\r\nb\r\nx\r\n'
    'a\r\nb\nc\r\n'    | [line: 'c', state: 'absent']                            || 'a\r\nb\n'
    'a\nb'             | [line: 'x', insertafter: '^b']                          || 'a\nb\nx\n'
    'f\u00fcr\n'       | [line: 'gr\u00fcn']                                     || 'f\u00fcr\ngr\u00c3\u00bcn\n'
    '\u0085a\u0000b\n'  | [line: 'x', regexp: '^b']                               || '\u0085a\u0000b\nx\n'
    'a\n'               | [line: 'x\n']                                          || 'a\nx\n'
  }

  def "refuses #arguments"() {
    when:
    module(Lineinfile, path: '/etc/f', *: arguments).plan(host('/etc/f': 'a\n'))

    then:
    PlanException e = thrown()
    e.message.contains(message)

    where:
    arguments                                               || message
    [:]                                                     || 'line is missing'
    [state: 'absent']                                       || 'which line to remove'
    [line: 'a', regexp: 'a', searchString: 'a']             || 'both regexp and searchString'
    [line: 'a', insertafter: 'a', insertbefore: 'a']        || 'both insertafter and insertbefore'
    [line: 'a', backrefs: true]                             || 'backrefs needs a regexp'
    [line: 'a\nb']                                          || 'several lines'
    [line: 'a', regexp: '(']                                || "regexp '(' is no regular expression"
    [line: 'a', insertbefore: '*']                          || "insertbefore '*' is no regular expression"
    [line: '\\2', regexp: '(a)', backrefs: true]            || "no group '2'"
    [line: '\\g<x>', regexp: '(a)', backrefs: true]         || "no group 'x'"
    [line: '\\q', regexp: '(a)', backrefs: true]            || '\\q means nothing'
    [line: 'b', validate: 'visudo -c']                      || 'has no %s'
  }

  def "cannot edit #what"() {
    expect:
    message(module(Lineinfile, path: '/etc/f', line: 'a').plan(host(paths))).contains(text)

    where:
    what          | paths                                       || text
    'nothing'     | [:]                                         || '/etc/f does not exist'
    'a directory' | ['/etc/f': kit.query.PathStat.Type.DIRECTORY] || '/etc/f is a directory'
    'a FIFO'      | ['/etc/f': kit.query.PathStat.Type.FIFO]      || '/etc/f is a FIFO'
  }

  def "makes a file with its directories"() {
    when:
    def plan = module(Lineinfile, path: '/etc/a/b/f', line: 'x', create: true, mode: '0600').plan(host())

    then:
    scripts(plan).endsWith('mkdir -p -- /etc/a/b || exit')
    written(plan).mode().get() == 0600
    text(plan) == 'x\n'
  }

  def "asks once"() {
    given:
    def host = host('/etc/f': 'a\n')

    expect:
    module(Lineinfile, path: '/etc/f', line: 'a').plan(host) instanceof Plan.Unchanged
    host.asked*.class*.simpleName == ['Stat', 'Content']
  }

  private boolean again(String content, Map arguments) {
    module(Lineinfile, path: '/etc/f', *: arguments).plan(host(['/etc/f': content])) instanceof Plan.Unchanged
  }

  private static String text(Plan plan) {
    new String(written(plan).content(), StandardCharsets.ISO_8859_1)
  }
}
