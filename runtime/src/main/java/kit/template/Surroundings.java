package kit.template;

import java.nio.file.Path;
import java.util.Set;
import kit.spi.TemplateStyle;
import kit.template.lookups.Controller;
import kit.template.python.Undefined;
import kit.vars.Scope;
import kit.vault.Vault;

/**
 * What lookups may use of the run they are in.
 *
 * @param templates renders the templates that lookups name
 * @param scope the variables
 * @param project the project's directory
 * @param run where the template is
 */
record Surroundings(Templates templates, Scope scope, Path project, Run run) implements Controller {

  @Override
  public Path folder() {
    Path parent = Path.of(run.location().file()).getParent();
    return parent == null ? Path.of("") : parent;
  }

  @Override
  public Vault vault() {
    return templates.vault();
  }

  @Override
  public Set<String> names() {
    return scope.names();
  }

  @Override
  public Object variable(String name) {
    Object value = run.get(name);
    return !scope.has(name) && value instanceof Undefined
        ? Undefined.of("'" + name + "' is undefined")
        : value;
  }

  @Override
  public String render(String text, String file) {
    return templates.render(text, file, scope, TemplateStyle.ANSIBLE);
  }
}
