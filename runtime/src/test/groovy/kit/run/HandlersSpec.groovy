package kit.run

/** A handler that was notified runs at least once, whatever happens to kit or the host. */
class HandlersSpec extends HostSpec {

  static final PLAY = '''\
    play('P') {
      hosts 'd1,d2'
      become()
      vars slow: '0.'
      task('Before') { command "sleep ${slow}01" }
      task('Change') { copy dest: '/srv/handlers/conf', content: 'new', notify: 'restart' }
      task('After') { command "sleep ${slow}02" }
      task('Trouble') { command 'test ! -e /srv/handlers/trouble', readOnly: true }
      handler('restart') {
        command "sleep ${slow}03"
        shell 'echo run >>/srv/handlers/log'
        command "sleep ${slow}04"
      }
    }
    '''.stripIndent()

  def setup() {
    ['d1', 'd2'].each { hosts.on(it, 'rm -rf /srv/handlers; mkdir /srv/handlers; touch /srv/handlers/log') }
  }

  def cleanup() {
    ['d1', 'd2'].each { hosts.on(it, 'rm -rf /srv/handlers') }
  }

  def "kit is killed #point: after the next run the handler has run, and then no more"() {
    given:
    def running = site.start(PLAY, '-e', 'slow=1.')
    eventually(30) { assert hosts.on('d1', reached) }

    when:
    running.signal('KILL')
    running.await(10)
    eventually(15) { assert ['d1', 'd2'].every { !hosts.on(it, 'pgrep -f "sleep 1.0" || :') } }
    def second = site.run(PLAY)

    then:
    second.code == 0
    runs('d1') >= 1
    runs('d2') >= 1

    when:
    def before = [runs('d1'), runs('d2')]
    def third = site.run(PLAY)

    then:
    third.code == 0
    [runs('d1'), runs('d2')] == before

    where:
    point                        | reached
    'before the change'          | 'pgrep -f "sleep 1.01" || :'
    'after the change'           | 'cat /srv/handlers/conf 2>/dev/null || :'
    'in a later task'            | 'pgrep -f "sleep 1.02" || :'
    'in the handler'             | 'pgrep -f "sleep 1.03" || :'
    'before the handler is over' | 'cat /srv/handlers/log'
  }

  def "a host that fails after the change keeps its handler for the next run"() {
    given:
    hosts.on('d2', 'touch /srv/handlers/trouble')

    when:
    def first = site.run(PLAY)

    then:
    first.code == 2
    first.out.contains('kept for the next run: restart on d2')
    [runs('d1'), runs('d2')] == [1, 0]

    when: 'check mode tells of it and forgets nothing'
    def check = site.check(PLAY)

    then:
    check.code == 0
    check.out =~ /maybe +handler: restart +2/
    [runs('d1'), runs('d2')] == [1, 0]

    when:
    hosts.on('d2', 'rm /srv/handlers/trouble')
    def second = site.run(PLAY)

    then:
    second.code == 0
    [runs('d1'), runs('d2')] == [1, 1]

    when:
    site.run(PLAY)

    then:
    [runs('d1'), runs('d2')] == [1, 1]
  }

  def "a handler that fails is still owed; one that is gone is told and not forgotten"() {
    given:
    def failing = PLAY.replace('command "sleep ${slow}03"', "command 'false'")

    expect:
    site.run(failing).code == 2
    site.run(PLAY.replace("handler('restart')", "handler('reload')").replace("notify: 'restart'", "notify: 'reload'"))
      .out.contains('kept for the next run: restart on d1, d2')
    [runs('d1'), runs('d2')] == [0, 0]
    site.run(PLAY).code == 0
    [runs('d1'), runs('d2')] == [1, 1]
  }

  private int runs(String host) { hosts.on(host, 'wc -l </srv/handlers/log') as int }
}
