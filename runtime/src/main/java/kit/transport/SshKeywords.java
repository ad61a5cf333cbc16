package kit.transport;

import java.util.Set;

/** The keywords of ssh's configuration that mean something to kit. */
final class SshKeywords {

  private static final Set<String> HONOURED =
      Set.of(
          "hostname",
          "port",
          "user",
          "identityfile",
          "certificatefile",
          "identitiesonly",
          "identityagent",
          "proxyjump",
          "proxycommand",
          "hostkeyalias",
          "stricthostkeychecking",
          "userknownhostsfile",
          "globalknownhostsfile",
          "serveraliveinterval",
          "serveralivecountmax",
          "connecttimeout");

  /** Not following one of these would lead elsewhere, or weaken what the user wants checked. */
  static final Set<String> REFUSED =
      Set.of(
          "canonicalizehostname",
          "knownhostscommand",
          "revokedhostkeys",
          "bindaddress",
          "bindinterface");

  private SshKeywords() {}

  /** Whether kit looks at it. All others say nothing that a run without a terminal needs. */
  static boolean known(String key) {
    return HONOURED.contains(key) || REFUSED.contains(key);
  }

  /** Whether a further value of it would still change anything. */
  static boolean matters(String key, SshOptions options) {
    return key.equals("identityfile")
        || key.equals("certificatefile")
        || options.first(key).isEmpty();
  }
}
