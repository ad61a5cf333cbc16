package kit.vars

import kit.data.Json
import java.nio.file.Files
import java.nio.file.Path
import kit.fixture.Oracle
import kit.inventory.Inventory
import kit.inventory.InventoryLoader
import kit.model.KitException
import kit.template.Templates
import kit.vault.Secret
import kit.vault.Vault
import spock.lang.Requires
import spock.lang.Specification

@Requires({ Oracle.isHere() })
class PrecedenceOracleSpec extends Specification {

  def 'gives the hosts of #tree.fileName the values that Ansible gives them'() {
    given:
    Map example = Json.tryRead(Files.readString(tree.resolve("expected.json")))

    when:
    Object result = values(tree.resolve('project'), example)

    then:
    example.error ? result == 'error' : Oracle.plain(result) == Oracle.plain(example.hostvars)

    where:
    tree << (Oracle.ROOT == null ? [Path.of('none')] : Files.list(Oracle.ROOT.resolve('precedence')).sorted().toList())
  }

  private static Object values(Path project, Map example) {
    try {
      Vault vault = new Vault(example.vault_passwords.collect { label, password ->
        new Secret(label, password.bytes)
      })
      Inventory inventory = new InventoryLoader(vault).load(example.inventory.collect { "$project/$it".toString() })
      Optional<Path> playbook = Optional.ofNullable(example.playbook_dir).map { project.resolve(it) }
      Variables variables = new Variables(inventory, playbook, [:], vault, new Templates())
      inventory.hosts().collectEntries { name ->
        HostVars vars = variables.host(name)
        [(name): vars.declared().keySet().collectEntries { [(it): vars.get(it)] }]
      }
    } catch (KitException ignored) {
      'error'
    }
  }
}
