package kit.preflight;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kit.project.Project;
import kit.spi.Host;
import kit.spi.Kept;
import kit.spi.PlanException;
import kit.spi.Query;
import kit.spi.Source;
import kit.spi.SourceTree;
import kit.spi.TemplateStyle;
import kit.spi.Unanswered;

/** What a plan sees when there is no host: the controller's files, and an end to every question. */
final class NoHost implements Host {

  /** Stands for text that only the run knows. */
  static final String STAND_IN = "computed-in-the-run";

  /**
   * A template that a plan wants rendered.
   *
   * @param source the template
   * @param style how it is to be read
   */
  record Template(Source source, TemplateStyle style) {}

  private final Project project;
  private final Notes notes;
  private Optional<Template> template = Optional.empty();
  private String missing = "";

  NoHost(Project project, Notes notes) {
    this.project = project;
    this.notes = notes;
  }

  /** The template that was wanted. */
  Optional<Template> template() {
    return template;
  }

  /** The file that was wanted and is not there; empty if there is none. */
  String missing() {
    return missing;
  }

  @Override
  public String name() {
    throw unanswered();
  }

  @Override
  public <A> A ask(Query<A> query) {
    throw unanswered();
  }

  @Override
  public void askAll(Query<?>... queries) {
    throw unanswered();
  }

  @Override
  public Map<String, Object> facts() {
    throw unanswered();
  }

  @Override
  public String user() {
    throw unanswered();
  }

  @Override
  public <T> T once(String key, Supplier<T> value) {
    return value.get();
  }

  @Override
  public Instant now() {
    throw unanswered();
  }

  /**
   * Templates are read, because they are looked at; of other files it is enough that they exist.
   */
  @Override
  public Source source(String folder, String name) {
    boolean directory = isFolder(folder, name);
    if (directory || folder.equals("templates")) {
      return project.source(folder, name);
    }
    throw unanswered();
  }

  @Override
  public Optional<SourceTree> tree(String folder, String name, boolean follow) {
    if (isFolder(folder, name)) {
      throw unanswered();
    }
    return Optional.empty();
  }

  private boolean isFolder(String folder, String name) {
    if (name.contains(STAND_IN)) {
      throw unanswered();
    }
    try {
      boolean is = project.isFolder(folder, name);
      notes.file(folder, name);
      return is;
    } catch (PlanException e) {
      missing = name;
      throw e;
    }
  }

  @Override
  public String render(Source source, Map<String, Object> variables, TemplateStyle style) {
    template = Optional.of(new Template(source, style));
    throw unanswered();
  }

  @Override
  public Kept kept(String path) {
    throw unanswered();
  }

  private static Unanswered unanswered() {
    return new Unanswered(Set.of());
  }
}
