package kit.repl

import spock.lang.Specification

class UnfinishedSpec extends Specification {

  def "#text #goes on"() {
    expect:
    Unfinished.is(text) == goes

    where:
    text                                   || goes
    "command 'uptime'"                     || false
    'web {'                                || true
    'web {\n  ping()\n}'                   || false
    "apt name: ['a',"                      || true
    "apt name: 'x',"                       || true
    "['a', 'b'].each {"                    || true
    'x = """one'                           || true
    'x = """one\ntwo"""'                   || false
    "x = 'a { brace'"                      || false
    "x = 'an \\' escaped { one'"           || false
    'x = 1 // {'                           || false
    'x = 1 /* one'                         || true
    "x = 'never closed"                    || false
    "x ="                                  || true
    'a &&'                                 || true
    'a == b'                               || false
    '}'                                    || false
  }
}
