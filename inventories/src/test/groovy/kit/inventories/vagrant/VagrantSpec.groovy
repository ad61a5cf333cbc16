package kit.inventories.vagrant

import java.nio.file.Path
import java.time.Duration
import kit.spi.inventory.Search
import kit.spi.inventory.SourceFailure
import spock.lang.Specification
import spock.lang.TempDir

class VagrantSpec extends Specification {
  @TempDir Path folder

  def 'machines are hosts with what ssh needs'() {
    given:
    folder.resolve('machines').toFile().text = '''\
      Host web
        HostName 127.0.0.1
        User vagrant
        Port 2222
        UserKnownHostsFile /dev/null
        StrictHostKeyChecking no
        PasswordAuthentication no
        IdentityFile "/home/a b/.vagrant/machines/web/private_key"
        IdentityFile /second
        IdentitiesOnly yes
        LogLevel FATAL
        ProxyCommand ssh -W %h:%p -i "/a b" jump

      Host db
        HostName 192.0.2.7
        User admin
        Port 22
      '''.stripIndent()

    expect:
    find('machines').hosts().collect { [it.name(), it.groups(), it.vars()] } == [
      ['web', ['vagrant'], [ansible_host: '127.0.0.1', ansible_user: 'vagrant', ansible_port: 2222,
                            ansible_ssh_private_key_file: '/home/a b/.vagrant/machines/web/private_key',
                            ansible_ssh_common_args: '-o UserKnownHostsFile=/dev/null -o StrictHostKeyChecking=no -o IdentityFile=/second ' +
                              '-o IdentitiesOnly=yes -o "ProxyCommand=ssh -W %h:%p -i \\"/a b\\" jump"']],
      ['db', ['vagrant'], [ansible_host: '192.0.2.7', ansible_user: 'admin', ansible_port: 22]]]
  }

  def 'what is none of that is told: #text'() {
    given:
    folder.resolve('machines').toFile().text = text

    when:
    find('machines')

    then:
    thrown(SourceFailure)

    where:
    text << ['', '# nothing\n', 'The machine is not created', 'Host a\n  Port many\n', 'Host a\nnonsense\n']
  }

  def 'a file that is not there is told'() {
    when:
    find('machines')

    then:
    def e = thrown(SourceFailure)
    e.hint() == 'vagrant ssh-config > FILE'
  }

  private find(String path) {
    new Vagrant(Optional.of(path)).find(new Search(folder, folder, { null }, Duration.ofSeconds(5)))
  }
}
