package kit.run

import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** kit at a terminal of its own: script(1) of util-linux makes it. */
class Pty implements AutoCloseable {

  static final String TAB = '\t'
  static final String CTRL_C = '\u0003'
  static final String CTRL_D = '\u0004'

  /** What the line editor says when it begins to read. */
  private static final String READING = '\u001b[?2004h'

  private final Process process
  private final StringBuffer seen = new StringBuffer()
  private int mark = 0

  Pty(Path folder, String... arguments) {
    this([:], folder, arguments)
  }

  Pty(Map<String, String> environment, Path folder, String... arguments) {
    def java = [Path.of(System.getProperty('java.home'), 'bin', 'java') as String,
        '-XX:TieredStopAtLevel=1', '-Xshare:auto', '-Dkit.terminals=012', '-Dkit.columns=120',
        '-cp', System.getProperty('java.class.path'), 'kit.cli.Main', *arguments]
    // exec: a shell that stays gets the Ctrl-C too, and dash then ends with 130 whatever kit says
    def line = 'stty rows 40 cols 120; exec ' + java.collect { "'" + it + "'" }.join(' ')
    def builder = new ProcessBuilder('script', '-qfec', line, '/dev/null').redirectErrorStream(true)
    builder.directory(folder.toFile())
    builder.environment() << [XDG_CACHE_HOME: "$folder/cache" as String, HOME: folder as String,
        XDG_STATE_HOME: "$folder/state" as String, TERM: 'xterm'] + environment
    process = builder.start()
    Thread.startDaemon {
      def reader = process.inputReader()
      char[] buffer = new char[4096]
      try {
        for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
          seen.append(buffer, 0, n)
        }
      } catch (IOException ended) {
        // the process was told to go
      }
    }
  }

  /** Sends keys. */
  void type(String keys) {
    mark = plain().length()
    process.outputStream.write(keys.getBytes('UTF-8'))
    process.outputStream.flush()
  }

  /** Sends a line and waits for what it gives, until the next one is read. */
  String line(String text, String prompt = '> ') {
    if (prompt == '...') {
      type(text + '\r')
      return sees(prompt)
    }
    ended(text + '\r')
  }

  /** Sends keys that end a line or what it does, and waits until the next one is read. */
  String ended(String keys) {
    int before = seen.length()
    type(keys)
    until { seen.substring(before).contains(READING) }
  }

  /** Waits until something is seen since keys were sent last. */
  String sees(String wanted) {
    until { it.contains(wanted) }
  }

  private String until(int seconds = 60, Closure<Boolean> holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)
    while (true) {
      def text = plain()
      def fresh = text.substring(Math.min(mark, text.length()))
      if (holds(fresh)) return fresh
      assert System.nanoTime() < end: "not seen after $seconds s:\n$fresh"
      assert process.alive || holds(plain().substring(mark)): "it has ended:\n$text"
      sleep 30
    }
  }

  /** Without what only steers the terminal. */
  private String plain() {
    seen.toString().replaceAll(/\u001b\[[0-9;?]*[a-zA-Z]|\u001b[=>]|\u001b\([A-Z0-9]|\u0007|\r/, '')
  }

  /** All that was seen. */
  String all() { plain() }

  /** The same with what steers the terminal. */
  String raw() { seen }

  int await() {
    assert process.waitFor(30, TimeUnit.SECONDS)
    process.exitValue()
  }

  @Override
  void close() {
    process.destroy()
  }
}
