package kit.inventory

import java.nio.file.Path
import kit.model.Location
import kit.vault.Vault
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Ten thousand hosts: nothing may be quadratic. bench/inventory/run measures. */
@Timeout(30)
class LargeInventorySpec extends Specification {

  @TempDir @Shared Path folder
  @Shared Inventory inventory

  def setupSpec() {
    def text = new StringBuilder()
    10.times { group ->
      text << "[g$group]\n"
      1000.times { text << "h${group * 1000 + it} port=${it} rack=a${it % 9}\n" }
    }
    folder.resolve('hosts').toFile().text = text << '[half:children]\ng0\ng2\ng4\ng6\ng8\n'
    inventory = new InventoryLoader(new Vault([])).load(["$folder/hosts" as String])
  }

  def "a YAML file of five megabytes"() {
    given:
    def text = new StringBuilder('all:\n  hosts:\n')
    10_000.times { text << "    h$it:\n" << "      name_of_a_variable: ${'x' * 60}\n" * 6 }
    folder.resolve('hosts.yml').toFile().text = text

    expect:
    text.length() > 5_000_000
    new InventoryLoader(new Vault([])).load(["$folder/hosts.yml" as String]).hosts().size() == 10_000
  }

  def "a pattern of ten thousand names leaves #left"() {
    given:
    def names = inventory.hosts().collect { mark + it }.join(',')

    expect:
    select("$before,$names").size() == left

    where:
    before | mark | left
    'g1'   | ''   | 10_000
    'all'  | '!'  | 0
    'g1'   | '&'  | 0
  }

  def "#pattern leaves #left hosts a hundred times"() {
    expect:
    (1..100).every { select(pattern).size() == left }

    where:
    pattern                    || left
    'all:&half'                || 5000
    'all:!half:!g1'            || 4000
    'half:&h1*:&*7:!~h1\\d$'   || 10
    'all[100:199]'             || 100
  }

  def "hosts are added one by one"() {
    given:
    def additions = new Additions(inventory)

    expect:
    (1..200).collect { additions.add('h9999', "new$it", ['g1'], [:], Location.NONE) }[-1].hosts().size() == 10_200
  }

  private List<String> select(String pattern) {
    HostPattern.of(pattern, Location.NONE, HostFilter.NONE).select(inventory)
  }
}
