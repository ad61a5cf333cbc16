package kit.project;

import java.nio.file.Path;
import java.util.Set;
import kit.data.DataFile;
import kit.role.RoleDocuments;
import kit.vars.Variables;
import kit.vault.Vault;

/** The data files of roles; those with variables are read once for the checks and the run. */
public final class RoleData implements RoleDocuments {

  private final Variables variables;

  public RoleData(Variables variables) {
    this.variables = variables;
  }

  @Override
  public Object document(Path file) {
    return read(file, variables.vault());
  }

  /** What a file of a role holds. */
  public static Object read(Path file, Vault vault) {
    return DataFile.read(file, file.toString(), vault).root();
  }

  @Override
  public Set<String> names(Path folder, String kind, String name) {
    return variables.role(folder, kind, name).keySet();
  }
}
