package kit.run

import java.nio.file.Files
import kit.share.SharedRole

/** A role that was shared, installed in a fresh project and run on a real host. */
class SharedRoleSpec extends HostSpec {

  def 'a role shared as #kind is installed, locked, verified and run'() {
    given:
    def shared = new SharedRole(temp)
    def source = shared."$kind"('1.0')
    def host = hosts.on('d1', 'rm -f /tmp/kit-greeting; hostname')
    site.write('project/site.groovy', """play('Greet') {
      hosts 'd1'
      role 'hello', target: '/tmp/kit-greeting', greeting: 'good morning'
    }""")

    when:
    def installed = shared.kit('role', 'install', source)
    def untouched = !Files.exists(shared.touched)
    def verified = shared.kit('role', 'verify')
    def first = site.kit('run', '-i', site.inventory, "$temp/project/site.groovy", '-o', 'json')
    def second = site.kit('run', '-i', site.inventory, "$temp/project/site.groovy", '-o', 'json')

    then:
    host
    installed.code == 0
    untouched
    verified.out.trim() == 'hello: as locked'
    Files.readString(shared.project.resolve('kit.lock')).contains(version)
    first.code == 0
    first.calls*.status.contains('changed')
    first.events.findAll { it.event == 'printed' }*.text == ['greeted /tmp/kit-greeting']
    hosts.on('d1', 'cat /tmp/kit-greeting') == 'good morning from d1, hello'
    second.code == 0
    second.calls*.status.unique() == ['ok']

    where:
    kind    || version
    'git'   || '#v1.0'
    'maven' || 'org.example.roles:hello:1.0'
  }
}
