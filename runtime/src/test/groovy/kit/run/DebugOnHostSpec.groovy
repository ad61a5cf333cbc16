package kit.run

import spock.lang.AutoCleanup

/** --debug-on-fail and breakpoint() at a terminal, on real hosts. */
class DebugOnHostSpec extends HostSpec {

  static final GATE = '/tmp/debug-on-host'

  @AutoCleanup Pty pty

  def setup() {
    site.hosts(hosts.line('d1', port: 8081), hosts.line('d2', port: 8082))
    ['d1', 'd2'].each { hosts.on(it, "rm -rf $GATE-*") }
    site.write('site.groovy', """
      play('Gates') {
        hosts 'd1', 'd2'
        task('Gate', vars: [gate: '$GATE']) {
          command "test -e \${gate}-\${port}"
        }
        task('After') { command 'true' }
      }
    """.stripIndent().trim())
  }

  private Pty debug() {
    pty = new Pty(temp, 'run', '-i', site.inventory, '--debug-on-fail', 'site.groovy')
  }

  def "a failing task opens a prompt with its variables, and is tried again"() {
    given:
    debug()
    def first = pty.sees('> ')
    def (one, other) = first.contains('failed on d1: Gate') ? ['d1', 'd2'] : ['d2', 'd1']
    def port = [d1: '8081', d2: '8082']

    expect: 'one host at a time has the terminal'
    first.contains("failed on $one: Gate")
    !first.contains("failed on $other")
    first.contains("test -e $GATE-${port[one]}: exit status 1")
    pty.line('"<${gate} ${port}>"').contains("<$GATE ${port[one]}>")
    pty.line('facts.os.family').contains('Debian')
    pty.line("command 'false'").contains('exit status 1')
    pty.line('prot').contains("did you mean 'port'?")
    pty.line('command "touch ${gate}-${port}"').contains('changed')

    when:
    pty.type('retry\r')
    pty.sees("failed on $other: Gate")
    pty.sees("$other> ")
    pty.type('skip\r')

    then:
    pty.await() == 0
    pty.all() =~ /changed +After +2/
    pty.all() =~ /2 hosts: 2 ok/
  }

  def "what may be typed there is completed, and kept for the next prompt"() {
    given:
    hosts.on('d1', "mkdir -p $GATE-d; touch $GATE-d/there")
    site.write('site.groovy', """
      play('P') {
        hosts 'd1'
        task('T', vars: [gatepost: 'oak']) {
          command 'echo yes', register: 'said'
          breakpoint()
        }
      }
    """.stripIndent().trim())
    pty = new Pty(temp, 'run', '-i', site.inventory, 'site.groovy')
    pty.sees('d1> ')

    expect:
    tab('"${gatep', 'gatepost')
    tab("apt name: 'cron', state: 'build", 'build-dep')
    tab('facts.os.fam', 'facts.os.family')
    tab("file path: '$GATE-d/th", "$GATE-d/there")
    tab("file path: '$GATE-nowhere/x", '/x')
    tab('conti', 'continue')
    tab('said.std', 'stderr')
    pty.type('echo = command "echo <${gatepost}>"\r')
    pty.sees('<oak>')
    pty.sees('d1> ')
    tab('echo.std', 'stderr')

    when:
    pty.type('continue\r')

    then:
    pty.await() == 0
    pty.all() =~ /1 host: 1 ok · 2 changed/
    !(pty.all() =~ /ignored|failed/)
    temp.resolve('state/kit/history').toFile().text.contains('echo = command')
  }

  /** Tab after a line shows something; the line is taken away again. */
  private boolean tab(String line, String shown) {
    pty.type(line + Pty.TAB)
    pty.sees(shown)
    pty.ended(Pty.CTRL_C)
  }

  def "the playbook's own variables are known where a call fails and where it waits"() {
    given:
    site.write('site.groovy', """
      def ports = [80, 443]
      def twice(x) {
        def y = x * 2
        command "test \$y = 4"
      }
      play('P') {
        hosts 'd1'
        task('T') {
          def said = command 'echo yes'
          breakpoint()
          int n = 0
          ['a', 'b'].each { n++; def y = command "echo \$it"
            command "test \$y.stdout = a" }
          def later = 3
        }
        task('U') { for (z in ports) { command "test \$z = 80" } }
        task('V') { attempt { def w = 4; command 'false' } rescue { e -> def v = 5; twice v } }
        task('W') { include 'more.groovy' }
      }
    """.stripIndent().trim())
    site.write('more.groovy', "task('More') { def deep = [1]; command 'false' }")
    pty = new Pty(temp, 'run', '-i', site.inventory, '--debug-on-fail', 'site.groovy')
    pty.sees('d1> ')

    expect:
    pty.line('said.stdout').contains('yes')
    pty.line('ports').contains('[80, 443]')
    goesOn('continue')
    pty.line('[n, it, y.stdout, said.rc]').contains('[2, b, b, 0]')
    pty.line('n = 5; command "echo <${n}>"').contains('<5>')
    pty.line('later').contains("nothing gives 'later' a value")
    goesOn('skip')
    pty.line('"$z of $ports"').contains('443 of [80, 443]')
    goesOn('skip')
    pty.line('[x, y]').contains('[5, 10]')
    pty.line('w').contains("nothing gives 'w' a value")
    goesOn('skip')
    pty.line('deep').contains('[1]')

    when:
    pty.type('skip\r')

    then:
    pty.await() == 0
  }

  def "a loop goes on before its calls are made, which are shown with what they were said with"() {
    given:
    site.write('site.groovy', """
      play('P') {
        hosts 'd1'
        task('T') { [1, 2, 3].each { v -> command "test \$v = 2" } }
      }
    """.stripIndent().trim())
    pty = new Pty(temp, 'run', '-i', site.inventory, '--debug-on-fail', 'site.groovy')
    def told = pty.sees('d1> ')

    expect:
    told.contains('test 1 = 2')
    pty.line('"<\$v>"').contains('<1>')
  }

  def "values are told as people read them, and what noLog hides is told nowhere"() {
    given:
    site.write('site.groovy', """
      play('P') {
        hosts 'd1'
        task('T') {
          def open = command 'echo in the open'
          def kept = command 'echo tacit-word', noLog: true
          def out = kept.stdout
          def add = { a, b -> a + b }
          def loud = "\\u001b[31mred"
          def many = (1..1000).toList()
          breakpoint()
        }
      }
    """.stripIndent().trim())
    pty = new Pty(temp, 'run', '-i', site.inventory, 'site.groovy')
    pty.sees('d1> ')

    expect:
    pty.line('open').contains('changed, in the open')
    pty.line('kept').contains('changed, ******')
    pty.line('out').contains('******')
    pty.line('command "echo \${out}"') =~ /d1: changed\n +\*{6}/
    pty.line('add').contains('a closure of 2 parameters')
    pty.line('vars').contains('vars.NAME')
    pty.line('"abc".bytes').contains('an array of 3 bytes')
    pty.line('loud').contains('\\x1b[31mred')
    pty.line('many').contains('... 600 lines before')
    pty.line("command 'false'") =~ /d1: failed/
    pty.line('help').contains('  continue, skip or abort;')
    pty.line('retry').contains('  continue, skip or abort;')
    pty.line(':vars').contains('  continue, skip or abort;')
    pty.line('breakpoint()').contains('this is the prompt already')
    pty.line("told = command 'echo another-' + 'tacit', noLog: true")
    pty.line('told.stdout').contains('******')
    pty.line("x = 'tacit-' + 'word'")
    pty.line("y = 'tacit-word'")

    when:
    pty.type('continue\r')

    then:
    pty.await() == 0
    temp.resolve('state/kit/history').toFile().text.contains("x = 'tacit-'")
    !temp.resolve('state/kit/history').toFile().text.contains('tacit-word')
    !pty.all().replace("y = 'tacit-word'", '').contains('tacit-word')
  }

  def "abort is the last word, whatever the playbook would rescue"() {
    given:
    site.write('site.groovy', """
      play('P') {
        hosts 'd1'
        task('T') { attempt { $stop } rescue { print 'rescued' } always { print 'always' } }
        task('U') { print 'went on' }
      }
    """.stripIndent().trim())
    site.write('more.groovy', "task('More') { command 'false' }")
    pty = new Pty(temp, 'run', '-i', site.inventory, '--debug-on-fail', 'site.groovy')
    pty.sees('d1> ')

    when:
    pty.type('abort\r')

    then:
    pty.await() == 2
    pty.all().contains('stopped by the user')
    pty.all().contains('always')
    !pty.all().contains('rescued')
    !pty.all().contains('went on')

    where:
    stop << ['breakpoint()', "include 'more.groovy'"]
  }

  private boolean goesOn(String word) {
    pty.type("$word\r")
    pty.sees('d1> ')
  }

  def "Ctrl-C while a line is carried out stops the run, which says how far it came"() {
    given:
    debug()
    pty.sees('> ')

    when:
    pty.type("command 'sleep 4322'\r")
    eventually { assert ['d1', 'd2'].any { hosts.on(it, 'pgrep -f "[s]leep 4322"; true') } }
    pty.type(Pty.CTRL_C)

    then:
    pty.await() == 130
    pty.all().contains('kit: stopping')
    pty.all() =~ /1 failed, 1 interrupted/
    eventually { assert !['d1', 'd2'].any { hosts.on(it, 'pgrep -f "[s]leep 4322"; true') } }
  }

  def "abort lets the host fail"() {
    given:
    debug()
    pty.sees('> ')

    when:
    pty.type('abort\r')
    pty.sees('> ')
    pty.type(':continue\r')

    then:
    pty.await() == 2
    pty.all() =~ /2 hosts: 1 ok, 1 failed/
    pty.all().contains('stopped by the user')
  }

  def "breakpoint() opens it too, without an option"() {
    given:
    site.write('site.groovy', "play('P') {\n  hosts 'd1'\n  task('T') {\n    command 'true'\n    breakpoint()\n    print 'went on'\n  }\n}\n")
    pty = new Pty(temp, 'run', '-i', site.inventory, 'site.groovy')
    def told = pty.sees('d1> ')

    expect:
    told.contains('breakpoint on d1: T')
    told.contains('site.groovy:5:5')

    when:
    pty.type('continue\r')

    then:
    pty.await() == 0
    pty.all().contains('went on')
  }

  def "without a terminal a breakpoint is passed over with a warning, and --debug-on-fail is refused"() {
    when:
    def passed = site.run("play('P') {\n  hosts 'd1'\n  task('T') {\n    breakpoint()\n    print 'went on'\n  }\n}\n")
    def refused = site.run("play('P') { hosts 'd1' }\n", '--debug-on-fail')

    then:
    passed.code == 0
    passed.out.contains('breakpoint() at')
    passed.out.contains('went on')
    refused.code != 0
    refused.err.contains('--debug-on-fail needs a terminal')
  }
}
