package kit.run

import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
import kit.transport.Testbed
import spock.lang.AutoCleanup

/** kit repl at a terminal, against real hosts. */
class ReplOnHostSpec extends HostSpec {

  static final PLACE = '/tmp/repl-on-host'

  @AutoCleanup Pty pty

  def setup() {
    site.hosts(hosts.line('d1', port: 8081), hosts.line('d2', port: 8082), '[web]', 'd1', 'd2')
    ['d1', 'd2'].each { hosts.on(it, "rm -rf $PLACE") }
  }

  private Pty repl(String... arguments) {
    pty = new Pty(temp, 'repl', '-i', site.inventory, *arguments)
    pty.sees('> ')
    pty
  }

  def "hosts are objects, lines run on all of them, and results can be searched"() {
    given:
    repl('web')

    expect:
    pty.line("one = hosts('web & !d2')").contains('1 host: d1')
    pty.line('one.facts.os.family').contains('d1: Debian')
    pty.line('one.vars.port').contains('d1: 8081')
    pty.line('port') =~ /d1: 8081\n+d2: 8082/
    pty.line("command 'uname'") =~ /d1, d2: changed\n +Linux/
    pty.line('shell "test ${port} = 8081"') =~ /d2: failed/
    pty.line('results.findAll { it.rc != 0 }*.host').contains('[d2]')
    pty.line('one.command "echo <${port}>"') =~ /d1: changed\n +<8081>/
    pty.line('_.stdout').contains('d1: <8081>')
    pty.line('one { command "echo in a block" }').contains('in a block')
    !pty.line('one { if (facts.os.family == "Debian") print host }').contains('null')
    pty.line('1 + 1') =~ /\n2\n/
  }

  def "a change is shown with its differences, and done when the user says so"() {
    given:
    repl('web')

    when:
    def plan = pty.line("copy dest: '$PLACE', content: \"\${port}\\n\"", '[y/N]')

    then:
    plan =~ /d1: plan  create .*\n.*\n.*\n +\+8081/
    plan.contains('+8082')
    plan.contains('apply to 2 hosts? [y/N]')

    when:
    def refused = pty.line('n')

    then:
    refused.contains('nothing was done')
    !hosts.on('d1', "ls $PLACE; true").contains('8081')

    when:
    pty.line("copy dest: '$PLACE', content: \"\${port}\\n\"", '[y/N]')
    def done = pty.line('y')

    then:
    done =~ /d1, d2: changed  create/
    hosts.on('d1', "cat $PLACE").trim() == '8081'

    and: 'the second time there is nothing to do, so nobody is asked'
    pty.line("copy dest: '$PLACE', content: \"\${port}\\n\"") =~ /d1, d2: ok/

    and: 'auto does not ask, check does nothing'
    pty.line(':auto on').contains('auto on')
    pty.line("file path: '$PLACE', state: 'absent'") =~ /d1, d2: changed/
    pty.line(':check on').contains('check on')
    pty.line("copy dest: '$PLACE', content: 'x'") =~ /d1, d2: plan/
    !hosts.on('d2', "ls $PLACE; true").contains("$PLACE\n")
  }

  def "what went well is saved as a playbook that runs"() {
    given:
    repl('web')
    pty.line("greeting = 'hello'")
    pty.line("copy dest: '$PLACE', content: \"\${greeting} \${port}\\n\"", '[y/N]')
    pty.line('y')
    pty.line("copy dest: '$PLACE', content: \"\${greeting} \${port}\\n\"") =~ /ok/
    pty.line("d = command 'hostname'")
    pty.line("command 'false'")
    pty.line('hosts("d1").command "echo ${d.stdout.trim()} >> ' + PLACE + '"')

    when:
    def saved = pty.line(":save ${temp.resolve('saved.groovy')}")
    hosts.on('d1', "rm -f $PLACE")
    def ran = site.kit('run', '-i', site.inventory, temp.resolve('saved.groovy') as String)

    then:
    saved.contains('wrote ')
    !temp.resolve('saved.groovy').toFile().text.contains("'false'")
    temp.resolve('saved.groovy').toFile().text.count('    copy dest') == 1
    ran.code == 0
    hosts.on('d1', "cat $PLACE").trim() == 'hello 8081'

    and: 'over the open connections too'
    pty.line(":run ${temp.resolve('saved.groovy')}").contains('2 hosts: 2 ok')
    pty.line(":save ${temp.resolve('saved.groovy')}").contains('is there already')
  }

  def "mistakes are told with their place, and the session goes on"() {
    given:
    repl('web')

    expect:
    pty.line("apt nmae: 'x'") =~ /:1:5: apt has no argument 'nmae'\n.*\n +\^ did you mean 'name'\?/
    pty.line("comand 'x'").contains("did you mean 'command'?")
    pty.line("apt name: 'x' state: 'y'") =~ /\[3\]:1:/
    pty.line('prot').contains("did you mean 'port'?")
    pty.line("apt = 3").contains("'apt' is a module")
    pty.line('null.foo') =~ /\[6\]:1/
    pty.line("hosts('wbe')").contains("did you mean 'web'?")
    pty.line(':hots').contains("did you mean ':hosts'?")
    pty.line('facts.os.famly').contains("did you mean 'family'?")
    pty.line('1 + 1') =~ /\n2\n/
    !(pty.all() =~ /\tat |Exception/)
  }

  def "Ctrl-C ends a call on the hosts and not the session, and takes a half typed line away"() {
    given:
    repl('web')

    when:
    pty.type("command 'sleep 4321'\r")
    eventually { assert hosts.on('d1', 'pgrep -f "[s]leep 4321"; true') }
    def told = pty.ended(Pty.CTRL_C)

    then:
    told.contains('interrupted')
    eventually { assert !hosts.on('d1', 'pgrep -f "[s]leep 4321"; true') }

    when:
    pty.type("command 'rm -rf")
    pty.sees('rm -rf')
    pty.ended(Pty.CTRL_C)

    then:
    pty.line("command 'hostname'") =~ /d1: changed/

    when:
    pty.type(Pty.CTRL_D)

    then:
    pty.await() == 0
  }

  def "one connection a host serves the whole session, and a lost one is renewed"() {
    given:
    repl('web')
    def connections = { hosts.on(it, 'pgrep -fc "[s]shd: deploy@notty"; true').trim() }
    pty.line("command 'true'")
    pty.line('facts.os.name')
    def before = connections('d1')

    when:
    pty.line("command 'uname'")

    then:
    before == '1'
    connections('d1') == '1'

    when:
    hosts.on('d1', 'pkill -KILL -f "[s]shd: deploy"; true')
    eventually { assert connections('d1') == '0' }
    def told = pty.line("command 'hostname'")

    then:
    told.contains('d1: the connection was lost and is made anew')
    told =~ /d1: changed/
    !told.contains('d2: the connection')
  }

  def "inputs go on over lines, and what may follow is completed"() {
    given:
    repl('web')

    expect:
    pty.line("['a', 'b'].each {", '...').contains('...')
    pty.line('print "<$it>"', '...').contains('...')
    pty.line('}') =~ /<a>\n<b>/

    when:
    pty.type("apt na${Pty.TAB}")

    then:
    pty.sees('name: ')

    when:
    pty.type("'cron', state: '${Pty.TAB}")

    then:
    pty.sees('build-dep')

    when:
    pty.type("$Pty.CTRL_C")
    pty.sees('web> ')
    pty.type("file path: '/etc/host${Pty.TAB}")

    then:
    pty.sees('hosts.deny')

    when:
    pty.type("$Pty.CTRL_C")
    pty.sees('web> ')
    pty.type("hosts('d${Pty.TAB}")

    then:
    pty.sees('d2')

    when:
    pty.type("$Pty.CTRL_C")
    pty.sees('web> ')
    pty.type("facts.os.${Pty.TAB}")

    then:
    pty.sees('codename')
  }

  def "who does not know of colons is understood, and told how commands get to the hosts"() {
    given:
    repl('web')

    expect:
    pty.line('help').contains(':save FILE')
    pty.line('hosts').contains('2 hosts: d1, d2')
    pty.line('uptime').contains("to run it on the hosts: command 'uptime'")
    pty.line("play('x') { hosts 'web' }").contains(':run FILE')
    pty.line('ls -la /tmp').contains("command 'ls -la /tmp'")

    when:
    pty.type('exit\r')

    then:
    pty.await() == 0
  }

  def "functions are good for the whole session, and are saved with what calls them"() {
    given:
    repl('web')
    def saved = temp.resolve('saved.groovy')

    expect:
    pty.line('def twice(x) { x * 2 }')
    pty.line('twice(4)') =~ /\n8\n/
    pty.line('def say(x) { command "echo <${x}-${port}>" }')
    pty.line("say 'hi'") =~ /(?s)<hi-8081>.*<hi-8082>/
    pty.line('def wrong(x) { apt nmae: x }')
    pty.line("wrong 'x'").contains("apt has no argument 'nmae'")
    pty.line('1 + 1') =~ /\n2\n/
    pty.line(":save $saved").contains('wrote ')
    saved.toFile().text.startsWith('def say(x) {')
    site.kit('run', '-i', site.inventory, saved as String).code == 0
  }

  def "what never ends here is ended by Ctrl-C, and so is what never ends for the hosts"() {
    given:
    repl('web')

    expect:
    pty.type('while (true) { }\r')
    sleep(500)
    pty.ended(Pty.CTRL_C).contains('stopped')
    pty.type('while (true) { port }\r')
    sleep(2000)
    pty.ended(Pty.CTRL_C) =~ /d1, d2: interrupted/
    pty.line('1 + 1') =~ /\n2\n/
  }

  def "many a Ctrl-C does not end the session"() {
    given:
    repl('web')

    when:
    30.times {
      pty.type(Pty.CTRL_C)
      sleep(20)
    }

    then:
    eventually { assert pty.line('1 + 1') =~ /\n2\n/ }
  }

  def "Ctrl-C on the terminal is for kit alone, also where the host is this machine"() {
    given:
    pty = new Pty(temp, 'repl')
    pty.sees('localhost> ')

    when:
    pty.type("command 'sleep 4323'\r")
    eventually { assert Testbed.local('sh', '-c', 'pgrep -f "[s]leep 4323"; true') }
    def told = pty.ended(Pty.CTRL_C)

    then:
    told.contains('localhost: interrupted')
    eventually { assert !Testbed.local('sh', '-c', 'pgrep -f "[s]leep 4323"; true') }
    pty.line("command 'hostname'") =~ /localhost: changed/
  }

  def "a terminal that can do nothing is enough, also for Ctrl-C"() {
    given:
    pty = new Pty([TERM: 'dumb'], temp, 'repl', '-i', site.inventory, 'web')
    pty.sees('> ')

    when:
    pty.type("command 'sleep 4321'\r")
    eventually { assert hosts.on('d1', 'pgrep -f "[s]leep 4321"; true') }
    sleep(2000)
    pty.type(Pty.CTRL_C)

    then:
    pty.sees('interrupted')
    pty.sees('web> ')
    pty.type('exit\r')
    pty.await() == 0
    !(pty.raw() =~ /\x1b\[[0-9;]*[mK]/)
  }

  def "a password that is wanted and not there is no lost connection"() {
    given:
    site.hosts(hosts.line([:], 'd1', 'secretive'))
    repl()
    pty.line(':become')

    when:
    def told = pty.line("command 'id'")

    then:
    told.contains('wants a password')
    !told.contains('the connection was lost')
  }

  def "names that would break a text or the terminal are quoted or left out"() {
    given:
    hosts.on('d1', "mkdir -p $PLACE; cd $PLACE; touch \"it's\" \"\$(printf 'is\\033]0;evil')\"")
    repl('web')

    when:
    pty.type("file path: '$PLACE/i${Pty.TAB}")

    then:
    pty.sees("$PLACE/it\\'s")
    !pty.all().contains('evil')
  }

  def "secrets are shown nowhere and kept nowhere"() {
    given:
    temp.resolve('group_vars').toFile().mkdirs()
    site.write('pw', 'vault-pass\n')
    site.write('group_vars/web.yml', "token: ${encrypted('s3cr3t-of-the-vault')}\n")
    repl('web', '--vault-password-file', temp.resolve('pw') as String)

    expect:
    pty.line('token').contains('******')
    pty.line('command "cat", stdin: token').contains('******')
    pty.line('web = hosts("web"); web.vars.token').contains('******')
    pty.line(':vars d1').contains('token: ******')
    pty.line("print 's3cr' + '3t-of-the-vault'").contains('******')
    pty.line("x = 's3cr3t-of-the-vault'")
    pty.line("x = [password: 'typed']")
    pty.line('command "echo --password typed"').contains('changed')
    pty.line(":save ${temp.resolve('saved.groovy')}").contains('hold a secret')

    and:
    def history = temp.resolve('state/kit/history').toFile()
    PosixFilePermissions.toString(Files.getPosixFilePermissions(history.toPath())) == 'rw-------'
    history.text.contains('command "cat", stdin: token')
    !history.text.contains('s3cr3t')
    !history.text.contains('typed')
  }

  private String encrypted(String text) {
    def ran = site.kit('vault', 'encrypt-string', '--vault-password-file', temp.resolve('pw') as String, text)
    assert ran.code == 0: ran.err
    ran.out.trim()
  }

  def "many hosts with equal answers are told on one line"() {
    given:
    site.hosts(*(1..50).collect { hosts.line("d${it % 2 + 1}").replaceFirst(/^\S+/, "n$it") })
    repl()

    expect:
    pty.line("command 'uname'") =~ /50 hosts: changed\n +Linux/
    pty.line('shell "test ${host} != n7 || exit 3"') =~ /49 hosts \(n1, n2, n3, n4, n5 and 44 more\): changed\n+n7: failed/
  }
}
