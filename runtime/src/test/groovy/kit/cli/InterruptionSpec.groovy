package kit.cli

import java.util.concurrent.TimeUnit
import spock.lang.Specification

class InterruptionSpec extends Specification {

  def "#signals on a run that #manner ends with #code and #last"() {
    given:
    def command = [System.getProperty('java.home') + '/bin/java', '-cp',
        System.getProperty('java.class.path'), 'kit.cli.Stubborn', manner]
    def process = new ProcessBuilder(command).start()
    def out = process.inputReader()
    def err = process.errorReader()
    assert out.readLine() == 'ready'

    when:
    long start = System.nanoTime()
    signals.each {
      new ProcessBuilder('kill', "-$it", "${process.pid()}").start().waitFor()
      sleep 300
    }

    then:
    process.waitFor(10, TimeUnit.SECONDS)
    process.exitValue() == code
    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) < seconds
    (out.readLines() + err.readLines()).last() == last

    where:
    signals        | manner    | seconds || code | last
    ['INT']        | 'listens' | 3       || 130  | 'kit: stopping; Ctrl-C again ends at once'
    ['TERM']       | 'listens' | 3       || 143  | 'kit: stopping; Ctrl-C again ends at once'
    ['INT']        | 'sleeps'  | 6       || 130  | 'kit: the run did not stop in time; commands may go on on the hosts'
    ['INT', 'INT'] | 'sleeps'  | 3       || 130  | 'kit: stopping; Ctrl-C again ends at once'
  }

  def "a run that was interrupted still tells how far it came"() {
    given:
    def command = [System.getProperty('java.home') + '/bin/java', '-cp',
        System.getProperty('java.class.path'), 'kit.cli.Stubborn', 'listens']
    def process = new ProcessBuilder(command).start()
    def out = process.inputReader()
    out.readLine()

    when:
    new ProcessBuilder('kill', '-INT', "${process.pid()}").start().waitFor()

    then:
    out.readLine() == 'recap'
    process.waitFor() == 130
  }
}
