package kit.repl

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import kit.report.Redactor
import spock.lang.Specification
import spock.lang.TempDir

class HistoryFileSpec extends Specification {

  @TempDir Path temp
  Redactor redactor = new Redactor()
  Path file

  def setup() {
    file = temp.resolve('state/kit/history')
  }

  def "lines come back as they were, from a file that only its owner can read"() {
    given:
    def lines = ["command 'uptime'", 'web {\n  ping()\n}', "shell 'a \\\\n b'", 'C:\\new']

    when:
    def history = new HistoryFile(file, redactor)
    lines.each { history.add(it) }

    then:
    new HistoryFile(file, redactor).load() == lines
    PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) == 'rw-------'
  }

  def "a file that others could read is closed to them"() {
    given:
    Files.createDirectories(file.parent)
    Files.writeString(file, 'ping()\n')
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rw-r--r--'))

    when:
    new HistoryFile(file, redactor).add('1 + 1')

    then:
    PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) == 'rw-------'
  }

  def "'#line' names a secret and gives it away to nobody"() {
    expect:
    new HistoryFile(file, redactor).keeps(line)

    where:
    line << ["command 'cat', stdin: token", "user name: 'x', password: dbPassword",
             'x password: "${db.password}"', "web.vars.token", ":why db_password"]
  }

  def "'#line' is left out"() {
    given:
    redactor.hide('hunter22')
    def history = new HistoryFile(file, redactor)

    when:
    history.add(line)

    then:
    !Files.exists(file)

    where:
    line << ["command 'echo hunter22'", "postgresqlUser name: 'x', password: 'y'", ' ping()', '',
             "command 'x', noLog: true", "db_passwd = 'x'", "command 'mysql --password=x'", "['password': 'x']", "API_TOKEN = 'x'",
             "api_key = 'x'", "uri url: 'https://me:pw@host/'", "command 'mysqladmin --password hunter2 x'",
             "uri url: 'http://x', headers: [Authorization: 'x', b: 'Authorization: Bearer abc']",
             "shell 'echo root:x | chpasswd'"]
  }
}
