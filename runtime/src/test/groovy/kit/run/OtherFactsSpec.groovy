package kit.run

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Facts of other hosts in templates. */
class OtherFactsSpec extends Specification {

  @TempDir Path temp
  Site site

  def setup() {
    site = new Site(temp, null).hosts('a ansible_connection=local', 'b ansible_connection=local')
    site.write('t.j2', "{{ hostvars['b'].ansible_kernel }} {{ hostvars['b'].ansible_facts.kernel }} {{ hostvars['b'].facts.kernel }}\n")
  }

  def "facts of a host that were gathered before can be read by others"() {
    when:
    def ran = site.run("""
      play('Gather') { hosts 'b'; task('Facts') { println facts.kernel } }
      play('Use') { hosts 'a'; task('T') { template src: 't.j2', dest: '$temp/made' } }
    """)

    then:
    ran.code == 0
    def kernel = new File('/proc/sys/kernel/osrelease').text.trim()
    Files.readString(temp.resolve('made')) == ([kernel] * 3).join(' ') + '\n'
  }

  def "facts that nobody has gathered are not asked for on the way"() {
    when:
    def ran = site.run("play('Use') { hosts 'a'; task('T') { template src: 't.j2', dest: '$temp/made' } }")

    then:
    ran.code == 2
    ran.out.contains("'hostvars['b']' has no 'ansible_kernel'")
  }
}
