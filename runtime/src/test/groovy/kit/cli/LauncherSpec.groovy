package kit.cli

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.jar.Attributes
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import java.util.jar.Manifest
import javax.tools.ToolProvider
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** The script {@code kit}, with a jar that only tells how it was called. */
class LauncherSpec extends Specification {

  static final JAVA = System.getProperty('java.home')
  static final MAIN = '''
    package kit.cli;
    public class Main {
      public static void main(String[] arguments) {
        System.out.println(String.join("|", arguments));
        System.out.println(System.getProperty("kit.terminals") + System.getProperty("x", ""));
        System.exit(arguments.length > 1 ? 42 : 0);
      }
    }
  '''

  @TempDir @Shared Path temp
  @Shared Path root
  Path cache
  String out
  String err
  int code

  def setupSpec() {
    def source = temp.resolve('Main.java')
    source.toFile().text = MAIN
    def javac = ToolProvider.systemJavaCompiler
    assert javac.run(null, null, null, '--release', '17', '-d', "$temp/classes", "$source") == 0
    root = checkout('checkout')
    checkout('a checkout')
  }

  private Path checkout(String name) {
    def directory = temp.resolve(name)
    def jar = Files.createDirectories(directory.resolve('runtime/target')).resolve('kit.jar')
    def manifest = new Manifest()
    manifest.mainAttributes[Attributes.Name.MANIFEST_VERSION] = '1.0'
    new JarOutputStream(Files.newOutputStream(jar), manifest).withCloseable {
      it.putNextEntry(new JarEntry('kit/cli/Main.class'))
      it.write(temp.resolve('classes/kit/cli/Main.class').toFile().bytes)
    }
    launcher(directory)
  }

  private static Path launcher(Path directory) {
    def original = ['kit', '../kit'].collect { new File(it) }.find { it.isFile() }
    Files.copy(original.toPath(), directory.resolve('kit'))
    directory.resolve('kit').toFile().executable = true
    directory
  }

  def setup() {
    cache = Files.createTempDirectory(temp, 'cache')
  }

  def "starts kit with its arguments as they are, from any directory and through links: #from"() {
    given:
    def link = temp.resolve('link')
    def second = temp.resolve('second')
    Files.deleteIfExists(link)
    Files.deleteIfExists(second)
    Files.createSymbolicLink(link, Path.of('a checkout/kit'))
    Files.createSymbolicLink(second, link)

    when:
    run(temp.resolve(from), command.replace('TEMP', temp.toString()), 'run', 'a b', '*', '')

    then:
    out.readLines() == ['run|a b|*|', '']
    err == ''
    code == 42

    where:
    from         | command
    'a checkout' | './kit'
    '.'          | 'a checkout/kit'
    'a checkout' | '../link'
    '.'          | 'TEMP/second'
  }

  def "words that are not ASCII arrive also in a locale without them: #locale"() {
    when:
    run(root, './kit', 'grün/☃', *:locale)

    then:
    out.readLines()[0] == 'grün/☃'

    where:
    locale << [[LANG: '', LC_ALL: '', LC_CTYPE: ''], [LANG: 'C', LC_ALL: '', LC_CTYPE: ''], [LC_ALL: 'C'], [LC_ALL: 'POSIX'], [LC_ALL: 'C.UTF-8']]
  }

  def "takes the Java that KIT_JAVA names, a directory or a program"() {
    when:
    run(root, './kit', 'x', KIT_JAVA: java, KIT_OPTS: '-Dx=1 -Dy=2')

    then:
    out.readLines() == ['x', '1']

    where:
    java << [JAVA, JAVA + '/bin/java']
  }

  def "says so if there is #what"() {
    when:
    run(root, './kit', 'x', KIT_JAVA: java)

    then:
    code == 1
    err == "kit: KIT_JAVA=$java $complaint\n"

    where:
    what           | java                      || complaint
    'no such JDK'  | '/nonexistent'            || 'is neither a java nor the directory of a JDK'
    'an old JDK'   | oldJdk()                  || 'is Java 11; kit needs 17 or newer'
  }

  def "says what is missing for building"() {
    given:
    def empty = launcher(Files.createDirectories(temp.resolve('unbuilt')))

    when:
    run(empty, './kit', 'x', PATH: '/nonexistent', KIT_JAVA: JAVA)

    then:
    code == 1
    err == 'kit: kit is not built and Maven is missing; on Debian: apt install maven\n'

    cleanup:
    empty.toFile().deleteDir()
  }

  def "makes an archive after the first run, once, and uses it"() {
    when:
    run(root, './kit', 'run', CI: '')

    then:
    new PollingConditions(timeout: 60, delay: 0.2).eventually {
      assert archives().size() == 1
      assert files().every { !it.endsWith('.lock') && !it.endsWith('.new') }
    }

    when:
    def made = archives()[0].lastModified()
    run(root, './kit', 'run', CI: '', KIT_OPTS: '-Xlog:class+load')

    then:
    out.contains('kit.cli.Main source: shared objects file')
    archives()*.lastModified() == [made]
  }

  def "makes none #when"() {
    when:
    run([CI: ''] + environment, root, './kit', argument)
    sleep 1500

    then:
    files().isEmpty()

    where:
    when              | environment         | argument
    'in CI'           | [CI: 'true']        | 'run'
    'if told so'      | [KIT_NO_CACHE: '1'] | 'run'
    'after a look-up' | [:]                 | 'doc'
  }

  def "an archive that is #what does no harm and is not spoken of"() {
    given:
    run(root, './kit', 'run', CI: '')
    new PollingConditions(timeout: 60, delay: 0.2).eventually { assert archives().size() == 1 }
    def archive = archives()[0]
    byte[] good = archive.bytes
    archive.delete()
    archive.bytes = content(good)
    if (sized) new File("${archive}.size").text = "${archive.length()}\n"

    when:
    run(root, './kit', 'x')

    then:
    out.readLines() == ['x', '']
    err == ''
    code == 0

    where:
    what                  | sized | content
    'empty'               | true  | { new byte[0] }
    'garbage'             | true  | { new byte[100_000].tap { new Random(1).nextBytes(it) } }
    'cut off'             | false | { byte[] it -> Arrays.copyOf(it, it.length / 3 as int) }
    'of another checkout' | true  | { other() }
  }

  /** The archive that belongs to a jar of another place. */
  private byte[] other() {
    def there = Files.createTempDirectory(temp, 'cache')
    run(temp.resolve('a checkout'), './kit', 'run', CI: '', XDG_CACHE_HOME: there.toString())
    def found = []
    new PollingConditions(timeout: 60, delay: 0.2).eventually {
      there.toFile().eachFileRecurse { if (it.name ==~ /.*\.(jsa|aot)/) found << it }
      assert found
    }
    found[0].bytes
  }

  private List<File> archives() {
    files().findAll { it.endsWith('.jsa') || it.endsWith('.aot') }.collect { new File(it) }
  }

  private List<String> files() {
    def found = []
    cache.toFile().eachFileRecurse { if (it.isFile() || it.name.endsWith('.lock')) found << it.path }
    found
  }

  private static String oldJdk() {
    def home = Files.createTempDirectory('jdk11').toFile()
    home.deleteOnExit()
    new File(home, 'bin').mkdir()
    new File(home, 'bin/java').with {
      text = ''
      executable = true
    }
    new File(home, 'release').text = 'JAVA_VERSION="11.0.2"\n'
    home.path
  }

  private void run(Map<String, String> environment = [:], Path directory, String... command) {
    def builder = new ProcessBuilder(command).directory(directory.toFile())
    builder.environment() << [KIT_JAVA: JAVA, XDG_CACHE_HOME: cache.toString(), CI: 'true']
    builder.environment() << environment
    builder.redirectInput(new File('/dev/null'))
    if (!command[0].startsWith('/')) {
      builder.command('/bin/sh', '-c', './"$0" "$@"', *command)
    }
    def process = builder.start()
    def texts = [process.inputStream.text, process.errorStream.text]
    assert process.waitFor(60, TimeUnit.SECONDS)
    (out, err) = texts
    code = process.exitValue()
  }
}
