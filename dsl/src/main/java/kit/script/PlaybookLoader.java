package kit.script;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import kit.catalog.ModuleCatalog;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Playbook;
import kit.model.Problem;

/** Reads playbooks. Compiled ones are kept in a cache directory, if there is one. */
public final class PlaybookLoader {

  private final ModuleCatalog catalog;
  private final ClassLoader parent;
  private final Optional<ClassCache> cache;
  private final Verbs verbs = new Verbs();

  /**
   * @param catalog the modules that playbooks may call
   * @param cache where compiled playbooks are kept, made if it is not there; empty for nowhere
   */
  public PlaybookLoader(ModuleCatalog catalog, Optional<Path> cache) {
    this.catalog = catalog;
    this.parent = PlaybookLoader.class.getClassLoader();
    this.cache = cache.map(ClassCache::new);
  }

  /**
   * Reads a file.
   *
   * @throws KitException with all problems of the playbook, in their order
   */
  public LoadedPlaybook load(Path file) {
    return load(text(file), file);
  }

  /** Reads a text as if it were a file of this name. */
  public LoadedPlaybook load(String text, String name) {
    return load(text, Path.of(name));
  }

  private LoadedPlaybook load(String text, Path path) {
    String file = path.toString();
    CompiledClasses classes = classes(text, file);
    try {
      CompiledScript script = new CompiledScript(classes.load(parent), file, verbs, catalog);
      return new LoadedPlaybook(new Playbook(path, new Reading(script).plays()), classes.index());
    } catch (ClassNotFoundException | LinkageError | ClassCastException e) {
      throw new IllegalStateException(file, e);
    }
  }

  private CompiledClasses classes(String text, String file) {
    String key = new CacheKey(verbs, catalog).of(text);
    String name = "Playbook_" + key.substring(0, 12);
    if (cache.isPresent()) {
      Optional<CompiledClasses> kept = cache.get().find(key, file);
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    CompiledClasses made = new Compilation(verbs, catalog, parent).compile(text, name, file);
    cache.ifPresent(kept -> kept.keep(key, made));
    return made;
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
