package kit.cli.terminal

import kit.cli.RunCommand
import kit.cli.option.ConnectionOptions
import kit.cli.option.InventoryOptions

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import kit.model.KitException
import spock.lang.Specification
import spock.lang.TempDir

class ConfigSpec extends Specification {

  @TempDir Path temp
  def err = new ByteArrayOutputStream()

  private Config config(String text, Map<String, String> environment = [:]) {
    Files.writeString(temp.resolve('kit.yml'), text)
    ConfigFile.read(temp, screen(environment))
  }

  private Screen screen(Map<String, String> environment) {
    new Screen(new PrintStream(new ByteArrayOutputStream()), new PrintStream(err), environment, '', 0)
  }

  def 'kit.yml says what nothing else says; paths are seen from it'() {
    when:
    def config = config('inventory: [hosts, "a,b,"]\nroles_path: shared\nvault_password_file: ~/pw\nforks: 7\nbecome: yes\nuser: deploy\n')

    then:
    config.inventory() == ["$temp/hosts".toString(), 'a,b,']
    config.rolesPath() == [temp.resolve('shared')]
    config.vaultPasswordFile().get() == Path.of(System.getProperty('user.home'), 'pw')
    config.number('forks', 50) == 7
    config.become()
    config.user() == 'deploy'
    config.becomeUser() == ''
  }

  def 'the environment wins over kit.yml'() {
    given:
    def config = config('inventory: hosts\nforks: 7\nbecome: true\nroles_path: x\n',
      [KIT_INVENTORY: 'other', KIT_FORKS: '9', KIT_BECOME: 'no', KIT_ROLES_PATH: '/a:/b'])

    expect:
    config.inventory() == ['other']
    config.number('forks', 50) == 9
    !config.become()
    config.rolesPath() == [Path.of('/a'), Path.of('/b')]
  }

  def 'the command line wins over both'() {
    given:
    Files.writeString(temp.resolve('kit.yml'), 'forks: 7\nuser: config\ninventory: nowhere\n')
    def command = new RunCommand(false)
    def said = new picocli.CommandLine(command.spec()).parseArgs(*line, 'site.groovy')
    def screen = screen(KIT_USER: user)
    screen.project(temp)

    when:
    def options = ConnectionOptions.of(said, screen)

    then:
    [options.forks(), options.user(), InventoryOptions.of(said, screen).sources()] == [forks, name, [sources ?: "$temp/nowhere".toString()]]

    where:
    line                               | user  || forks | name     | sources
    []                                 | ''    || 7     | 'config' | null
    []                                 | 'env' || 7     | 'env'    | null
    ['-f', '3', '-u', 'x', '-i', 'h,'] | 'env' || 3     | 'x'      | 'h,'
  }

  def 'refuses #text'() {
    when:
    def config = config(text)
    [config.inventory(), config.number('forks', 1), config.become(), config.user(), config.rolesPath()]

    then:
    def e = thrown(KitException)
    e.message.replace("$temp/", '') == message

    where:
    text                || message
    'frks: 1'           || "kit.yml:1:1: there is no setting 'frks' (did you mean 'forks'?)"
    'forks: 0'          || "kit.yml: 'forks' wants a whole number from 1 (see docs/config.md)"
    'forks: many'       || "kit.yml: 'forks' wants a whole number from 1 (see docs/config.md)"
    'become: maybe'     || "kit.yml: 'become' wants true or false (see docs/config.md)"
    'user: [a]'         || "kit.yml: 'user' wants one text (see docs/config.md)"
    'inventory: {a: b}' || "kit.yml: 'inventory' wants a text or a list of them (see docs/config.md)"
    '[a]'               || "kit.yml:1:1: it is no map (inventory: hosts)"
  }

  def 'is not read where #who could change it, and says so'() {
    given:
    Files.writeString(temp.resolve('kit.yml'), 'forks: 7\n')
    Files.setPosixFilePermissions(temp.resolve(file), PosixFilePermissions.fromString(mode))

    when:
    def config = ConfigFile.read(temp, screen([:]))

    then:
    config.number('forks', 50) == 50
    err.toString().startsWith("warning: $temp/kit.yml is not read: everybody can write to ")

    where:
    who                      | file      | mode
    'a folder for all'       | '.'       | 'rwxrwxrwx'
    'a file for all'         | 'kit.yml' | 'rw-rw-rw-'
  }

  def 'is not read through a link to where others write'() {
    given:
    def open = Files.createDirectories(temp.resolve('open'))
    Files.writeString(open.resolve('kit.yml'), 'forks: 7\n')
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString('rwxrwxrwx'))
    Files.createSymbolicLink(temp.resolve('kit.yml'), open.resolve('kit.yml'))

    expect:
    ConfigFile.read(temp, screen([:])).number('forks', 50) == 50
    err.toString().contains('is not read: everybody can write to')
  }

  def 'is not read if it belongs to somebody else'() {
    given:
    Files.writeString(temp.resolve('kit.yml'), 'forks: 7\n')
    boolean root = System.getProperty('user.name') == 'root'
    if (root) Files.setAttribute(temp.resolve('kit.yml'), 'unix:uid', 65534)

    when:
    def forks = ConfigFile.read(temp, screen([:])).number('forks', 50)

    then:
    forks == (root ? 50 : 7)
    err.toString().contains('belongs to') == root
  }
}
