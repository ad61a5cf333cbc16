package kit.engine;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import kit.model.Invocation;
import kit.model.Secrets;

/**
 * What {@code noLog} keeps out of reports is shown at no prompt either, where anybody may ask for a
 * result by its name. For the run it stays what it was: no argument is refused for it.
 */
public final class Unlogged {

  private Unlogged() {}

  /** Hides what came of a call; the paths and states that it was told are no secrets. */
  public static void hide(Invocation call, Outcome outcome, Secrets secrets) {
    Map<String, Object> values = new LinkedHashMap<>(outcome.values());
    for (RecordComponent argument : call.module().getClass().getRecordComponents()) {
      values.remove(argument.getName());
    }
    texts(values, secrets);
  }

  private static void texts(Object value, Secrets secrets) {
    if (value instanceof CharSequence) {
      secrets.veil(value.toString());
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(each -> texts(each, secrets));
    } else if (value instanceof Iterable<?> list) {
      list.forEach(each -> texts(each, secrets));
    }
  }
}
