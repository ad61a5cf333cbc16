package kit.transport.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kit.target.Unreachable;
import kit.transport.Endpoint;
import kit.transport.OwnSession;

/**
 * Docker's client on this machine.
 *
 * @param program how it is started, for example {@code docker}
 */
record Client(List<String> program) {

  private static final int ALL = 64 * 1024;

  Client {
    program = List.copyOf(program);
  }

  /** That of a {@code PATH}. */
  static Client ofPath(String path) {
    List<String> line = new ArrayList<>(OwnSession.before(path));
    line.add("docker");
    return new Client(line);
  }

  /** Starts it with these arguments. */
  Process start(Endpoint endpoint, List<String> arguments) throws IOException {
    List<String> line = new ArrayList<>(program);
    line.addAll(endpoint.engine());
    line.addAll(arguments);
    return new ProcessBuilder(line).start();
  }

  /**
   * Whom the image, or whoever started the container, has chosen to run things.
   *
   * @throws Unreachable if there is no such container
   */
  String userOf(Endpoint endpoint) {
    List<String> arguments =
        List.of("container", "inspect", "-f", "{{.Config.User}}", "--", endpoint.address());
    try {
      Process process = start(endpoint, arguments);
      try {
        return user(process, endpoint);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw Complaints.about(endpoint, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("the run was stopped", "", false);
    }
  }

  private static String user(Process process, Endpoint endpoint)
      throws IOException, InterruptedException {
    process.getOutputStream().close();
    // a few words, which wait in the pipes
    if (!process.waitFor(endpoint.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
      throw Complaints.late(endpoint);
    }
    if (process.exitValue() != 0) {
      throw Complaints.of(endpoint, text(process.getErrorStream().readNBytes(ALL)))
          .orElseThrow(() -> Complaints.other(endpoint, "status " + process.exitValue()));
    }
    String named = text(process.getInputStream().readNBytes(ALL)).strip();
    int group = named.indexOf(':');
    String user = group < 0 ? named : named.substring(0, group);
    return user.isEmpty() || user.equals("0") ? "root" : user;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
