package kit.engine

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import kit.spi.Change
import kit.spi.Host
import kit.spi.Module
import kit.spi.Plan
import kit.spi.Source
import kit.spi.Step
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

import static kit.engine.Stage.task

@Timeout(30)
class ErrandSpec extends Specification {

  @TempDir
  Path folder
  def stage = new Stage()

  def "a file of #size bytes arrives whole, under the name and checksum given"() {
    given:
    def text = 'x' * size
    stage.cells.hosts['h1'].file = text
    def dest = folder.resolve('deep/copy')
    def keep = new Step.Keep('file', "$dest", Optional.of(Source.sha256(text.bytes)))

    when:
    def hosts = stage.run(stage.play([task { it.call(new Steps(steps: [keep])) }]))

    then:
    hosts['h1'].changed() == 1
    Files.readString(dest) == text

    where:
    size << [0, 5, 1024 * 1024, 1024 * 1024 + 1]
  }

  def "#what fails and leaves what was there"() {
    given:
    stage.cells.hosts['h1'].file = 'new'
    def dest = folder.resolve('kept')
    Files.writeString(dest, 'old')

    when:
    def hosts = stage.run(stage.play([task {
      it.call(new Steps(steps: [new Step.Keep(from, "$dest", Optional.ofNullable(sum))]))
    }]))

    then:
    hosts['h1'].failed() == 1
    Files.readString(dest) == 'old'
    Files.list(folder).count() == 1

    where:
    what                    | from      | sum
    'a missing file'        | 'missing' | null
    'another one than asked' | 'file'    | 'abc'
  }

  def "a host that goes down is awaited, and nothing known before is believed after"() {
    given:
    def reconnect = new Step.Reconnect(Duration.ZERO, Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofMillis(5), 'bump tested')

    when:
    def hosts = stage.run(stage.play([task {
      it.set('a', '1')
      it.call(new Steps(steps: [Step.Run.of('go down'), reconnect]))
      it.set('a', '1')
    }]))

    then:
    stage.statuses() == ['CHANGED', 'CHANGED', 'OK']
    stage.cells.hosts['h1'].tested == '+'
    stage.cells.forgotten == 4
    stage.cells.patience == Duration.ofSeconds(1)
  }

  def "a host that does not come back has failed, with the last reason"() {
    given:
    stage.cells.down = 0
    def reconnect = new Step.Reconnect(Duration.ZERO, Duration.ofMillis(30), Duration.ofSeconds(1), Duration.ofMillis(5), 'fail')

    when:
    def hosts = stage.run(stage.play([task { it.call(new Steps(steps: [reconnect])) }]))

    then:
    hosts['h1'].failed() == 1
    stage.events.find { it instanceof Event.CallFinished }.outcome().values().stderr == 'as told'
  }

  def "a question is answered at the terminal, or fails where there is none"() {
    given:
    stage.typed['sure?'] = 'yes'

    when:
    stage.run(stage.play([task {
      it.call(new Steps(steps: [new Step.Prompt(text, true)]))
    }]))

    then:
    stage.statuses() == [status]

    where:
    text     || status
    'sure?'  || 'CHANGED'
    'really' || 'FAILED'
  }

  def "in check mode none of it happens"() {
    given:
    stage.check = true

    when:
    stage.run(stage.play([task {
      it.call(new Steps(steps: [new Step.Prompt('nobody knows', true)]))
      it.call(new Steps(steps: [new Step.Keep('file', "$folder/no", Optional.empty())]))
    }]))

    then:
    stage.cells.frames.every { it.applies().isEmpty() }
    Files.list(folder).count() == 0
  }

  static class Steps implements Module {
    List<Step> steps

    @Override
    Plan plan(Host host) {
      Change change = Plan.change('errand')
      steps.each { change = change.step(it) }
      change
    }
  }
}
