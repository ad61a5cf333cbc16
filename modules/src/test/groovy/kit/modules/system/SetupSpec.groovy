package kit.modules.system

import static kit.modules.Calls.make

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.query.Facts
import spock.lang.Requires
import spock.lang.Specification

class SetupSpec extends Specification {

  def "gathers #arguments"() {
    given:
    def host = new FakeHost(answers: [(new Facts()): [os: 1, network: 2, memory: 3, mounts: 4]])

    expect:
    make(Setup, arguments).plan(host).values().facts.keySet() as List == names

    where:
    arguments                                           || names
    [:]                                                 || ['os', 'network', 'memory', 'mounts']
    [gatherSubset: ['os', 'network']]                   || ['os', 'network']
    [gatherSubset: ['!mounts']]                         || ['os', 'network', 'memory']
    [gatherSubset: ['all', '!os']]                      || ['network', 'memory', 'mounts']
    [filter: ['m*']]                                    || ['memory', 'mounts']
    [filter: ['*s', 'network']]                         || ['os', 'network', 'mounts']
    [filter: ['*or*']]                                  || ['network', 'memory']
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "knows what #host is"() {
    expect:
    def facts = Testbed.host(host).plan(make(Setup)).values().facts
    [facts.os.family, facts.serviceMgr, facts.pkgMgr, facts.virtualization.type] == what
    facts.network.default.address ==~ /\d+\.\d+\.\d+\.\d+/
    facts.network.default.gateway ==~ /\d+\.\d+\.\d+\.\d+/
    facts.mounts.find { it.path == '/' }.available > 0
    facts.user.name in ['root', '']

    where:
    host || what
    'd1' || ['Debian', 'systemd', 'apt', 'docker']
    'm1' || ['', 'none', '', 'docker']
  }
}
