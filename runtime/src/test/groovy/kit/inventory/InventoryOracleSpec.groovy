package kit.inventory

import kit.fixture.Oracle
import kit.model.KitException
import kit.template.Templates
import kit.vars.Variables
import kit.vault.Vault
import spock.lang.Requires
import spock.lang.Specification

@Requires({ Oracle.isHere() })
class InventoryOracleSpec extends Specification {

  def 'reads #example.id as Ansible does'() {
    when:
    Object result = list(Oracle.ROOT.resolve('inventories').resolve(example.file).toString())

    then:
    example.error ? result == 'error' : Oracle.plain(result) == Oracle.plain(example.expected)

    where:
    example << Oracle.cases('inventories/cases.json')
  }

  private static Object list(String file) {
    try {
      Vault vault = new Vault([])
      Inventory inventory = new InventoryLoader(vault).load([file])
      Variables variables = new Variables(inventory, Optional.empty(), [:], vault, new Templates())
      InventoryListing.of(inventory, inventory.hosts().toSet()) { variables.host(it).declared() }
    } catch (KitException e) {
      assert e.problems()[0].location().file() == file
      'error'
    }
  }
}
