package kit.project;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import kit.data.Setting;
import kit.data.Vaulted;
import kit.engine.HostScope;
import kit.engine.Surroundings;
import kit.inventory.Additions;
import kit.inventory.HostPattern;
import kit.inventory.Inventory;
import kit.inventory.Limit;
import kit.model.Become;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Play;
import kit.model.Playbook;
import kit.model.Problem;
import kit.model.Question;
import kit.model.Role;
import kit.model.Secrets;
import kit.role.Roles;
import kit.spi.Kept;
import kit.spi.PlanException;
import kit.spi.Source;
import kit.spi.SourceTree;
import kit.spi.TemplateStyle;
import kit.vars.Candidate;
import kit.vars.HostVars;
import kit.vars.PlayScope;
import kit.vars.Renderer;
import kit.vars.Variables;
import kit.vault.VaultException;

/** A playbook's hosts, variables, templates and files. */
public final class Project implements Surroundings {

  private final Variables variables;
  private final Additions additions;
  private final Function<Question, String> asker;
  private final boolean growing;
  private final Renderer templates;
  private final ProjectFiles files;
  private final Limit limit;
  private final Optional<Become> become;
  private final boolean check;
  private final Questioner questioner;
  private final Supplier<Inventory> inventories;
  private volatile Matched matched = new Matched(null, null, List.of());

  /** The hosts that a play has in an inventory. */
  private record Matched(Play play, Inventory inventory, List<String> hosts) {}

  /**
   * @param folder where the playbook is
   * @param limit what the user leaves of the hosts
   * @param questioner asks the user at the terminal
   * @param become the user to become where neither playbook nor inventory says anything
   * @param asker asks the user
   * @param inventories reads the inventories again
   * @param growing whether the playbook adds hosts and groups, so that patterns may name some that
   *     are not there yet
   */
  public Project(
      Variables variables,
      Renderer templates,
      Path folder,
      Limit limit,
      Optional<Become> become,
      boolean check,
      Questioner questioner,
      Function<Question, String> asker,
      Supplier<Inventory> inventories,
      boolean growing) {
    this.inventories = inventories;
    this.questioner = questioner;
    this.variables = variables;
    this.additions = new Additions(variables.inventory());
    this.asker = asker;
    this.growing = growing;
    this.templates = templates;
    this.files = new ProjectFiles(folder);
    this.limit = limit;
    this.become = become;
    this.check = check;
  }

  /** The names that have a value on some host of the playbook, for the check before a run. */
  public Set<String> names(Playbook playbook) {
    Set<String> names = new LinkedHashSet<>();
    for (Play play : playbook.plays()) {
      names.addAll(variables.play(play, List.of(), check, false).vars().keySet());
      for (String host : hosts(play)) {
        names.addAll(variables.host(host).names());
      }
    }
    return names;
  }

  /** What is wrong with values that roles take, before a run. */
  public List<Problem> wrongParameters(Playbook playbook, Roles roles) {
    return new ParameterCheck(this, roles).of(playbook.plays());
  }

  /**
   * The same, as far as it can be found out.
   *
   * @param problems gets what is wrong with patterns and files on the way
   */
  public Set<String> names(Playbook playbook, List<Problem> problems) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Play play : playbook.plays()) {
      collect(
          problems,
          () -> names.addAll(variables.play(play, List.of(), check, false).vars().keySet()));
      collect(problems, () -> seen.addAll(hosts(play)));
    }
    for (String host : seen) {
      collect(problems, () -> names.addAll(variables.host(host).names()));
    }
    return names;
  }

  private static void collect(List<Problem> problems, Runnable part) {
    try {
      part.run();
    } catch (VaultException e) {
      throw e; // it has an exit code of its own, and hides what else is wrong
    } catch (KitException e) {
      for (Problem problem : e.problems()) {
        if (!problems.contains(problem)) {
          problems.add(problem);
        }
      }
    }
  }

  /** The names that have a value on some host, or would have if a group had hosts. */
  public Set<String> allNames() {
    Set<String> names = new LinkedHashSet<>(variables.declaredNames());
    for (String host : variables.inventory().hosts()) {
      names.addAll(variables.host(host).names());
    }
    return names;
  }

  /**
   * The values that names have in a play as they are written, by host and name. Call it after
   * {@link #names(Playbook, List)}, which finds what cannot be read.
   */
  public Optional<Setting> written(String name, String host) {
    for (Candidate candidate : variables.host(host).candidates(name)) {
      return candidate.data() ? Optional.empty() : Optional.of(candidate.setting());
    }
    return Optional.empty();
  }

  /**
   * Decrypts a value, which is kept for the run.
   *
   * @throws VaultException if no password fits
   */
  public void open(Vaulted value) {
    variables.vault().text(value.ciphertext(), value.location());
  }

  /** Makes the variables of a play those of its hosts, which it gives. */
  public List<String> enter(Play play) {
    List<String> hosts = hosts(play);
    PlayScope scope = variables.play(play, hosts, check, false);
    for (String host : hosts) {
      variables.host(host).enter(scope);
    }
    return hosts;
  }

  /**
   * Whether a name that a call gives is a directory's; nothing is read.
   *
   * @throws PlanException if there is neither a file nor a directory
   */
  public boolean isFolder(String folder, String name, Optional<Role> role) {
    return files.isFolder(folder, name, role);
  }

  /** All hosts of the inventory. */
  public List<String> allHosts() {
    return List.copyOf(variables.inventory().hosts());
  }

  /** Whether a host has this name; localhost need not be in the inventory. */
  public boolean isHost(String name) {
    return variables.inventory().host(name).isPresent();
  }

  /** Each host asks for the hosts of its play. */
  @Override
  public List<String> hosts(Play play) {
    Inventory inventory = variables.inventory();
    Matched before = matched;
    if (before.play() == play && before.inventory() == inventory) {
      return before.hosts();
    }
    HostPattern pattern = HostPattern.of(play.hosts(), play.location());
    List<String> all = growing ? pattern.match(inventory) : pattern.select(inventory);
    List<String> hosts = List.copyOf(limit.select(all, inventory));
    matched = new Matched(play, inventory, hosts);
    return hosts;
  }

  @Override
  public HostScope scope(String host, Play play) {
    HostVars vars = variables.host(host);
    PlayScope scope = variables.play(play, hosts(play), check, false);
    vars.enter(scope);
    return new HostNames(vars, variables, files, () -> variables.inventory().groupNames(host));
  }

  @Override
  public Map<String, Object> variablesOf(String host, Location where) {
    try {
      return variables.host(host).published();
    } catch (KitException e) {
      Problem problem = e.problems().get(0);
      throw new KitException(new Problem(where, problem.message(), problem.hint()));
    }
  }

  @Override
  public synchronized void addHost(
      String by, String name, List<String> groups, Map<String, Object> vars, Location at) {
    variables.inventory(additions.add(by, name, groups, vars, at));
  }

  @Override
  public void refreshInventory() {
    Inventory anew = inventories.get(); // may take its time: others go on adding meanwhile
    synchronized (this) {
      variables.inventory(additions.onto(anew));
    }
  }

  @Override
  public String ask(Question question) {
    return asker.apply(question);
  }

  @Override
  public Optional<Become> become(String host) {
    Map<String, Object> vars = variables.host(host).published();
    Object said = vars.get("ansible_become");
    if (said == null) {
      return become;
    }
    boolean yes = said.equals(true) || List.of("yes", "true", "1", "on").contains(said.toString());
    if (!yes) {
      return Optional.empty();
    }
    Object user = vars.getOrDefault("ansible_become_user", "root");
    Object method = vars.getOrDefault("ansible_become_method", "sudo");
    return Optional.of(new Become(user.toString(), method.toString()));
  }

  @Override
  public Secrets secrets() {
    return variables.secrets();
  }

  @Override
  public Source source(String folder, String name, Optional<Role> role) {
    return variables.opened(files.find(folder, name, role));
  }

  @Override
  public Optional<SourceTree> tree(
      String folder, String name, boolean follow, Optional<Role> role) {
    return files.tree(folder, name, follow, role);
  }

  @Override
  public synchronized Optional<String> ask(String text, boolean echo) {
    Optional<String> answer = questioner.ask(text, echo);
    if (!echo) {
      answer.ifPresent(typed -> secrets().add(typed, Location.NONE));
    }
    return answer;
  }

  @Override
  public Object filter(
      String name, List<?> arguments, Map<String, Object> named, HostScope scope, Location where) {
    return templates.filter(name, arguments, named, where);
  }

  @Override
  public Kept kept(String path) {
    return files.kept(path);
  }

  @Override
  public String render(
      Source source, HostScope scope, Map<String, Object> more, TemplateStyle style) {
    HostVars vars = ((HostNames) scope).vars();
    vars.push(more, Location.NONE);
    try {
      return templates.render(source, vars.captured(), style);
    } catch (KitException e) {
      Problem problem = e.problems().get(0);
      String at = problem.location().toString();
      throw new PlanException(
          at.isEmpty() ? problem.message() : at + ": " + problem.message(), problem.hint());
    } finally {
      vars.pop();
    }
  }
}
