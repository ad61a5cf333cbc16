package kit.inventory

import java.nio.file.Files
import java.nio.file.Path
import kit.model.KitException
import kit.vault.Vault
import spock.lang.Specification
import spock.lang.TempDir

class InventoryErrorsSpec extends Specification {
  @TempDir Path folder

  def 'says where #file is wrong: #message'() {
    given:
    Path source = Files.writeString(folder.resolve(file), text)

    when:
    new InventoryLoader(new Vault([])).load([source.toString()])

    then:
    KitException e = thrown()
    e.problems()[0].location().toString() - "$folder/" == where
    e.problems()[0].message() == message
    e.problems()[0].hint() == hint

    where:
    file    | text                               || where         | message                                                        | hint
    'h.ini' | '[web]\nw1 port 22'                || 'h.ini:2:4'   | "'port' sets no variable"                                      | 'write name=value, without blanks around ='
    'h.ini' | '[web:vars]\na=1'                  || 'h.ini:1:2'   | "there is no group 'web' to set variables on"                  | 'declare it with [web]'
    'h.ini' | '[web]\n[site:children]\nwbe'      || 'h.ini:3:1'   | "there is no group 'wbe'"                                      | "did you mean 'web'?"
    'h.ini' | '[web:childern]'                   || 'h.ini:1:6'   | 'a section [web:childern] is not known'                        | "did you mean 'children'?"
    'h.ini' | '[web]\n  h[1:x]'                  || 'h.ini:2:3'   | "'x' in the range [1:x] is neither a number nor a letter"      | 'write for example web[01:10]'
    'h.ini' | 'h[1:99999]'                       || 'h.ini:1:1'   | 'the range stands for more than 10000 hosts'                   | 'write for example web[01:10]'
    'h.ini' | 'h[1:9999999999]'                  || 'h.ini:1:1'   | "'9999999999' in the range [1:9999999999] is too large"        | 'write for example web[01:10]'
    'h.ini' | '[web]\nw1 a="x'                   || 'h.ini:2:1'   | 'the quote " is not closed'                                    | 'close it on this line'
    'h.ini' | '-oProxyCommand=x'                 || 'h.ini:1:1'   | "'-oProxyCommand=x' cannot be the name of a host: it begins with '-'" | 'use letters, digits and . _ - :'
    'h.ini' | '[a:children]\nb\n[b:children]\na' || 'h.ini:4:1'   | "the group 'a' would contain itself through 'b'"               | "remove one of the two from the other's children"
    'h.ini' | '---\nall:'                        || 'h.ini:1:1'   | "'---' begins a YAML file, not an INI one"                     | 'give the file the extension .yml'
    'h.yml' | 'all:\n  hosts:\n    - h1'         || 'h.yml:2:3'   | "'hosts' must be a map, one host a line"                       | "write 'host:' instead of '- host'"
    'h.yml' | 'all:\n  hosts:\n    h1: x'        || 'h.yml:3:5'   | "the variables of 'h1' must be a map"                          | 'write name: value below it'
    'h.yml' | 'all:\n  hosts:\n\th1:'            || 'h.yml:3:1'   | "not valid YAML: found character '\\t(TAB)' that cannot start any token" | 'indent with spaces, not with tabs'
    'h.yml' | 'all:\n  hosts:\n    $(id):'       || 'h.yml:3:5'   | "'\$(id)' cannot be the name of a host: it holds '\$'"         | 'use letters, digits and . _ - :'
    'h.yml' | 'all:\n  hosts:\n    1.10:'       || 'h.yml:3:5'   | "YAML reads the name 1.10 as '1.1'"                            | "put it in quotes: '1.10'"
    'h.yml' | 'all:\n  hosts: {a: , 010: }'      || 'h.yml:2:16'  | "YAML reads the name 010 as '8'"                               | "put it in quotes: '010'"
    'h.yml' | 'no:\n  hosts: {oslo: }'           || 'h.yml:1:1'   | "YAML reads the name no as 'false'"                            | "put it in quotes: 'no'"
    'h.yml' | 'all:\n  hosts:\n    1:20:'       || 'h.yml:3:5'   | "YAML reads the name 1:20 as '80'"                             | "put it in quotes: '1:20'"
    'h.yml' | 'plugin: aws_ec2'                  || 'h.yml:1:1'   | 'no inventory sources can be asked here' | ''
  }

  def 'says what is wrong with the source #kind'() {
    when:
    new InventoryLoader(new Vault([])).load([folder.resolve('nosuch').toString()])

    then:
    KitException e = thrown()
    e.problems()[0].message() == 'there is no such inventory'
    e.problems()[0].hint().contains("'web1,'")

    where:
    kind = 'that does not exist'
  }

  def 'a file #name may begin with the mark that editors of Windows write'() {
    given:
    Path source = Files.writeString(folder.resolve(name), '\ufeff' + text)

    expect:
    new InventoryLoader(new Vault([])).load([source.toString()]).hosts() == ['web1'] as Set

    where:
    name       | text
    'h.ini'    | 'web1\r\n'
    'h'        | '[web]\r\nweb1 a=1\r\n'
    'h.yml'    | 'all:\r\n  hosts:\r\n    web1:\r\n'
    'h.groovy' | "host 'web1'\r\n"
  }

  def 'warns of an empty file and of a name written twice'() {
    given:
    Files.writeString(folder.resolve('a.ini'), '\n')
    Files.writeString(folder.resolve('b.yml'), 'all:\n  hosts:\n    h: {x: 1, x: 2}')

    when:
    Inventory inventory = new InventoryLoader(new Vault([])).load([folder.toString()])

    then:
    inventory.warnings()*.minus("$folder/") == ['a.ini is empty', "b.yml:3:15: 'x' is written twice; the last one counts"]
  }

  def 'reads the files of a directory but leaves #skipped alone'() {
    given:
    Files.writeString(folder.resolve('10-web'), '[web]\nw1')
    Files.writeString(folder.resolve('20-db.yml'), 'db: {hosts: {d1: }}')
    Path odd = folder.resolve(skipped)
    Files.createDirectories(odd.parent)
    Files.writeString(odd, 'intruder')

    expect:
    new InventoryLoader(new Vault([])).load([folder.toString()]).hosts() as List == ['w1', 'd1']

    where:
    skipped << ['hosts~', 'hosts.bak', 'hosts.orig', 'ansible.cfg', 'site.retry', 'x.pyc', 'README.md', '.hidden', 'group_vars/all.yml']
  }
}
