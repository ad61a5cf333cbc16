package kit.repl

import spock.lang.Specification

class PlainSpec extends Specification {

  def "'#line' means #command"() {
    expect:
    Plain.meant(line, ['history'] as Set).orElse('') == command

    where:
    line            || command
    'exit'          || ':quit'
    'quit'          || ':quit'
    'exit()'        || ':quit'
    ' exit; '       || ':quit'
    'help'          || ':help'
    '?'             || ':help'
    'hosts'         || ':hosts'
    "hosts('web')"  || ''
    'exit 3'        || ''
    'history'       || ''
    'uptime'        || ''
  }
}
