package kit.share

import java.nio.file.Files
import java.nio.file.Path
import kit.run.Ran
import spock.lang.Specification
import spock.lang.TempDir

/** {@code kit role} as a process in a project's directory. */
class SharingSpec extends Specification {

  @TempDir Path temp
  SharedRole shared

  def setup() {
    shared = new SharedRole(temp)
  }

  private Ran kit(String... arguments) { shared.kit(arguments) }

  private String lock() { Files.readString(shared.project.resolve('kit.lock')) }

  def 'a role comes as #kind, is locked and verified, and what it holds is not run'() {
    given:
    def source = shared."$kind"('1.0')

    when:
    def ran = kit('role', 'install', source, '--name', 'hello')

    then:
    ran.code == 0
    ran.out.startsWith('hello installed: ')
    Files.readString(shared.project.resolve('roles/hello/tasks/main.groovy')).contains('greeting')
    !Files.exists(shared.touched)
    lock().contains('sha256: "')
    kit('role', 'verify').out.trim() == 'hello: as locked'

    when: 'a file is changed'
    Files.writeString(shared.project.resolve('roles/hello/tasks/main.groovy'), "task('x') { }")
    def verified = kit('role', 'verify')

    then:
    verified.code != 0
    verified.out.trim() == 'hello: its files differ from what was locked'

    when: 'it is installed again from the lock file alone'
    def again = kit('role', 'install')

    then:
    again.code == 0
    kit('role', 'verify').code == 0
    !Files.exists(shared.touched)

    where:
    kind << ['git', 'maven', 'archive', 'directory']
  }

  def 'the lock holds when #kind moves on, and says so if it is replaced'() {
    given:
    def source = shared."$kind"('1.0')
    kit('role', 'install', source, '--name', 'hello')
    def first = lock()

    when: 'the same source has something else now'
    shared.change()
    shared."$kind"('1.0')
    Files.walk(shared.project.resolve('roles')).withCloseable { it.sorted(Comparator.reverseOrder()).each { Files.delete(it) } }
    def ran = kit('role', 'install')

    then:
    ran.code == code
    ran.err.contains(says)
    lock() == first

    where:
    kind        || code | says
    'git'       || 0    | ''
    'archive'   || 1    | "the role 'hello' is not what kit.lock says"
    'directory' || 1    | "the role 'hello' is not what kit.lock says"
    'maven'     || 1    | "the role 'hello' is not what kit.lock says"
  }

  def 'kit.roles.yml and requirements.yml list roles: #file'() {
    given:
    def git = shared.git('1.0')
    def maven = shared.maven('1.0')
    def url = git.substring(4, git.indexOf('#'))
    shared.write(file, text.replace('URL', url).replace('MAVEN', maven).replace('REPO', shared.repository))

    when:
    def ran = kit('role', 'install')

    then:
    ran.code == 0
    Files.list(shared.project.resolve('roles')).withCloseable { it*.fileName*.toString().sort() } == names

    where:
    file                     | text                                                                              || names
    'kit.roles.yml'          | 'roles:\n- {name: a, git: URL, ref: v1.0}\n- {name: b, maven: MAVEN}\nrepositories: ["REPO"]\n' || ['a', 'b']
    'requirements.yml'       | '- src: git+URL\n  version: v1.0\n  name: a\n- {src: URL, scm: git, version: v1.0, name: c}\n' || ['a', 'c']
    'roles/requirements.yml' | 'roles:\n- {src: URL, scm: git, version: v1.0}\n'                                  || ['hello', 'requirements.yml']
  }

  def 'a mistake is one problem: #line'() {
    given:
    shared.git('1.0')
    shared.write('roles/mine/tasks/main.groovy', '')
    shared.write('bad.yml', 'roles: [{gti: x}]')

    when:
    def ran = kit(*line.replace('URL', "git+file://$shared.repositoryOfGit").tokenize(' '))

    then:
    ran.code != 0
    ran.err.contains(says)
    !Files.exists(shared.project.resolve('kit.lock'))

    where:
    line                                   || says
    'role'                                 || 'kit role wants a word'
    'role instal x'                        || "did you mean 'install'?"
    'role install'                         || 'there is nothing to install'
    'role install nowhere'                 || "'nowhere' is no source of a role"
    'role install URL#v9'                  || "has no 'v9'"
    'role install git+file:///nowhere/x'   || 'git gives no role'
    'role install org.nowhere:x:1'         || 'Maven gives no role: org.nowhere:x:1'
    'role install URL#v1.0 --name mine'    || 'is there already and is not in kit.lock'
    'role install URL#v1.0 --name ../x'    || "'../x' cannot be the name of a role"
    'role install -r bad.yml'              || "a role has no 'gti'"
    'role remove other'                    || "there is no role 'other'"
    'role show minee'                      || "there is no role 'minee'"
    'role package mine'                    || 'group and version are missing'
    'role init mine'                       || 'roles/mine is there already'
  }

  def 'a role can be begun, shown, listed and removed'() {
    expect:
    kit('role', 'init', 'web').code == 0
    kit('doc', 'role', 'web').out.contains('greeting  str, default hello')
    kit('role', 'list').out.contains('web')
    kit('role', 'install', shared.git('1.0'), '--name', 'hello').code == 0
    kit('role', 'show', 'hello').out.readLines().any { it ==~ /sha256 [0-9a-f]{64}/ }
    kit('role', 'remove', 'hello').code == 0
    !Files.exists(shared.project.resolve('roles/hello'))
    !lock().contains('hello')
  }

  def 'a packed role is the same each time'() {
    given:
    def packed = ['one', 'two'].collect { new Packing(shared.role, 'org.example', '1').write(temp.resolve(it), false) }

    expect:
    Arrays.equals(Files.readAllBytes(packed[0]), Files.readAllBytes(packed[1]))
    Files.exists(temp.resolve('one/hello-1.pom'))
  }
}
