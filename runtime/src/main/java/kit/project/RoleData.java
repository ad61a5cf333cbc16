package kit.project;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kit.data.DataFile;
import kit.role.RoleDocuments;
import kit.script.data.VariableScripts;
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
    String name = file.toString();
    if (!name.endsWith(".groovy")) {
      return DataFile.read(file, name, vault).root();
    }
    Map<String, Object> said = new LinkedHashMap<>();
    VariableScripts.run(
        DataFile.text(DataFile.bytes(file, name), name),
        name,
        (word, value, at) -> said.put(word, value));
    return said;
  }

  @Override
  public Set<String> names(Path folder, String kind, String name) {
    return variables.role(folder, kind, name).keySet();
  }
}
