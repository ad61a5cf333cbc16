package kit.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kit.data.DataFile;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import kit.script.data.FilterScripts;
import kit.spi.Source;
import kit.spi.TemplateStyle;
import kit.template.filters.Filters;
import kit.template.filters.Tests;
import kit.template.python.Function;
import kit.template.python.PythonError;
import kit.template.python.UndefinedError;
import kit.template.syntax.Layout;
import kit.template.syntax.Library;
import kit.template.syntax.Parser;
import kit.template.syntax.SyntaxError;
import kit.template.tree.Expr;
import kit.template.tree.Render;
import kit.template.tree.Template;
import kit.vars.Renderer;
import kit.vars.Scope;
import kit.vault.Vault;

/** Renders text and values. Every template is read once, for all hosts and threads. */
public final class Templates implements Renderer {
  private static final int CACHED = 5000;
  private final ConcurrentHashMap<Key, Template> known = new ConcurrentHashMap<>();
  private final Path project;
  private final OwnFilters own;
  private final Vault vault;

  /** Looks for other templates and files in the directory where kit was started. */
  public Templates() {
    this(Path.of(""));
  }

  /** Looks for other templates and files in a project's directory too. */
  public Templates(Path project) {
    this(project, new Vault(List.of()));
  }

  /** Decrypts files that are vaulted, and has what is made of secrets hidden. */
  public Templates(Path project, Vault vault) {
    this.project = project;
    this.own = new OwnFilters(project);
    this.vault = vault;
  }

  /** What decrypts files. */
  Vault vault() {
    return vault;
  }

  /** A class, since a record finds out how to be compared when it is first compared. */
  private static final class Key {
    private final String file;
    private final String text;
    private final Layout layout;

    Key(String file, String text, Layout layout) {
      this.file = file;
      this.text = text;
      this.layout = layout;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && file.equals(key.file)
          && text.equals(key.text)
          && layout.isAs(key.layout);
    }

    @Override
    public int hashCode() {
      return file.hashCode() * 31 + text.hashCode();
    }
  }

  /** The filters and tests that come with kit, and the filters that users write. */
  private final class Known implements Library {
    private final String file;

    Known(String file) {
      this.file = file;
    }

    @Override
    public Function filter(String name) {
      Function standard = Filters.find(name);
      return standard == null ? own.find(name, file) : standard;
    }

    @Override
    public Function test(String name) {
      return Tests.find(name);
    }

    @Override
    public List<String> filters() {
      return Filters.names();
    }

    @Override
    public List<String> tests() {
      return Tests.names();
    }
  }

  @Override
  public Object value(String text, Scope scope, Location where) {
    Template template = value(text, where);
    Expr single = text.endsWith("\n") ? null : Parser.single(template);
    Run run = new Run(this, scope, where, project);
    if (single == null) {
      return closed(text, run(run, template, null), "\n");
    }
    return run(run, template, single);
  }

  @Override
  public String render(Source template, Scope scope, TemplateStyle style) {
    return render(DataFile.text(template.bytes(), template.path()), template.path(), scope, style);
  }

  @Override
  public Object filter(String name, List<?> arguments, Map<String, Object> named, Location where) {
    Library known = new Known(where.file());
    Function filter = known.filter(name);
    if (filter == null) {
      filter = known.filter(FilterScripts.snake(name));
    }
    if (filter == null) {
      throw new KitException(
          new Problem(where, "there is no filter '" + name + "'", "see docs/templates.md"));
    }
    try {
      Object value = filter.call(arguments.toArray(), named);
      return value instanceof CharSequence text ? text.toString() : value;
    } catch (UndefinedError e) {
      throw new KitException(new Problem(where, e.getMessage(), e.hint()));
    } catch (PythonError e) {
      throw new KitException(new Problem(where, e.getMessage(), ""));
    }
  }

  /** The text of a template that lies in a file. */
  String render(String text, String file, Scope scope, TemplateStyle style) {
    String unix = newlines(text);
    Header header = Header.of(unix, style, new Location(file, 1, 0));
    int line = header.text().length() == unix.length() ? 1 : 2;
    Location where = new Location(file, line, 0);
    Template read = read(header.text(), file, line, header.layout(), where);
    Object out = run(new Run(this, scope, where, project), read, null);
    return closed(unix, out, header.layout().newline());
  }

  /** The template that a value is. */
  Template value(String text, Location where) {
    return read(text, "", where.line(), Layout.VALUE, where);
  }

  /** A template that lies in a file. */
  Template template(String text, String file, TemplateStyle style) {
    String unix = newlines(text);
    Header header = Header.of(unix, style, new Location(file, 1, 0));
    int line = header.text().length() == unix.length() ? 1 : 2;
    return read(header.text(), file, line, header.layout(), new Location(file, line, 0));
  }

  /** A template of another one: included, imported or extended. */
  Template include(String text, String file, Layout layout) {
    return read(newlines(text), file, 1, layout, new Location(file, 1, 0));
  }

  private Template read(String text, String file, int line, Layout layout, Location where) {
    Key key = new Key(file, text, layout);
    Template found = known.get(key);
    if (found == null) {
      try {
        found = Parser.template(text, file, line, layout, new Known(where.file()));
      } catch (SyntaxError e) {
        // the place of a value is not known by the column
        int column = file.isEmpty() ? 0 : e.column();
        Location at = new Location(where.file(), where.line() + e.line() - 1, column);
        throw new KitException(new Problem(at, e.getMessage(), e.hint(), Mistake.TEMPLATE));
      }
      if (known.size() > CACHED) {
        known.clear();
      }
      known.put(key, found);
    }
    return found;
  }

  private static Object run(Run run, Template template, Expr single) {
    Render render = run.render();
    try {
      run.watch(template);
      return single == null
          ? render.text(template, run)
          : Results.of(render.value(template, single, run), single);
    } catch (UndefinedError e) {
      throw e.told() == null
          ? new UndefinedProblem(new Problem(run.location(), e.getMessage(), e.hint()))
          : new UndefinedProblem(e.told());
    } catch (PythonError e) {
      throw new KitException(new Problem(run.location(), e.getMessage(), ""));
    } catch (StackOverflowError e) {
      throw new KitException(
          new Problem(run.location(), "the template or its data is nested too deeply", ""));
    }
  }

  // As Ansible: the output ends in at least as many line ends as the template.
  private static String closed(String text, Object out, String newline) {
    String rendered = (String) out;
    int missing = lineEnds(text) - lineEnds(rendered);
    return missing > 0 ? rendered + newline.repeat(missing) : rendered;
  }

  private static int lineEnds(String text) {
    int at = text.length();
    while (at > 0 && text.charAt(at - 1) == '\n') {
      at--;
    }
    return text.length() - at;
  }

  private static String newlines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
