package kit.share

import java.nio.file.Files
import java.nio.file.LinkOption
import java.nio.file.Path
import java.util.zip.GZIPOutputStream
import kit.model.KitException
import spock.lang.Specification
import spock.lang.TempDir

class ArchivesSpec extends Specification {

  static final Limits SMALL = new Limits(1000, 50 << 20, 200)

  @TempDir Path temp
  Path into

  def setup() {
    Files.createDirectories(temp.resolve('outside'))
    Files.writeString(temp.resolve('outside/there'), 'there')
    into = Files.createDirectories(temp.resolve('roles/.kit-install/unpacked'))
  }

  /** Everything around the directory: names, kinds and content. */
  private List<String> outside() {
    def seen = []
    Files.walk(temp).withCloseable { all ->
      all.filter { !it.startsWith(into) && !it.toString().contains('evil.') }.sorted().each {
        def file = Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS)
        seen << "$it ${Files.isSymbolicLink(it)} ${file ? Files.readString(it) : ''} ${Files.getPosixFilePermissions(it, LinkOption.NOFOLLOW_LINKS)}".toString()
      }
    }
    seen << Files.exists(Path.of('/tmp/kit-evil'), LinkOption.NOFOLLOW_LINKS)
    seen
  }

  private String refused(Path archive) {
    def before = outside()
    try {
      new Archives(SMALL).unpack(archive, into)
      return 'taken'
    } catch (KitException e) {
      assert outside() == before
      assert !Files.walk(into).withCloseable { all -> all.anyMatch { Files.isSymbolicLink(it) } }
      assert e.problems().size() == 1
      assert e.message.every { it >= ' ' && it <= '~' }
      return 'refused'
    }
  }

  def 'refuses a tar.gz: #what'() {
    expect:
    refused(Hostile.tar(temp.resolve('evil.tar.gz'), entries)) == 'refused'

    where:
    [what, entries] << Hostile.TARS
  }

  def 'refuses a #kind: #what'() {
    expect:
    refused(Hostile.zip(temp.resolve("evil.$kind"), entries)) == 'refused'

    where:
    [kind, [what, entries]] << [['zip', 'jar'], Hostile.ZIPS].combinations()
  }

  def 'refuses what is no archive: #what'() {
    given:
    def file = temp.resolve("evil.$kind")
    Files.write(file, bytes as byte[])

    expect:
    refused(file) == 'refused'

    where:
    what               | kind     | bytes
    'nothing'          | 'tar.gz' | ''.bytes
    'text'             | 'tar.gz' | 'role'.bytes
    'gzip of text'     | 'tar.gz' | gzip('role' * 1000)
    'half a gzip'      | 'tar.gz' | gzip('role' * 1000).toList().take(20)
    'a NUL in a name'  | 'zip'    | nul()
    'text as zip'      | 'zip'    | 'PK'.bytes
    'nothing as jar'   | 'jar'    | ''.bytes
  }

  def 'there are many of them'() {
    expect:
    Hostile.TARS.size() + 2 * Hostile.ZIPS.size() >= 60
  }

  def 'takes a good #kind, and keeps of the modes only whether a file can be run'() {
    given:
    def file = temp.resolve("good.$kind")
    def entries = {
      it.file 'role/tasks/main.groovy', "task('x') { }", 0100600
      it.file './role/files/run', '#!/bin/sh', 0100777
      it.file 'role/files/g\u00fcn', 'utf-8'
    }

    when:
    kind == 'tar.gz' ? Hostile.tar(file, entries) : Hostile.zip(file, entries)
    new Archives(Limits.USUAL).unpack(file, into)

    then:
    Files.readString(into.resolve('role/tasks/main.groovy')) == "task('x') { }"
    Files.readString(into.resolve('role/files/g\u00fcn')) == 'utf-8'
    ['tasks/main.groovy', 'files/run'].collect { Files.getPosixFilePermissions(into.resolve("role/$it"))*.name().sort().join(' ').replaceAll(/[a-z_]/, '') .count('EXECUTE') } == [0, 3]

    where:
    kind << ['tar.gz', 'zip', 'jar']
  }

  private static byte[] gzip(String text) {
    def out = new ByteArrayOutputStream()
    new GZIPOutputStream(out).withCloseable { it << text }
    out.toByteArray()
  }

  /** A zip whose entry's name holds a NUL. */
  private static byte[] nul() {
    def file = Files.createTempFile('kit', '.zip')
    Hostile.zip(file) { it.file 'roleZevil' }
    byte[] bytes = Files.readAllBytes(file)
    Files.delete(file)
    bytes.indices.each { if (bytes[it] == ('Z' as char) as byte) bytes[it] = 0 }
    bytes
  }
}
