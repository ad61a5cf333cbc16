package kit

import java.nio.file.Files
import java.nio.file.Path
import kit.catalog.ModuleType

/** The table of docs/modules.md, made of the catalog, the modules' sources and the specs that try them. */
class ModuleTable {

  static final Path MAIN = ExamplesSpec.ROOT.resolve('modules/src/main/java')
  static final List<Path> SPECS = ['modules', 'runtime'].collect { ExamplesSpec.ROOT.resolve("$it/src/test/groovy") }

  /** The playbooks of SecondRunSpec, and whether they run on the host that has only busybox too. */
  static final Map<String, Boolean> PLAYBOOKS = ['present.groovy': false, 'absent.groovy': false, 'reading.groovy': true]

  private final Map<String, String> specs = SPECS.collectMany { files(it) }.findAll { it.toString().endsWith('Spec.groovy') }
    .collectEntries { [it.toString(), Files.readString(it)] } + PLAYBOOKS.collectEntries { name, busybox ->
      ["second/$name".toString(), Files.readString(ExamplesSpec.ROOT.resolve("runtime/src/test/resources/second/$name")) +
        "// SecondRunSpec extends HostSpec${busybox ? ", 'm1'" : ''}"]
    }

  private final Set<String> records = ExamplesSpec.CATALOG.names().collect { ExamplesSpec.CATALOG.find(it).get().record().simpleName } as Set
  private final Map<String, Set<String>> made = specs.collectEntries { path, text ->
    [path, (text =~ /(?:make\(|module\(|\[)([A-Z]\w+)/).collect { it[1] } as Set]
  }
  private final Map<String, Set<String>> called = specs.collectEntries { path, text ->
    [path, (text =~ /task\('[^'\n]*'[^{}\n]*\{([^}]*)/).collect { it[1] }.collectMany { body -> (body =~ /\b([a-z]\w+) ['\[a-z]/).collect { it[1] } } as Set]
  }

  String text() {
    """\
    # Modules

    Made by `./run-tests -pl runtime -am -Dtest=ModuleTableSpec -Dkit.table=write`; `kit doc MODULE` tells all
    about one.

    - *check*: what `kit check` says of it: `yes` what would change; `reads` it only reads and is carried
      out; `maybe` it cannot know what a command does.
    - *diff*: whether it shows what becomes of what.
    - *tried on*: `shells` dash, bash and busybox, asked and changed for real; `sh`, likewise; `debian` and `busybox`, the
      test hosts; `docker`, the engine that these run in; `answers`, given to the plan; `playbooks` in the engine's specs.

    | module | arguments | check | diff | tried on |
    |---|---|---|---|---|
    """.stripIndent() + ExamplesSpec.CATALOG.names().sort().collect { row(ExamplesSpec.CATALOG.find(it).get()) }.join('\n') + '\n'
  }

  private String row(ModuleType module) {
    def code = sources(module)
    def writes = code.contains('.touches(') || code.contains('Step.Write') || code.contains('new Step.Keep')
    def commands = module.record().packageName == 'kit.modules.commands' && code.contains('Resource.ANYTHING')
    def cells = [
      module.name(), module.arguments()*.name().join(', '),
      commands ? 'maybe' : writes ? 'yes' : 'reads',
      code.contains('Diff.of(') || code.contains('new Diff(') ? 'yes' : '',
      tried(module.record().simpleName, module.name()).join(', ')]
    "| ${cells.join(' | ')} |".toString()
  }

  /** The record, and what it uses of its own package, directly or by others; other modules where it makes them. */
  private String sources(ModuleType module) {
    def folder = MAIN.resolve(module.record().packageName.replace('.', '/'))
    def all = files(folder).collectEntries { [it.fileName.toString() - '.java', Files.readString(it)] }
    def used = [module.record().simpleName] as LinkedHashSet
    for (boolean grew = true; grew;) {
      def text = used.collect { all[it] }.join('\n')
      def words = text.split(/\W+/) as Set
      grew = used.addAll(all.keySet().findAll { it in words && it != 'package-info' && (!(it in records) || text =~ /new $it\(/) })
    }
    used.collect { all[it] }.join('\n')
  }

  private List<String> tried(String record, String name) {
    def direct = specs.findAll { path, text -> record in made[path] }
    def played = specs.findAll { path, text -> name in called[path] }
    def on = []
    if (direct.any { path, text -> text.contains('Shells.all()') }) on << 'shells'
    if (direct.any { path, text -> text.contains("new ShellHost(['sh'])") }) on << 'sh'
    if (direct.any { path, text -> text =~ /Testbed\.&?(host|last|bare)|Postgres\./ } || played.any { path, text -> text.contains('extends HostSpec') }) on << 'debian'
    def small = played.any { path, text -> path.startsWith('second/') && text.contains("'m1'") }
    if (small || direct.any { path, text -> text =~ /Testbed\.&?minimal|'m1'/ }) on << 'busybox'
    if (direct.any { path, text -> text.contains('DockerHere.host()') }) on << 'docker'
    if (direct.any { path, text -> text =~ /FakeHost|Answering|SmallHost|implements Calls/ }) on << 'answers'
    if (played) on << 'playbooks'
    on
  }

  private static List<Path> files(Path folder) {
    Files.walk(folder).withCloseable { paths -> paths.filter { Files.isRegularFile(it) }.sorted().toList() }
  }
}
