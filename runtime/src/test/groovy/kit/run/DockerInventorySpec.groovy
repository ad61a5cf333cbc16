package kit.run

import kit.transport.Containers
import kit.transport.Testbed
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Timeout

/** Containers of a real engine as hosts: found by the inventory, reached through it and by ssh. */
@Timeout(180)
class DockerInventorySpec extends HostSpec {
  static final String SHOP = '''
    play('Shop') {
      hosts 'all'
      task('Files') {
        file path: '/srv/shop', state: 'directory', mode: '0750'
        copy dest: '/srv/shop/conf', content: "role=${docker_labels.role}\\n", mode: '0640', notify: 'told'
        lineinfile path: '/etc/shop.env', line: 'SHOP=1', create: true
        def who = command 'id -un', readOnly: true
        if (who.stdout != 'root') fail who.stdout
      }
      handler('told') { command 'touch /srv/shop/told' }
    }'''
  static final String STATE = 'cd /srv && ls -lnR | sed "s/ [A-Z][a-z]* .* \\([a-z]*\\)$/ \\1/" | grep -v total; cat shop/conf; cat /etc/shop.env'

  @Shared @AutoCleanup Containers containers = new Containers(Testbed.need())
  @Shared List<String> names

  def setupSpec() {
    def key = new File("${hosts.key}.pub").text.trim()
    def ready = "mkdir -p /run/sshd /root/.ssh && chmod 700 /root /root/.ssh && echo '$key' >/root/.ssh/authorized_keys && chmod 600 /root/.ssh/authorized_keys"
    names = (1..5).collect {
      def minimal = it == 5
      containers.start("web$it", minimal ? 'm1' : 'd1', ['sh', '-c', "$ready && ${minimal ? 'exec dropbear -R -F -E' : 'ssh-keygen -A >/dev/null && exec /usr/sbin/sshd -D'}".toString()],
        arguments: ['-p', '127.0.0.1::22', '--label', "role=${minimal ? 'edge' : 'web'}", '--label', 'evil={{ 7 * 7 }}$(touch /tmp/evil)'])
    }
    names.each { await(it) }
  }

  /** docker's proxy accepts connections before there is a server. */
  private void await(String name) {
    int port = Testbed.local('docker', 'port', name, '22/tcp').trim().split(':')[-1] as int
    eventually(30) {
      new Socket('127.0.0.1', port).withCloseable {
        it.soTimeout = 1000
        assert it.inputStream.read() == 'S' as char
      }
    }
  }

  Site inventory(String settings) {
    site.inventory = site.write('docker.yml', """
      plugin: docker
      filters: {label: "kit.spec=$containers.mark"}
      keyed_groups:
        - {prefix: role, key: docker_labels.role}
      """.stripIndent() + settings.stripIndent())
    site.write('group_vars/all.yml', "ansible_user: root\nansible_ssh_private_key_file: $hosts.key\n" +
      "ansible_ssh_common_args: '-o UserKnownHostsFile=$site.folder/known -o StrictHostKeyChecking=accept-new'\n")
    site
  }

  Map recap(Ran ran) { [code: ran.code, hosts: ran.calls.collect { [it.host, it.label, it.status] } as Set, recap: ran.summary.hosts.collectEntries { name, its -> [name, its.subMap('ok', 'changed', 'failed')] }] }

  def "five containers come to the same, by ssh and by docker, and a second run changes nothing"() {
    given:
    def site = inventory("connection: $way\n")

    when:
    def first = site.run(SHOP, '-o', 'json')
    def state = names.collect { containers.inside(it, STATE) }
    def second = site.run(SHOP, '-o', 'json')

    then:
    first.code == 0
    first.calls.findAll { it.status == 'changed' }*.host as Set == names as Set
    names.every { name -> first.calls.findAll { it.host == name }*.status.count('changed') == 4 }
    second.code == 0
    second.calls*.status as Set == ['ok'] as Set
    !containers.inside(names[0], 'ls /tmp').contains('evil')
    state.toSet().size() == 2

    when:
    seen << [(way): [recap(first), recap(second), state]]
    names.each { containers.inside(it, 'rm -rf /srv/shop /etc/shop.env') }

    then:
    seen.values().toSet().size() == 1

    where:
    way << ['ssh', 'docker']
  }

  @Shared Map seen = [:]

  def "facts, groups and variables of containers"() {
    when:
    def site = inventory('groups_by: [image, "label:role"]\nexclude: {name: "*-web2"}\n')

    then:
    site.kit('inventory', 'hosts', '-i', site.inventory, 'role_web').out.readLines() == [names[0], names[2], names[3]]
    site.kit('inventory', 'hosts', '-i', site.inventory, 'label_role_edge').out.readLines() == [names[4]]
    with(site.kit('inventory', 'host', '-i', site.inventory, names[0], '-o', 'json').out) {
      contains('{{ 7 * 7 }}$(touch /tmp/evil)')
      !contains('"Env"')
    }
    site.kit('facts', '-i', site.inventory, names[0]).out.contains('Debian')
    site.kit('run', '-i', site.inventory, site.write('p.groovy', "play('P') { hosts 'role_edge'; task('T') { println facts.os.family } }") as String).code == 0
  }

  def "what was left out is told by every command: #command"() {
    given:
    def site = inventory('connection: ssh\nprivate_ssh_port: 23\ncache: false\n')
    site.write('site.groovy', "play('P') { hosts 'localhost'; task('T') { command 'true' } }")

    when:
    def ran = site.kit(*command*.replace('SITE', site.playbook as String), '-i', site.inventory)

    then:
    ran.err.readLines().count { it.startsWith('warning: ') && it.contains('containers left out: ' + names[0] + ' publishes no port 23') } == 1

    where:
    command << [['run', 'SITE'], ['check', 'SITE'], ['do', 'localhost', 'command', 'true'], ['facts', 'localhost'], ['inventory', 'list'],
                ['why', 'x', '--host', 'localhost']]
  }

  def "where a host is not known, the age of a kept answer is told"() {
    given:
    def site = inventory('')

    expect:
    !site.kit('do', 'nobody', 'command', 'true', '-i', site.inventory, '--refresh').err.contains('--refresh asks anew')
    with(site.kit('do', 'nobody', 'command', 'true', '-i', site.inventory)) {
      code == 5
      err.contains('docker.yml:2:1 answered') && err.contains('s ago; --refresh asks anew')
    }
  }

  def "a Groovy inventory asks the engine too"() {
    given:
    site.inventory = site.write('hosts.groovy', """
      group('boxes') {
        docker(connection: 'docker', filters: [label: 'kit.spec=$containers.mark']) {
          keep { it.docker_state.Status == 'running' && it.docker_labels.role == 'web' }
          groupBy('role') { it.docker_labels.role }
          vars { [http_port: it.docker_labels.port ?: 80] }
        }
        vars colour: 'red'
      }""")

    when:
    def ran = site.run("play('P') { hosts 'role_web:&boxes'; task('T') { println \"\$colour \$http_port\" } }", '-o', 'json')

    then:
    ran.code == 0
    ran.events.findAll { it.event == 'printed' }.collectEntries { [it.host, it.text] } == names[0..3].collectEntries { [it, 'red 80'] }
  }

  def "a container that the playbook starts is configured in its next play"() {
    given:
    containers.names << "$containers.mark-born".toString()
    def site = inventory('')
    def playbook = """
      play('Start') {
        hosts 'localhost'
        task('Start') {
          command argv: ['docker', 'run', '-d', '--name', '$containers.mark-born', '--network', 'none', '--label', 'kit.spec=$containers.mark',
            '--label', 'role=born', '${containers.image('m1')}', 'sleep', '100000']
        }
        $refresh
      }
      play('Configure') {
        hosts 'role_born'
        task('Configure') { copy dest: '/born', content: "\${inventory_hostname}\\n" }
      }"""
    assert site.kit('inventory', 'list', '-i', site.inventory).code == 0 // its answer is kept

    when:
    def checked = site.check(playbook, '-o', 'json')

    then:
    checked.code == 0
    checked.calls*.host as Set == ['localhost'] as Set

    when:
    def ran = site.run(playbook, '-o', 'json')

    then:
    ran.code == 0
    ran.calls*.host == ['localhost', "$containers.mark-born".toString()]
    ran.calls*.status == ['changed', 'changed']
    containers.inside("$containers.mark-born", 'cat /born') == "$containers.mark-born\n"

    cleanup:
    Testbed.local('docker', 'rm', '-f', "$containers.mark-born".toString())

    where:
    refresh << ['refreshInventory()', "task('Refresh') { refreshInventory() }"]
  }

  def "#signal on the terminal ends what runs in the containers, and kit with #code"() {
    given:
    def site = inventory('connection: docker\n')
    def running = site.start("play('P') { hosts 'role_web'; task('T') { command 'touch /tmp/begun'; command 'sleep 8123' } }", before: ['setsid'])
    def here = names[0..3]
    eventually(40) { here.each { assert containers.inside(it, 'ls /tmp/begun').startsWith('/tmp/begun\n') } }
    eventually(20) { here.each { assert containers.inside(it, 'cat /proc/[0-9]*/cmdline').contains('sleep\0' + '8123') } }

    when: 'all of its group get it, as from a terminal'
    Testbed.local('kill', "-$signal", '--', "-${running.process.pid()}")
    def ran = running.await(20)

    then:
    ran.code == code
    eventually(15) { here.each { assert !containers.inside(it, 'cat /proc/[0-9]*/cmdline').contains('sleep\0' + '8123') } }

    cleanup:
    here.each { containers.inside(it, 'rm -f /tmp/begun') }

    where:
    signal || code
    'INT'  || 130
    'KILL' || 137
  }

  def "an engine that is gone when the inventory is read again fails the host, not kit"() {
    given:
    def site = inventory("docker_host: unix://$temp/engine.sock\nunreachable: group\n")
    java.nio.file.Files.createSymbolicLink(temp.resolve('engine.sock'), java.nio.file.Path.of('/var/run/docker.sock'))

    when:
    def ran = site.run("""
      play('P') {
        hosts 'localhost'
        task('T') { command 'rm $temp/engine.sock'; refreshInventory() }
      }""")

    then:
    ran.code == 2
    ran.text.contains("the engine at unix://$temp/engine.sock cannot be reached")
  }
}
