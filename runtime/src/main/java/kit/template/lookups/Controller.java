package kit.template.lookups;

import java.nio.file.Path;
import java.util.Set;
import kit.vault.Vault;

/** What lookups may use: the project, the variables, the engine. */
public interface Controller {

  /** The directory of the project. */
  Path project();

  /** The directory of the template or file that looks something up. */
  Path folder();

  /** Decrypts files that are vaulted, and knows what must be shown nowhere. */
  Vault vault();

  /** The names of all variables. */
  Set<String> names();

  /** A variable; an {@link kit.template.python.Undefined} if there is none. */
  Object variable(String name);

  /** The text of a template. */
  String render(String text, String file);
}
