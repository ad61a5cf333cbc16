package kit.discovery

import java.nio.file.Files
import java.nio.file.Path
import kit.inventory.InventoryLoader
import kit.inventory.Memory
import kit.inventory.SourceConfig
import kit.inventory.InventoryBuilder
import kit.inventory.SourceException
import kit.inventory.Sources
import kit.vault.Vault
import spock.lang.Specification
import spock.lang.TempDir

/** Inventory programs that fail, and what they said before. */
class LastWordsSpec extends Specification {
  static final String WORKS = """
    case \$1 in
      --list) echo '{"web": ["w1", "w2"], "db": {"hosts": ["d1"], "vars": {"big": 18446744073709551616, "none": null}}}' ;;
      *) echo "{\\"me\\": \\"\$2\\", \\"deep\\": [{\\"a\\": 1.5}, true]}" ;;
    esac"""

  @TempDir Path folder

  def 'the last answer is taken whole: #how'() {
    given:
    program(WORKS)
    def fresh = load(true)
    program(text)

    when:
    def old = load(true)

    then:
    old.hosts() == fresh.hosts()
    old.hosts().every { old.host(it).get().vars()*.value*.value() == fresh.host(it).get().vars()*.value*.value() }
    old.host('w2').get().vars().me.value() == 'w2'
    old.group('db').get().vars().big.value() == 18446744073709551616
    old.group('db').get().vars().none.value() == null
    old.warnings().size() == 1
    old.warnings()[0] =~ /$message.*; going on with its answer of \d+ s ago/

    where:
    how                     | text                                                          || message
    'it fails'              | 'exit 1'                                                      || 'failed with exit code 1'
    'it prints half'        | '''printf '{"web": ["w1"' '''                                  || 'printed no JSON'
    'it fails for one host' | '''[ $1 = --list ] && echo '{"web": ["w1", "w3"]}' || { [ $2 = w1 ] && echo '{"me": "new"}'; } ''' || "--host w3' failed"
  }

  def 'without a wish for it nothing is kept, and nothing old is taken'() {
    given:
    program(WORKS)
    load(wished)
    program('exit 1')

    when:
    load(false)

    then:
    def e = thrown(SourceException)
    e.problems()[0].hint().contains('--allow-stale takes its answer of') == wished
    Files.exists(folder.resolve('kept')) == wished

    where:
    wished << [false, true]
  }

  def 'a program that answers is asked each time'() {
    given:
    program(WORKS)
    load(true)
    program('''echo '{"web": ["w9"]}' ''')

    expect:
    load(true).hosts() == ['w9'] as Set
  }

  private void program(String text) {
    Path file = Files.writeString(folder.resolve('hosts'), "#!/bin/sh\n$text\n")
    file.toFile().executable = true
  }

  private load(boolean stale) {
    def words = new LastWords(new Answers(Optional.of(folder.resolve('kept'))), new Freshness(true, stale))
    def sources = new Sources() {
      @Override void ask(SourceConfig config, InventoryBuilder into) { assert false }
      @Override Memory memory() { words }
    }
    new InventoryLoader(new Vault([]), sources).load([folder.resolve('hosts').toString()])
  }
}
