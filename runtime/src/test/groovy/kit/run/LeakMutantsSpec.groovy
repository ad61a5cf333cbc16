package kit.run

import java.nio.file.Files
import java.nio.file.Path
import javax.tools.ToolProvider
import spock.lang.Specification
import spock.lang.TempDir

/** The search for leaks finds them: each mask taken away by itself lets a secret out. */
class LeakMutantsSpec extends Specification {

  static final PLAY = '''\
    play('P') {
      hosts 'all'
      task('T') {
        copy dest: "$dir/edited", content: "password=${canary}\\n"
        shell 'cat >&2; exit 3', stdin: (canary + '\\n') * 2, ignoreErrors: true
        shell 'cat', stdin: 'x' * 290 + canary + '\\n', readOnly: true
        debug msg: "$canary $encoded ${canary.toLowerCase()} $whole"
        shell "printf '%s' '$whole' >/dev/null", readOnly: true
        println "printed $canary"
        shell "echo $quiet", noLog: true
        shell "echo $quiet; exit 1", noLog: true, ignoreErrors: true
        System.out.println("out $canary")
        System.err.println("err $canary")
      }
      task('E') { file path: '/tmp/x', state: canary }
    }
    '''.stripIndent()

  @TempDir Path temp

  def "without #mask"() {
    given:
    def site = new Site(temp, '')
    def dir = Files.createDirectory(temp.resolve('dir'))
    dir.resolve('edited').toFile().text = "password=$Leaks.OLD\n"
    site.hosts("here ansible_connection=local dir=$dir")
    def opening = Leaks.lay(site)
    def overlay = file ? mutant(file, from, to) : temp

    when:
    def ran = site.start(PLAY, *opening, *more, classes: [overlay]).await()

    then:
    def hits = Leaks.hits(ran.text)
    file ? hits : hits == []

    where:
    mask                              | more               | file                           | from                                           | to
    'any of these'                    | ['-vv', '--diff']  | ''                             | ''                                             | ''
    'any of these, in JSON'           | ['-o', 'json']     | ''                             | ''                                             | ''
    'that of lines of text'           | ['-vv', '--diff']  | 'kit/report/Sink'              | 'redactor.clean(text)'                         | 'text'
    'that of JSON'                    | ['-o', 'json']     | 'kit/report/Json'              | 'redactor.clean(text)'                         | 'text'
    'that of what scripts print'      | ['-v']             | 'kit/report/MaskedStream'      | 'redactor.clean(text(0, end))'                 | 'text(0, end)'
    'noLog in text'                   | ['-vv']            | 'kit/report/Findings'          | 'if (call.hidden())'                           | 'if (call.hidden() && detail == null)'
    'noLog in JSON'                   | ['-o', 'json']     | 'kit/report/JsonReport'        | 'if (call.hidden())'                           | 'if (call.hidden() && sink == null)'
    'the veil over old secrets'       | ['--diff']         | 'kit/engine/Veil'              | 'stay.contains(line) ? line : MASK'            | 'line'
    'the taint of templates'          | ['-v']             | 'kit/template/tree/Taint'      | 'if (secrets.any())'                           | 'if (secrets.any() && frame == null)'
    'the taint of methods'            | ['-v']             | 'kit/script/value/SecretText'        | '!piece.contains(text)'                        | 'piece.isEmpty()'
    'the note of what was decrypted'  | ['-v']             | 'kit/vault/Vault'              | 'hidden.add(plain, where);'                    | ''
    'the note of vaulted files'       | ['-v']             | 'kit/data/VaultedFile'         | 'secrets.add(text, at);'                       | ''
  }

  /** The class of a file with one place changed, compiled into a folder of its own. */
  private Path mutant(String name, String from, String to) {
    def source = ['../runtime', '../dsl'].collect { new File("$it/src/main/java/${name}.java") }.find { it.exists() }
    assert source.text.contains(from)
    def changed = temp.resolve("${source.name}").toFile()
    changed.text = source.text.replace(from, to)
    def out = Files.createDirectory(temp.resolve('mutant'))
    def arguments = ['--release', '17', '-proc:none', '-nowarn', '-cp', System.getProperty('java.class.path'), '-d', out as String, changed.path]
    assert ToolProvider.systemJavaCompiler.run(null, null, null, arguments as String[]) == 0
    out
  }
}
