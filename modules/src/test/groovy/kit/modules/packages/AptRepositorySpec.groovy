package kit.modules.packages

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.query.Content
import kit.query.FileContent
import kit.spi.Change
import kit.spi.Mode
import kit.spi.Plan
import kit.spi.PlanException
import kit.spi.Step
import spock.lang.Requires
import spock.lang.Specification

class AptRepositorySpec extends Specification {
  static final FULL = [uris: ['https://apt.example.org/debian'], suites: ['bookworm'], components: ['main']]

  def "#arguments writes #lines to #file"() {
    given:
    def call = repository(arguments)
    def path = "/etc/apt/sources.list.d/${file}.sources".toString()
    def plan = call.plan(holding(file, null)) as Change

    expect:
    def text = new String((plan.steps()[0] as Step.Write).content())
    text.readLines().tail() == lines
    plan.steps()[1].script().contains("Dir::Etc::sourcelist=$path ")
    plan.steps()[1].script().contains("|| { rm -f -- $path; exit 100; }")
    call.plan(holding(file, text)) instanceof Plan.Unchanged
    call.plan(holding(file, text, '# deb http://h/d s m\n')) instanceof Plan.Unchanged
    (call.plan(holding(file, text, 'deb http://h/d s m\n')) as Plan.Refused).message().startsWith("/etc/apt/sources.list.d/${file}.list holds")

    where:
    arguments                                                        || file                      | lines
    FULL                                                             || 'apt_example_org_debian'  | ['Types: deb', 'URIs: https://apt.example.org/debian', 'Suites: bookworm', 'Components: main']
    FULL + [name: 'x', signedBy: '/k.gpg', architectures: ['amd64']] || 'x'                       | ['Types: deb', 'URIs: https://apt.example.org/debian', 'Suites: bookworm', 'Components: main', 'Architectures: amd64', 'Signed-By: /k.gpg']
    FULL + [name: 'x.sources', signedBy: '-----BEGIN PGP\n\nab\n']   || 'x'                       | ['Types: deb', 'URIs: https://apt.example.org/debian', 'Suites: bookworm', 'Components: main', 'Signed-By:', ' -----BEGIN PGP', ' .', ' ab']
    [repo: 'deb [arch=amd64,arm64 signed-by=/k.gpg] http://h/d stable main extra'] || 'h_d'       | ['Types: deb', 'URIs: http://h/d', 'Suites: stable', 'Components: main extra', 'Architectures: amd64 arm64', 'Signed-By: /k.gpg']
    [repo: 'deb-src http://h/d ./', name: 'flat', trusted: true]     || 'flat'                    | ['Types: deb-src', 'URIs: http://h/d', 'Suites: ./', 'Trusted: yes']
  }

  def "#arguments is an error: #message"() {
    when:
    repository(arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                                       || message
    [:]                                             || 'a repository needs uris and suites'
    [state: 'absent']                               || 'name is missing'
    FULL + [repo: 'deb http://h/d s m']             || 'both repo and uris are given'
    FULL + [components: []]                         || "suite 'bookworm' needs components"
    FULL + [suites: ['./']]                         || "suite './' is a path and has no components"
    FULL + [name: '../x']                           || "'../x' is no name apt reads"
    FULL + [signedBy: 'ABCD']                       || "signedBy 'ABCD' is neither a path nor a key"
    FULL + [uris: ['http://a b']]                   || "'http://a b' is not one word"
    [repo: 'ppa:nginx/stable']                      || "'ppa:nginx/stable' is no repository"
    [repo: 'deb [x=1] http://h/d s m']              || "option 'x' of a repository is not known"
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "packages really come from it"() {
    given:
    def host = Testbed.host('d2')
    host.sh('''rm -rf /srv/kit-repo /etc/apt/sources.list.d/kit-*; mkdir -p /srv/kit-repo/p/DEBIAN && cd /srv/kit-repo &&
      printf 'Package: kit-hello\\nVersion: 1.0\\nArchitecture: all\\nMaintainer: x <x@example.org>\\nDescription: x\\n' >p/DEBIAN/control &&
      dpkg-deb -b p kit-hello_1.0_all.deb && rm -r p && { cat <<E
Package: kit-hello
Version: 1.0
Architecture: all
Maintainer: x <x@example.org>
Filename: ./kit-hello_1.0_all.deb
Size: $(stat -c %s kit-hello_1.0_all.deb)
SHA256: $(sha256sum kit-hello_1.0_all.deb | cut -d' ' -f1)
Description: x
Package: kit-hello
Version: 1.0
Architecture: all
Maintainer: x <x@example.org>
Filename: ./kit-hello_1.0_all.deb
Size: $(stat -c %s kit-hello_1.0_all.deb)
SHA256: $(sha256sum kit-hello_1.0_all.deb | cut -d' ' -f1)
Description: x
E
      } >Packages''')
    def call = { Map more -> repository([name: 'kit-test', uris: ['file:/srv/kit-repo'], suites: ['./'], trusted: true] + more) }

    expect:
    converges(host, call([:]))
    host.sh('apt-cache policy kit-hello').text().contains('Candidate: 1.0')

    and: 'one that cannot be fetched leaves nothing behind'
    def bad = host.plan(call(name: 'kit-bad', uris: ['file:/srv/kit-none'])) as Change
    host.step(bad.steps()[0]).rc() == 0
    host.step(bad.steps()[1]).rc() == 100
    host.sh('ls /etc/apt/sources.list.d/kit-bad.sources').rc() != 0

    and:
    converges(host, call(state: 'absent'))

    cleanup:
    host?.sh('rm -rf /srv/kit-repo /etc/apt/sources.list.d/kit-*; apt-get update -q')
  }

  private static FakeHost holding(String name, String sources, String list = null) {
    def content = { text -> text == null ? FileContent.missing(FileContent.State.ABSENT) : FileContent.of(text.toString().bytes) }
    new FakeHost(answers: [(new Content("/etc/apt/sources.list.d/${name}.sources".toString())): content(sources),
      (new Content("/etc/apt/sources.list.d/${name}.list".toString())): content(list)])
  }

  private static AptRepository repository(Map arguments) { make(AptRepository, [mode: Mode.of('0644')] + arguments) }
}
