package kit.project

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFileAttributes
import spock.lang.Specification
import spock.lang.TempDir

class LargeFilesSpec extends Specification {
  @TempDir Path folder
  def files = new LargeFiles()

  byte[] read(Path file) { files.read(file, Files.readAttributes(file, PosixFileAttributes)) }

  def 'hosts share a large file, until it is another one'() {
    given:
    def file = Files.write(folder.resolve('big'), new byte[2 << 20])
    def first = read(file)

    expect:
    read(file).is(first)

    when:
    Files.write(file, ([1] * (2 << 20)) as byte[])
    file.toFile().lastModified = System.currentTimeMillis() + 5000

    then:
    read(file)[0] == 1
    first[0] == 0
  }

  def 'a small file is read each time'() {
    given:
    def file = Files.writeString(folder.resolve('small'), 'one')
    def first = read(file)
    Files.writeString(file, 'two')

    expect:
    new String(read(file)) == 'two'
    new String(first) == 'one'
  }
}
