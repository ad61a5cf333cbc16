package kit.modules.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kit.spi.PlanException;

/** The words of a rule, in the order in which Ansible writes them. */
final class RuleWords {

  private final Iptables rule;
  private final List<String> words = new ArrayList<>();

  private RuleWords(Iptables rule) {
    this.rule = rule;
  }

  static List<String> of(Iptables rule) {
    needsProtocol(rule);
    RuleWords words = new RuleWords(rule);
    words.packet();
    words.target();
    words.ports();
    words.matches();
    return List.copyOf(words.words);
  }

  /** iptables itself would say that it knows no such option. */
  private static void needsProtocol(Iptables rule) {
    boolean ports =
        rule.sourcePort().isPresent()
            || rule.destinationPort().isPresent()
            || !rule.destinationPorts().isEmpty();
    boolean flags = rule.syn() != Iptables.Syn.IGNORE || !rule.tcpFlags().isEmpty();
    if (rule.protocol().isEmpty() && (ports || flags)) {
      throw new PlanException(
          (ports ? "ports go" : "syn and tcpFlags go") + " with a protocol", "protocol: 'tcp'");
    }
    if (rule.protocol().isEmpty() && rule.icmpType().isPresent()) {
      throw new PlanException("icmpType goes with a protocol", "protocol: 'icmp'");
    }
  }

  private void packet() {
    add("-p", rule.protocol());
    add("-s", rule.source());
    add("-d", rule.destination());
    rule.match().forEach(name -> add("-m", Optional.of(name)));
    tcpFlags();
    if (rule.fragment().isPresent()) {
      words.addAll(rule.fragment().get() ? List.of("-f") : List.of("!", "-f"));
    }
  }

  private void target() {
    boolean logs = rule.logPrefix().isPresent() || rule.logLevel().isPresent();
    add("-j", rule.jump().or(() -> logs ? Optional.of("LOG") : Optional.empty()));
    add("--gateway", rule.gateway());
    // a text: a ! in front of it negates nothing
    rule.logPrefix().ifPresent(text -> words.addAll(List.of("--log-prefix", text)));
    add("--log-level", rule.logLevel());
    add("--to-destination", rule.toDestination());
  }

  private void ports() {
    if (!rule.destinationPorts().isEmpty()) {
      module("multiport");
      add("--dports", Optional.of(String.join(",", rule.destinationPorts())));
    }
    add("--to-source", rule.toSource());
    add("-g", rule.goTo());
    add("-i", rule.inInterface());
    add("-o", rule.outInterface());
    add("--source-port", rule.sourcePort());
    add("--destination-port", rule.destinationPort());
    add("--to-ports", rule.toPorts());
    add("--set-dscp", rule.setDscpMark());
    add("--set-dscp-class", rule.setDscpMarkClass());
    switch (rule.syn()) {
      case IGNORE -> {}
      case MATCH -> words.add("--syn");
      case NEGATE -> words.addAll(List.of("!", "--syn"));
    }
  }

  private void matches() {
    if (!rule.ctstate().isEmpty()) {
      boolean old = rule.match().contains("state") && !rule.match().contains("conntrack");
      if (!old) {
        module("conntrack");
      }
      add(old ? "--state" : "--ctstate", Optional.of(String.join(",", rule.ctstate())));
    }
    if (rule.srcRange().isPresent() || rule.dstRange().isPresent()) {
      module("iprange");
      add("--src-range", rule.srcRange());
      add("--dst-range", rule.dstRange());
    }
    if (rule.matchSet().isPresent()) {
      module("set");
      add("--match-set", rule.matchSet());
      words.add(rule.matchSetFlags().orElse("src"));
    }
    if (rule.limit().isPresent() || rule.limitBurst().isPresent()) {
      module("limit");
      add("--limit", rule.limit());
      add("--limit-burst", rule.limitBurst());
    }
    if (rule.uidOwner().isPresent() || rule.gidOwner().isPresent()) {
      module("owner");
      add("--uid-owner", rule.uidOwner());
      add("--gid-owner", rule.gidOwner());
    }
    if (rule.jump().isEmpty() && rule.rejectWith().isPresent()) {
      words.addAll(List.of("-j", "REJECT"));
    }
    add("--reject-with", rule.rejectWith());
    boolean six = rule.ipVersion() == Iptables.IpVersion.IPV6;
    add(six ? "--icmpv6-type" : "--icmp-type", rule.icmpType());
    if (rule.comment().isPresent()) {
      module("comment");
      words.addAll(List.of("--comment", rule.comment().get()));
    }
  }

  /** Loads an extension that is not named in {@code match} already. */
  private void module(String name) {
    if (!rule.match().contains(name)) {
      words.addAll(List.of("-m", name));
    }
  }

  private void add(String flag, Optional<String> value) {
    if (value.isEmpty()) {
      return;
    }
    if (value.get().startsWith("!")) {
      words.addAll(List.of("!", flag, value.get().substring(1).strip()));
    } else {
      words.addAll(List.of(flag, value.get()));
    }
  }

  private void tcpFlags() {
    Map<String, Object> flags = rule.tcpFlags();
    if (flags.isEmpty()) {
      return;
    }
    Object set = flags.containsKey("flagsSet") ? flags.get("flagsSet") : flags.get("flags_set");
    if (flags.get("flags") == null || set == null) {
      throw new PlanException(
          "tcpFlags needs flags and flagsSet",
          "tcpFlags: [flags: 'ALL', flagsSet: ['SYN', 'ACK']]");
    }
    words.addAll(List.of("--tcp-flags", list(flags.get("flags")), list(set)));
  }

  private static String list(Object value) {
    if (!(value instanceof List<?> items)) {
      return String.valueOf(value).toUpperCase(Locale.ROOT);
    }
    StringBuilder text = new StringBuilder();
    for (Object item : items) {
      text.append(text.isEmpty() ? "" : ",").append(String.valueOf(item).toUpperCase(Locale.ROOT));
    }
    return text.toString();
  }
}
