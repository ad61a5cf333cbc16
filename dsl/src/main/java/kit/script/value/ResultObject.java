package kit.script.value;

import groovy.lang.GroovyInterceptable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.model.Secrets;
import kit.model.Unknowable;
import kit.spi.Result;
import kit.spi.Result.Status;

/**
 * The result of a call as bodies see it. It has fields and nothing else: no truth value, no text,
 * no equality, because {@code if (r)} and {@code "$r"} would hold for every call, failed or not.
 */
public final class ResultObject implements Strict, GroovyInterceptable {

  private final String label;
  private final Result result;
  private final Secrets secrets;

  public ResultObject(String label, Result result, Secrets secrets) {
    this.secrets = secrets;
    this.label = label;
    this.result = result;
  }

  @Override
  public String label() {
    return label;
  }

  public Result result() {
    return result;
  }

  @Override
  public Object getProperty(String name) {
    Object known = field(name);
    if (known != null) {
      return known;
    }
    Map<String, Object> values = result.values();
    String key = values.containsKey(name) ? name : other(name, values);
    if (key != null) {
      result.read(name);
      return Live.of(label + "." + name, values.get(key), secrets);
    }
    if (unknowable()) {
      throw new Unknowable(name, label);
    }
    if (result.status() == Status.SKIPPED) {
      throw error(
          label + " has no '" + name + "': the call was skipped", "look at r.skipped first");
    }
    throw Strict.unknown(label, name, names(values));
  }

  @Override
  public void setProperty(String name, Object value) {
    throw Strict.assigned(label(), name);
  }

  @Override
  public Object optional(String name) {
    Map<String, Object> values = result.values();
    boolean there = names(values).contains(name) || other(name, values) != null;
    return there || unknowable() ? getProperty(name) : null;
  }

  private Object field(String name) {
    return switch (name) {
      case "changed" -> known(name, is(Status.MAYBE)) && result.changed();
      case "failed" -> known(name, unknowable()) && (is(Status.FAILED) || is(Status.UNREACHABLE));
      case "skipped" -> is(Status.SKIPPED);
      case "unreachable" -> is(Status.UNREACHABLE);
      case "maybe" -> is(Status.MAYBE);
      case "status" -> result.status().name().toLowerCase(Locale.ROOT);
      case "values" ->
          known(name, unknowable()) ? new StrictMap(label, result.values(), secrets) : null;
      case "stdoutLines", "stdout_lines" -> lines("stdout");
      case "stderrLines", "stderr_lines" -> lines("stderr");
      default -> null;
    };
  }

  /** Whether fields are missing, or wrong, because check mode did not do something. */
  private boolean unknowable() {
    return is(Status.MAYBE) || !result.complete();
  }

  /** True, unless a field cannot be known. */
  private boolean known(String field, boolean not) {
    if (not) {
      throw new Unknowable(field, label);
    }
    return true;
  }

  private boolean is(Status status) {
    return result.status() == status;
  }

  /** The lines of an output, as long as the module does not give them itself. */
  private List<String> lines(String output) {
    if (!(result.values().get(output) instanceof String text)) {
      return null;
    }
    result.read(output);
    return text.lines().toList();
  }

  /** The same name in the other spelling: modules may give start_time, playbooks say startTime. */
  private static String other(String name, Map<String, Object> values) {
    String plain = name.replace("_", "");
    for (String key : values.keySet()) {
      if (key.replace("_", "").equalsIgnoreCase(plain)) {
        return key;
      }
    }
    return null;
  }

  private static Set<String> names(Map<String, Object> values) {
    Set<String> names = new LinkedHashSet<>(List.of("changed", "failed", "skipped", "status"));
    names.addAll(values.keySet());
    for (String output : List.of("stdout", "stderr")) {
      if (values.containsKey(output)) {
        names.add(output + "Lines");
      }
    }
    return names;
  }

  /** All method calls come here: Groovy gives every object dozens of methods. */
  @Override
  public Object invokeMethod(String name, Object arguments) {
    return switch (name) {
      case "values" -> getProperty("values");
      case "toString" -> toString();
      case "equals" -> equals(null);
      case "asType" -> throw noValue();
      case "asBoolean" ->
          throw error(
              "a result is neither true nor false", "say r.changed, !r.failed or r.rc == 0");
      default ->
          throw error(
              "a result has no method '" + name + "'", "say a field: r.changed, r.stdout, r.rc");
    };
  }

  @Override
  public String toString() {
    throw error("a result has no text", "say r.stdout, r.changed or another field");
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    throw error("a result equals nothing", "compare a field: r.rc == 0, r.stdout == 'x'");
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** The error of a result where a value is wanted. */
  KitException noValue() {
    return error("a result is no value", "give a field of it: r.stdout, r.changed, r.values");
  }

  private static KitException error(String message, String hint) {
    return new KitException(new Problem(Location.NONE, message, hint));
  }
}
