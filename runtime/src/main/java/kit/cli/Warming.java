package kit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import kit.cli.terminal.Screen;
import kit.transport.ssh.Rehearsal;
import kit.transport.ssh.Stranger;

/**
 * Loads what a run loads. An archive of classes holds what was loaded when it was made: kit's own
 * classes and those of sshj by name, those of Java behind them by use.
 */
final class Warming {

  private static final List<String> PACKAGES =
      List.of(
          "kit/",
          "net/schmizz/",
          "com/hierynomus/",
          "picocli/",
          "org/yaml/snakeyaml/",
          "org/slf4j/");

  private static final List<String> FILES =
      List.of("site.groovy", "hosts", "group_vars/all.yml", "app.j2");

  void run() {
    classes();
    Rehearsal.run();
    try (Stranger stranger = new Stranger()) {
      sample(stranger.port());
    } catch (IOException e) {
      // no place for temporary files, no loopback: the archive holds less, that is all
    }
  }

  private static void classes() {
    Path jar;
    try {
      jar = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      return;
    }
    if (!Files.isRegularFile(jar)) {
      return;
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
        String name = all.nextElement().getName();
        if (name.endsWith(".class") && !name.endsWith("-info.class") && wanted(name)) {
          load(name.substring(0, name.length() - 6).replace('/', '.'));
        }
      }
    } catch (IOException e) {
      // the JVM has just read this very file; without it there is nothing to prepare
    }
  }

  private static boolean wanted(String name) {
    for (String start : PACKAGES) {
      if (name.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  private static void load(String name) {
    try {
      Class.forName(name, false, Warming.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // a class for a library that is not there: a run does not load it either
    }
  }

  /** A playbook on this machine, in check mode; twice, for it is compiled once and then cached. */
  private static void sample(int port) throws IOException {
    Path folder = Files.createTempDirectory("kit-warm");
    String hosts = unpack(folder, port).toString();
    String playbook = folder.resolve("site.groovy").toString();
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());
    for (int i = 0; i < 2; i++) {
      Screen screen = new Screen(nowhere, nowhere, environment, "", 0);
      new Main(screen).run("check", playbook, "-i", hosts, "--diff");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /**
   * Writes the sample into a folder.
   *
   * @param port where its second host listens
   * @return its inventory
   */
  static Path unpack(Path folder, int port) throws IOException {
    for (String name : FILES) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      try (InputStream text = Warming.class.getResourceAsStream("sample/" + name)) {
        Files.copy(text, file);
      }
    }
    Path hosts = folder.resolve("hosts");
    return Files.writeString(
        hosts, Files.readString(hosts).replace("PORT", Integer.toString(port)));
  }
}
