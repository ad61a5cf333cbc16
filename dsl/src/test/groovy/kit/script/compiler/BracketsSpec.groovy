package kit.script.compiler

import spock.lang.Specification

class BracketsSpec extends Specification {

  def 'the bracket that is not closed is found: #text'() {
    given:
    def brackets = Brackets.of(text.readLines())

    expect:
    brackets.open().map { "$it.sign:$it.line:$it.column".toString() }.orElse('') == open
    brackets.surplus().map { "$it.sign:$it.line:$it.column".toString() }.orElse('') == surplus

    where:
    text                                          || open    | surplus
    'a { b(1) [2] }'                              || ''      | ''
    'a { b(1'                                     || '(:1:6' | ''
    'a {\n  b {\n    c\n}\n'                      || '{:2:5' | ''
    'a {\n  b {\n    c\n  }\n'                    || '{:1:3' | ''
    'a { }\n}'                                    || ''      | '}:2:1'
    'a { b ) }'                                   || '{:1:3' | ''
    "a { b '}' \"{\" // }\n /* } */ '\\'{' }"     || ''      | ''
  }
}
