package kit.cli;

import java.io.IOException;
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
import kit.transport.ssh.Rehearsal;

/**
 * Loads what a run loads. An archive of classes holds what was loaded when it was made: kit's own
 * classes and those of sshj by name, those of Java behind them by use.
 */
final class Warming {

  private static final List<String> PACKAGES =
      List.of("kit/", "net/schmizz/", "com/hierynomus/", "picocli/");

  private static final String PLAYBOOK =
      """
      play('Sample') {
        hosts 'localhost'
        vars port: 80, names: ['a', 'b']
        task('Sample') {
          file path: '/nonexistent/kit', state: 'directory'
          names.each { name ->
            copy content: "$name $port", dest: "/nonexistent/kit/${name}", notify: 'again'
          }
          template src: 'sample.j2', dest: '/nonexistent/kit/c'
          def test = command 'true', readOnly: true
          if (test.rc == 0 && facts.os.family) println 'fine'
        }
        handler('again') { command 'true' }
      }
      """;
  private static final String TEMPLATE =
      "{% for n in names %}{{ n | upper }}{% endfor %} {{ port | default(1) }}\n";

  void run() {
    classes();
    Rehearsal.run();
    try {
      sample();
    } catch (IOException e) {
      // no place for temporary files: the archive holds less, that is all
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
  private static void sample() throws IOException {
    Path folder = Files.createTempDirectory("kit-warm");
    Path playbook = folder.resolve("site.groovy");
    Path template = folder.resolve("sample.j2");
    Files.writeString(playbook, PLAYBOOK);
    Files.writeString(template, TEMPLATE);
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());
    for (int i = 0; i < 2; i++) {
      Screen screen = new Screen(nowhere, nowhere, environment, "", 0);
      new Main(screen).run("check", playbook.toString(), "--diff");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
