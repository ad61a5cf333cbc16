package kit.script.data;

import groovy.lang.GroovyRuntimeException;
import groovy.lang.Script;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Filters that users write: each function in the Groovy files of a directory is one. */
public final class FilterScripts {

  private FilterScripts() {}

  /** A filter. */
  @FunctionalInterface
  public interface Filter {

    /**
     * @param arguments the value, then what is said in parentheses without names
     * @param named what is said with names; Groovy takes it as a map in front of the others
     * @throws KitException with what went wrong in it
     */
    Object apply(List<Object> arguments, Map<String, Object> named);
  }

  /**
   * The filters in a directory by name; {@code dkimRecord} is {@code dkim_record} too.
   *
   * @throws KitException if a file cannot be compiled, or two files have the same filter
   */
  public static Map<String, Filter> read(Path folder) {
    Map<String, Filter> filters = new LinkedHashMap<>();
    for (Path file : files(folder)) {
      Class<? extends Script> type = DataScripts.compile(text(file), file.toString());
      for (Method method : type.getDeclaredMethods()) {
        String name = method.getName();
        boolean function =
            !method.isSynthetic()
                && Modifier.isPublic(method.getModifiers())
                && !name.equals("run")
                && !name.equals("main")
                && name.indexOf('$') < 0;
        if (function) {
          Filter filter = (arguments, named) -> call(type, file, name, arguments, named);
          filters.put(name, filter);
          filters.put(snake(name), filter);
        }
      }
    }
    return filters;
  }

  private static Object call(
      Class<? extends Script> type,
      Path file,
      String name,
      List<Object> arguments,
      Map<String, Object> named) {
    List<Object> all = new ArrayList<>();
    if (!named.isEmpty()) {
      all.add(named);
    }
    all.addAll(arguments);
    try {
      // one instance for each call: hosts run side by side
      Script script = type.getDeclaredConstructor().newInstance();
      return DataScripts.plain(InvokerHelper.invokeMethod(script, name, all.toArray()));
    } catch (KitException e) {
      throw e;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name, e);
    } catch (GroovyRuntimeException e) {
      String why = e.getMessage() == null ? e.toString() : e.getMessage().lines().findFirst().get();
      throw new KitException(new Problem(DataScripts.place(file.toString(), e), why, ""));
    } catch (Exception | AssertionError e) {
      throw new KitException(new Problem(DataScripts.place(file.toString(), e), e.toString(), ""));
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(each -> each.toString().endsWith(".groovy")).sorted().toList();
    } catch (IOException e) {
      throw problem(folder, e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw problem(file, e);
    }
  }

  private static KitException problem(Path file, IOException e) {
    Location where = new Location(file.toString(), 0, 0);
    return new KitException(new Problem(where, "it cannot be read: " + e.getMessage(), ""));
  }

  /** {@code toNiceYaml} as {@code to_nice_yaml}. */
  public static String snake(String camel) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      if (Character.isUpperCase(c) && i > 0) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(c));
    }
    return snake.toString();
  }
}
