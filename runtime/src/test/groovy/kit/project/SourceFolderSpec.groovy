package kit.project

import java.nio.file.Files
import java.nio.file.Path
import kit.spi.PlanException
import kit.spi.Source
import kit.spi.SourceTree.Kind
import spock.lang.Specification
import spock.lang.TempDir

class SourceFolderSpec extends Specification {

  @TempDir Path folder

  def setup() {
    Files.createDirectories(folder.resolve('files/site/css'))
    Files.writeString(folder.resolve('files/site/index.html'), 'hello\n')
    Files.writeString(folder.resolve('files/site/css/x'), 'x')
    Files.createSymbolicLink(folder.resolve('files/site/styles'), Path.of('css'))
    Files.writeString(folder.resolve('files/one'), '1')
  }

  def "a directory is read with all that is in it; links are followed: #follow"() {
    when:
    def tree = new ProjectFiles(folder).tree('files', name, follow, Optional.empty()).get()

    then:
    tree.entries()*.name() == names
    tree.entries().find { it.name() == 'index.html' }.with {
      kind() == Kind.FILE && size() == 6 && sha256() == Source.sha256('hello\n'.bytes) && content().get() == 'hello\n'.bytes
    }
    tree.entries().find { it.name() == 'styles' }.with { follow ? kind() == Kind.DIRECTORY : kind() == Kind.LINK && target() == 'css' }

    where:
    name    | follow || names
    'site'  | false  || ['css', 'css/x', 'index.html', 'styles']
    'site/' | true   || ['css', 'css/x', 'index.html', 'styles', 'styles/x']
  }

  def "a file is no directory"() {
    expect:
    new ProjectFiles(folder).tree('files', 'one', true, Optional.empty()).empty
  }

  def "#what is told"() {
    given:
    if (link) Files.createSymbolicLink(folder.resolve('files/site/css/link'), Path.of(link))

    when:
    new ProjectFiles(folder).tree('files', name, true, Optional.empty())

    then:
    def e = thrown(PlanException)
    e.message.replace("$folder", '').contains(message)

    where:
    what                 | name   | link      || message
    'what is missing'    | 'none' | ''        || "there is no file 'none'"
    'a link to nowhere'  | 'site' | 'nowhere' || "css/link' is a link to nowhere"
    'a circle'           | 'site' | '..'      || 'leads back to a directory above it'
  }

  def "a file that changes during a run is not sent"() {
    given:
    def tree = new ProjectFiles(folder).tree('files', 'site', true, Optional.empty()).get()
    Files.writeString(folder.resolve('files/site/index.html'), 'other\n')

    when:
    tree.entries().find { it.name() == 'index.html' }.content().get()

    then:
    def e = thrown(PlanException)
    e.message.contains('was changed during the run')
  }
}
