package kit.modules.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;

/**
 * Manages single rules of the host's packet filter, policies of chains, and chains.
 *
 * <p>Rules are compared by iptables itself. They hold until the host starts anew. A {@code !} in
 * front of a value negates it. The result has {@code rule}, the rule as iptables would be given it.
 *
 * <pre>{@code
 * iptables chain: 'INPUT', protocol: 'tcp', destinationPort: '22', jump: 'ACCEPT', comment: 'ssh'
 * iptables chain: 'INPUT', ctstate: ['ESTABLISHED', 'RELATED'], jump: 'ACCEPT', action: 'insert'
 * iptables table: 'nat', chain: 'POSTROUTING', outInterface: 'eth0', jump: 'MASQUERADE'
 * iptables chain: 'INPUT', policy: 'DROP'
 * }</pre>
 *
 * @param chain the chain: INPUT, FORWARD, OUTPUT or one of your own
 * @param state whether the rule should be there
 * @param table the table that the chain is in
 * @param action where a rule that is missing goes: at the end or at {@code ruleNum}
 * @param ruleNum place for insert, counted from 1; 1 if not given
 * @param ipVersion which of the two firewalls
 * @param protocol tcp, udp, icmp, ... or a number
 * @param source address or network that packets come from
 * @param destination address or network that packets go to
 * @param match extensions to load, for example {@code tcp}; those that arguments need are added
 * @param tcpFlags {@code flags} to look at and {@code flagsSet} among them
 * @param jump what happens to the packet: ACCEPT, DROP, LOG, ..., or a chain
 * @param gateway address to send a copy to, for jump TEE
 * @param logPrefix text in front of a log line; jump is LOG then
 * @param logLevel level of a log line: a number or {@code warning}, ...; jump is LOG then
 * @param goTo chain to go on in without coming back
 * @param inInterface interface that packets come in by
 * @param outInterface interface that packets go out by
 * @param sourcePort port or range {@code 1000:2000} that packets come from
 * @param destinationPort port or range that packets go to
 * @param destinationPorts several ports or ranges; a {@code !} in front of the first negates all
 * @param toPorts port or range for jump REDIRECT and MASQUERADE
 * @param toDestination address and port for jump DNAT
 * @param toSource address and port for jump SNAT
 * @param setDscpMark DSCP mark to set, for jump DSCP
 * @param setDscpMarkClass DSCP class to set, for jump DSCP
 * @param ctstate states of the connection: NEW, ESTABLISHED, RELATED, ...; a {@code !} in front of
 *     the first negates all
 * @param srcRange addresses {@code from-to} that packets come from
 * @param dstRange addresses {@code from-to} that packets go to
 * @param matchSet name of an ipset
 * @param matchSetFlags what of the packet is looked for in the ipset: src, dst, {@code src,dst},
 *     ...
 * @param limit how often the rule applies: {@code 5/second}
 * @param limitBurst how many packets before the limit holds
 * @param uidOwner user whose processes send the packet, by name, number or range
 * @param gidOwner group whose processes send the packet, by name, number or range
 * @param rejectWith answer of jump REJECT, which is the jump then
 * @param icmpType type of an ICMP packet
 * @param syn whether it must be, or must not be, the first packet of a TCP connection
 * @param comment text kept with the rule
 * @param fragment whether it must be, or must not be, a further piece of a packet sent in pieces
 * @param setCounters packets and bytes that a new rule starts its counters with: {@code '0 0'}
 * @param policy what happens to packets that reach the end of the chain; no rule is managed then
 * @param flush remove all rules of the chain, or of the table if no chain is given
 * @param chainManagement create the chain itself, or remove it with the rules in it, if no rule is
 *     given; create it for a rule that should be there
 * @param lockWait seconds to wait for another iptables to finish
 */
public record Iptables(
    Optional<String> chain,
    @Default("present") State state,
    @Default("filter") Table table,
    @Default("append") Action action,
    Optional<Integer> ruleNum,
    @Default("ipv4") IpVersion ipVersion,
    Optional<String> protocol,
    Optional<String> source,
    Optional<String> destination,
    List<String> match,
    Map<String, Object> tcpFlags,
    Optional<String> jump,
    Optional<String> gateway,
    Optional<String> logPrefix,
    Optional<String> logLevel,
    @Alias("goto") Optional<String> goTo,
    Optional<String> inInterface,
    Optional<String> outInterface,
    Optional<String> sourcePort,
    Optional<String> destinationPort,
    List<String> destinationPorts,
    Optional<String> toPorts,
    Optional<String> toDestination,
    Optional<String> toSource,
    Optional<String> setDscpMark,
    Optional<String> setDscpMarkClass,
    List<String> ctstate,
    Optional<String> srcRange,
    Optional<String> dstRange,
    Optional<String> matchSet,
    Optional<String> matchSetFlags,
    Optional<String> limit,
    Optional<String> limitBurst,
    Optional<String> uidOwner,
    Optional<String> gidOwner,
    Optional<String> rejectWith,
    Optional<String> icmpType,
    @Default("ignore") Syn syn,
    Optional<String> comment,
    Optional<Boolean> fragment,
    Optional<String> setCounters,
    Optional<Policy> policy,
    @Default("false") boolean flush,
    @Default("false") boolean chainManagement,
    @Alias("wait") @Default("10") int lockWait)
    implements Module {

  /** Whether something should be there. */
  public enum State {
    PRESENT,
    ABSENT
  }

  /** The tables of the firewall. */
  public enum Table {
    FILTER,
    NAT,
    MANGLE,
    RAW,
    SECURITY
  }

  /** Where a rule goes. */
  public enum Action {
    APPEND,
    INSERT
  }

  /** Which firewall. */
  public enum IpVersion {
    IPV4,
    IPV6
  }

  /** Whether the SYN bit matters. */
  public enum Syn {
    IGNORE,
    MATCH,
    NEGATE
  }

  /** What becomes of packets at the end of a chain. */
  public enum Policy {
    ACCEPT,
    DROP,
    QUEUE,
    RETURN
  }

  @Override
  public Plan plan(Host host) {
    return new RulePlan(this, host).plan();
  }

  @Override
  public String label() {
    return chain.orElse("") + comment.map(text -> " " + text).orElse("");
  }

  Firewall firewall() {
    String program = ipVersion == IpVersion.IPV6 ? "ip6tables" : "iptables";
    return new Firewall(program, table.name().toLowerCase(Locale.ROOT), lockWait);
  }
}
