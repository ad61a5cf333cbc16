package kit.cli

import kit.cli.terminal.Screen

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** What one meets first: kit init, kit doctor, kit completion. */
class BeginnerSpec extends Specification {

  @TempDir Path temp
  def out = new ByteArrayOutputStream()
  def err = new ByteArrayOutputStream()

  def "init writes a project that passes the check, converges and is not written twice"() {
    given:
    def pages = "pages=$temp/pages".toString()
    def run = ['run', "$temp/new/site.groovy", '-i', "$temp/new/hosts", '-e', pages]*.toString()

    expect:
    kit('init', "$temp/new".toString()) == 0
    said().last() == "now: cd $temp/new && kit check site.groovy -i hosts --diff"
    kit('check', '--offline', *run.drop(1)) == 0
    kit(*run) == 0
    said().last().startsWith('1 host: 1 ok · 3 changed')
    kit(*run) == 0
    said().last().startsWith('1 host: 1 ok · 0 changed')
    temp.resolve('pages/hello.txt').toFile().text =~ /^Hello from localhost, an? \w+ machine\.\n$/
    kit('init', "$temp/new".toString()) == 5
    err.toString().contains("site.groovy' is there already")
  }

  def "init writes nothing if one of the files is there"() {
    given:
    temp.resolve('hosts').toFile().text = 'mine'

    expect:
    kit('init', temp.toString()) == 5
    temp.toFile().list() as List == ['hosts']
  }

  def "doctor finds #what"() {
    given:
    def ssh = Files.createDirectories(temp.resolve('home/.ssh'))
    [known_hosts: '', id_ed25519: 'key', config: 'Host x\n  Port 22\n'].each { name, text ->
      Files.writeString(ssh.resolve(name), text)
      Files.setPosixFilePermissions(ssh.resolve(name), PosixFilePermissions.fromString('rw-------'))
    }
    change(ssh)
    def screen = screen([LANG: 'C.UTF-8', XDG_CACHE_HOME: "$temp/cache" as String] + environment)

    when:
    def problems = new Checkup(screen, temp.resolve('home'), temp).findings().findAll { !it.well() }

    then:
    problems*.what()*.replace("$temp", '')*.replace('/home/.ssh/', '~/') == told
    problems.every { !it.remedy().empty }

    where:
    what                | environment                  | change                                    || told
    'nothing'           | [:]                          | { }                                       || []
    'no known hosts'    | [:]                          | { Files.delete(it.resolve('known_hosts')) } || ['~/known_hosts is not there: no host is known']
    'an open list'      | [:]                          | { open(it.resolve('known_hosts')) }       || ['~/known_hosts can be written by others, who could make you trust any host']
    'an open key'       | [:]                          | { open(it.resolve('id_ed25519')) }        || ['~/id_ed25519 can be read by others', 'there is no key and no agent to log in with']
    'a mistaken config' | [:]                          | { it.resolve('config').toFile().text = 'Port abc\n' } || ["~/config: 'abc' is no port (of any-host)"]
    'a dead agent'      | [SSH_AUTH_SOCK: '/nowhere']  | { }                                       || ['SSH_AUTH_SOCK names /nowhere, where no agent is']
    'an old locale'     | [LANG: 'C']                  | { }                                       || ["the terminal's language is 'C', but kit writes UTF-8"]
    'a lost inventory'  | [KIT_INVENTORY: '/nowhere']  | { }                                       || ['/nowhere: there is no such inventory']
  }

  private static void open(Path file) {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rw-rw-rw-'))
  }

  @Requires({ new File('/bin/bash').canExecute() })
  def "completes #line to #words"() {
    given:
    kit('completion', shell)
    def script = temp.resolve('completion')
    script.toFile().bytes = out.toByteArray()
    temp.resolve('site.groovy').toFile().text = ''
    def ask = 'source ./completion; compopt() { :; }; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); ' +
        'COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; _complete_kit; echo "${COMPREPLY[@]}"'

    when:
    def process = new ProcessBuilder('bash', '-c', ask, 'bash', *line.split(' ')).directory(temp.toFile())
        .redirectErrorStream(true).start()

    then:
    process.inputStream.text.trim() == words

    where:
    shell  | line                || words
    'bash' | 'kit inv'           || 'inventory'
    'zsh'  | 'kit inv'           || 'inventory'
    'bash' | 'kit run --list-'   || '--list-hosts --list-tasks --list-tags'
    'bash' | 'kit run si'        || 'site.groovy'
    'bash' | 'kit run -i si'     || 'site.groovy'
    'bash' | 'kit inventory gr'  || 'graph'
    'bash' | 'kit doc lineinf'   || 'lineinfile'
    'bash' | 'kit vault rek'     || 'rekey'
    'bash' | 'kit do web lineinf' || 'lineinfile'
    'bash' | 'kit do --max'      || '--max-time'
    'bash' | 'kit sh --become-'  || '--become-user'
    'bash' | 'kit warm'          || ''
  }

  def "there is no completion for other shells"() {
    expect:
    kit('completion', 'fish') == 5
    err.toString() == "kit: there is no completion for 'fish'\n    say: kit completion bash\n"
  }

  private Screen screen(Map environment) {
    new Screen(new PrintStream(out, true, 'UTF-8'), new PrintStream(err, true, 'UTF-8'), environment, '', 0)
  }

  private int kit(String... line) {
    out.reset()
    err.reset()
    new Main(screen([:])).run(line)
  }

  private List<String> said() { out.toString('UTF-8').readLines() }
}
