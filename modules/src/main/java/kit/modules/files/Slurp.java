package kit.modules.files;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import kit.query.Content;
import kit.query.FileContent;
import kit.query.HostPath;
import kit.spi.Alias;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;

/**
 * Reads a file of the host into the result: {@code content} in base64 as Ansible gives it ({@code
 * encoding} says so), and {@code text}, the same as UTF-8 text.
 *
 * <pre>{@code
 * def release = slurp src: '/etc/os-release'
 * if (release.text.contains('ID=debian')) debug 'it is Debian'
 * }</pre>
 *
 * @param src absolute path of the file, or from a home directory ({@code ~/x}); a link is followed;
 *     a missing file, or one bigger than 1 MB, is an error
 */
public record Slurp(@Alias("path") String src) implements Module {

  @Override
  public String label() {
    return src;
  }

  @Override
  public Plan plan(Host host) {
    String path = HostPath.of(host, src, "src");
    FileContent content = host.ask(new Content(path));
    return switch (content.state()) {
      case HELD -> Plan.unchanged("read " + path, values(path, content));
      case ABSENT -> Plan.refused("there is no " + path, "stat tells beforehand");
      case NO_FILE -> Plan.refused(path + " is not a file", "find lists a directory");
      case UNREADABLE ->
          Plan.refused(path + " cannot be read by " + host.user(), "become a user who may");
      case TOO_BIG -> Plan.refused(path + " is bigger than 1 MB", "fetch brings big files");
    };
  }

  private static Map<String, Object> values(String path, FileContent content) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("source", path);
    values.put("encoding", "base64");
    values.put("content", Base64.getEncoder().encodeToString(content.raw()));
    values.put("text", content.text());
    return values;
  }
}
