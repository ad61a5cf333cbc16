package kit.modules.packages

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification

class PipSpec extends Specification {

  def "#text with #version installed is met: #met"() {
    expect:
    PipRequirement.of(text).met(version).orElse(null) == met

    where:
    text                | version  || met
    'a'                 | '1'      || true
    'a==1.0'            | '1'      || true
    'a==1.*'            | '1.7.2'  || true
    'a==1.*'            | '2.0'    || false
    'a>=1.2, <2'        | '1.10'   || true
    'a>=1.2,<2'         | '2.0.0'  || false
    'a~=1.4.2'          | '1.4.9'  || true
    'a~=1.4.2'          | '1.5.0'  || false
    'a!=1.5'            | '1.5'    || false
    'a[x,y]>1'          | '1'      || false
    'a==1.0rc1'         | '1.0rc1' || true
    'a>=1.0'            | '1.1b2'  || null
  }

  def "#text is left to pip"() {
    expect:
    PipRequirement.of(text).name() == ''

    where:
    text << ['./x', '/srv/x.whl', 'git+https://h/x', 'https://h/x.tar.gz', 'a @ https://h/x', 'a; python_version < "3"']
  }

  def "#arguments: #said"() {
    given:
    def host = new FakeHost(answers: [
      (new PipList('python3')): new PipList.Found(true, true, [bottle: '0.12.1', 'py-yaml': '6.0']),
      (new PipList('/v/bin/python')): new PipList.Found(false, false, [:]),
      (new PipList('/opt/bin/pip3.11')): new PipList.Found(true, true, [:]),
      (new PipList('pypy')): new PipList.Found(true, false, [:])])
    def plan = make(Pip, arguments).plan(host)

    expect:
    (plan instanceof Plan.Unchanged ? plan.why() : plan instanceof Plan.Refused ? plan.message() : plan.steps()[0].script().trim())
      .replace(' -m pip --disable-pip-version-check --no-input', '') == said

    where:
    arguments                                                     || said
    [name: ['bottle', 'Py_YAML>=5']]                              || 'bottle, Py_YAML>=5 are installed'
    [name: ['bottle'], version: '0.13']                           || "python3 install 'bottle==0.13'"
    [name: ['bottle'], state: 'latest', extraArgs: '--no-index']  || 'python3 install --no-index --upgrade bottle'
    [name: ['bottle'], state: 'forcereinstall']                   || 'python3 install --upgrade --force-reinstall bottle'
    [name: ['bottle', 'x'], state: 'absent']                      || 'python3 uninstall -y bottle'
    [name: ['x'], state: 'absent']                                || 'x is not installed'
    [requirements: '/r.txt']                                      || 'python3 install -r /r.txt'
    [name: ['x'], virtualenv: '/v']                               || 'python3 -m venv /v || exit\n/v/bin/python install x'
    [name: ['x'], executable: '/opt/bin/pip3.11', extraArgs: '-i "http://h/a b?c&d"'] || "/opt/bin/pip3.11 --disable-pip-version-check --no-input install -i 'http://h/a b?c&d' x"
    [name: ['x'], executable: 'pypy']                             || 'pypy has no pip'
  }

  def "#arguments is an error: #message"() {
    when:
    make(Pip, arguments).plan(new FakeHost(answers: [(new PipList('python3')): new PipList.Found(true, true, [:])]))

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                                   || message
    [:]                                         || 'give either name or requirements'
    [name: ['a', 'b'], version: '1']            || 'version goes with one name'
    [name: ['-r x']]                            || "'-r x' is no package"
    [name: ['a'], extraArgs: "-i 'x"]           || "the command '-i 'x' lacks a closing '"
    [name: ['git+https://h/x'], state: 'absent'] || "'git+https://h/x' does not tell the package's name"
    [requirements: '/r', state: 'absent']       || 'requirements cannot be absent'
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "packages really come and go in an environment"() {
    given:
    def host = Testbed.host('d2')
    assert host.sh('[ -e /usr/share/doc/python3-venv ] || DEBIAN_FRONTEND=noninteractive apt-get install -y -q python3-venv >/dev/null').rc() == 0
    host.sh('rm -rf /srv/kit-venv /srv/kit-wheels; mkdir /srv/kit-wheels')
    ['1.0', '1.1'].each { host.sh("cat >/srv/kit-wheels/kit_hello-$it-py3-none-any.whl", wheel(it)) }
    def call = { Map more -> make(Pip, [name: ['kit-hello'], virtualenv: '/srv/kit-venv', extraArgs: '--no-index --find-links /srv/kit-wheels'] + more) }

    expect:
    converges(host, call(version: '1.0'))
    converges(host, call(name: ['kit_hello>=1.1']))
    host.sh('/srv/kit-venv/bin/python -c "import kit_hello; print(kit_hello.v)"').text() == '1.1\n'

    and: 'what is the latest already does not count as changed, and check mode knows no more than "maybe"'
    def plan = host.plan(call(state: 'latest'))
    plan.opaque() && plan.diffs() == []
    plan.reader().apply(plan.steps().collect { host.step(it) }) == [packages: [], changed: false]
    converges(host, call(state: 'absent'))

    cleanup:
    host?.sh('rm -rf /srv/kit-venv /srv/kit-wheels')
  }

  private static byte[] wheel(String version) {
    def bytes = new ByteArrayOutputStream()
    new ZipOutputStream(bytes).withCloseable { zip ->
      def add = { String name, String text -> zip.putNextEntry(new ZipEntry(name)); zip.write(text.bytes); zip.closeEntry() }
      def info = "kit_hello-${version}.dist-info"
      add('kit_hello.py', "v = '$version'\n")
      add("$info/METADATA", "Metadata-Version: 2.1\nName: kit-hello\nVersion: $version\n")
      add("$info/WHEEL", 'Wheel-Version: 1.0\nGenerator: kit\nRoot-Is-Purelib: true\nTag: py3-none-any\n')
      add("$info/RECORD", "kit_hello.py,,\n$info/METADATA,,\n$info/WHEEL,,\n$info/RECORD,,\n")
    }
    bytes.toByteArray()
  }
}
