package kit.engine

import spock.lang.Specification

class CallHostSpec extends Specification {

  static final CELL = new Cells.Cell('a')

  def 'a plan sees one answer to a question, and does not hold if it has changed meanwhile'() {
    given:
    def shells = new Shells('h1', new Cells())
    def shell = shells.as(Optional.empty())
    def host = new CallHost('h1', shells, shell, null, null, Optional.empty(), [:])
    shell.answers().learn([(CELL): 'before'])

    when:
    host.begin()
    def first = host.ask(CELL)
    shell.answers().learn([(CELL): 'after'])
    def second = host.ask(CELL)

    then:
    [first, second] == ['before', 'before']
    !host.holds()

    when:
    host.begin()

    then:
    host.ask(CELL) == 'after'
    host.holds()
  }
}
