package kit

import java.nio.file.Files
import spock.lang.Shared
import spock.lang.Specification

class ModuleTableSpec extends Specification {
  @Shared text = new ModuleTable().text()

  def "docs/modules.md is what the catalog, the sources and the specs say"() {
    given:
    def file = ExamplesSpec.ROOT.resolve('docs/modules.md')
    if (System.getProperty('kit.table') == 'write') Files.writeString(file, text)

    expect: 'written anew by -Dkit.table=write'
    Files.readString(file) == text
  }

  def "every module that changes a host was tried somewhere"() {
    expect:
    text.readLines().findAll { it.contains('| yes |') && it.endsWith('|  |') } == []
  }
}
