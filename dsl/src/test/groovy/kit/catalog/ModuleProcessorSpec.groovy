package kit.catalog

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ModuleProcessorSpec extends Specification {

  @TempDir
  Path output

  private static final GOOD = '''\
    package site;
    import java.util.*;
    import kit.spi.*;
    import kit.spi.Module;
    /**
     * Installs parcels. It does so with
     * {@code parcel-get} &amp; friends.
     *
     * <p>A second paragraph: {@link Host}.
     *
     * <pre>{@code
     * parcel name: 'a', state: 'latest'
     * if (x) {
     *   parcel 'b'
     * }
     * }</pre>
     *
     * <pre>{@code parcel 'c'}</pre>
     *
     * @param name parcels to
     *     manage
     * @param state whether they are there
     * @param timeout how long
     */
    public record Parcel(
        @Alias({"pkg", "parcel_name"}) List<String> name,
        @Default("present") State state,
        @Shadows @Default("a\\\\b\\nc") String timeout)
        implements Module {
      enum State { PRESENT, LATEST }
      public Plan plan(Host host) { return Plan.unchanged(""); }
    }
    '''.stripIndent()

  def 'registers a module and writes its manual'() {
    given:
    def javac = new Javac(output)

    expect:
    javac.compile('site.Parcel': GOOD)
    javac.problems == []
    javac.resource('META-INF/kit/modules') == 'parcel=site.Parcel\n'
    javac.resource('META-INF/kit/doc/parcel') == '''\
      class=site.Parcel
      summary=Installs parcels.
      description=It does so with parcel-get & friends.\\n\\nA second paragraph: Host.
      example=parcel name: 'a', state: 'latest'\\nif (x) {\\n  parcel 'b'\\n}
      example=parcel 'c'
      argument=name
      alias=pkg
      alias=parcel_name
      doc=parcels to manage
      argument=state
      default=present
      doc=whether they are there
      argument=timeout
      default=a\\\\b\\nc
      shadows=true
      doc=how long
      '''.stripIndent()
  }

  def 'what is written is read again'() {
    given:
    def manual = new Manual('a.B', 'S.', 'one\n\ntwo \\n', ['x\ny', '\\'],
        [new Manual.Entry('e', ['f', 'g'], Optional.of('a=b\n'), true, true, 'd'),
         new Manual.Entry('h', [], Optional.empty(), false, false, '')])

    expect:
    ManualFile.read(ManualFile.write(manual)) == manual
  }

  def 'fails at the line of what is wrong: #problem'() {
    given:
    def javac = new Javac(output)

    expect:
    !javac.compile('site.Parcel': GOOD.replace(good, bad))
    javac.problems == ["/site/Parcel.java:$line: $problem".toString()]
    javac.resource('META-INF/kit/modules') == null

    where:
    good                       | bad                        || line | problem
    'parcels to\n *     manage'| '\n'                       || 26   | '@param name is missing in the Javadoc'
    ' * @param state whether they are there\n' | ''         || 26   | '@param state is missing in the Javadoc'
    'Installs parcels. It does so with\n * {@code parcel-get} &amp; friends.\n *\n * <p>A second paragraph: {@link Host}.' | '' || 22 | 'Parcel has no Javadoc that says what it does'
    '@Shadows @Def'            | '@Def'                     || 28   | "'timeout' is the name of an option: rename it or add @Shadows"
    '@Default("present") '     | '@Shadows '                || 27   | "@Shadows: no option is called 'state'"
    '"parcel_name"'            | '"ignore_errors"'          || 26   | "'name' is the name of an option: rename it or add @Shadows"
    '"parcel_name"'            | '"state"'                  || 27   | "two arguments are called 'state'"
    'List<String> name'        | 'Set<String> name'         || 26   | 'an argument cannot be a java.util.Set<java.lang.String>'
    'List<String> name'        | 'List name'                || 26   | 'an argument cannot be a java.util.List'
    'List<String> name'        | 'char name'                || 26   | 'an argument cannot be a char'
    '"present"'                | '"presnt"'                 || 27   | "@Default: 'presnt' is no site.Parcel.State"
    'List<String> name'        | '@Default("x") List<Integer> name' || 26 | "@Default: 'x' is no java.util.List<java.lang.Integer>"
    'List<String> name'        | '@Default("x") Map<String, String> name' || 26 | "@Default: 'x' is no java.util.Map<java.lang.String,java.lang.String>"
    'List<String> name'        | 'Map<Integer, String> name' || 26  | 'an argument cannot be a java.util.Map<java.lang.Integer,java.lang.String>'
    'List<String> name'        | '@Free List<String> name'  || 26   | '@Free is for a Map'
  }

  def 'fails at the record that has no example'() {
    given:
    def javac = new Javac(output)
    def source = GOOD.replaceAll(/(?s) \* <pre>.*<\/pre>\n/, '')

    expect:
    !javac.compile('site.Parcel': source)
    javac.problems == ["/site/Parcel.java:${source.readLines().findIndexOf { it.contains('record') } + 1}: Parcel has no example: add <pre>{@code ... }</pre> to its Javadoc".toString()]
  }

  def 'takes components of type #type'() {
    given:
    def javac = new Javac(output)

    expect:
    javac.compile('site.Parcel': GOOD.replace('List<String> name', type + ' name'))
    def loader = javac.loader()
    ModuleCatalog.load(loader).find('parcel').get().argument('pkg').get().conversion().wanted() == wanted
    loader.close()

    where:
    type                                   || wanted
    'int'                                  || 'a whole number'
    '@Default("5m") java.time.Duration'    || "a duration such as 60, '90s' or '5m'"
    '@Default("0644") Optional<Mode>'      || 'a file mode'
    '@Default("") Optional<String>'        || 'text'
    'Optional<List<Map<String, Object>>>'  || 'a list of maps'
    'Optional<List<State>>'                || 'a list of present or latest'
    'Map<String, List<Integer>>'           || 'a map of lists of whole numbers'
    'Object'                               || 'anything'
  }

  def 'refuses two modules of one name'() {
    given:
    def javac = new Javac(output)

    expect:
    !javac.compile('site.Parcel': GOOD, 'other.Parcel': GOOD.replace('package site', 'package other'))
    javac.problems == ['/other/Parcel.java:25: the module parcel exists already: site.Parcel']
  }

  def 'leaves records alone that are no modules'() {
    given:
    def javac = new Javac(output)

    expect:
    javac.compile('site.Point': 'package site; record Point(java.util.Set<String> x) {}')
    javac.resource('META-INF/kit/modules') == null
  }

  def 'a compilation of what changed keeps what did not, and drops what is gone'() {
    given:
    def javac = new Javac(output)
    def named = { GOOD.replace('Parcel', it) }

    expect:
    javac.compile('site.Parcel': GOOD, 'site.Box': named('Box'), 'site.Crate': named('Crate'))
    javac.compile('site.Box': named('Box'))
    javac.resource('META-INF/kit/modules') == 'box=site.Box\ncrate=site.Crate\nparcel=site.Parcel\n'

    when:
    output.resolve('site/Crate.class').toFile().delete()

    then:
    javac.compile('site.Box': named('Box'))
    javac.resource('META-INF/kit/modules') == 'box=site.Box\nparcel=site.Parcel\n'
  }

  def 'a module inside another class is a module too'() {
    given:
    def javac = new Javac(output)
    def record = GOOD.substring(GOOD.indexOf('/**')).replace('public record', 'public static record')

    expect:
    javac.compile('site.Outer': GOOD.substring(0, GOOD.indexOf('/**')) + "class Outer { $record }")
    javac.resource('META-INF/kit/modules') == 'parcel=site.Outer$Parcel\n'
    ModuleCatalog.load(javac.loader()).find('parcel').get().argument('pkg').present
  }
}
