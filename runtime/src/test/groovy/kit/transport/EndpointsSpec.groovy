package kit.transport

import java.nio.file.Path
import java.time.Duration
import kit.model.KitException
import spock.lang.Specification
import spock.lang.TempDir

class EndpointsSpec extends Specification {
  static final String CONFIG = '''
    # first value wins
    Host web1 !web2 db?
      HostName %h.example.org
      User alice
      Port 2201
      IdentityFile ~/.ssh/one
      IdentityFile %d/.ssh/%r-%p
    Host bastion
      ProxyJump gate
    Host direct
      ProxyJump none
    Host * !web3
      User = bob
      Port=2202
      UserKnownHostsFile "~/my hosts"
      StrictHostKeyChecking accept-new
      ConnectTimeout 3
    Match host old*
      HostName 10.9.9.9
    Match exec "true"
      User never
    Match all
      HostKeyAlias all
    Include conf.d/*.conf
    '''

  @TempDir
  File home

  Endpoint of(Map vars, String name, Map settings = [:]) {
    new File(home, '.ssh/conf.d').mkdirs()
    new File(home, '.ssh/config').text = settings.config == null ? CONFIG : settings.config
    new File(home, '.ssh/conf.d/a.conf').text = 'Host included\n  HostName inside\n'
    ['one', 'alice-2201', 'id_rsa', 'id_ed25519', 'mine'].each { new File(home, ".ssh/$it").text = '' }
    new Endpoints({ vars }, new Settings(Optional.ofNullable(settings.user), Optional.ofNullable(settings.keyFile),
      Optional.empty(), Optional.empty(), false, Optional.ofNullable(settings.timeout), [], Optional.of(home.toPath().resolve('.ssh/config')), home.toPath(), Asker.NOBODY)).of(name)
  }

  def "#host is reached at #address:#port as #user"() {
    when:
    def endpoint = of(vars, host, settings)

    then:
    endpoint.address() == address
    endpoint.port() == port
    endpoint.user() == user

    where:
    host       | vars                                                                 | settings        || address             | port | user
    'web1'     | [:]                                                                  | [:]             || 'web1.example.org'  | 2201 | 'alice'
    'db2'      | [:]                                                                  | [:]             || 'db2.example.org'   | 2201 | 'alice'
    'web2'     | [:]                                                                  | [:]             || 'web2'              | 2202 | 'bob'
    'web3'     | [:]                                                                  | [:]             || 'web3'              | 22   | System.getProperty('user.name')
    'old1'     | [:]                                                                  | [:]             || '10.9.9.9'          | 2202 | 'bob'
    'included' | [:]                                                                  | [:]             || 'inside'            | 2202 | 'bob'
    'direct'   | [:]                                                                  | [:]             || 'direct'            | 2202 | 'bob'
    'x'        | [ansible_host: 'web1']                                               | [:]             || 'web1.example.org'  | 2201 | 'alice'
    'web1'     | [ansible_host: '10.0.0.1', ansible_port: 2222, ansible_user: 'carl'] | [user: 'dora']  || '10.0.0.1'          | 2222 | 'carl'
    'web1'     | [ansible_port: '2222']                                               | [user: 'dora']  || 'web1.example.org'  | 2222 | 'dora'
    'web3'     | [ansible_ssh_common_args: "-o Port=2203 -oUser=eve -C -o 'HostName=h'"] | [:]          || 'h'                 | 2203 | 'eve'
    'v6'       | [ansible_host: '[::1]']                                              | [:]             || '::1'               | 2202 | 'bob'
    'here'     | [ansible_connection: 'local', ansible_user: 'ignored']               | [:]             || 'here'              | 2202 | System.getProperty('user.name')
  }

  def "keys of #host are #keys"() {
    expect:
    of(vars, host, settings.collectEntries { k, v -> [k, home.toPath().resolve(v)] }).keyFiles()*.toString()*.minus("$home/.ssh/".toString()) == keys

    where:
    host   | vars                                           | settings              || keys
    'web1' | [:]                                            | [:]                   || ['one', 'alice-2201']
    'web2' | [:]                                            | [:]                   || ['id_ed25519', 'id_rsa']
    'web1' | [:]                                            | [keyFile: '.ssh/mine'] || ['mine', 'one', 'alice-2201']
    'web2' | [ansible_ssh_private_key_file: '~/.ssh/mine'] | [keyFile: '.ssh/one']  || ['mine']
  }

  def "host keys follow the configuration"() {
    when:
    def keys = of([:], host).hostKeys()

    then:
    keys.files()[0] == home.toPath().resolve(file)
    keys.acceptNew() == acceptNew
    keys.alias() == Optional.of('all')

    where:
    host   || file               | acceptNew
    'web1' || 'my hosts'         | true
    'web3' || '.ssh/known_hosts' | false
  }

  def "refuses #vars #config"() {
    when:
    of(vars, 'web9', [config: config])

    then:
    def e = thrown(KitException)
    e.message.contains(message)

    where:
    vars                                            | config                              || message
    [ansible_connection: 'winrm']                   | ''                                  || "kit has no connection 'winrm' (ansible_connection of web9)"
    [ansible_port: 'ssh']                           | ''                                  || "'ssh' is no port (of web9)"
    [ansible_port: 70000]                           | ''                                  || "'70000' is no port"
    [ansible_ssh_private_key_file: '/nonexistent']  | ''                                  || 'the key file of web9 cannot be read: /nonexistent'
    [:]                                             | 'Host web9\nProxyJump gate'         || 'web9 is behind a proxy (proxyjump gate)'
    [:]                                             | 'ProxyCommand nc %h %p'             || 'config:1: web9 is behind a proxy'
    [ansible_ssh_common_args: '-J gate']            | ''                                  || 'behind a proxy (proxyjump gate)'
    [:]                                             | 'Host'                              || 'config:1: Host has no value'
    [:]                                             | 'Include ~/.ssh/config'             || 'Include goes too deep'
  }

  def "a connection may take #seconds s"() {
    expect:
    of(vars, host, settings).connectTimeout() == Duration.ofSeconds(seconds)

    where:
    host   | vars                 | settings                         || seconds
    'web3' | [:]                  | [:]                              || 10
    'web1' | [:]                  | [:]                              || 3
    'web1' | [:]                  | [timeout: Duration.ofSeconds(5)] || 5
    'web1' | [ansible_timeout: 7] | [timeout: Duration.ofSeconds(5)] || 7
  }

  def "no password ends up in a text"() {
    given:
    def endpoint = of([ansible_password: 's3cret', ansible_become_pass: 's3cret'], 'web1')

    expect:
    endpoint.password().get().chars() == 's3cret' as char[]
    endpoint.becomePassword().get().line() == 's3cret\n'.bytes
    !endpoint.toString().contains('s3cret')
  }

  def "no configuration is no mistake"() {
    expect:
    new Endpoints({ [:] }, Settings.of(Path.of('/nonexistent'))).of('web1').port() == 22
  }
}
