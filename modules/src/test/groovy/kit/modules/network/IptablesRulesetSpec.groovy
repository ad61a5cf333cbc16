package kit.modules.network

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.query.Content
import kit.query.FileContent
import kit.query.PathStat
import kit.query.Stat
import kit.spi.Change
import kit.spi.Output
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification

class IptablesRulesetSpec extends Specification {
  static final RULES = ['-A INPUT -i lo -j ACCEPT', '-A INPUT -p tcp --dport 22 -j MINE', '-A MINE -j ACCEPT']
  static final SAVED = ['-P INPUT DROP', '-P FORWARD ACCEPT', '-P OUTPUT ACCEPT', '-N MINE'] + RULES

  def "writes what iptables-restore reads"() {
    given:
    def plan = plan(rules: RULES, policy: [INPUT: 'DROP'], save: false, SAVED.take(3), SAVED)

    expect:
    new String(plan.steps()[0].stdin().get()) == """\
      *filter
      :INPUT DROP [0:0]
      :FORWARD ACCEPT [0:0]
      :OUTPUT ACCEPT [0:0]
      :MINE - [0:0]
      -A INPUT -i lo -j ACCEPT
      -A INPUT -p tcp --dport 22 -j MINE
      -A MINE -j ACCEPT
      COMMIT
      """.stripIndent()
    plan.steps()*.script() == ['iptables-restore -w 10\n']
    plan.diffs()*.after() == [SAVED.join('\n') + '\n']
  }

  def "#what: #steps"() {
    given:
    def result = plan(rules: RULES, policy: [INPUT: 'DROP'], save: true, now, SAVED, file)

    expect:
    (result instanceof Plan.Unchanged ? [] : result.steps()*.script()*.trim()) == steps

    where:
    what                 | now           | file                                                                                     || steps
    'new rules'          | SAVED.take(3) | ''                                                                                       || ['iptables-restore -w 10', '/usr/sbin/netfilter-persistent save']
    'rules not kept'     | SAVED         | '*nat\nCOMMIT\n'                                                                         || ['/usr/sbin/netfilter-persistent save']
    'all is well'        | SAVED         | '*filter\n:INPUT DROP [1:2]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n:MINE - [0:0]\n' + RULES.join('\n') + '\nCOMMIT\n' || []
    'another order kept' | SAVED         | '*filter\n:INPUT DROP [1:2]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n:MINE - [0:0]\n' + RULES.reverse().join('\n') + '\nCOMMIT\n' || ['/usr/sbin/netfilter-persistent save']
  }

  def "a table that nobody has used is not in the file, and has nothing to keep"() {
    given:
    def open = SAVED.take(3).collect { it.replace('DROP', 'ACCEPT') }

    expect:
    plan(rules: [], open, open, '*nat\nCOMMIT\n') instanceof Plan.Unchanged
    plan(rules: [], policy: [INPUT: 'DROP'], SAVED.take(3), SAVED.take(3), '*nat\nCOMMIT\n') instanceof Change
  }

  def "#arguments is an error: #message"() {
    when:
    make(IptablesRuleset, arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                                         || message
    [rules: ['INPUT -j DROP']]                        || "'INPUT -j DROP' is no rule"
    [rules: ['-A INPUT -j DROP\n-F']]                 || "'-A INPUT -j DROP\n-F' is no rule"
    [rules: [], policy: [PREROUTING: 'DROP']]         || 'chain PREROUTING of table filter has no policy'
    [rules: [], policy: [INPUT: 'REJECT']]            || "policy 'REJECT' is none"
  }

  def "reads what the probes print"() {
    expect:
    RulesetNow.read(Output.of(0, '-P INPUT ACCEPT\n-A INPUT -j DROP\n\0360\036iptables: no\n\0364\036', '')) ==
      [new RulesetNow.Found(['-P INPUT ACCEPT', '-A INPUT -j DROP'], ''), new RulesetNow.Found([], 'iptables: no')]
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "really replaces a table at once: #program"() {
    given:
    def host = Testbed.host('d2')
    def rules = ['-A FORWARD -p tcp -m multiport --dports 80,443 -m comment --comment "it\'s web" -j ACCEPT',
      '-A FORWARD -m state --state ESTABLISHED -j ACCEPT', '-A FORWARD ! -p 112 -j LOGGED', '-A LOGGED -m limit --limit 5/s -j LOG --log-prefix "no: "',
      '-A LOGGED -j REJECT']
    def call = { Map more -> make(IptablesRuleset, [rules: rules, policy: [FORWARD: 'DROP'], ipVersion: ip, save: false] + more) }

    expect:
    host.sh("$program -F; $program -A FORWARD -j ACCEPT").rc() == 0
    converges(host, call([:]))
    host.sh("$program -S FORWARD").text().readLines().size() == 4
    converges(host, call(rules: [rules[1], rules[0]]))
    host.sh("$program -S FORWARD").text().readLines()[1].contains('ESTABLISHED')
    host.sh("$program -S").text().contains('LOGGED') == false

    and: 'one mistake changes nothing'
    def refused = host.plan(call(rules: rules + ['-A FORWARD -p tcp --dport nosuch -j ACCEPT'])) as Plan.Refused
    refused.message().contains('nosuch')

    and: 'another table is another matter'
    converges(host, make(IptablesRuleset, table: 'nat', ipVersion: ip, save: false, rules: ['-A POSTROUTING -o eth9 -j MASQUERADE', '-A PREROUTING -p tcp --dport 81 -j REDIRECT --to-ports 80']))
    host.sh("$program -S FORWARD").text().readLines().size() == 3
    converges(host, make(IptablesRuleset, table: 'nat', ipVersion: ip, save: false, rules: []))

    cleanup:
    host?.sh("$program -F; $program -X; $program -P FORWARD ACCEPT; $program -t nat -F")

    where:
    ip     | program
    'ipv4' | 'iptables'
    'ipv6' | 'ip6tables'
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "really keeps the rules for the next boot"() {
    given:
    def host = Testbed.host('d2')
    def call = make(IptablesRuleset, rules: ['-A FORWARD -p vrrp -j ACCEPT'])
    host.sh('apt-get purge -y netfilter-persistent iptables-persistent; rm -rf /etc/iptables')

    expect:
    (host.plan(call) as Plan.Refused).message() == 'the host has no netfilter-persistent to keep the rules'
    host.sh('DEBIAN_FRONTEND=noninteractive apt-get install -y -q iptables-persistent >/dev/null').rc() == 0
    converges(host, call)
    host.sh('cat /etc/iptables/rules.v4').text().contains('-A FORWARD -p vrrp -j ACCEPT')

    and: 'an empty table that was never used is kept as it is'
    host.plan(make(IptablesRuleset, table: 'security', rules: [])) instanceof Plan.Unchanged
    converges(host, make(IptablesRuleset, table: 'security', rules: ['-A FORWARD -j ACCEPT']))
    converges(host, make(IptablesRuleset, table: 'security', rules: []))

    and: 'a rule that came from elsewhere goes again'
    host.sh('iptables -A FORWARD -j DROP')
    converges(host, call)

    cleanup:
    host?.sh('iptables -F FORWARD; apt-get purge -y netfilter-persistent iptables-persistent; rm -rf /etc/iptables')
  }

  private static Plan plan(Map arguments, List now, List spelled, String file = '') {
    def call = make(IptablesRuleset, arguments)
    def host = new FakeHost(answers: [
      (new RulesetNow(call.firewall())): new RulesetNow.Found(now, ''),
      (new RulesetSpelled(call.firewall(), call.input())): new RulesetNow.Found(spelled, ''),
      (new Stat('/usr/sbin/netfilter-persistent', true)): PathStat.created(PathStat.Type.FILE, 0755, 'root', 0, 0),
      (new Content('/etc/iptables/rules.v4')): FileContent.of(file.bytes)])
    call.plan(host)
  }
}
