package kit.run

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import kit.cli.Main
import kit.cli.terminal.Screen

/** A folder with a playbook, and kit run in it: in this JVM, or as a process of its own. */
class Site {

  final Path folder
  final Path playbook
  String inventory

  Site(Path folder, String inventory) {
    this.folder = folder
    this.playbook = folder.resolve('site.groovy')
    this.inventory = inventory
  }

  /** Another inventory, of these lines. */
  Site hosts(String... lines) {
    inventory = write('hosts.ini', lines.join('\n') + '\n')
    this
  }

  /** A file beside the playbook. */
  String write(String name, String text) {
    def file = folder.resolve(name)
    Files.createDirectories(file.parent)
    Files.writeString(file, text)
    file
  }

  Ran run(String text, String... more) {
    write('site.groovy', text)
    kit('run', '-i', inventory, playbook as String, *more)
  }

  Ran check(String text, String... more) {
    write('site.groovy', text)
    kit('check', '-i', inventory, playbook as String, *more)
  }

  Ran kit(String... arguments) {
    def out = new ByteArrayOutputStream()
    def err = new ByteArrayOutputStream()
    def screen = new Screen(new PrintStream(out), new PrintStream(err), environment(), '', 0)
    long start = System.nanoTime()
    int code = new Main(screen).run(arguments)
    new Ran(code: code, out: out, err: err, seconds: (System.nanoTime() - start) / 1e9)
  }

  /** Starts {@code kit run} as a process; {@code jvm}: its options, {@code before}: a command around it, {@code classes}: in front of kit's. */
  Running start(Map its = [:], String text, String... more) {
    write('site.groovy', text)
    start(its, ['run', '-i', inventory, playbook as String, *more])
  }

  Running start(Map its, List<String> arguments) {
    def java = Path.of(System.getProperty('java.home'), 'bin', 'java') as String
    def builder = new ProcessBuilder(
      [*(its.before ?: []), java, '-XX:TieredStopAtLevel=1', '-Xshare:auto', *(its.jvm ?: []), '-cp',
        [*(its.classes ?: []), System.getProperty('java.class.path')].join(File.pathSeparator), 'kit.cli.Main', *arguments])
    builder.environment() << environment()
    builder.directory(folder.toFile())
    def (out, err) = ['out', 'err'].collect { folder.resolve(it).toFile() }
    builder.redirectInput(new File('/dev/null')).redirectOutput(out).redirectError(err)
    new Running(process: builder.start(), out: out, err: err)
  }

  private Map<String, String> environment() {
    [XDG_CACHE_HOME: folder.resolve('cache') as String, HOME: folder as String, TERM: 'dumb', PATH: System.getenv('PATH')]
  }

  static class Running {
    Process process
    File out
    File err
    final long start = System.nanoTime()

    /** Sends a signal: INT, TERM, KILL. */
    void signal(String name) {
      assert new ProcessBuilder('kill', '-' + name, process.pid() as String).start().waitFor() == 0
    }

    Ran await(int limit = 60) {
      boolean ended = process.waitFor(limit, TimeUnit.SECONDS)
      if (!ended) process.destroyForcibly()
      assert ended: "still running after $limit s:\n$out.text\n$err.text"
      new Ran(code: process.exitValue(), out: out.text, err: err.text, seconds: (System.nanoTime() - start) / 1e9)
    }
  }
}
