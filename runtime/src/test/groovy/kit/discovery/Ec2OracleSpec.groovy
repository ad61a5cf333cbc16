package kit.discovery

import java.nio.file.Files
import java.nio.file.Path
import kit.catalog.SourceCatalog
import kit.data.Json
import kit.data.Verbatim
import kit.inventory.Inventory
import kit.inventory.InventoryLoader
import kit.template.Templates
import kit.vault.Vault
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Configurations of amazon.aws.aws_ec2 beside what Ansible 2.14 made of them and the same replies. */
class Ec2OracleSpec extends Specification {
  static final KEYS = [AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret-example']

  @Shared @AutoCleanup RecordedEc2 ec2 = new RecordedEc2()
  @TempDir Path folder

  def 'the configuration #file gives the same hosts, variables and groups'() {
    when:
    def inventory = load(file)
    def expected = Json.read(Files.readString(RecordedEc2.FILES.resolve("ansible/${file}.json"))) as Map
    def hostvars = expected._meta.hostvars as Map

    then:
    inventory.hosts().toSet() == hostvars.keySet()
    inventory.hosts().every { host -> vars(inventory, host) == hostvars[host] }
    inventory.groups().findAll { it.hosts() && it.name() != 'all' }.collectEntries { [it.name(), it.hosts().toSet()] } ==
        expected.findAll { it.value.hosts }.collectEntries { [it.key, it.value.hosts.toSet()] }
    inventory.groups().findAll { it.children() && it.name() != 'all' }.collectEntries { [it.name(), it.children().toSet()] } ==
        expected.findAll { it.value.children && it.key != 'all' }.collectEntries { [it.key, it.value.children.toSet()] }
    inventory.groups().find { it.name() == 'all' }.children() == expected.all.children

    where:
    file << ['seed', 'full', 'names', 'duplicates', 'prefixed']
  }

  def 'credentials are in no kept answer'() {
    when:
    load('seed')
    def kept = Files.list(folder.resolve('kept')).toList()

    then:
    kept.size() == 1
    !new String(Files.readAllBytes(kept[0]), 'ISO-8859-1').with { contains('secret-example') || contains('AKIDEXAMPLE') }
  }

  def 'tags that attack are text in expressions too; Ansible 2.14 carries them out'() {
    given:
    new File('/tmp/owned').delete()

    when:
    def inventory = read('''\
      plugin: aws_ec2
      regions: [ap-south-1]
      hostnames: [instance-id]
      keyed_groups: [{key: tags.Environment, separator: ''}, {key: tags, prefix: tag}]
      compose: {note: tags.Name, ansible_user: tags.Name}
      '''.stripIndent())

    then:
    inventory.hosts().collect { vars(inventory, it).note }.contains("{{ lookup('pipe', 'touch /tmp/owned') }}")
    inventory.hosts().every { vars(inventory, it).ansible_user == vars(inventory, it).tags.Name }
    !new File('/tmp/owned').exists()
  }

  private Inventory load(String file) {
    read(Files.readString(RecordedEc2.FILES.resolve("ansible/${file}.aws_ec2.yml")))
  }

  private Inventory read(String text) {
    def vault = new Vault([])
    def templates = new Templates(folder, vault)
    def inquiry = new Inquiry(new Answers(Optional.of(folder.resolve('kept'))), new Freshness(true, false), { KEYS[it] }, folder)
    def sources = { SourceCatalog.load(Ec2OracleSpec.classLoader) }
    new InventoryLoader(vault, new Discovery(sources, new Plain(vault, templates), templates, inquiry, { }))
        .load([Files.writeString(folder.resolve('it.aws_ec2.yml'), "$text\nendpoint_url: $ec2.url\n").toString()])
  }

  private static Map vars(Inventory inventory, String host) {
    inventory.host(host).get().vars().collectEntries { [it.key, plain(it.value.value())] }
  }

  private static Object plain(Object value) {
    value instanceof Verbatim ? value.text()
        : value instanceof Map ? value.collectEntries { [it.key, plain(it.value)] }
        : value instanceof List ? value.collect { plain(it) } : value
  }
}
