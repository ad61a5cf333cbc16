package kit.modules.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.query.CommandWords;
import kit.query.Exposed;
import kit.query.HostPath;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;
import kit.spi.Sh;
import kit.spi.Step;

/**
 * Installs and removes packages of Python, with pip.
 *
 * <p>Where a Python belongs to the system, as on Debian 12, pip refuses to touch it: use a {@code
 * virtualenv}. What the state latest, a requirements file or a URL bring only pip can tell; such a
 * call counts as changed if pip installed anything. The result has {@code packages}, as pip names
 * them.
 *
 * <pre>{@code
 * pip name: ['bottle>=0.12,<0.13', 'requests'], virtualenv: '/srv/app/venv'
 * pip requirements: '/srv/app/requirements.txt', virtualenv: '/srv/app/venv'
 * pip name: 'bottle', state: 'absent', virtualenv: '/srv/app/venv'
 * }</pre>
 *
 * @param name packages, each perhaps with conditions on its version; also paths and URLs
 * @param version of the only package
 * @param requirements path of a file on the host that lists packages
 * @param virtualenv path of an environment; made if missing
 * @param virtualenvCommand that makes it, the path is added
 * @param virtualenvSitePackages whether a new one sees the packages of the system
 * @param state present, latest, absent, forcereinstall (always a change)
 * @param executable the Python, or the pip of one, to use if there is no virtualenv; python3 by
 *     default
 * @param extraArgs further options of pip, with quotes where one has blanks
 * @param chdir where pip is run
 */
@Lacks(value = "editable", instead = "extraArgs: '-e'")
@Lacks(
    value = "breakSystemPackages",
    instead = "extraArgs: '--break-system-packages'; a virtualenv breaks none")
@Lacks(value = "virtualenvPython", instead = "virtualenvCommand: '/usr/bin/python3.11 -m venv'")
@Lacks(value = "umask", instead = "pip runs under the umask of the host's shell")
public record Pip(
    List<String> name,
    Optional<String> version,
    Optional<String> requirements,
    Optional<String> virtualenv,
    @Default("python3 -m venv") String virtualenvCommand,
    @Default("false") boolean virtualenvSitePackages,
    @Default("present") State state,
    Optional<String> executable,
    @Default("") String extraArgs,
    Optional<String> chdir)
    implements Module {

  /** What should be true of the packages. */
  public enum State {
    PRESENT,
    LATEST,
    ABSENT,
    FORCEREINSTALL
  }

  @Override
  public String label() {
    return requirements.orElseGet(() -> String.join(", ", name));
  }

  @Override
  public Plan plan(Host host) {
    List<PipRequirement> wanted = wanted();
    List<String> words = new ArrayList<>(name);
    words.addAll(List.of(extraArgs, virtualenvCommand));
    Exposed.refuse(
        host,
        "the arguments of pip",
        words,
        "a pip.conf can hold it: copy dest: '~/.config/pip/pip.conf', mode: '0600', ...");
    Optional<String> place = virtualenv.map(path -> HostPath.of(host, path, "virtualenv"));
    String python = place.map(path -> path + "/bin/python").orElse(executable.orElse("python3"));
    PipList question = new PipList(python);
    PipList.Found found = host.ask(question);
    boolean fresh = place.isPresent() && !found.there();
    if (!fresh && !found.pip()) {
      return Plan.refused(
          found.there() ? python + " has no pip" : "the host has no " + python,
          "apt name: ['python3-pip', 'python3-venv']");
    }
    return state == State.ABSENT
        ? absent(question, found, wanted)
        : install(question, found, wanted, place.filter(path -> fresh));
  }

  private List<PipRequirement> wanted() {
    if (name.isEmpty() == requirements.isEmpty()) {
      throw new PlanException("give either name or requirements", "pip name: 'bottle', ...");
    }
    if (version.isPresent() && name.size() != 1) {
      throw new PlanException("version goes with one name", "name: ['a==1', 'b==2']");
    }
    if (requirements.isPresent() && state == State.ABSENT) {
      throw new PlanException("requirements cannot be absent", "name the packages");
    }
    List<PipRequirement> wanted = new ArrayList<>();
    for (String each : name) {
      if (each.isBlank() || each.startsWith("-")) {
        throw new PlanException("'" + each + "' is no package", "options go into extraArgs");
      }
      wanted.add(PipRequirement.of(each + version.map(v -> "==" + v).orElse("")));
    }
    return wanted;
  }

  private Plan install(
      PipList question,
      PipList.Found found,
      List<PipRequirement> wanted,
      Optional<String> environment) {
    List<String> missing = new ArrayList<>();
    boolean sure = environment.isPresent() || state == State.FORCEREINSTALL;
    for (PipRequirement each : wanted) {
      Optional<Boolean> met = each.metBy(found.versions());
      if (state != State.PRESENT || !met.equals(Optional.of(true))) {
        missing.add(each.text());
        sure |= met.equals(Optional.of(false));
      }
    }
    if (missing.isEmpty() && requirements.isEmpty()) {
      return Plan.unchanged(
          label() + (name.size() == 1 ? " is installed" : " are installed"),
          Map.of("packages", List.of()));
    }
    List<String> words = new ArrayList<>(List.of("install"));
    if (state == State.LATEST) {
      words.add("--upgrade");
    } else if (state == State.FORCEREINSTALL) {
      words.addAll(List.of("--upgrade", "--force-reinstall"));
    }
    requirements.ifPresent(file -> words.addAll(List.of("-r", file)));
    words.addAll(missing);
    String make =
        environment
            .map(
                path ->
                    virtualenvCommand
                        + (virtualenvSitePackages ? " --system-site-packages " : " ")
                        + Sh.path(path)
                        + " || exit\n")
            .orElse("");
    boolean certain = sure;
    Change change =
        step(make + command(question, words), question)
            .reads(outputs -> values(outputs.get(0).text(), certain));
    if (sure) {
      String text = String.join("\n", words.subList(1, words.size())) + "\n";
      change = change.diff(Diff.of(question.python(), "", text));
    }
    Change told = change;
    return environment.map(path -> told.touches(Resource.tree(path))).orElse(told);
  }

  private Plan absent(PipList question, PipList.Found found, List<PipRequirement> wanted) {
    List<String> there = new ArrayList<>();
    StringBuilder before = new StringBuilder();
    for (PipRequirement each : wanted) {
      if (each.name().isEmpty()) {
        throw new PlanException(
            "'" + each.text() + "' does not tell the package's name", "give the name alone");
      }
      String installed = found.versions().get(each.name());
      if (installed != null) {
        there.add(each.name());
        before.append(each.name()).append("==").append(installed).append('\n');
      }
    }
    if (there.isEmpty()) {
      return Plan.unchanged(label() + " is not installed", Map.of("packages", List.of()));
    }
    List<String> words = new ArrayList<>(List.of("uninstall", "-y"));
    words.addAll(there);
    return step(command(question, words), question)
        .diff(Diff.of(question.python(), before.toString(), ""))
        .value("packages", there);
  }

  private Change step(String script, PipList question) {
    Step.Run run = Step.Run.of(script);
    return Plan.change("pip for " + label())
        .step(chdir.map(run::in).orElse(run))
        .touches(new Resource("pip", question.python()), Resource.ANYTHING);
  }

  private String command(PipList question, List<String> words) {
    List<String> all = new ArrayList<>(question.command());
    all.addAll(List.of("--disable-pip-version-check", "--no-input", words.get(0)));
    if (words.get(0).equals("install")) {
      all.addAll(CommandWords.split(extraArgs));
    }
    all.addAll(words.subList(1, words.size()));
    return Sh.quote(all) + "\n";
  }

  private static Map<String, Object> values(String text, boolean sure) {
    String said = "Successfully installed ";
    int at = text.lastIndexOf(said);
    int end = at < 0 ? -1 : text.indexOf('\n', at);
    List<String> packages =
        at < 0
            ? List.of()
            : List.of(
                text.substring(at + said.length(), end < 0 ? text.length() : end)
                    .strip()
                    .split(" "));
    return Map.of("packages", packages, "changed", sure || !packages.isEmpty());
  }
}
