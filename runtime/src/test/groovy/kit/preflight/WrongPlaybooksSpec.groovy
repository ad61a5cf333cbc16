package kit.preflight

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/**
 * The playbooks in {@code wrong/}, each with one mistake that its first line names, get the words in
 * their {@code expected.txt}. docs/mistakes.md is made of them.
 */
class WrongPlaybooksSpec extends Specification {

  static final List<Path> CASES = Corpus.folders('wrong')

  def "#name: #mistake"() {
    when:
    def told = Offline.of(folder)
    if (System.getenv('KIT_FREEZE')) Files.writeString(folder.resolve('expected.txt'), told.err)

    then:
    told.err == Files.readString(folder.resolve('expected.txt'))
    told.out == ''
    told.code in [1, 5, 7]

    where:
    folder << CASES
    name = folder.fileName.toString()
    mistake = Files.readAllLines(folder.resolve('site.groovy'))[0] - '// '
  }

  def "there are at least 60"() {
    expect:
    CASES.size() >= 60
  }
}
