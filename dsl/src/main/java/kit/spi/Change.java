package kit.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A difference and the steps that remove it. Built up by its {@code with} methods:
 *
 * <pre>{@code
 * Plan.change("create /srv").run("mkdir /srv").touches(Resource.path("/srv"))
 * }</pre>
 *
 * @param summary what will be done, in a few words
 * @param diffs before and after, as a user reads it
 * @param steps what is sent to the host, in order; the first that fails ends them
 * @param touches what is no longer known afterwards
 * @param predicts answers that will hold afterwards: check mode goes on with them
 * @param values fields of the result that are known beforehand
 * @param reader further fields, made from the outputs of the steps in order
 * @param effect what carrying it out does to the host
 */
public record Change(
    String summary,
    List<Diff> diffs,
    List<Step> steps,
    Set<Resource> touches,
    Map<Query<?>, Object> predicts,
    Map<String, Object> values,
    Function<List<Output>, Map<String, Object>> reader,
    Effect effect)
    implements Plan {

  /** What the steps of a change do to the host. */
  public enum Effect {
    /** They alter it: the call counts as changed, and check mode does not carry it out. */
    ALTERS,
    /** They only read: nothing is changed, and check mode carries them out too. */
    READS,
    /**
     * They only wait for something, and end by themselves: nothing is changed, and the general
     * limit of time does not hold, only one given with the call. Check mode does not wait, since
     * what would bring it about was not done either, and calls the outcome "maybe".
     */
    WAITS
  }

  static Change of(String summary) {
    return new Change(
        summary,
        List.of(),
        List.of(),
        Set.of(),
        Map.of(),
        Map.of(),
        outputs -> Map.of(),
        Effect.ALTERS);
  }

  /** Whether the steps only read. */
  public boolean reading() {
    return effect == Effect.READS;
  }

  /** Whether it can have changed anything at all on the host. */
  public boolean opaque() {
    return touches.contains(Resource.ANYTHING);
  }

  public Change diff(Diff diff) {
    return new Change(
        summary, append(diffs, diff), steps, touches, predicts, values, reader, effect);
  }

  public Change step(Step step) {
    return new Change(
        summary, diffs, append(steps, step), touches, predicts, values, reader, effect);
  }

  /** A step that runs a piece of POSIX sh. */
  public Change run(String script) {
    return step(Step.Run.of(script));
  }

  public Change touches(Resource... resources) {
    Set<Resource> all = new LinkedHashSet<>(touches);
    all.addAll(List.of(resources));
    return new Change(summary, diffs, steps, all, predicts, values, reader, effect);
  }

  public <A> Change predicts(Query<A> query, A answer) {
    Map<Query<?>, Object> all = new LinkedHashMap<>(predicts);
    all.put(query, answer);
    return new Change(summary, diffs, steps, touches, all, values, reader, effect);
  }

  /** Many answers at once, each of the type that its question has. */
  public Change predicts(Map<? extends Query<?>, ?> answers) {
    Map<Query<?>, Object> all = new LinkedHashMap<>(predicts);
    all.putAll(answers);
    return new Change(summary, diffs, steps, touches, all, values, reader, effect);
  }

  public Change value(String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.put(name, value);
    return new Change(summary, diffs, steps, touches, predicts, all, reader, effect);
  }

  /**
   * Makes fields of the result. {@code changed: false} among them says that the steps found nothing
   * to change after all; the call then counts as ok.
   */
  public Change reads(Function<List<Output>, Map<String, Object>> outputs) {
    return new Change(summary, diffs, steps, touches, predicts, values, outputs, effect);
  }

  /** The steps only read. */
  public Change readOnly() {
    return with(Effect.READS);
  }

  /** The steps only wait. */
  public Change waiting() {
    return with(Effect.WAITS);
  }

  private Change with(Effect what) {
    return new Change(summary, diffs, steps, touches, predicts, values, reader, what);
  }

  private static <T> List<T> append(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return List.copyOf(longer);
  }
}
