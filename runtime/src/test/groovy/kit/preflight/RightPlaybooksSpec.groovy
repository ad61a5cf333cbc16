package kit.preflight

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Playbooks that are right pass in silence: a false alarm is a defect. */
class RightPlaybooksSpec extends Specification {

  static final Path ROOT = Path.of('..').toRealPath()

  @TempDir Path temp

  def "#name: #what"() {
    when:
    def told = Offline.of(folder)

    then:
    told.err == ''
    told.out == ''
    told.code == 0

    where:
    folder << Corpus.folders('right')
    name = folder.fileName.toString()
    what = Files.readAllLines(folder.resolve('site.groovy'))[0] - '// '
  }

  def "the project's own #playbook"() {
    given:
    def folder = temp.resolve('site')
    def origin = ROOT.resolve(playbook).parent
    Files.walk(origin).filter { Files.isRegularFile(it) && !"$it".contains('/.') }.each {
      def to = folder.resolve(origin.relativize(it).toString())
      Files.createDirectories(to.parent)
      Files.copy(it, to)
    }
    Files.move(folder.resolve(ROOT.resolve(playbook).fileName.toString()), folder.resolve('site.groovy'))
    Files.writeString(folder.resolve('hosts'), hosts)

    when:
    def told = Offline.of(folder)

    then:
    told.err == ''
    told.code == 0

    where:
    playbook                        | hosts
    'playbooks/quickstart.groovy'   | 'localhost\n'
    'bench/playbook/site.groovy'    | '[shop]\nd1 node=d1\n'
  }
}
