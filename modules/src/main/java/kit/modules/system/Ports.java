package kit.modules.system;

/** Looking at TCP ports with what a host has, in POSIX sh. */
final class Ports {

  private Ports() {}

  /** Finds a program that can connect. */
  static final String WAY =
      """
      kit_way=
      if command -v bash >/dev/null 2>&1 && command -v timeout >/dev/null 2>&1; then
      case $(LC_ALL=C bash -c ': </dev/tcp/127.0.0.1/1' 2>&1) in
      *'No such file'*) ;; *) kit_way=bash;;
      esac
      fi
      if [ -z "$kit_way" ] && command -v nc >/dev/null 2>&1; then
      case $(nc -h 2>&1 </dev/null) in
      *BusyBox*'-e PROG'*) kit_way=ncrun;;
      *-*z*) kit_way=nc;;
      esac
      fi
      if [ -z "$kit_way" ] && perl -MIO::Socket::INET -e 1 >/dev/null 2>&1; then kit_way=perl; fi
      kit_lost() { echo 'the host has no program that can connect to a port' >&2; return 2; }
      """;

  /** {@code kit_open}: whether the port can be connected to. */
  static final String OPEN =
      """
      kit_open() {
      [ -n "$kit_way" ] || kit_lost || return
      case $kit_way in
      bash) timeout $kit_c bash -c ': <"/dev/tcp/$0/$1"' "$kit_h" $kit_p;;
      ncrun) nc -w $kit_c "$kit_h" $kit_p -e true;;
      nc) nc -z -w $kit_c "$kit_h" $kit_p;;
      perl) perl -MIO::Socket::INET -e 'exit !IO::Socket::INET->new(
      PeerAddr => $ARGV[0], PeerPort => $ARGV[1], Timeout => $ARGV[2])' "$kit_h" $kit_p $kit_c;;
      esac >/dev/null 2>&1 </dev/null
      [ $? -eq 0 ]
      }
      """;

  /** {@code kit_hears}: what the port says within the time of one attempt. */
  static final String HEARS =
      """
      kit_hears() {
      case $kit_way in
      bash) timeout $kit_c bash -c 'cat <"/dev/tcp/$0/$1"' "$kit_h" $kit_p;;
      nc*) sleep $kit_c | nc -w $kit_c "$kit_h" $kit_p;;
      perl) perl -MIO::Socket::INET -e 'alarm $ARGV[2]; $| = 1;
      my $s = IO::Socket::INET->new(PeerAddr => $ARGV[0], PeerPort => $ARGV[1]) or exit 1;
      print $b while sysread($s, $b, 4096)' "$kit_h" $kit_p $kit_c;;
      esac 2>/dev/null </dev/null
      }
      """;

  /**
   * A function that succeeds if there is a socket with these patterns.
   *
   * @param states pattern of the state's number
   * @param local patterns of the local address, between bars
   */
  static String rows(String name, String states, String local) {
    return name
        + "() {\nfor kit_f in /proc/net/tcp /proc/net/tcp6; do\n[ -r $kit_f ] || continue\n"
        + "while read -r kit_n kit_l kit_m kit_s kit_rest; do\ncase $kit_s in "
        + states
        + ") case $kit_l in "
        + local
        + ") return 0;; esac;; esac\ndone <$kit_f\ndone\nreturn 1\n}\n";
  }
}
