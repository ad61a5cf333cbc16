package kit.vault

import java.nio.file.Files
import java.nio.file.Path
import kit.cli.Main
import kit.cli.terminal.Screen
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** A disk that is full at any point leaves the old file as it was, and nothing beside it. */
@Requires(value = { FullDiskSpec.mounts() }, reason = 'needs root and mount, for a small disk of its own')
class FullDiskSpec extends Specification {

  static final PAGE = 4096
  static final PAGES = 24

  @TempDir Path temp
  Path disk
  File file
  def err = new ByteArrayOutputStream()

  static boolean mounts() {
    'root' == System.getProperty('user.name') && new ProcessBuilder('sh', '-c',
      'd=$(mktemp -d) && mount -t tmpfs -o size=64k kit $d && umount $d; rc=$?; rmdir $d; exit $rc').start().waitFor() == 0
  }

  def setup() {
    disk = Files.createDirectory(temp.resolve('disk'))
    run("mount -t tmpfs -o size=${PAGES * PAGE},nr_inodes=64 kit $disk")
    file = disk.resolve('secrets.yml').toFile()
    temp.resolve('pw').toFile().text = 'the first password of the two'
    temp.resolve('new').toFile().text = 'the other password of the two'
  }

  def cleanup() {
    run("umount $disk")
  }

  def "#command with every number of free pages: the old file or the new one, never another"() {
    given:
    file.bytes = before
    def filler = disk.resolve('filler').toFile()
    def ends = [:].withDefault { 0 }

    when:
    for (int free in 0..PAGES) {
      file.bytes = before
      fill(filler, free)
      def ended = kit(*words.collect { it.replace('%', temp.toString()).replace('FILE', file.path) })
      ends[ended]++
      assert ended == 0 ? good(file.bytes) : file.bytes == before: "$free pages free: ended with $ended\n$err"
      assert disk.toFile().list().sort() == ['filler', 'secrets.yml']
      assert ended in [0, 7]
      filler.delete()
    }

    then:
    ends[0] > 0
    ends[7] > 0
    err.toString().contains('could not be written')
    err.toString().contains('it is as it was')

    where:
    command          | words                                                                        | before         | good
    'encrypt'        | ['encrypt', '--vault-id', '%/pw', 'FILE']                                    | plain(5000)    | { opens(it, 'first') == plain(5000) }
    'decrypt'        | ['decrypt', '--vault-id', '%/pw', 'FILE']                                    | sealed(10_000) | { it == plain(10_000) }
    'rekey'          | ['rekey', '--vault-id', '%/pw', '--new-vault-id', '%/new', 'FILE']           | sealed(5000)   | { opens(it, 'other') == plain(5000) }
    'rekey of values'| ['rekey', '--vault-id', '%/pw', '--new-vault-id', '%/new', 'FILE']           | inline(4000)   | { new String(it).startsWith('# kept\na: !vault |\n') && !Arrays.equals(it, inline(4000)) }
    'set'            | ['set', '--vault-id', '%/pw', 'FILE', 'a', 'v' * 6000]                       | inline(10)     | { new String(it).startsWith('# kept\na: !vault |\n') && it.length > 20_000 }
  }

  private static final INLINE = [:]

  static byte[] plain(int size) { ('x: 1\n' * size)[0..<size].bytes }

  static byte[] sealed(int size) { INLINE.computeIfAbsent("s$size") { Vault.encrypt(plain(size), key('first')).bytes } }

  static byte[] inline(int size) {
    INLINE.computeIfAbsent("i$size") { ('# kept\na: !vault |\n' + Vault.encrypt(plain(size), key('first')).readLines().collect { '  ' + it }.join('\n') + '\nb: 2\n').bytes }
  }

  static byte[] opens(byte[] sealed, String which) { new Vault([key(which)]).decrypt(new String(sealed), kit.model.Location.NONE) }

  private static Secret key(String which) { new Secret('default', "the $which password of the two".bytes) }

  /** Leaves a number of pages free. */
  private void fill(File filler, int free) {
    filler.bytes = new byte[0]
    def out = new FileOutputStream(filler)
    try {
      while (disk.toFile().usableSpace > free * PAGE) out.write(new byte[PAGE])
    } catch (IOException full) {
      // it is
    } finally {
      out.close()
    }
  }

  private int kit(Object... words) {
    def screen = new Screen(new PrintStream(new ByteArrayOutputStream()), new PrintStream(err), [:], '', 0)
    new Main(screen).run(['vault', *words] as String[])
  }

  private static void run(CharSequence command) {
    def process = command.toString().execute()
    assert process.waitFor() == 0: process.err.text
  }
}
