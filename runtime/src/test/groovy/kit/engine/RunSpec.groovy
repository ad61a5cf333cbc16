package kit.engine

import kit.model.Become
import kit.model.KitException
import kit.model.Location
import kit.model.Problem
import kit.model.Unknowable
import kit.spi.Module
import kit.spi.Plan
import kit.spi.Result.Status
import spock.lang.Specification

import static kit.engine.Stage.handler
import static kit.engine.Stage.task

class RunSpec extends Specification {

  def stage = new Stage()

  def "a converged host is one round trip however many tasks there are"() {
    given:
    def tasks = (1..40).collect { n -> task("t$n") { it.set("c$n", 'x') } }
    stage.run(stage.play(tasks))
    stage.cells.frames.clear()
    stage.events.clear()

    when:
    def hosts = stage.run(stage.play(tasks))

    then:
    stage.cells.frames.size() == 1
    hosts['h1'].roundTrips() == 1
    hosts['h1'].ok() == 40
    hosts['h1'].changed() == 0
  }

  def "order on the host is the order written"() {
    when:
    stage.run(stage.play([task { 5.times { n -> it.call(new Cells.Opaque(script: "bump c$n")) } }]))

    then:
    stage.cells.frames.size() == 1
    stage.cells.frames[0].applies()*.steps()*.first()*.script() == (0..4).collect { "bump c$it" as String }
  }

  def "a failure stops its host, and what was queued behind it does not happen"() {
    given:
    stage.hosts = ['h1', 'h2']
    stage.cells.hosts['h2'].ready = 'yes'

    when:
    def hosts = stage.run(stage.play([
      task { it.call(new Cells.Needs(name: 'ready')) },
      task { it.set('a', '1') },
    ]))

    then:
    hosts['h1'].failed() == 1
    stage.cells.hosts['h1'] == [:]
    hosts['h2'].changed() == 1
  }

  def "a host whose body ends in #error has failed, and is told"() {
    given:
    stage.hosts = ['h1', 'h2']

    when:
    def hosts = stage.run(stage.play([task { it.set('a', '1'); if (it.host() == 'h1') throw error }]))

    then:
    [hosts['h1'].failed(), hosts['h2'].failed()] == [1, 0]
    stage.events.findAll { it instanceof Event.BodyFailed }*.message()[0].contains(told)

    where:
    error                               || told
    new Error('boom')                   || 'boom'
    new NoClassDefFoundError('a/B')     || 'a/B'
    new OutOfMemoryError('heap')        || 'MB of memory that kit has are not enough'
  }

  def "ignoreErrors goes on, failedWhen and changedWhen decide"() {
    when:
    stage.run(stage.play([task {
      it.call(new Cells.Opaque(script: 'fail'), ignoreErrors: true)
      it.call(new Cells.Opaque(script: 'fail'), failedWhen: { s, r -> r.values().rc != 3 })
      it.call(new Cells.Opaque(script: 'bump a'), changedWhen: { s, r -> false })
      it.call(new Cells.Opaque(script: 'bump a'), failedWhen: { s, r -> true })
      it.set('never', 'x')
    }]))

    then:
    stage.statuses() == ['FAILED', 'CHANGED', 'OK', 'FAILED']
    stage.cells.hosts['h1'] == [a: '++']
  }

  def "a change that finds nothing to change is ok"() {
    given:
    def module = { Plan.change('look').run('bump a').reads { [changed: changed] } } as Module

    when:
    def hosts = stage.run(stage.play([task { it.call(module) }]))

    then:
    [hosts['h1'].ok(), hosts['h1'].changed()] == counts

    where:
    changed || counts
    false   || [1, 0]
    true    || [0, 1]
    null    || [0, 1]
  }

  def "until repeats and asks anew"() {
    when:
    stage.run(stage.play([task {
      it.call(new Cells.Opaque(script: 'bump a'), retries: 5, delay: java.time.Duration.ZERO,
        until: { s, r -> stage.cells.hosts['h1'].a == '+++' })
    }]))

    then:
    stage.cells.hosts['h1'].a == '+++'
    stage.events.count { it instanceof Event.Retrying } == 2
  }

  def "reading a result runs the queue up to there"() {
    given:
    def seen = []

    when:
    stage.run(stage.play([task {
      def first = it.set('a', '1')
      it.set('b', '1')
      seen << first.changed()
      seen << stage.cells.hosts['h1'].containsKey('a')
    }]))

    then:
    seen == [true, true]
  }

  def "handlers run once at the end, in order of definition, only where something changed"() {
    given:
    stage.hosts = ['h1', 'h2']
    stage.cells.hosts['h2'].putAll(a: '1', b: '1')
    def ran = []
    def handlers = [
      handler('first') { ran << it.host() + ' first' },
      handler('second', listen: ['both']) { ran << it.host() + ' second' },
    ]

    when:
    stage.forks = 1
    stage.run(stage.play([
      task { it.set('a', '1', notifies: ['second']) },
      task(notifies: ['both']) { it.set('b', '1', notifies: ['first']) },
    ], handlers))

    then:
    ran == ['h1 first', 'h1 second']
  }

  def "a handler owed after a failure is kept and run by the next run"() {
    given:
    def ran = []
    def handlers = [handler('restart') { ran << 'restart' }]
    def changing = task { it.set('a', '1', notifies: ['restart']) }

    when:
    stage.run(stage.play([changing, task { it.call(new Cells.Opaque(script: 'fail')) }], handlers))

    then:
    ran == []
    stage.owed['h1'] == ['restart'] as Set
    stage.events.any { it instanceof Event.HandlersKept && it.handlers() == ['restart'] }

    when:
    stage.run(stage.play([changing], handlers))

    then:
    ran == ['restart']
    stage.owed['h1'] == [] as Set
  }

  def "notify of nothing known is an error at its call"() {
    when:
    stage.run(stage.play([task { it.set('a', '1', notifies: ['restrat']) }]))

    then:
    stage.events.find { it instanceof Event.BodyFailed }.message() == "no handler is called 'restrat'"
    stage.cells.hosts['h1'] == [:]
  }

  def "check mode sends nothing, goes on with what would be, and says maybe where it cannot know"() {
    given:
    stage.check = true

    when:
    stage.run(stage.play([
      task { it.set('a', '1') },
      task { it.call(new Cells.CopyCell(from: 'a', to: 'b')) },
      task { it.set('b', '1') },
      task { it.call(new Cells.Opaque(script: 'bump c')) },
      task { it.set('d', '') },
    ]))

    then:
    stage.statuses() == ['CHANGED', 'CHANGED', 'OK', 'MAYBE', 'MAYBE']
    stage.cells.hosts['h1'] == [:]
    stage.cells.frames.every { it.applies().isEmpty() }
  }

  def "check mode runs what only reads"() {
    given:
    stage.check = true

    when:
    stage.run(stage.play([task { it.call(new Cells.Opaque(script: 'bump c', reading: true)) }]))

    then:
    stage.statuses() == ['OK']
  }

  def "check mode leaves the rest of a task open when it depends on what was not run"() {
    given:
    stage.check = true

    when:
    def hosts = stage.run(stage.play([task {
      def result = it.call(new Cells.Opaque(script: 'bump c'))
      if (!result.complete()) throw new Unknowable('stdout', 'command')
      it.set('never', 'x')
    }, task { it.set('a', '1') }]))

    then:
    stage.statuses() == ['MAYBE', 'MAYBE']
    hosts['h1'].maybe() == 3
  }

  def "a call that fails in the body comes after the calls made before it"() {
    when:
    def hosts = stage.run(stage.play([task {
      it.set('a', '1')
      throw new KitException(new Problem(new Location('site.groovy', 7, 3), 'oops', ''))
    }]))

    then:
    stage.cells.hosts['h1'] == [a: '1']
    stage.events.find { it instanceof Event.BodyFailed }.location().line() == 7
    hosts['h1'].failed() == 1
  }

  def "conditions, loops, register and vars"() {
    when:
    stage.run(stage.play([
      task('left', when: { s, r -> false }) { it.set('never', 'x') },
      task('loop', loop: { s -> ['x', 'y'] }) { it.set(it.variable('item', null), it.variable('index', null) + '') },
      task('vars', vars: [v: 'inner']) {
        it.set('v', it.variable('v', null), register: 'r')
        it.set('r', String.valueOf(it.variable('r', null).changed()))
      },
      task('call when') { it.set('never', 'x', when: { s, r -> false }).status() },
    ]))

    then:
    stage.cells.hosts['h1'] == [x: '0', y: '1', v: 'inner', r: 'true']
    stage.events.find { it instanceof Event.TaskSkipped }.task() == 'left'
  }

  def "tags #tags less #skip run #done"() {
    given:
    stage.tags = tags as Set
    stage.skipTags = skip as Set

    when:
    stage.run(stage.play([
      task('plain') { it.set('plain', '1') },
      task('web', tags: ['web']) { it.set('web', '1') },
      task('always', tags: ['always']) { it.set('always', '1') },
      task('never', tags: ['never', 'debug']) { it.set('never', '1') },
    ]))

    then:
    stage.cells.hosts['h1'].keySet() as List == done

    where:
    tags         | skip         || done
    []           | []           || ['plain', 'web', 'always']
    ['web']      | []           || ['web', 'always']
    ['debug']    | []           || ['always', 'never']
    []           | ['web']      || ['plain', 'always']
    ['untagged'] | []           || ['plain', 'always']
    ['tagged']   | ['always']   || ['web']
    ['all']      | ['untagged'] || ['web', 'always']
  }

  def "serial #serial makes batches of #batches, and a batch that fails as a whole is the last"() {
    given:
    stage.hosts = (1..5).collect { "h$it" as String }
    stage.cells.hosts['h1'].ok = 'x'
    stage.cells.hosts['h2'].ok = 'x'

    when:
    stage.run(stage.play([task { it.call(new Cells.Needs(name: 'ok')) }], serial: serial))

    then:
    stage.events.findAll { it instanceof Event.PlayStarted }*.hosts()*.size() == batches

    where:
    serial     || batches
    []         || [5]
    ['1']      || [1, 1, 1]
    ['2']      || [2, 2]
    ['1', '3'] || [1, 3, 1]
    ['40%']    || [2, 2]
  }

  def "each user has its own shell, and a change by one is seen by the other"() {
    when:
    stage.run(stage.play([
      task { it.set('a', '1') },
      task(become: Become.ROOT) { it.set('a', '1') },
      task(become: Become.ROOT) { it.set('a', '2') },
      task { it.set('a', '1') },
    ]))

    then:
    stage.statuses() == ['CHANGED', 'OK', 'CHANGED', 'CHANGED']
  }

  def "60 hosts share 3 forks"() {
    given:
    stage.hosts = (1..60).collect { "h$it" as String }
    stage.forks = 3

    when:
    def hosts = stage.run(stage.play([task { it.set('a', '1') }]))

    then:
    hosts.size() == 60
    hosts.values().every { it.changed() == 1 }
  }
}
