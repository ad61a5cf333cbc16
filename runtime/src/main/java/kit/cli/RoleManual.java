package kit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kit.model.RoleFiles;
import kit.project.RoleData;
import kit.report.Sink;
import kit.role.RoleDependency;
import kit.role.RoleDocuments;
import kit.role.RoleFolder;
import kit.role.RoleMeta;
import kit.role.RoleParameter;
import kit.vault.Vault;

/** What {@code kit doc role NAME} shows. */
final class RoleManual {

  private RoleManual() {}

  /** Reads what roles say of themselves; of files with variables, only names are wanted. */
  static RoleDocuments documents() {
    Vault none = new Vault(List.of());
    return new RoleDocuments() {
      @Override
      public Object document(Path file) {
        return RoleData.read(file, none);
      }

      @Override
      public Set<String> names(Path folder, String kind, String name) {
        return Set.of();
      }
    };
  }

  static void show(RoleFolder role, Sink out) {
    RoleMeta meta = role.meta();
    out.line("role " + role.name() + "  (" + role.folder() + ")");
    if (!meta.description().isEmpty()) {
      out.line("");
      out.line(meta.description());
    }
    if (!meta.parameters().isEmpty()) {
      out.line("");
      out.line("Parameters");
      for (RoleParameter each : meta.parameters()) {
        out.line("  " + each.name() + "  " + line(each));
        if (!each.description().isEmpty()) {
          out.line("      " + each.description());
        }
      }
    }
    for (String kind : List.of("tasks", "defaults", "vars")) {
      Set<String> files = role.files(kind);
      files.remove(RoleFiles.MAIN);
      if (!files.isEmpty()) {
        out.line("");
        out.line(kind + "From: " + String.join(", ", files));
      }
    }
    if (!meta.dependencies().isEmpty()) {
      out.line("");
      out.line(
          "Builds upon "
              + meta.dependencies().stream()
                  .map(RoleDependency::role)
                  .collect(Collectors.joining(", ")));
    }
  }

  private static String line(RoleParameter parameter) {
    List<String> words = new ArrayList<>();
    words.add(parameter.type().word());
    if (!parameter.choices().isEmpty()) {
      words.add("one of " + parameter.choices());
    }
    if (parameter.required()) {
      words.add("required");
    }
    parameter.otherwise().ifPresent(value -> words.add("default " + value));
    return String.join(", ", words);
  }
}
