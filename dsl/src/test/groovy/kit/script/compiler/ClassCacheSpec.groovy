package kit.script.compiler

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import kit.catalog.ModuleCatalog
import kit.script.LoadedPlaybook
import kit.script.PlaybookLoader
import kit.script.RecordingSession
import kit.script.Samples
import spock.lang.Specification
import spock.lang.TempDir

class ClassCacheSpec extends Specification {

  static final SITE = '''
    def n = [1]
    play('p') {
      hosts 'web'
      vars a: 1
      task('t', tags: 'x') {
        apt name: ['nginx', 'b'], notify: 'h', updateCache: true, timeout: 5.s
        template src: 'a.j2', dest: "/$port", vars: [m: n, k: null]
        copy src: 'f', dest: '/f', mode: 0644
        setFact later: 1.5, *: n
        println has('asked')
      }
      handler('h', listen: 'topic') { ping() }
    }
  '''

  @TempDir
  Path temporary

  Path cache
  PlaybookLoader loader

  def setup() {
    cache = temporary.resolve('deep/cache')
    loader = new PlaybookLoader(Samples.CATALOG, Optional.of(cache))
  }

  private List<Path> entries() { Files.list(cache).withCloseable { it.toList() } }

  private static List<String> run(LoadedPlaybook loaded) {
    def session = new RecordingSession(variables: [port: 5])
    loaded.playbook().plays()[0].tasks()[0].body().run(session)
    session.calls*.module()*.toString()
  }

  def 'a cached playbook is the same playbook'() {
    given:
    def first = loader.load(SITE, 'site.groovy')
    def entry = entries()[0]
    def time = Files.getLastModifiedTime(entry)

    when:
    def again = loader.load(SITE, 'site.groovy')

    then:
    again.index() == first.index()
    run(again) == run(first)
    entries() == [entry]
    Files.getLastModifiedTime(entry) == time
    PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)) == 'rwx------'
    PosixFilePermissions.toString(Files.getPosixFilePermissions(entry)) == 'rw-------'
  }

  def 'places name the file that is read, not the one that was cached'() {
    given:
    loader.load(SITE, 'site.groovy')

    expect:
    loader.load(SITE, 'other.groovy').index().hosts()[0].location().toString() == 'other.groovy:4:13'
    entries().size() == 1
  }

  def 'another #what makes another entry'() {
    given:
    loader.load(SITE, 'site.groovy')

    when:
    new PlaybookLoader(catalog, Optional.of(cache)).load(text, 'site.groovy')

    then:
    entries().size() == 2

    where:
    what      | text       | catalog
    'text'    | SITE + ' ' | Samples.CATALOG
    'catalog' | SITE       | ModuleCatalog.of(Samples.Apt, Samples.Template, Samples.Copy, Samples.SetFact, Samples.Ping)
  }

  def 'a broken entry is made anew: #how'() {
    given:
    def first = loader.load(SITE, 'site.groovy')
    def entry = entries()[0]
    def whole = Files.readAllBytes(entry)
    Files.write(entry, broken(whole))

    expect:
    loader.load(SITE, 'site.groovy').index() == first.index()
    Files.readAllBytes(entry).length == whole.length

    where:
    how         | broken
    'empty'     | { byte[] it -> new byte[0] }
    'cut'       | { byte[] it -> Arrays.copyOf(it, 500) }
    'one bit'   | { byte[] it -> def b = it.clone(); b[400] = (byte) (b[400] ^ 1); b }
    'no digest' | { byte[] it -> Arrays.copyOfRange(it, 32, it.length) }
  }

  def 'an entry under the name of another playbook is not taken for it'() {
    given:
    loader.load(SITE, 'site.groovy')
    def entry = entries()[0]
    loader.load("play('evil') { hosts 'all' }", 'site.groovy')
    def other = entries().find { it != entry }
    Files.copy(other, entry, java.nio.file.StandardCopyOption.REPLACE_EXISTING)

    expect:
    loader.load(SITE, 'site.groovy').playbook().plays()[0].name() == 'p'
  }

  def 'a cache that others can write is not used: #what'() {
    given:
    loader.load(SITE, 'site.groovy')
    def entry = entries()[0]
    Files.write(entry, new byte[0])
    Files.setPosixFilePermissions(what == 'directory' ? cache : entry, PosixFilePermissions.fromString('rwxrwxrwx'))

    when:
    def loaded = loader.load(SITE, 'site.groovy')

    then:
    run(loaded).size() == 4
    (Files.size(entry) > 0) == rewritten

    where:
    what        || rewritten
    'directory' || false
    'entry'     || true
  }

  def 'a cache directory that is a link is not used'() {
    given:
    def real = Files.createDirectory(temporary.resolve('real'))
    def link = Files.createSymbolicLink(temporary.resolve('link'), real)

    when:
    new PlaybookLoader(Samples.CATALOG, Optional.of(link)).load(SITE, 'site.groovy')

    then:
    Files.list(real).withCloseable { it.count() } == 0
  }

  def 'a cache that cannot be made does no harm'() {
    given:
    def file = Files.createFile(temporary.resolve('file'))

    expect:
    new PlaybookLoader(Samples.CATALOG, Optional.of(file.resolve('cache'))).load(SITE, 'site.groovy').playbook().plays().size() == 1
  }
}
