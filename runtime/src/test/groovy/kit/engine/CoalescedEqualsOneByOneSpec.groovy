package kit.engine

import kit.model.Become
import kit.spi.Module
import spock.lang.Specification

class CoalescedEqualsOneByOneSpec extends Specification {

  static final List<String> NAMES = ['a', 'b', 'c', 'd', 'l']

  def "2,000 random sequences give the same state and the same results, in fewer round trips"() {
    given:
    int together = 0
    int single = 0

    expect:
    2000.times { seed ->
      def check = seed % 4 == 3
      def coalesced = play(seed, check, false)
      def oneByOne = play(seed, check, true)
      assert coalesced.cells.hosts == oneByOne.cells.hosts: "seed $seed"
      assert told(coalesced) == told(oneByOne): "seed $seed"
      together += coalesced.cells.frames.size()
      single += oneByOne.cells.frames.size()
    }
    together < single * 0.8
  }

  def "a module that hides what it touches is found out by the same sequences"() {
    expect:
    (0..<2000).any { seed ->
      def coalesced = play(seed, false, false, false)
      def oneByOne = play(seed, false, true, false)
      coalesced.cells.hosts != oneByOne.cells.hosts || told(coalesced) != told(oneByOne)
    }
  }

  private static Stage play(int seed, boolean check, boolean oneByOne, boolean honest = true) {
    def random = new Random(seed)
    def stage = new Stage(check: check, oneByOne: oneByOne)
    NAMES.each { if (random.nextBoolean()) stage.cells.hosts['h1'][it] = 'v' + random.nextInt(3) }
    int calls = 2 + random.nextInt(10)
    def body = { session ->
      def results = []
      calls.times {
        def options = random.nextInt(6) == 0 ? [ignoreErrors: true] : [:]
        if (random.nextInt(5) == 0) options.become = Become.ROOT
        if (random.nextInt(6) == 0) options.changedWhen = { s, r -> false }
        results << session.call(options, module(random, honest))
        if (random.nextInt(6) == 0) results[random.nextInt(results.size())].changed()
      }
    }
    stage.run(stage.play([Stage.task(body)]))
    stage
  }

  private static Module module(Random random, boolean honest) {
    def name = { NAMES[random.nextInt(NAMES.size())] }
    def value = { 'v' + random.nextInt(3) }
    switch (random.nextInt(12)) {
      case 0..4: return new Cells.SetCell(name: name(), value: value(), honest: honest)
      case 5..6: return new Cells.CopyCell(from: name(), to: name())
      case 7..8: return new Cells.SetIf(condition: name(), name: name(), value: value())
      case 9: return new Cells.Opaque(script: ['bump ' + name(), 'link l ' + NAMES[random.nextInt(4)], 'fail'][random.nextInt(3)])
      case 10: return new Cells.Needs(name: name())
      default: return new Cells.Opaque(script: 'bump ' + name())
    }
  }

  private static List told(Stage stage) {
    stage.events.findAll { it instanceof Event.CallFinished }.collect {
      [it.invocation().name(), it.outcome().status(), it.outcome().message(), it.outcome().values()]
    }
  }
}
