package kit.modules.network

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.spi.Change
import kit.spi.Output
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification

class IptablesSpec extends Specification {

  def "writes #arguments as Ansible does"() {
    expect:
    RuleWords.of(make(Iptables, [chain: 'INPUT'] + arguments)).join(' ') == words

    where:
    arguments                                                             || words
    [:]                                                                   || ''
    [protocol: 'tcp', destinationPort: '22', jump: 'ACCEPT']              || '-p tcp -j ACCEPT --destination-port 22'
    [source: '!10.0.0.0/8', jump: 'DROP']                                 || '! -s 10.0.0.0/8 -j DROP'
    [ctstate: ['NEW', 'RELATED'], jump: 'ACCEPT']                         || '-j ACCEPT -m conntrack --ctstate NEW,RELATED'
    [match: ['state'], ctstate: ['NEW'], jump: 'ACCEPT']                  || '-m state -j ACCEPT --state NEW'
    [match: ['conntrack'], ctstate: ['NEW'], jump: 'ACCEPT']              || '-m conntrack -j ACCEPT --ctstate NEW'
    [protocol: 'tcp', destinationPorts: ['80', '8000:8010'], jump: 'ACCEPT'] || '-p tcp -j ACCEPT -m multiport --dports 80,8000:8010'
    [protocol: 'tcp', rejectWith: 'tcp-reset']                            || '-p tcp -j REJECT --reject-with tcp-reset'
    [protocol: 'icmp', icmpType: '8', jump: 'ACCEPT', comment: 'a b']     || '-p icmp -j ACCEPT --icmp-type 8 -m comment --comment a b'
    [protocol: 'ipv6-icmp', icmpType: '8', ipVersion: 'ipv6', jump: 'DROP'] || '-p ipv6-icmp -j DROP --icmpv6-type 8'
    [limit: '5/second', limitBurst: '10', logPrefix: 'IN: ', logLevel: 'info'] || '-j LOG --log-prefix IN:  --log-level info -m limit --limit 5/second --limit-burst 10'
    [logPrefix: '!!! ', chain: 'OUTPUT']                                  || '-j LOG --log-prefix !!! '
    [protocol: 'tcp', tcpFlags: [flags: 'ALL', flagsSet: ['ack', 'SYN']], jump: 'DROP'] || '-p tcp --tcp-flags ALL ACK,SYN -j DROP'
    [protocol: 'tcp', syn: 'negate', jump: 'DROP']                        || '-p tcp -j DROP ! --syn'
    [jump: 'DNAT', toDestination: '1.2.3.4:80', inInterface: 'eth0']      || '-j DNAT --to-destination 1.2.3.4:80 -i eth0'
    [jump: 'SNAT', toSource: '1.2.3.4', outInterface: 'eth+']             || '-j SNAT --to-source 1.2.3.4 -o eth+'
    [srcRange: '10.0.0.1-10.0.0.9', uidOwner: 'www', gidOwner: '33', goTo: 'MINE'] || '-g MINE -m iprange --src-range 10.0.0.1-10.0.0.9 -m owner --uid-owner www --gid-owner 33'
    [protocol: 'tcp', destinationPorts: ['!80', '443'], jump: 'DROP']     || '-p tcp -j DROP -m multiport ! --dports 80,443'
    [ctstate: ['!NEW', 'RELATED'], jump: 'DROP']                          || '-j DROP -m conntrack ! --ctstate NEW,RELATED'
    [fragment: true, jump: 'DROP']                                        || '-f -j DROP'
    [fragment: false, protocol: 'vrrp', jump: 'ACCEPT']                   || '-p vrrp ! -f -j ACCEPT'
    [matchSet: 'bad', matchSetFlags: 'src,dst', jump: 'DROP']             || '-j DROP -m set --match-set bad src,dst'
  }

  def "#arguments where the rule is #present"() {
    given:
    def call = make(Iptables, [chain: 'INPUT', jump: 'DROP'] + arguments)
    def question = new RulePresent(call.firewall(), 'INPUT', RuleWords.of(call))

    expect:
    says(call.plan(new FakeHost(answers: [(question): new RulePresent.Found(present, '')]))) == plan

    where:
    arguments                        | present || plan
    [:]                              | true    || 'the rule is there'
    [:]                              | false   || 'iptables -w 10 -t filter -A INPUT -j DROP'
    [action: 'insert']               | false   || 'iptables -w 10 -t filter -I INPUT -j DROP'
    [action: 'insert', ruleNum: 3]   | false   || 'iptables -w 10 -t filter -I INPUT 3 -j DROP'
    [ruleNum: 3]                     | false   || 'iptables -w 10 -t filter -A INPUT -j DROP'
    [setCounters: '1 2']             | false   || 'iptables -w 10 -t filter -A INPUT -j DROP -c 1 2'
    [table: 'nat', ipVersion: 'ipv6', lockWait: 2] | false || 'ip6tables -w 2 -t nat -A INPUT -j DROP'
    [state: 'absent']                | false   || 'the rule is not there'
    [state: 'absent']                | true    || 'iptables -w 10 -t filter -D INPUT -j DROP || exit'
  }

  def "chains: #arguments where it is #found"() {
    given:
    def call = make(Iptables, arguments)
    def question = new ChainState(
      call.firewall(), arguments.chain ?: '', arguments.flush ? '' : arguments.policy ? 'policy' : 'existence')

    expect:
    says(call.plan(new FakeHost(answers: [(question): new ChainState.Found(*found, found[0] ? '' : 'none')]))) == plan

    where:
    arguments                                              | found                   || plan
    [chain: 'INPUT', policy: 'DROP']                       | [true, 'ACCEPT', false] || 'iptables -w 10 -t filter -P INPUT DROP'
    [chain: 'INPUT', policy: 'DROP']                       | [true, 'DROP', false]   || 'the policy of chain INPUT is DROP'
    [chain: 'MINE', policy: 'DROP']                        | [true, '', false]       || 'chain MINE has no policy'
    [chain: 'MINE', policy: 'DROP']                        | [false, '', false]      || 'iptables refuses the rule: none'
    [chain: 'MINE', flush: true]                           | [true, '', true]        || 'iptables -w 10 -t filter -F MINE'
    [flush: true]                                          | [true, '', true]        || 'iptables -w 10 -t filter -F'
    [flush: true]                                          | [true, '', false]       || 'table filter has no rules'
    [chain: 'MINE', chainManagement: true]                 | [false, '', false]      || 'iptables -w 10 -t filter -N MINE'
    [chain: 'MINE', chainManagement: true]                 | [true, '', false]       || 'chain MINE is there'
    [chain: 'MINE', chainManagement: true, state: 'absent'] | [true, '', false]      || 'iptables -w 10 -t filter -X MINE'
    [chain: 'MINE', chainManagement: true, state: 'absent'] | [true, '', true]       || 'iptables -w 10 -t filter -F MINE && iptables -w 10 -t filter -X MINE'
  }

  def "reads what the checks print"() {
    given:
    def rules = (1..5).collect { new RulePresent(new Firewall('iptables', 'filter', 1), 'INPUT', ["$it".toString()]) }

    expect:
    rules[0].probe(rules).reader().apply(Output.of(0, ['0 ', '1 Bad rule', "2 iptables v1: Chain 'X' does not exist\nTry", '2 unknown option\nTry', '127 sh: iptables: not found']
      .collect { it + '\036' }.join(''), ''))*.toString() ==
      [[true, ''], [false, ''], [false, ''], [false, 'unknown option'], [false, 'sh: iptables: not found']].collect { new RulePresent.Found(*it).toString() }
  }

  def "refuses #arguments"() {
    when:
    make(Iptables, arguments).plan(new FakeHost())

    then:
    thrown(PlanException)

    where:
    arguments << [[:], [jump: 'DROP'], [chain: 'INPUT'], [chain: '-F', jump: 'DROP'], [flush: true, policy: 'DROP', chain: 'INPUT'],
      [chain: 'INPUT', protocol: 'tcp', tcpFlags: [flags: 'ALL']], [chain: 'INPUT', destinationPort: '22', jump: 'ACCEPT'],
      [chain: 'INPUT', destinationPorts: ['22'], jump: 'ACCEPT'], [chain: 'INPUT', syn: 'match'], [chain: 'INPUT', icmpType: '8']]
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "really comes and goes"() {
    given:
    def host = Testbed.host('d3')
    host.sh('iptables -D FORWARD -j KIT; iptables -F KIT; iptables -X KIT; iptables -P FORWARD ACCEPT')

    expect:
    converges(host, make(Iptables, chain: 'KIT', chainManagement: true))
    converges(host, make(Iptables, chain: 'KIT', protocol: 'tcp', destinationPort: 'ssh', source: '10.1.2.3', jump: 'ACCEPT', comment: "it's a"))
    converges(host, make(Iptables, chain: 'KIT', ctstate: ['RELATED', 'ESTABLISHED'], jump: 'ACCEPT', action: 'insert'))
    converges(host, make(Iptables, chain: 'KIT', protocol: 'tcp', destinationPorts: ['80', '443'], jump: 'ACCEPT'))
    converges(host, make(Iptables, chain: 'FORWARD', jump: 'KIT'))
    converges(host, make(Iptables, chain: 'FORWARD', policy: 'DROP'))
    host.sh('iptables -S KIT').text().readLines()[1].contains('ESTABLISHED')
    host.sh('iptables -A FORWARD -j KIT')
    converges(host, make(Iptables, chain: 'FORWARD', jump: 'KIT', state: 'absent'))
    converges(host, make(Iptables, chain: 'FORWARD', policy: 'ACCEPT'))
    converges(host, make(Iptables, chain: 'KIT', flush: true))
    host.sh('iptables -A KIT -j ACCEPT')
    converges(host, make(Iptables, chain: 'KIT', chainManagement: true, state: 'absent'))
    (host.plan(make(Iptables, chain: 'KIT', flush: true)) as Plan.Refused).message() == 'there is no chain KIT in table filter'
    (host.plan(make(Iptables, chain: 'KIT', jump: 'DROP')) as Plan.Refused).message() == 'there is no chain KIT in table filter'
    host.plan(make(Iptables, chain: 'KIT', jump: 'DROP', state: 'absent')) instanceof Plan.Unchanged
    host.plan(make(Iptables, chain: 'KIT', jump: 'DROP', chainManagement: true)) instanceof Change
    (host.plan(make(Iptables, chain: 'KIT', policy: 'DROP')) as Plan.Refused).message() == 'there is no chain KIT in table filter'
    converges(host, make(Iptables, table: 'nat', chain: 'POSTROUTING', outInterface: 'eth0', jump: 'MASQUERADE'))
    converges(host, make(Iptables, table: 'nat', chain: 'POSTROUTING', outInterface: 'eth0', jump: 'MASQUERADE', state: 'absent'))
    (host.plan(make(Iptables, chain: 'INPUT', protocol: 'tcp', destinationPort: 'nosuch', jump: 'ACCEPT')) as Plan.Refused).message().contains('nosuch')
    (Testbed.host('m1').plan(make(Iptables, chain: 'INPUT', jump: 'DROP')) as Plan.Refused).message().contains('no usable iptables')
  }

  private static String says(Plan plan) {
    if (plan instanceof Plan.Unchanged) return plan.why()
    if (plan instanceof Plan.Refused) return plan.message()
    plan.steps()[0].script().readLines()[0]
  }
}
