package kit.modules.files

import kit.fixture.Shells
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class IniFileSpec extends Specification implements Calls {
  static final TEXT = '; top\nfree = 1\n\n[a]\nx = 1\n# y = 9\n\n[b]\nx=1\nx=2\n'

  @TempDir java.io.File dir

  def "#arguments: #after"() {
    given:
    def call = kit.modules.Calls.make(IniFile, [path: '/etc/app.ini'] + arguments)
    def plan = call.plan(host('/etc/app.ini': TEXT))

    expect:
    after == (plan instanceof Plan.Unchanged ? TEXT : new String(written(plan).content()))
    plan instanceof Plan.Unchanged || call.plan(host('/etc/app.ini': kit.query.FileContent.bytes(after))) instanceof Plan.Unchanged

    where:
    arguments                                                               || after
    [section: 'a', option: 'x', value: '1']                                 || TEXT
    [section: 'a', option: 'x', value: '2']                                 || TEXT.replaceFirst('x = 1', 'x = 2')
    [section: 'a', option: 'y', value: '3']                                 || TEXT.replace('# y = 9', 'y = 3')
    [section: 'a', option: 'z', value: '3']                                 || TEXT.replace('x = 1\n', 'x = 1\nz = 3\n')
    [section: 'b', option: 'x', values: ['1', '2'], noExtraSpaces: true]    || TEXT
    [section: 'b', option: 'x', values: ['2', '3'], noExtraSpaces: true]    || TEXT.replace('x=1', 'x=3')
    [section: 'b', option: 'x', value: '7']                                 || TEXT.replace('x=1\nx=2\n', 'x = 7\n')
    [section: 'b', option: 'x', value: '7', exclusive: false]               || TEXT + 'x = 7\n'
    [section: 'c', option: 'k', value: 'v']                                 || TEXT + '[c]\nk = v\n'
    [section: 'c', option: 'k', allowNoValue: true]                         || TEXT + '[c]\nk\n'
    [section: 'a']                                                          || TEXT
    [section: 'c']                                                          || TEXT + '[c]\n'
    [option: 'free', value: '2']                                            || TEXT.replace('free = 1', 'free = 2')
    [option: 'new', value: '2']                                             || TEXT.replace('free = 1\n', 'free = 1\nnew = 2\n')
    [section: 'a', state: 'absent']                                         || '; top\nfree = 1\n\n[b]\nx=1\nx=2\n'
    [section: 'c', state: 'absent']                                         || TEXT
    [section: 'b', option: 'x', state: 'absent']                            || TEXT - 'x=1\nx=2\n'
    [section: 'b', option: 'x', value: '2', exclusive: false, state: 'absent'] || TEXT - 'x=2\n'
    [section: 'a', option: 'nosuch', state: 'absent']                       || TEXT
    [section: 'a', option: 'x', value: 'grün']                              || TEXT.replaceFirst('x = 1', 'x = grün')
  }

  def "sections are found as Ansible finds them: #before, #arguments"() {
    given:
    def call = kit.modules.Calls.make(IniFile, [path: '/etc/app.ini', section: 'a'] + arguments)

    expect:
    new String(written(call.plan(host('/etc/app.ini': before))).content()) == after
    call.plan(host('/etc/app.ini': after)) instanceof Plan.Unchanged

    where:
    before                             | arguments                || after
    '[a] ; first\nx = 1\n'             | [option: 'x', value: '2'] || '[a] ; first\nx = 2\n'
    '[a]\nlist =\n  [one]\nx = 1\n'    | [option: 'x', value: '2'] || '[a]\nlist =\n  [one]\nx = 2\n'
    '[a]\n\n# about b\n[b]\n'          | [option: 'x', value: '2'] || '[a]\nx = 2\n\n# about b\n[b]\n'
    '[a]\nx = 1\n\n[a]\ny = 1\n'       | [option: 'y', value: '2'] || '[a]\nx = 1\n\n[a]\ny = 2\n'
    '[b]\n[a]\nx = 1\n\n[a]\ny = 1\n'  | [state: 'absent']        || '[b]\n'
  }

  def "#arguments is an error: #message"() {
    when:
    kit.modules.Calls.make(IniFile, [path: '/etc/app.ini'] + arguments).plan(host('/etc/app.ini': ''))

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                                              || message
    [:]                                                    || 'neither section nor option is given'
    [section: 'a', option: 'x']                            || 'option x has no value'
    [section: 'a', value: 'x']                             || 'a value is given but no option'
    [section: 'a', option: 'x', value: '1', values: ['1']] || 'both value and values are given'
    [section: 'a', option: 'x', value: '1\n2']             || 'a value has several lines'
    [section: 'a', option: 'x\n[b]\ny', value: '1']        || 'the name of a section or option has several lines'
    [section: 'a\nx = 1', option: 'y', value: '1']         || 'the name of a section or option has several lines'
    [section: 'a]', option: 'x', value: '1']               || "a section's name cannot hold ']'"
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "really comes and goes in #shell"() {
    given:
    def host = shell.host()
    def call = { Map more -> kit.modules.Calls.make(IniFile, [path: "$dir/new/app.ini".toString(), section: 's', option: 'k'] + more) }

    expect:
    host.apply(call(value: 'v'))*.rc().every { it == 0 }
    new java.io.File(dir, 'new/app.ini').text == '[s]\nk = v\n'
    host.plan(call(value: 'v')) instanceof Plan.Unchanged
    host.apply(call(state: 'absent'))*.rc().every { it == 0 }
    new java.io.File(dir, 'new/app.ini').text == '[s]\n'
    (host.plan(kit.modules.Calls.make(IniFile, path: "$dir/no.ini".toString(), section: 's', create: false)) as Plan.Refused).message() == "$dir/no.ini does not exist"

    where:
    shell << Shells.all()
  }
}
