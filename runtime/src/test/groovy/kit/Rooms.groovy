package kit

import java.nio.file.Path
import java.util.spi.ToolProvider

/** Who touches whom, as the compiled classes tell jdeps. */
class Rooms {

  /** Which packages may be touched from these rooms, beside {@code java.*} and themselves. */
  static final MAY = [
    'kit.model': ['kit.spi'],
    'kit.spi': ['kit.model'],
    'kit.query': ['kit.spi'],
    'kit.inventories': ['kit.spi', 'kit.query', 'javax.net.ssl', 'com.github.dockerjava', 'software.amazon.awssdk', 'org.kiwiproject', 'com.fasterxml'],
    'kit.catalog': ['kit.model', 'kit.spi', 'javax.annotation.processing', 'javax.lang.model',
        'javax.tools'],
    'kit.role': ['kit.model', 'kit.catalog'],
    'kit.script': ['kit.model', 'kit.spi', 'kit.query', 'kit.catalog', 'kit.role', 'groovy', 'org.codehaus.groovy',
        'org.apache.groovy', 'groovyjarjarasm'],
    'kit.modules': ['kit.spi', 'kit.query'],
    'kit.target': ['kit.spi', 'kit.model'],
    'kit.engine': ['kit.model', 'kit.spi', 'kit.query', 'kit.target', 'kit.vars'],
    'kit.report': ['kit.model', 'kit.spi', 'kit.engine', 'com.github.difflib'],
  ]

  /** Families of rooms, each of which knows only those of its family that stand before it. */
  static final FAMILIES = [
    ['kit.script.data', 'kit.script.value', 'kit.script.language', 'kit.script.compiler', 'kit.script.scope',
        'kit.script.verb', 'kit.script', 'kit.script.query', 'kit.script.prompt'],
    ['kit.cli.terminal', 'kit.cli.option', 'kit.cli.vault', 'kit.cli'],
  ]

  /** Who alone may touch these. */
  static final ONLY = [
    'groovy': ['kit.script'],
    'org.codehaus.groovy': ['kit.script'],
    'org.apache.groovy': ['kit.script'],
    'net.schmizz': ['kit.transport.ssh'],
    'com.hierynomus': ['kit.transport.ssh'],
    'kit.template': ['kit.cli', 'kit.preflight'],
    'org.yaml': ['kit.data'],
    'com.github.difflib': ['kit.report'],
    'picocli': ['kit.cli'],
    'org.jline': ['kit.repl'],
    'org.eclipse.aether': ['kit.share'],
    'org.apache.maven': ['kit.share'],
    'org.apache.commons': ['kit.share'],
    'kit.share': ['kit.cli'],
    'kit.discovery': ['kit.cli'],
    'kit.cli': [],
    'kit.report': ['kit.cli', 'kit.repl'],
    'kit.repl': ['kit.cli'],
  ]

  /** What a plan must not use, for it only reads and only through its host. */
  static final EFFECTS = ['java.nio.file.Files', 'java.io.File', 'java.io.FileInputStream',
      'java.io.FileOutputStream', 'java.lang.Process', 'java.lang.ProcessBuilder',
      'java.lang.Runtime', 'java.lang.Thread', 'java.net.Socket', 'java.net.http.HttpClient']

  /** Edges {@code [from, to]} between classes of different packages. */
  static List<List<String>> edges(List<Path> classes) {
    def text = new StringWriter()
    def printer = new PrintWriter(text)
    def jdeps = ToolProvider.findFirst('jdeps').orElseThrow()
    def arguments = ['-verbose:class', '--multi-release', 'base', *classes*.toString()]
    assert jdeps.run(printer, printer, arguments as String[]) == 0: text
    def edges = []
    String from = null
    text.toString().eachLine { line ->
      def words = line.trim().split(/\s+/)
      if (words[0] == '->') {
        edges << [from, words[1]]
      } else if (line.startsWith('   ') && words.length > 1 && words[1] == '->') {
        edges << [words[0], words[2]]
      } else {
        from = words[0]
      }
    }
    edges
  }

  /** The edges that the rules forbid, as sentences. */
  static List<String> faults(List<List<String>> edges) {
    edges.findAll { it[0]?.startsWith('kit.') && forbidden(it[0], it[1]) }
        .collect { "${it[0]} touches ${it[1]}" as String }
  }

  private static boolean forbidden(String from, String to) {
    def room = MAY.keySet().find { within(from, it) }
    boolean beyond = room && !to.startsWith('java.') && !within(to, room) && !MAY[room].any { within(to, it) }
    def owner = ONLY.keySet().find { within(to, it) }
    boolean alien = owner && !within(from, owner) && !ONLY[owner].any { within(from, it) }
    boolean effect = within(from, 'kit.modules') && to in EFFECTS
    boolean sibling = within(from, 'kit.modules') && within(to, 'kit.modules') && family(from) != family(to)
    beyond || alien || effect || sibling || upwards(from, to)
  }

  private static boolean upwards(String from, String to) {
    FAMILIES.any { rooms ->
      int own = rooms.indexOf(innermost(from, rooms))
      own >= 0 && rooms.indexOf(innermost(to, rooms)) > own
    }
  }

  private static String innermost(String name, List<String> rooms) {
    rooms.findAll { within(name, it) }.max { it.length() }
  }

  private static boolean within(String name, String room) {
    name.startsWith(room + '.')
  }

  private static String family(String module) {
    module.tokenize('.')[0..2].join('.')
  }
}
