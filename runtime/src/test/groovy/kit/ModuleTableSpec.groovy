package kit

import java.nio.file.Files
import spock.lang.Specification

class ModuleTableSpec extends Specification {

  def "docs/modules.md is what the catalog, the sources and the specs say"() {
    given:
    def file = ExamplesSpec.ROOT.resolve('docs/modules.md')
    def text = new ModuleTable().text()
    if (System.getProperty('kit.table') == 'write') Files.writeString(file, text)

    expect: 'written anew by -Dkit.table=write'
    Files.readString(file) == text
  }

  def "every module was tried somewhere"() {
    expect:
    new ModuleTable().text().readLines().findAll { it.endsWith('|  |') } == []
  }
}
