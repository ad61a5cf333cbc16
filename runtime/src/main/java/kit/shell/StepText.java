package kit.shell;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import kit.model.KitException;
import kit.spi.Sh;
import kit.spi.Source;
import kit.spi.Step;

/**
 * Steps as shell text. A script runs in a shell of its own, which it may end or ruin as it likes.
 */
final class StepText {

  private final SecureRandom random = new SecureRandom();
  private String session;
  private int calls;

  /** A script that reads nothing, or what fits into the text. */
  String run(Step.Run run, Map<String, String> environment) {
    String input = run.stdin().isPresent() ? Payload.printf(run.stdin().get()) + " | " : "";
    return "{ " + input + body(run, environment, "") + "; } 3>&2 2>/dev/null";
  }

  /** A script that reads the file uploaded before. */
  String runUploaded(Step.Run run, Map<String, String> environment) {
    byte[] stdin = run.stdin().orElseThrow();
    return "{ (kit_arrived 'standard input' "
        + stdin.length
        + " "
        + Source.sha256(stdin)
        + ") 2>&3 && "
        + body(run, environment, " <\"$kit_t\"")
        + "; kit_done $?; } 3>&2 2>/dev/null";
  }

  /**
   * The shell around it has no standard error, so that it does not report how its child ended.
   * (dash loses a redirection of a subshell inside of another one, hence the exec.)
   */
  private String body(Step.Run run, Map<String, String> environment, String input) {
    StringBuilder text = new StringBuilder("(\nexec 2>&3 3>&-" + input + "\n");
    text.append("export KIT_CALL=").append(mark()).append('\n');
    if (run.directory().isPresent()) {
      text.append("cd ").append(Sh.path(run.directory().get())).append(" || exit\n");
    }
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(run.environment());
    for (Map.Entry<String, String> variable : all.entrySet()) {
      checkName(variable.getKey());
      text.append("export ").append(variable.getKey()).append('=');
      text.append(Sh.quote(variable.getValue())).append('\n');
    }
    return text.append("eval ").append(Sh.quote(run.script())).append("\n)").toString();
  }

  /** By this kit knows again what a script has started, should it have to end it. */
  private String mark() {
    if (session == null) {
      session = hex();
    }
    return ++calls + "-" + session;
  }

  private String hex() {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void checkName(String name) {
    boolean good = !name.isEmpty() && !Character.isDigit(name.charAt(0));
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      good &= c == '_' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
    if (!good) {
      throw new KitException(
          "'" + name + "' is no name of an environment variable", "letters, digits and _ only");
    }
  }

  /** A file whose content fits into the text. */
  String write(Step.Write write) {
    return Payload.printf(write.content())
        + " | kit_write "
        + place(write.path())
        + " "
        + attributes(write);
  }

  /** Makes the file that an upload fills, beside its destination. */
  String beginUpload(String path) {
    return "kit_upload " + place(path);
  }

  /** A file that was uploaded before. */
  String writeUploaded(Step.Write write) {
    return "kit_uploaded "
        + Sh.quote(write.path())
        + " "
        + write.content().length
        + " "
        + Source.sha256(write.content())
        + " "
        + attributes(write);
  }

  /** The path and the name of the new file, which nobody can foresee. */
  private String place(String path) {
    String family = Source.sha256(Payload.utf8(path)).substring(0, 8);
    return Sh.quote(path) + " .kit-" + family + "-" + hex();
  }

  private static String attributes(Step.Write write) {
    String mode = write.mode().isPresent() ? Integer.toOctalString(write.mode().get()) : "";
    return "'"
        + mode
        + "' "
        + Sh.quote(write.owner().orElse(""))
        + " "
        + Sh.quote(write.group().orElse(""))
        + (write.backup() ? " 1 " : " '' ")
        + Sh.quote(write.validate().orElse(""))
        + (write.secret() ? " 600" : " 644");
  }
}
