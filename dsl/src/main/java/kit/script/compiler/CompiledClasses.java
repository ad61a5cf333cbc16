package kit.script.compiler;

import java.util.List;
import java.util.Map;
import kit.model.Problem;
import kit.script.language.PlaybookScript;
import kit.script.language.ScriptIndex;

/**
 * A script as it came out of the compiler or the cache.
 *
 * @param main name of the script's class
 * @param classes all classes by name
 * @param index what the script says
 * @param problems what is wrong with it, as far as it could be compiled all the same
 */
public record CompiledClasses(
    String main, Map<String, byte[]> classes, ScriptIndex index, List<Problem> problems) {

  /** The script's class, in a class loader of its own. */
  public Class<? extends PlaybookScript> load(ClassLoader parent) throws ClassNotFoundException {
    return new Loader(parent, classes).loadClass(main).asSubclass(PlaybookScript.class);
  }

  private static final class Loader extends ClassLoader {

    private final Map<String, byte[]> classes;

    Loader(ClassLoader parent, Map<String, byte[]> classes) {
      super(parent);
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
