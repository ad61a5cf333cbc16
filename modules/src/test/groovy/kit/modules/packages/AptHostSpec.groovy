package kit.modules.packages

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges
import static kit.modules.Testbed.result

import java.time.Duration
import kit.modules.Testbed
import kit.spi.Change
import kit.spi.Plan
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

@Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
class AptHostSpec extends Specification {
  @Shared host = Testbed.host('d2')

  def setup() { host.sh('apt-get -y -q purge tree file libmagic1; rm -f /tmp/kit.deb /usr/sbin/policy-rc.d') }

  def "a package comes and goes"() {
    expect:
    result(converges(host, make(Apt, name: ['tree', 'sudo']))).changed
    converges(host, make(Apt, name: 'tree', state: 'absent', purge: true))
  }

  def "an exact version, and one that there is not"() {
    given:
    def version = host.sh("apt-cache policy tree | sed -n 's/.*Candidate: //p'").text().trim()

    expect:
    converges(host, make(Apt, name: "tree=$version"))
    host.plan(make(Apt, name: "tree=${version[0]}*")) instanceof Plan.Unchanged
    host.plan(make(Apt, name: 'tree', state: 'latest')) instanceof Plan.Unchanged
    host.plan(make(Apt, name: 'tree=0.1')).message().contains("there is $version")
  }

  def "a virtual package is there if one that provides it is"() {
    expect:
    host.plan(make(Apt, name: 'awk')) instanceof Plan.Unchanged
    host.plan(make(Apt, name: 'tree:amd64')) instanceof Change
    host.plan(make(Apt, name: 'sudo:amd64')) instanceof Plan.Unchanged
  }

  def "an unknown package is refused before anything is done"() {
    expect:
    host.plan(make(Apt, name: 'no-such-package')).message() == 'apt knows no package no-such-package'
  }

  def "what is not needed any more goes"() {
    given:
    converges(host, make(Apt, name: 'file'))
    converges(host, make(Apt, name: 'file', state: 'absent'))

    expect:
    def run = converges(host, make(Apt, autoremove: true, purge: true))
    run.v1.diffs()[0].before().contains('libmagic1 ')
  }

  def "a refresh counts as changed only if it brings anything"() {
    given:
    def refresh = make(Apt, updateCache: true)
    host.apply(refresh)
    def again = host.plan(refresh) as Change

    expect:
    again.reader().apply(again.steps().collect { host.step(it) }) == [changed: false, cacheUpdated: true]
    host.plan(make(Apt, cacheValidTime: Duration.ofHours(1))) instanceof Plan.Unchanged

    when:
    host.sh('rm -f /var/lib/apt/lists/*_InRelease')

    then:
    again.reader().apply(again.steps().collect { host.step(it) }).changed
  }

  def "a package file is installed with its version, once"() {
    given:
    host.sh('cd /tmp && rm -rf kitdeb && mkdir -p kitdeb/DEBIAN && printf "Package: kit-probe\\nVersion: 1.0\\nArchitecture: all\\nMaintainer: x\\nDescription: x\\n" >kitdeb/DEBIAN/control && dpkg-deb -b kitdeb /tmp/kit.deb')

    expect:
    converges(host, make(Apt, deb: '/tmp/kit.deb'))
    converges(host, make(Apt, name: 'kit-pro*', state: 'absent'))
  }

  def "services are left alone under a policy, and the policy goes"() {
    given:
    host.sh('echo mine >/usr/sbin/policy-rc.d')

    expect:
    converges(host, make(Apt, name: 'tree', policyRcD: 101))
    host.sh('cat /usr/sbin/policy-rc.d; ls /usr/sbin/policy-rc.d.kit').text() == 'mine\n'
  }

  def "waits for the lock and says who holds it"() {
    given:
    def hold = "perl -e 'use Fcntl; open(F,q(+>>$file)); my \$l=pack(q(s s l! l! i),F_WRLCK,0,0,0,0); fcntl(F,F_SETLK,\$l) or die; sleep 5' >/dev/null 2>&1 &"
    def plan = host.plan(make(Apt, arguments)) as Change

    when:
    host.sh(hold + ' sleep 0.3')
    def output = host.step(plan.steps()[0])

    then:
    output.rc() != 0
    output.errors().contains('(perl)')
    host.step(host.plan(make(Apt, arguments + [lockTimeout: 20])).steps()[0]).rc() == 0

    where:
    file                           | arguments
    '/var/lib/dpkg/lock-frontend'  | [name: 'tree', lockTimeout: 1]
    '/var/lib/apt/lists/lock'      | [updateCache: true, lockTimeout: 1]
  }

  def "an interrupted dpkg fails with the line that mends it"() {
    given:
    host.sh('touch /var/lib/dpkg/updates/0001')

    expect:
    def output = host.apply(make(Apt, name: 'tree')).last()
    output.rc() == 100
    output.errors().contains('dpkg --configure -a')

    cleanup:
    host.sh('rm -f /var/lib/dpkg/updates/0001')
  }
}
