package kit.repl

import spock.lang.Specification

class PatternWordsSpec extends Specification {

  def "'#text' is #terms"() {
    expect:
    PatternWords.terms(text) == terms

    where:
    text              || terms
    'web'             || ['web']
    'web & !w3'       || ['web', '!w3']
    'web & prod'      || ['web', '&prod']
    'web&prod'        || ['web', '&prod']
    'web, db & ! w3'  || ['web', 'db', '!w3']
    'web:!w3'         || ['web:', '!w3']*.replaceAll(/:$/, '')
    'w[0:2]'          || ['w[0:2]']
    ''                || []
  }
}
