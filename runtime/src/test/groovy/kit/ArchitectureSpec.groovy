package kit

import java.nio.file.Files
import java.nio.file.Path
import javax.tools.ToolProvider
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class ArchitectureSpec extends Specification {

  static final MODULES = ['dsl', 'modules', 'inventories', 'runtime']

  @Shared List<Path> classes = MODULES.collect { Path.of('..', it, 'target/classes') }
  @Shared List<List<String>> edges = Rooms.edges(classes.findAll { Files.isDirectory(it) })
  @TempDir Path temp

  def "the rooms of kit touch only what they may"() {
    expect:
    edges.size() > 500
    Rooms.faults(edges) == []
  }

  def "#room must not touch #what"() {
    given:
    def source = temp.resolve('Planted.java')
    source.toFile().text = "package $room; class Planted { $what it; }"
    def path = [*classes, System.getProperty('java.class.path')].join(File.pathSeparator)
    def arguments = ['--release', '17', '-proc:none', '-cp', path, '-d', "$temp/out", "$source"]
    assert ToolProvider.systemJavaCompiler.run(null, null, null, arguments as String[]) == 0

    expect:
    Rooms.faults(Rooms.edges([temp.resolve('out')])) == ["${room}.Planted touches $what" as String]

    where:
    room                  | what
    'kit.model'           | 'groovy.lang.Closure'
    'kit.spi'             | 'kit.engine.Run'
    'kit.query'           | 'kit.model.Play'
    'kit.catalog'         | 'groovy.lang.Closure'
    'kit.script'          | 'kit.engine.Run'
    'kit.script.data'     | 'kit.script.value.Text'
    'kit.script.value'    | 'kit.script.language.Call'
    'kit.script.compiler' | 'kit.script.scope.HostScope'
    'kit.script.scope'    | 'kit.script.verb.PlaybookVerbs'
    'kit.script.verb'     | 'kit.script.PlaybookLoader'
    'kit.script'          | 'kit.script.query.HostExpression'
    'kit.script.query'    | 'kit.script.prompt.PromptReader'
    'kit.modules.files'   | 'java.nio.file.Files'
    'kit.modules.files'   | 'java.lang.ProcessBuilder'
    'kit.modules.files'   | 'kit.model.Play'
    'kit.modules.files'   | 'kit.modules.commands.Command'
    'kit.engine'          | 'net.schmizz.sshj.SSHClient'
    'kit.engine'          | 'kit.report.TextReport'
    'kit.engine'          | 'picocli.CommandLine'
    'kit.vars'            | 'org.yaml.snakeyaml.Yaml'
    'kit.vars'            | 'groovy.lang.Closure'
    'kit.vars'            | 'kit.template.Templates'
    'kit.transport'       | 'net.schmizz.sshj.SSHClient'
    'kit.inventory'       | 'kit.cli.Main'
    'kit.report'          | 'kit.cli.Main'
    'kit.template'        | 'kit.report.TextReport'
    'kit.cli.terminal'    | 'kit.cli.Main'
    'kit.cli.terminal'    | 'kit.cli.option.RunRequest'
    'kit.cli.option'      | 'kit.cli.vault.VaultCommand'
    'kit.cli.vault'       | 'kit.cli.Main'
  }

  def "#what only in #where"() {
    expect:
    sources().findAll { file, text -> text =~ pattern && !(file =~ where) }.keySet() == [] as Set

    where:
    what                | pattern                         | where
    'System.exit'       | /System\.exit\(/                | /kit\/cli\/Main\.java$/
    'ending at once'    | /\.halt\(/                      | /kit\/cli\/[A-Z]\w+\.java$/
    'the console'       | /System\.(out|err|console)\b/   | /kit\/(cli|cli\/terminal|report)\/[A-Z]\w+\.java$/
    'printing a trace'  | /printStackTrace/               | /^never$/
    'a trap that only an end springs' | /trap '.*' EXIT|EXIT\\n/ | /kit\/(spi\/Sh|modules\/source\/Uri)\.java$/
    'a to-do'           | /\b(TODO|FIXME|XXX)\b/          | /^never$/
  }

  def "no file is longer than 400 lines"() {
    expect:
    sources().findAll { file, text -> text.count('\n') > 400 }.keySet() == [] as Set
  }

  private static Map<String, String> sources() {
    MODULES.collectEntries { module ->
      def found = [:]
      def root = new File("../$module/src/main/java")
      if (root.isDirectory()) {
        root.eachFileRecurse { if (it.name.endsWith('.java')) found[it.path] = it.text }
      }
      found
    }
  }
}
