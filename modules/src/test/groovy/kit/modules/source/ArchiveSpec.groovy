package kit.modules.source

import kit.spi.PlanException
import spock.lang.Specification

/** What the controller finds in an archive, and what a host needs for it. */
class ArchiveSpec extends Specification {

  def "damaged archives are errors, not more: #what"() {
    when:
    Archive.of(bytes, 'x')

    then:
    def e = thrown(PlanException)
    e.message.contains(message)

    where:
    what              | bytes                                                  || message
    'cut tar'         | new Tar().add('a', '0', 'x' * 900).bytes()[0..<1000] as byte[]    || 'damaged'
    'cut gzip'        | new Tar().add('a', '0', 'x' * 900).gzip()[0..<30] as byte[]    || 'damaged'
    'wrong header'    | new Tar().add('a').bytes().tap { it[3] = 1 }           || 'damaged'
    'claims too much' | new Tar().add('a', '0', 'x', '', 1L << 32).bytes()     || 'unpacks to more than'
    'bomb'            | bomb()                                                 || 'unpacks to more than'
    'cut zip'         | Tar.zip([a: 'x'])[0..-6] as byte[]               || 'no directory'
    'nothing'         | new byte[0]                                            || 'no archive'
    'text'            | 'hello'.bytes                                          || 'no archive'
  }

  private static byte[] bomb() { new Tar().add('a', '0', 'x' * (80 << 20)).gzip() }

  def "the host needs the programs: #programs for #format"() {
    expect:
    new Unpacking(Optional.empty(), format, programs as Set, '/x', [], newer).objection().present == refused

    where:
    format             | programs                  | newer || refused
    ArchiveFormat.TAR  | ['tar', 'gnu']            | true  || false
    ArchiveFormat.TAR  | []                        | false || true
    ArchiveFormat.TAR  | ['tar']                   | true  || true
    ArchiveFormat.XZ   | ['tar', 'gnu']            | false || true
    ArchiveFormat.XZ   | ['tar']                   | false || false
    ArchiveFormat.ZSTD | ['tar', 'zstd']           | false || true
    ArchiveFormat.ZSTD | ['tar', 'gnu', 'zstd']    | false || false
    ArchiveFormat.ZIP  | ['tar']                   | false || true
    ArchiveFormat.ZIP  | ['unzip']                 | false || false
  }
}
