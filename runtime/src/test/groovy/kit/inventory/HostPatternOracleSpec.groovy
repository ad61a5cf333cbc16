package kit.inventory

import kit.fixture.Oracle
import kit.model.Location
import kit.vault.Vault
import spock.lang.Requires
import spock.lang.Specification

@Requires({ Oracle.isHere() })
class HostPatternOracleSpec extends Specification {

  def 'selects the hosts of #example.id: #example.pattern limited to #example.limit'() {
    given:
    String file = Oracle.ROOT.resolve('patterns').resolve(example.inventory)
    Inventory inventory = new InventoryLoader(new Vault([])).load([file])

    when:
    Object result = select(inventory, example.pattern, example.limit ?: '')

    then:
    if (example.error) {
      assert result == []
    } else if (example.playbook_error) {
      assert result == 'error'
    } else if (example.ordered) {
      assert result == example.expected
    } else {
      assert result.toSet() == example.expected.toSet()
    }

    where:
    example << Oracle.cases('patterns/cases.json')
  }

  private static Object select(Inventory inventory, String pattern, String limit) {
    try {
      List<String> hosts = HostPattern.of(pattern, Location.NONE, HostFilter.NONE).match(inventory)
      List<String> left = Limit.of(limit, HostFilter.NONE).of(hosts, inventory)
      // The oracle's command line adds localhost back when it is all that was asked for.
      left.empty && pattern in Inventory.LOCAL ? [pattern] : left
    } catch (NoHostsException ignored) {
      'error'
    }
  }
}
