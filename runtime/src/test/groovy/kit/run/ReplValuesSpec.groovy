package kit.run

import spock.lang.AutoCleanup

/** What kit repl shows of values, and keeps of hosts that were not there. */
class ReplValuesSpec extends HostSpec {

  @AutoCleanup Pty pty

  def setup() {
    site.hosts(hosts.line('d1'), hosts.line('d2'))
    pty = new Pty(temp, 'repl', '-i', site.inventory)
    pty.sees('> ')
  }

  def "hosts that cannot be reached have no results, and the session goes on"() {
    expect:
    pty.line(':become nobody-of-that-name')
    pty.line("r = command 'id'") =~ /d1: unreachable/
    pty.line('r')
    pty.line('r.rc')
    pty.line(':vars')
    pty.line('_')
    pty.line("[command('id'), 1]") =~ /d1: unreachable/
    pty.line(':become off')
    pty.line('s = shell "test \$(hostname) = d1 || kill -9 \$PPID"')
    pty.line('s')
    pty.line('1 + 1') =~ /\n2\n/
  }

  def "values are told as people read them, and what noLog hides is told nowhere"() {
    expect:
    pty.line("kept = command 'echo tacit-word', noLog: true").contains('(hidden by noLog)')
    pty.line('kept').contains('changed, ******')
    pty.line('kept.stdout').contains('******')
    pty.line('results').contains('changed, ******')
    pty.line('command "echo ${kept.stdout}"') =~ /changed\n +\*{6}/
    pty.line('add = { a -> a }; add').contains('a closure of 1 parameter')
    pty.line('vars').contains('the variables of d1')
    pty.line("'abc'.bytes").contains('an array of 3 bytes')
    pty.line('"\\u001b[31mred"').contains('\\x1b[31mred')
    pty.line('(1..1000).toList()').contains('... 600 lines before')
    !pty.all().replace("echo tacit-word", '').contains('tacit-word')
  }

  def "pasted lines may begin with tabs"() {
    when:
    pty.type("if (true) {\r\tcommand 'echo pasted'\r\t\tcommand 'echo twice'\r}\r")

    then:
    pty.sees('  pasted')
    pty.sees('  twice')
  }
}
