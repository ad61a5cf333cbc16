package kit.template

import kit.data.Setting
import kit.fixture.Oracle
import kit.inventory.Inventory
import kit.inventory.InventoryLoader
import kit.model.KitException
import kit.model.Location
import kit.spi.Source
import kit.spi.TemplateStyle
import kit.vars.Scope
import kit.vars.Variables
import kit.vault.Vault
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
    println "templates: ${cases.size() - wrong.size()} of ${cases.size()}"

    then:
    cases.size() - wrong.size() >= 273
  }

  private static boolean agrees(Templates templates, Map example) {
    try {
      Source source = new Source("${example.id}.j2", example.template.getBytes('UTF-8'), 0644, false)
      templates.render(source, scope(templates, example.vars), TemplateStyle.ANSIBLE) == example.expected
    } catch (KitException ignored) {
      example.error
    }
  }

  private static Scope scope(Templates templates, Map vars) {
    Vault vault = new Vault([])
    Inventory inventory = new InventoryLoader(vault).load(['h,'])
    Map settings = vars.collectEntries { k, v -> [(k): new Setting(v, Location.NONE)] }
    new Variables(inventory, Optional.empty(), settings, vault, templates).host('h')
  }
}
