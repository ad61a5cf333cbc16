package kit.modules.packages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.Change;
import kit.spi.Output;
import kit.spi.Plan;
import kit.spi.Resource;
import kit.spi.Sh;
import kit.spi.Step;

/** The apt-get commands of a call and what their outputs tell. */
final class AptGet {

  private static final Map<String, String> QUIET =
      Map.of(
          "DEBIAN_FRONTEND", "noninteractive",
          "DEBIAN_PRIORITY", "critical",
          "APT_LISTCHANGES_FRONTEND", "none",
          "LC_ALL", "C");

  private static final String NOTHING_DONE = "0 upgraded, 0 newly installed, 0 to remove";
  private static final String SAME_LISTS = "kit: the lists are the same";

  private final Apt apt;
  private final boolean refresh;

  AptGet(Apt apt, boolean refresh) {
    this.apt = apt;
    this.refresh = refresh;
  }

  /** A change that refreshes the lists, if that is due, and runs the command. */
  Change change(String summary, String arguments) {
    Change change = Plan.change(refresh ? "refresh the package lists; " + summary : summary);
    change = refresh ? change.step(run(refreshing())) : change;
    return change
        .step(run(guarded("apt-get -y -q -o Dpkg::Use-Pty=0 " + arguments)))
        .touches(Resource.ANYTHING)
        .reads(this::values);
  }

  /** A change that only refreshes the lists; it counts as changed if there is anything new. */
  Change refreshOnly() {
    return Plan.change("refresh the package lists")
        .step(run(refreshing()))
        .touches(new Resource("package", "*"), Resource.path("/var/lib/apt/lists"))
        .reads(
            outputs -> {
              boolean changed = !outputs.get(0).text().contains(SAME_LISTS);
              return Map.of("changed", changed, "cacheUpdated", true);
            });
  }

  /** The words of a command that installs, with all that was said about how. */
  String install(String verb, List<String> names) {
    List<String> words = new ArrayList<>();
    for (String option : apt.dpkgOptions().split(",")) {
      if (!option.isBlank()) {
        words.addAll(List.of("-o", "Dpkg::Options::=--" + option.strip()));
      }
    }
    words.addAll(List.of("-o", "DPkg::Lock::Timeout=" + apt.lockTimeout()));
    add(words, apt.onlyUpgrade(), "--only-upgrade");
    add(words, apt.state() == Apt.State.FIXED, "--fix-broken");
    add(words, apt.autoremove(), "--auto-remove");
    add(words, apt.purge(), "--purge");
    add(words, apt.failOnAutoremove(), "--no-remove");
    add(words, apt.allowUnauthenticated() || apt.force(), "--allow-unauthenticated");
    add(words, apt.allowDowngrade() || apt.force(), "--allow-downgrades");
    add(words, apt.allowChangeHeldPackages() || apt.force(), "--allow-change-held-packages");
    add(words, apt.force(), "--allow-remove-essential");
    apt.defaultRelease().ifPresent(release -> words.addAll(List.of("-t", release)));
    apt.installRecommends()
        .ifPresent(
            yes -> words.addAll(List.of("-o", "APT::Install-Recommends=" + (yes ? "yes" : "no"))));
    words.addAll(List.of(verb.split(" ")));
    words.addAll(names);
    return Sh.quote(words);
  }

  private static void add(List<String> words, boolean wanted, String word) {
    if (wanted) {
      words.add(word);
    }
  }

  private static Step run(String script) {
    return new Step.Run(script, Optional.empty(), Optional.empty(), QUIET, false);
  }

  /**
   * apt-get waits for the lock of dpkg, but not for that of the lists; and it calls half a refresh
   * a success unless told otherwise.
   */
  private String refreshing() {
    return """
        [ -w /var/lib/apt/lists ] || { echo 'only root may refresh the package lists' >&2; exit 100; }
        lists() { (cd /var/lib/apt/lists && { cat ./*Release; ls -ln .; } 2>/dev/null | grep -v '^d\\|^total\\| lock$') | cksum; }
        before=$(lists); tries=1; waited=0; pause=1
        until errors=$(apt-get -q -o APT::Update::Error-Mode=any update 2>&1 >/dev/null); do
          case $errors in
            *'Could not get lock'*)
              waited=$((waited + 1)); [ $waited -le LOCK ] || { printf '%s\\n' "$errors" >&2; exit 100; }
              sleep 1 ;;
            *)
              tries=$((tries + 1)); [ $tries -le TRIES ] || { printf '%s\\n' "$errors" >&2; exit 100; }
              sleep $pause; pause=$((pause * 2)); [ $pause -le 12 ] || pause=12 ;;
          esac
        done
        touch /var/lib/apt/lists
        if [ "$before" = "$(lists)" ]; then echo 'SAME'; else echo 'kit: the lists are new'; fi
        """
        .replace("LOCK", String.valueOf(apt.lockTimeout()))
        .replace("TRIES", String.valueOf(apt.updateCacheRetries()))
        .replace("SAME", SAME_LISTS);
  }

  /**
   * apt-get names who holds dpkg's lock only when it does not wait. With policyRcD, invoke-rc.d is
   * told for the time of the command what to do with services.
   */
  private String guarded(String command) {
    String named =
        """
        COMMAND
        result=$?
        if [ $result = 100 ] && [ -r /proc/locks ]; then
          node=$(stat -c %i /var/lib/dpkg/lock-frontend)
          while read -r _ _ _ _ pid file _; do
            case $file in *:$node) echo "dpkg's lock is held by process $pid ($(cat /proc/$pid/comm))" >&2 ;; esac
          done </proc/locks
        fi
        """;
    String policed =
        """
        policy=/usr/sbin/policy-rc.d
        [ ! -e $policy ] || mv $policy $policy.kit || exit
        restore() { rm -f $policy; [ ! -e $policy.kit ] || mv $policy.kit $policy; }
        trap 'restore; exit 143' HUP INT TERM
        printf '#!/bin/sh\\nexit %d\\n' CODE >$policy && chmod 755 $policy || { restore; exit 1; }
        """
            .replace("CODE", String.valueOf(apt.policyRcD().orElse(0)));
    boolean policy = apt.policyRcD().isPresent();
    return (policy ? policed : "")
        + named.replace("COMMAND", command)
        + (policy ? "restore; " : "")
        + "exit $result";
  }

  private Map<String, Object> values(List<Output> outputs) {
    Output last = outputs.get(outputs.size() - 1);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("rc", last.rc());
    values.put("stdout", last.text().stripTrailing());
    values.put("stderr", last.errors().stripTrailing());
    values.put("cacheUpdated", refresh);
    values.put("changed", !last.text().contains(NOTHING_DONE));
    return values;
  }
}
