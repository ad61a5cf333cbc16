package kit.modules.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.spi.Output;
import kit.spi.Sh;

/**
 * How a download gets to its place.
 *
 * @param path the file, no link
 * @param there what is there now
 * @param permissions mode, owner and group
 * @param backup whether the old file is kept
 */
record Delivery(String path, PathStat there, Permissions permissions, boolean backup) {

  /**
   * The sh that downloads beside the destination, checks, and renames.
   *
   * @param function defines {@code kit_get}
   * @param sum the checksum that it must have
   * @param bits permission bits of the file
   */
  String script(String function, Optional<Sum> sum, int bits) {
    String dest = Sh.path(path);
    StringBuilder script = new StringBuilder(function);
    script.append("n=$(mktemp ");
    script.append(Sh.path(HostPath.inside(HostPath.parent(path), ".kit.XXXXXX")));
    script
        .append(") || exit\n")
        .append(Sh.atExit("rm -f -- \"$n\""))
        .append("kit_get >\"$n\" || exit\n");
    sum.ifPresent(wanted -> check(script, wanted));
    if (there.exists()) {
      // what nobody asked for is kept as far as the user may
      script.append("chown ").append(there.uid()).append(':').append(there.gid());
      script.append(" \"$n\" 2>/dev/null\n");
    }
    script.append(permissions.script("\"$n\"", bits));
    if (backup && there.exists()) {
      script.append("b=").append(dest).append(".$$.$(date +%Y-%m-%d@%H:%M:%S)~\n");
      script.append("cp -p -- ").append(dest).append(" \"$b\" || exit\n");
    }
    script.append("mv -f -- \"$n\" ").append(dest).append(" || exit\n");
    script.append("s=$(sha256sum <").append(dest).append("); echo \"${s%% *}\"; wc -c <");
    script.append(dest);
    return script.append(backup && there.exists() ? "; echo \"$b\"\n" : "\n").toString();
  }

  private static void check(StringBuilder script, Sum wanted) {
    String command = Sum.command(wanted.algorithm());
    script.append("s=$(").append(command).append(" <\"$n\"); s=${s%% *}\n[ \"$s\" = ");
    script.append(wanted.value()).append(" ] || { echo \"what came has the ").append(command);
    script.append(" $s, not ").append(wanted.value()).append("\" >&2; exit 1; }\n");
  }

  /** What the script prints. */
  static Map<String, Object> fields(Output output) {
    String[] lines = output.text().split("\n");
    if (lines.length < 2) {
      return Map.of();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("checksumDest", lines[0]);
    fields.put("size", Long.parseLong(lines[1].strip()));
    if (lines.length > 2) {
      fields.put("backupFile", lines[2]);
    }
    return fields;
  }
}
