package kit.inventories.terraform

import java.nio.file.Path
import java.time.Duration
import kit.spi.inventory.Search
import kit.spi.inventory.SourceFailure
import spock.lang.Specification
import spock.lang.TempDir

class TerraformSpec extends Specification {
  @TempDir Path folder

  static final STATE = '''{"version": 4, "terraform_version": "1.9.5", "serial": 7, "lineage": "l", "outputs": {}, "resources": [
    {"mode": "data", "type": "aws_instance", "name": "seen", "instances": [{"attributes": {"public_ip": "1.1.1.1"}}]},
    {"mode": "managed", "type": "aws_vpc", "name": "main", "instances": [{"attributes": {"id": "vpc-1"}}]},
    {"mode": "managed", "type": "aws_instance", "name": "web", "instances": [
      {"index_key": 0, "attributes": {"public_ip": "192.0.2.10", "private_ip": "10.0.0.10", "tags": {"Environment": "staging"}, "user_data": "s3cret"},
       "sensitive_attributes": [[{"type": "get_attr", "value": "user_data"}]]},
      {"index_key": "b", "attributes": {"public_ip": "", "private_ip": "10.0.0.11"}},
      {"index_key": 1, "deposed": "00000001", "attributes": {"public_ip": "192.0.2.12"}}]},
    {"module": "module.eu", "mode": "managed", "type": "google_compute_instance", "name": "db", "instances": [
      {"attributes": {"network_interface": [{"network_ip": "10.1.0.2", "access_config": [{"nat_ip": "192.0.2.20"}]}]}}]},
    {"mode": "managed", "type": "hcloud_server", "name": "off", "instances": [{"attributes": {"ipv4_address": null}}]}]}'''

  def 'machines of a state are hosts'() {
    when:
    def found = find(STATE)

    then:
    found.hosts().collect { [it.name(), it.groups(), it.vars().ansible_host] } == [
      ['web_0', ['aws_instance', 'web'], '192.0.2.10'],
      ['web_b', ['aws_instance', 'web'], '10.0.0.11'],
      ['eu_db', ['google_compute_instance'], '192.0.2.20'],
      ['off', ['hcloud_server'], null]]
    found.hosts()[0].vars().terraform.tags == [Environment: 'staging']
    !found.toString().contains('s3cret')
    found.warnings() == ['hcloud_server.off has no address; is it running?']
  }

  def 'modules and keys of any kind make names, and passwords are left out, marked or not'() {
    when:
    def found = find("""{"version": 4, "lineage": "l", "resources": [
      {"module": "module.site[\\"eu-west\\"].module.web[0]", "mode": "managed", "type": "linode_instance", "name": "n", "instances": [
        {"index_key": "a/b", "attributes": {"ip_address": "192.0.2.1", "root_pass": "s3cret", "config": [{"admin_password": "s3cret", "size": 2}]}}]},
      {"mode": "managed", "type": "libvirt_domain", "name": "vm", "instances": [
        {"attributes": {"network_interface": [{"addresses": ["192.0.2.7"]}]}}]}]}""")

    then:
    found.hosts()*.name() == ['site_eu-west_web_0_n_a_b', 'vm']
    found.hosts()*.vars()*.ansible_host == ['192.0.2.1', '192.0.2.7']
    found.hosts()[0].vars().terraform.config == [[size: 2]]
    !found.toString().contains('s3cret')
  }

  def 'a state without machines is told'() {
    expect:
    find('{"version": 4, "resources": [{"mode": "managed", "type": "strange_machine", "name": "a", "instances": [{}]}]}').warnings() ==
      ["$folder/terraform.tfstate has no machine of a type that kit knows; it has strange_machine" as String]
  }

  def 'an output is #value'() {
    expect:
    find("""{"hosts": {"sensitive": false, "type": "x", "value": $value}, "n": {"value": 1}}""", 'hosts').hosts()
        .collect { [it.name(), it.groups(), it.vars()] } == hosts

    where:
    value                                      || hosts
    '["a.example.org", "b.example.org"]'       || [['a.example.org', ['hosts'], [:]], ['b.example.org', ['hosts'], [:]]]
    '{"a": "192.0.2.1"}'                       || [['a', ['hosts'], [ansible_host: '192.0.2.1']]]
    '{"a": {"ansible_host": "b", "rack": 7}}'  || [['a', ['hosts'], [ansible_host: 'b', rack: 7]]]
    '[]'                                       || []
  }

  def 'what cannot be read is told: #message'() {
    when:
    find(text, output)

    then:
    def e = thrown(SourceFailure)
    e.message.contains(message)
    e.hint()

    where:
    text                                                   | output || message
    null                                                   | null   || 'terraform.tfstate cannot be read'
    'x'                                                    | null   || 'is neither a state of Terraform'
    STATE[0..400]                                          | null   || 'is neither a state of Terraform'
    '{"version": 3, "lineage": "l", "modules": []}'        | null   || 'is neither a state of Terraform'
    '{}'                                                   | null   || 'is neither a state of Terraform'
    '{"a": 1}'                                             | 'a'    || 'is neither a state of Terraform'
    '{"a": {"value": []}}'                                 | null   || 'which one has the hosts?'
    '{"a": {"value": []}}'                                 | 'b'    || "has no output 'b'"
    '{"a": {"value": 7}}'                                  | 'a'    || 'is neither a list nor a map'
    '{"a": {"value": ["x"], "sensitive": true}}'           | 'a'    || "the output 'a' is sensitive"
    '{"a": {"value": ["x", "x"]}}'                         | 'a'    || "are called 'x'"
  }

  private find(String text, String output = null) {
    if (text != null) {
      folder.resolve('terraform.tfstate').toFile().text = text
    }
    new Terraform(Optional.empty(), Optional.ofNullable(output)).find(new Search(folder, folder, { null }, Duration.ofSeconds(5)))
  }
}
