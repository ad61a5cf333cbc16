package kit.modules

import static kit.modules.Calls.make

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import kit.fixture.ShellHost
import kit.modules.accounts.AuthorizedKey
import kit.modules.files.IniFile
import kit.modules.network.KnownHosts
import kit.modules.system.Mount
import kit.modules.system.Sysctl
import kit.spi.Change
import kit.spi.Plan
import spock.lang.Specification
import spock.lang.TempDir

/** Files that are edited by lines, on a real shell: whatever else is in them stays, byte for byte. */
class OtherLinesSpec extends Specification {

  @TempDir Path folder

  def "#module.simpleName leaves lines in another encoding as they are, and takes its own away again"() {
    given:
    def file = folder.resolve('file')
    def before = '# M\u00fcller, in Latin-1\n\n# \u00a4\n'.getBytes(StandardCharsets.ISO_8859_1)
    Files.write(file, before)
    def host = new ShellHost(['sh'])
    def there = make(module, [(path): file as String] + arguments)

    expect:
    host.plan(there) instanceof Change
    host.apply(there)*.rc().every { it == 0 }
    latin(Files.readAllBytes(file)) - (latin(line.getBytes(StandardCharsets.UTF_8)) + '\n') == latin(before)
    Files.readAllBytes(file).length > before.length
    host.plan(there) instanceof Plan.Unchanged

    and:
    def gone = make(module, [(path): file as String] + arguments + [state: absent])
    host.apply(gone)*.rc().every { it == 0 }
    Files.readAllBytes(file) == before
    host.plan(gone) instanceof Plan.Unchanged

    where:
    module        | path         | absent              | line | arguments
    AuthorizedKey | 'path'       | 'absent'            | 'ssh-ed25519 AAAA Zo\u00eb' | [user: System.getProperty('user.name'), key: 'ssh-ed25519 AAAA Zo\u00eb', manageDir: false]
    KnownHosts    | 'path'       | 'absent'            | 'a.example.org ssh-ed25519 AAAA' | [name: 'a.example.org', key: 'a.example.org ssh-ed25519 AAAA']
    Sysctl        | 'sysctlFile' | 'absent'            | 'kernel.ostype=Linux' | [name: 'kernel.ostype', value: 'Linux', reload: false]
    Mount         | 'fstab'      | 'absent-from-fstab' | 'kit\u00e9 /nowhere/kit tmpfs defaults 0 0' | [path: '/nowhere/kit', src: 'kit\u00e9', fstype: 'tmpfs', state: 'present']
    IniFile       | 'path'       | 'absent'            | 'Zo\u00eb = 1' | [option: 'Zo\u00eb', value: '1']
  }

  private static String latin(byte[] bytes) { new String(bytes, StandardCharsets.ISO_8859_1) }
}
