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
    Match host web* exec "gpg-connect-agent updatestartuptty /bye"
    Match exec "true"
      ForwardAgent yes
    Match all
      HostKeyAlias all
    Include conf.d/?.conf
    '''

  @TempDir
  File home

  Endpoint of(Map vars, String name, Map settings = [:]) {
    new File(home, '.ssh/conf.d').mkdirs()
    new File(home, '.ssh/config').text = settings.config == null ? CONFIG : settings.config
    new File(home, '.ssh/conf.d/user.conf').text = 'User included\n'
    new File(home, '.ssh/conf.d/a.conf').text = 'Host included\n  HostName inside\n'
    ['one', 'alice-2201', 'id_rsa', 'id_ed25519', 'mine'].each { new File(home, ".ssh/$it").text = '' }
    new Endpoints({ vars }, new Settings(Optional.ofNullable(settings.user), Optional.ofNullable(settings.keyFile),
      Optional.empty(), Optional.empty(), false, Optional.ofNullable(settings.timeout), [], [home.toPath().resolve('.ssh/config')], home.toPath(), { (settings.env ?: [:])[it] }, Asker.NOBODY)).of(name)
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
    'here'     | [ansible_connection: 'local', ansible_user: 'ignored']               | [:]             || 'here'              | 22   | System.getProperty('user.name')
  }

  def "the container of #vars is #address as #user, by #line"() {
    when:
    def endpoint = of([ansible_connection: 'docker'] + vars, 'web1')

    then:
    endpoint.kind() == Endpoint.Kind.DOCKER
    endpoint.address() == address
    endpoint.user() == user
    endpoint.byHand() == line

    where:
    vars                                                          || address | user   | line
    [:]                                                           || 'web1'  | ''     | 'docker exec -it web1 sh'
    [ansible_host: 'c1', ansible_user: 'app']                     || 'c1'    | 'app'  | 'docker exec -it -u app c1 sh'
    [ansible_docker_host: 'c1', ansible_docker_user: 'root']      || 'c1'    | 'root' | 'docker exec -it -u root c1 sh'
    [ansible_docker_docker_host: 'unix://var/run/docker.sock']    || 'web1'  | ''     | 'docker -H unix:///var/run/docker.sock exec -it web1 sh'
    [ansible_docker_docker_host: 'https://e:2376', ansible_docker_validate_certs: true, ansible_docker_ca_cert: '/ca',
     ansible_docker_client_cert: '/c', ansible_docker_client_key: '/k', ansible_docker_tls: true] || 'web1' | '' |
      'docker -H tcp://e:2376 --tlscacert /ca --tlscert /c --tlskey /k --tlsverify exec -it web1 sh'
    [ansible_docker_tls: 'yes', ansible_docker_extra_args: '--context "my prod" -l debug'] || 'web1' | '' |
      'docker --tls --context my prod -l debug exec -it web1 sh'
  }

  def "keys of #host are #keys"() {
    expect:
    of(vars, host, settings.collectEntries { k, v -> [k, home.toPath().resolve(v)] }).keys().with { named() + usual() }*.toString()*.minus("$home/.ssh/".toString()) == keys

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
    [:]                                             | 'Host web9\n ProxyCommand nc %h %p' || 'config:2: web9 is behind a ProxyCommand, which kit cannot run: nc %h %p'
    [:]                                             | 'ProxyCommand ssh -F x -W %h:%p b'  || 'behind a ProxyCommand'
    [:]                                             | 'ProxyCommand ssh -W other:22 b'    || 'behind a ProxyCommand'
    [:]                                             | 'ProxyJump a,b'                     || 'config:1: the way through b has more than 8 hosts (does it go in circles?'
    [:]                                             | 'ProxyJump -oProxyCommand=x'        || "'-oProxyCommand=x' is no host to jump over"
    [:]                                             | 'Host web*\nMatch host web9 exec ok\nUser x' || 'config:2: kit runs no command to read ssh\'s configuration (Match exec)'
    [:]                                             | 'Match exec ok\nInclude ~/.ssh/conf.d/user.conf' || 'config:1: kit runs no command'
    [:]                                             | 'Match address 10.0.0.0/8\nUser x'  || "config:1: kit does not know the criterion 'address'"
    [:]                                             | 'Match host'                        || 'config:1: host has no value'
    [:]                                             | 'Match host x all'                  || "config:1: 'all' goes with no other criterion"
    [:]                                             | 'CanonicalizeHostname yes'          || 'config:1: kit cannot follow canonicalizehostname yes'
    [:]                                             | 'KnownHostsCommand /bin/x'          || 'config:1: kit cannot follow knownhostscommand /bin/x'
    [:]                                             | 'RevokedHostKeys /etc/revoked'      || 'config:1: kit cannot follow revokedhostkeys'
    [:]                                             | 'BindAddress 10.0.0.1'              || 'config:1: kit cannot follow bindaddress 10.0.0.1'
    [:]                                             | 'IdentityFile ~/.ssh/%L'            || "config:1: kit cannot replace %L in '~/.ssh/%L' (known are %% %h %p"
    [:]                                             | 'IdentityFile ${NO_SUCH_THING}/x'   || 'config:1: there is no environment variable NO_SUCH_THING'
    [:]                                             | 'User "x'                           || 'config:1: a quote is not closed'
    [:]                                             | 'ServerAliveInterval soon'          || "config:1: 'soon' is no number of serveraliveinterval"
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

  def "#what goes through #way"() {
    when:
    def endpoint = of(vars, 'web9', [config: config])
    def hops = []
    for (def hop = endpoint.via(); hop.present; hop = hop.get().via()) hops << "${hop.get().user()}@${hop.get().address()}:${hop.get().port()}".toString()

    then:
    hops == way

    where:
    what                  | vars                                                                      | config                                                             || way
    'nothing'             | [:]                                                                       | ''                                                                 || []
    'none'                | [:]                                                                       | 'Host web9\n ProxyJump none\nHost *\n ProxyJump gate'              || []
    'one'                 | [ansible_user: 'x', ansible_port: 9]                                      | 'Host gate\n User g\n Hostname %h.org\nHost web9\n ProxyJump gate' || ['g@gate.org:22']
    'a chain'             | [:]                                                                       | 'Host web9\n ProxyJump a@one:1,ssh://b@[::2]:2, three'              || ["${System.getProperty('user.name')}@three:22".toString(), 'b@::2:2', 'a@one:1']
    'one behind another'  | [:]                                                                       | 'Host web9\n ProxyJump b@in\nHost in\n ProxyJump a@out'             || ['b@in:22', 'a@out:22']
    'an argument'         | [ansible_ssh_common_args: '-J u@gate:24']                                 | ''                                                                 || ['u@gate:24']
    'the old way'         | [ansible_ssh_common_args: '-o ProxyCommand="ssh -W %h:%p -q -p 24 u@gate"'] | ''                                                               || ['u@gate:24']
    'the old way in file' | [:]                                                                       | 'Host web9\n ProxyCommand /usr/bin/ssh -l u -o Port=24 gate -W [%h]:%p' || ['u@gate:24']
    'what came first'     | [:]                                                                       | 'Host web9\n ProxyCommand none\n ProxyJump gate'                   || []
  }

  def "a host on the way has its own keys, user and known hosts"() {
    when:
    def endpoint = of([ansible_user: 'x', ansible_ssh_private_key_file: '~/.ssh/mine'], 'web9', [config: """
      Host gate
        IdentityFile ~/.ssh/one
        UserKnownHostsFile ~/gates
        ServerAliveInterval 7
        ServerAliveCountMax 2
      Host web9
        ProxyJump gate
        UserKnownHostsFile ~/webs
      """])
    def gate = endpoint.via().get()

    then:
    endpoint.keys().named()*.fileName*.toString() == ['mine']
    endpoint.hostKeys().files()[0] == home.toPath().resolve('webs')
    endpoint.keepAlive() == KeepAlive.DEFAULT
    gate.keys().named()*.fileName*.toString() == ['one']
    gate.hostKeys().files()[0] == home.toPath().resolve('gates')
    gate.keepAlive() == new KeepAlive(7, 2)
    gate.password().empty
  }

  def "the agent of #config is #socket"() {
    expect:
    of([:], 'web9', [config: config, env: [SSH_AUTH_SOCK: '/run/agent', MINE: '/run/mine']]).keys().agent() == Optional.ofNullable(socket).map { java.nio.file.Path.of(it.replace('HOME', home.path)) }
    of([:], 'web9', [config: config]).keys().agent().present == (config.contains('~'))

    where:
    config                        || socket
    ''                            || '/run/agent'
    'IdentityAgent none'          || null
    'IdentityAgent SSH_AUTH_SOCK' || '/run/agent'
    'IdentityAgent $MINE'         || '/run/mine'
    'IdentityAgent ~/.ssh/%u'     || "HOME/.ssh/${System.getProperty('user.name')}".toString()
  }

  def "a configuration that others may write is not followed"() {
    given:
    of([:], 'web9')
    java.nio.file.Files.setPosixFilePermissions(home.toPath().resolve('.ssh/config'), java.nio.file.attribute.PosixFilePermissions.fromString(mode))

    when:
    new Endpoints({ [:] }, Settings.of(home.toPath())).of('web9')

    then:
    def e = thrown(KitException)
    e.message.contains('others may write it')

    where:
    mode << ['rw-rw----', 'rw----rw-']
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
