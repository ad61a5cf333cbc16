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
import spock.lang.Shared
import spock.lang.Specification

@Requires({ Oracle.isHere() })
class TemplatesOracleSpec extends Specification {
  @Shared TimeZone zone = TimeZone.default

  def setupSpec() {
    TimeZone.default = TimeZone.getTimeZone('UTC')
  }

  def cleanupSpec() {
    TimeZone.default = zone
  }

  def 'renders like Ansible, or refuses with file and line: #topic'() {
    given:
    Templates templates = new Templates()

    expect:
    cases.collect { difference(templates, it) }.findAll() == []

    where:
    [topic, cases] << byTopic()
  }

  private static List byTopic() {
    (Oracle.cases('templates.json') + Oracle.cases('crypt.json'))
        .groupBy { it.topic }
        .collect { topic, cases -> [topic, cases] }
  }

  private static String difference(Templates templates, Map example) {
    if (!example.template) {
      return null
    }
    String file = "${example.id}.j2"
    try {
      Source source = new Source(file, example.template.getBytes('UTF-8'), 0644, false)
      String out = templates.render(source, scope(templates, example.vars), TemplateStyle.ANSIBLE)
      out == example.expected ? null : "${example.id} gave ${out.inspect()}"
    } catch (KitException e) {
      Location at = e.problems()[0].location()
      boolean placed = at.line() > 0 && at.file() == file || example.topic == 'nested_vars'
      example.error && placed ? null : "${example.id} failed: ${e.message}"
    }
  }

  /** The variables of a case, in which names count too that kit sets itself. */
  private static Scope scope(Templates templates, Map vars) {
    Vault vault = new Vault([])
    Inventory inventory = new InventoryLoader(vault).load(['h,'])
    Map settings = vars.collectEntries { k, v -> [(k): new Setting(v, Location.NONE)] }
    Scope host = new Variables(inventory, Optional.empty(), settings, vault, templates).host('h').captured()
    Map magic = vars.subMap(['groups', 'hostvars'])
    new Scope() {
      boolean has(String name) { magic.containsKey(name) || host.has(name) }

      Object get(String name, Location where) { magic.containsKey(name) ? magic[name] : host.get(name, where) }

      Set<String> names() { host.names() }
    }
  }
}
