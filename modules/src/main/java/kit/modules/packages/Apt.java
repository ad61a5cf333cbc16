package kit.modules.packages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Query;

/**
 * Installs, upgrades and removes packages on Debian and its kin, with apt-get and dpkg.
 *
 * <p>The package lists are refreshed only when something is to be fetched: with {@code updateCache:
 * true} a call whose packages are all installed does nothing at all. A refresh on its own counts as
 * changed only if it brought anything new. The result has {@code rc, stdout, stderr, cacheUpdated}.
 *
 * <pre>{@code
 * apt 'nginx'
 * apt name: ['nginx', 'openssl=3.0*'], updateCache: true, cacheValidTime: '1h'
 * apt name: 'apache2', state: 'absent', purge: true, autoremove: true
 * apt deb: '/tmp/tool_1.2_amd64.deb'
 * apt upgrade: 'dist', updateCache: true
 * }</pre>
 *
 * @param name packages: {@code nginx}, {@code nginx=1.22*}, {@code libc6:i386}; a glob only to
 *     remove
 * @param state present, latest, absent; build-dep installs what is needed to build the packages,
 *     fixed mends broken dependencies
 * @param updateCache refresh the package lists before something is installed
 * @param cacheValidTime refresh only lists older than this; implies {@code updateCache}
 * @param updateCacheRetries how often to try a refresh, with growing pauses between
 * @param upgrade upgrade all packages: yes and safe remove none, full and dist may
 * @param installRecommends install recommended packages too; as the host is set up if not given
 * @param defaultRelease release to prefer, for example {@code bookworm-backports}
 * @param deb path of a package file on the host, to install with what it needs
 * @param purge remove configuration files too
 * @param autoremove also remove packages that nothing needs any more; alone, do only that
 * @param failOnAutoremove fail rather than remove any package
 * @param autoclean remove downloaded packages that can no longer be had
 * @param clean remove all downloaded packages
 * @param onlyUpgrade leave alone packages that are not installed
 * @param allowDowngrade allow a lower version than the one installed
 * @param allowUnauthenticated allow packages without a valid signature
 * @param allowChangeHeldPackages allow changing packages that are on hold
 * @param dpkgOptions options for dpkg with commas between them, without their dashes
 * @param force allow downgrades, held, essential and unsigned packages; dangerous
 * @param lockTimeout seconds to wait while another process holds apt's or dpkg's lock
 * @param policyRcD exit status of a policy-rc.d that is there while apt runs; 101 starts no
 *     services
 */
@Lacks(value = "forceAptGet", instead = "kit always uses apt-get")
@Lacks(value = "updateCacheRetryMaxDelay", instead = "updateCacheRetries tries again")
public record Apt(
    @Alias({"pkg", "package"}) List<String> name,
    @Default("present") State state,
    @Default("false") boolean updateCache,
    @Default("0") Duration cacheValidTime,
    @Default("5") int updateCacheRetries,
    @Default("no") Upgrade upgrade,
    Optional<Boolean> installRecommends,
    Optional<String> defaultRelease,
    Optional<String> deb,
    @Default("false") boolean purge,
    @Default("false") boolean autoremove,
    @Default("false") boolean failOnAutoremove,
    @Default("false") boolean autoclean,
    @Default("false") boolean clean,
    @Default("false") boolean onlyUpgrade,
    @Alias("allowDowngrades") @Default("false") boolean allowDowngrade,
    @Default("false") boolean allowUnauthenticated,
    @Default("false") boolean allowChangeHeldPackages,
    @Default("force-confdef,force-confold") String dpkgOptions,
    @Default("false") boolean force,
    @Default("60") int lockTimeout,
    Optional<Integer> policyRcD)
    implements Module {

  /** What should be true of the packages. */
  public enum State {
    PRESENT,
    ABSENT,
    LATEST,
    BUILD_DEP,
    FIXED
  }

  /** How to upgrade everything. */
  public enum Upgrade {
    NO,
    SAFE,
    YES,
    FULL,
    DIST
  }

  @Override
  public Plan plan(Host host) {
    List<PackageName> names = PackageName.all(name);
    boolean upgrades = upgrade != Upgrade.NO;
    if ((names.isEmpty() ? 0 : 1) + (deb.isPresent() ? 1 : 0) + (upgrades ? 1 : 0) > 1) {
      throw new PlanException("apt takes one of name, deb and upgrade", "write several calls");
    }
    deb.ifPresent(DebInstall::check);
    ask(host, names);
    boolean refresh = refreshes() && host.ask(new ListsAge()) >= cacheValidTime.toSeconds();
    AptGet get = new AptGet(this, refresh);
    if (deb.isPresent()) {
      return new DebInstall(this, host, get).plan(deb.get());
    }
    if (upgrades) {
      boolean dist = upgrade == Upgrade.DIST || upgrade == Upgrade.FULL;
      return simulated(
          host, get, refresh, dist ? "dist-upgrade" : "upgrade --with-new-pkgs", List.of());
    }
    if (!names.isEmpty() || state == State.FIXED) {
      return ofState(host, get, refresh, names);
    }
    if (refresh) {
      return get.refreshOnly();
    }
    return tidy(host, get);
  }

  @Override
  public String label() {
    return deb.orElseGet(() -> upgrade == Upgrade.NO ? String.join(", ", name) : "upgrade");
  }

  boolean refreshes() {
    return updateCache || !cacheValidTime.isZero();
  }

  private void ask(Host host, List<PackageName> names) {
    List<Query<?>> questions = new ArrayList<>();
    boolean looksAtPackages = state != State.BUILD_DEP && state != State.FIXED;
    for (PackageName each : looksAtPackages ? names : List.<PackageName>of()) {
      questions.add(new Dpkg(each.name(), state != State.ABSENT));
    }
    if (refreshes()) {
      questions.add(new ListsAge());
    }
    deb.ifPresent(path -> questions.add(new DebFile(path)));
    host.askAll(questions.toArray(new Query<?>[0]));
  }

  private Plan ofState(Host host, AptGet get, boolean refresh, List<PackageName> names) {
    return switch (state) {
      case PRESENT, LATEST -> new AptInstall(this, host, get, refresh).plan(names);
      case ABSENT -> new AptRemoval(this, host).plan(names);
      case BUILD_DEP -> simulated(host, get, refresh, "build-dep", name);
      case FIXED -> simulated(host, get, refresh, "install", name);
    };
  }

  /** What only apt-get itself can tell; with old lists it is run to see. */
  private Plan simulated(Host host, AptGet get, boolean refresh, String verb, List<String> names) {
    String arguments = get.install(verb, names);
    String summary = "apt-get " + verb + (names.isEmpty() ? "" : " " + String.join(" ", names));
    if (refresh) {
      return get.change(summary, arguments);
    }
    Simulation.Found found = host.ask(new Simulation(arguments));
    if (!found.error().isEmpty()) {
      return Plan.refused(summary + " would fail: " + found.error(), "");
    }
    return found.moves().isEmpty()
        ? Plan.unchanged(summary + " has nothing to do")
        : get.change(summary, arguments).diff(Versions.diff(found.moves()));
  }

  private Plan tidy(Host host, AptGet get) {
    if (clean) {
      return host.ask(new ArchiveCache())
          ? get.change("apt-get clean", "clean")
          : Plan.unchanged("apt keeps no downloaded packages");
    }
    if (autoremove || autoclean) {
      return simulated(host, get, false, autoremove ? "autoremove" : "autoclean", List.of());
    }
    if (refreshes()) {
      return Plan.unchanged("the package lists are fresh");
    }
    throw new PlanException("apt has nothing to do", "for example: apt 'nginx'");
  }
}
