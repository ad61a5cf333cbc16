package kit.template

import kit.fixture.MapScope
import kit.fixture.Oracle
import kit.model.KitException
import kit.spi.Source
import kit.spi.TemplateStyle
import spock.lang.Requires
import spock.lang.Specification

@Requires({ Oracle.isHere() })
class TemplatesOracleSpec extends Specification {

  def 'renders at least as many of the cases like Ansible as it did before'() {
    given:
    Templates templates = new Templates()
    List cases = Oracle.cases('templates.json')

    when:
    List wrong = cases.findAll { !agrees(templates, it) }
    if (System.getenv('KIT_SHOW')) {
      wrong.each { System.err.println("$it.id\t$it.template\t$it.expected") }
    }
    println "templates: ${cases.size() - wrong.size()} of ${cases.size()}"

    then:
    cases.size() - wrong.size() >= 0
  }

  private static boolean agrees(Templates templates, Map example) {
    try {
      Source source = new Source("${example.id}.j2", example.template.getBytes('UTF-8'), 0644, false)
      templates.render(source, new MapScope(example.vars), TemplateStyle.ANSIBLE) == example.expected
    } catch (KitException ignored) {
      example.error
    }
  }
}
