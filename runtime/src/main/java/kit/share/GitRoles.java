package kit.share;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.model.KitException;

/**
 * Roles from git repositories. Nothing is checked out: git gives an archive of the commit, so
 * hooks, filters and links of a repository have no effect.
 */
final class GitRoles {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "GIT_TERMINAL_PROMPT", "0",
          "GIT_ALLOW_PROTOCOL", "https:ssh:file",
          "GIT_CONFIG_NOSYSTEM", "1",
          "GIT_ADVICE", "0",
          "LC_ALL", "C");

  private final Archives archives;

  GitRoles(Archives archives) {
    this.archives = archives;
  }

  /**
   * Gets a commit.
   *
   * @param commit the one to get, whatever the ref says now; empty for what the ref says
   * @param scratch an empty directory
   * @param into an empty directory
   * @return the commit
   */
  String fetch(RoleSource.Git source, String commit, Path scratch, Path into) {
    Path repository = scratch.resolve("git");
    git(
        List.of("clone", "--quiet", "--bare", "--no-local", "--", source.url(), repository + ""),
        source.text());
    String wanted = commit.isEmpty() ? source.ref() : commit;
    List<String> resolve = new ArrayList<>(at(repository));
    String name = wanted.isEmpty() ? "HEAD" : wanted;
    resolve.addAll(List.of("rev-parse", "--verify", "--quiet", "--end-of-options"));
    resolve.add(name + "^{commit}");
    String found = git(resolve, source.text() + " has no '" + name + "'").strip();
    List<String> archive = new ArrayList<>(at(repository));
    archive.addAll(List.of("archive", "--format=tar", found));
    Process process = start(archive);
    try (InputStream tar = process.getInputStream()) {
      archives.untar(tar, into, source.text());
      tar.readAllBytes();
      finish(process, source.text());
    } catch (IOException e) {
      throw failed(source.text(), e.getMessage());
    } finally {
      process.destroyForcibly();
    }
    return found;
  }

  private static List<String> at(Path repository) {
    return List.of("--git-dir", repository.toString());
  }

  private static String git(List<String> arguments, String what) {
    Process process = start(arguments);
    try (InputStream out = process.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      finish(process, what);
      return said;
    } catch (IOException e) {
      throw failed(what, e.getMessage());
    }
  }

  private static Process start(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    for (String setting : List.of("protocol.ext.allow=never", "core.hooksPath=/dev/null")) {
      command.addAll(List.of("-c", setting));
    }
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(ENVIRONMENT);
    builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new KitException("git cannot be started", "install git: roles come from it");
    }
  }

  private static void finish(Process process, String what) throws IOException {
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw failed(what, errors.strip());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw failed(what, "interrupted");
    }
  }

  private static KitException failed(String what, String why) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < Math.min(why.length(), 300); i++) {
      char c = why.charAt(i);
      plain.append(c == '\n' ? ' ' : c < ' ' || c == 127 ? '?' : c);
    }
    String hint = plain.isEmpty() ? "name a tag, a branch or a commit" : "git says: " + plain;
    return new KitException("git gives no role: " + what, hint);
  }
}
