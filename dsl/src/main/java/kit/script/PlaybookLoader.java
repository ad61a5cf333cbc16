package kit.script;

import groovy.lang.GroovySystem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kit.catalog.ModuleCatalog;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Playbook;
import kit.model.Problem;
import kit.role.RoleDocuments;
import kit.role.Roles;
import kit.script.compiler.ClassCache;
import kit.script.compiler.Compilation;
import kit.script.compiler.CompiledClasses;
import kit.script.language.Order;
import kit.script.language.Place;
import kit.script.language.ScriptIndex;
import kit.script.language.Verbs;
import kit.script.scope.CompiledScript;
import kit.script.scope.Reading;
import kit.script.scope.TaskFile;
import kit.script.scope.TaskFiles;
import kit.script.scope.TaskSource;
import kit.script.verb.PlaybookVerbs;

/** Reads playbooks. Compiled ones are kept in a cache directory, if there is one. */
public final class PlaybookLoader {

  private final ModuleCatalog catalog;
  private final ClassLoader parent;
  private final Optional<ClassCache> cache;
  private final Function<Path, Roles> roles;
  private final Verbs verbs = PlaybookVerbs.all();
  private boolean watched;

  /**
   * @param catalog the modules that playbooks may call
   * @param cache where compiled playbooks are kept, made if it is not there; empty for nowhere
   */
  public PlaybookLoader(ModuleCatalog catalog, Optional<Path> cache) {
    this(catalog, cache, playbook -> new Roles(List.of(), RoleDocuments.NONE));
  }

  /**
   * @param roles where a playbook looks for roles
   */
  public PlaybookLoader(ModuleCatalog catalog, Optional<Path> cache, Function<Path, Roles> roles) {
    this.roles = roles;
    this.catalog = catalog;
    this.parent = PlaybookLoader.class.getClassLoader();
    this.cache = cache.map(ClassCache::new);
  }

  /**
   * Whoever looks at a host in the middle of a run sees the playbook's own variables too. Files
   * that say {@code breakpoint} are read so in any case.
   */
  public PlaybookLoader watched(boolean wanted) {
    watched = wanted;
    return this;
  }

  /** Gets Groovy's runtime ready, which takes a while; reading a playbook does so too. */
  public static void prepare() {
    GroovySystem.getMetaClassRegistry();
  }

  /**
   * Reads a file.
   *
   * @throws KitException with all problems of the playbook, in their order
   */
  public LoadedPlaybook load(Path file) {
    return whole(read(file));
  }

  /** Reads a text as if it were a file of this name. */
  public LoadedPlaybook load(String text, String name) {
    return whole(read(text, Path.of(name)));
  }

  /**
   * Reads a file as well as it can be, and tells what is wrong with it.
   *
   * @throws KitException if it cannot be compiled at all
   */
  public LoadedPlaybook read(Path file) {
    return read(text(file), file);
  }

  private LoadedPlaybook whole(LoadedPlaybook read) {
    if (read.problems().isEmpty()) {
      return read;
    }
    Set<Problem> all = new LinkedHashSet<>(read.problems());
    all.addAll(calls(read.index()));
    throw new KitException(Order.byPlace(List.copyOf(all)));
  }

  private LoadedPlaybook read(String text, Path path) {
    CompiledClasses classes = classes(text, path.toString(), Place.PLAYBOOK);
    TaskFiles files = new TaskFiles(new Source(), path, roles.apply(path));
    List<Problem> problems = new ArrayList<>(classes.problems());
    files.follow(classes.index(), problems);
    Reading reading = new Reading(script(classes, path.toString(), files), problems);
    Playbook playbook = new Playbook(path, reading.plays());
    problems.addAll(reading.problems());
    ScriptIndex index = classes.index();
    StringBuilder key = new StringBuilder(classes.main());
    for (TaskFile file : files.all()) {
      index = index.with(file.index());
      problems.addAll(file.problems());
      key.append(' ').append(file.key());
    }
    index = index.with(files.declared());
    return new LoadedPlaybook(
        playbook,
        index,
        files.needs(),
        files.roles(),
        Order.byPlace(List.copyOf(new LinkedHashSet<>(problems))),
        key.toString());
  }

  /**
   * Compiles what was typed in a session.
   *
   * @throws KitException with everything that is wrong with it
   */
  public TaskFile line(String text, String name) {
    Path path = Path.of(name);
    CompiledClasses classes =
        compilation().stoppable().compile(text, "Prompt", name, Place.ANYWHERE);
    TaskFiles files = new TaskFiles(new Source(), path, roles.apply(path));
    List<Problem> problems = new ArrayList<>(classes.problems());
    files.follow(classes.index(), problems);
    if (!problems.isEmpty()) {
      problems.addAll(calls(classes.index()));
      throw new KitException(Order.byPlace(List.copyOf(new LinkedHashSet<>(problems))));
    }
    CompiledScript script = script(classes, name, files);
    return new TaskFile(script, classes.index(), List.of(), classes.main());
  }

  /** Reads a file of tasks. */
  private TaskFile tasks(Path file, TaskFiles files) {
    try {
      CompiledClasses classes = classes(text(file), file.toString(), Place.TASKS);
      CompiledScript script = script(classes, file.toString(), files);
      return new TaskFile(script, classes.index(), classes.problems(), classes.main());
    } catch (KitException e) {
      return new TaskFile(null, ScriptIndex.EMPTY, e.problems(), "");
    }
  }

  /** Wrong arguments and options of module calls. */
  private List<Problem> calls(ScriptIndex index) {
    return new PlaybookCheck(catalog).calls(index);
  }

  private CompiledScript script(CompiledClasses classes, String file, TaskFiles files) {
    try {
      return new CompiledScript(classes.load(parent), file, verbs, catalog, files);
    } catch (ClassNotFoundException | LinkageError | ClassCastException e) {
      throw new IllegalStateException(file, e);
    }
  }

  private Compilation compilation() {
    return new Compilation(verbs, catalog, parent, this::calls);
  }

  private CompiledClasses classes(String text, String file, Place top) {
    Compilation compilation = compilation().watched(watched || text.contains("breakpoint"));
    String key = compilation.key(text, top);
    String name = "Playbook_" + key.substring(0, 12);
    if (cache.isPresent()) {
      Optional<CompiledClasses> kept = cache.get().find(key, file);
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    CompiledClasses made = compilation.compile(text, name, file, top);
    if (made.problems().isEmpty()) {
      cache.ifPresent(kept -> kept.keep(key, made));
    }
    return made;
  }

  /** Compiles the files of tasks that a playbook names. */
  private final class Source implements TaskSource {

    @Override
    public TaskFile tasks(Path file, TaskFiles files) {
      return PlaybookLoader.this.tasks(file, files);
    }

    @Override
    public List<Problem> calls(ScriptIndex index) {
      return PlaybookLoader.this.calls(index);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw problem(file, "there is no such file");
    } catch (CharacterCodingException e) {
      throw problem(file, "it is not UTF-8 text");
    } catch (IOException e) {
      throw problem(file, "it cannot be read: " + e.getMessage());
    }
  }

  private static KitException problem(Path file, String message) {
    return new KitException(new Problem(new Location(file.toString(), 0, 0), message, ""));
  }
}
