package kit.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a plan may read: the host through questions, the controller through captured values. */
public interface Host {

  /** The host's name in the inventory. */
  String name();

  /**
   * The answer to a question.
   *
   * @throws Unanswered if it is not known yet; the plan is run again when it is
   */
  <A> A ask(Query<A> query);

  /**
   * Makes sure that all of these are known, so that they are asked together.
   *
   * @throws Unanswered if any is not known yet
   */
  void askAll(Query<?>... queries);

  /** The facts of the host, as {@code setup} gathers them. */
  Map<String, Object> facts();

  /** The user that this call runs as on the host. */
  String user();

  /** A value computed once for a call however often it is planned: a salt, a random name. */
  <T> T once(String key, Supplier<T> value);

  /** The time of the call on the controller, captured once for it. */
  Instant now();

  /**
   * A file of the controller, looked for in the role and beside the playbook.
   *
   * @param folder the usual folder, {@code files} or {@code templates}
   * @param name a relative or absolute name
   * @throws PlanException if there is none
   */
  Source source(String folder, String name);

  /**
   * A directory of the controller, looked for as {@link #source} looks for a file; empty if the
   * name is a file's.
   *
   * @param follow whether symbolic links in it stand for what they lead to
   * @throws PlanException if there is neither
   */
  Optional<SourceTree> tree(String folder, String name, boolean follow);

  /**
   * A template rendered with the host's variables.
   *
   * @param source the template
   * @param variables further variables that win over the host's
   * @param style how the template is to be read
   * @throws PlanException if it cannot be rendered, naming template and line
   */
  String render(Source source, Map<String, Object> variables, TemplateStyle style);

  /**
   * What the controller holds where a file of the host is to be kept. As {@link #source}, it is
   * asked before the host is.
   *
   * @param path where; taken from the playbook's directory if relative
   */
  Kept kept(String path);

  /**
   * Where a secret was written that the text holds: it came out of a vault, or is a password. Empty
   * if the text holds none; an empty place if it was written nowhere.
   */
  default Optional<String> secret(String text) {
    return Optional.empty();
  }

  /** The same of a content. */
  default Optional<String> secret(byte[] content) {
    return Optional.empty();
  }
}
