package kit.catalog

import spock.lang.Specification

class SuggestionSpec extends Specification {

  static final KNOWN = ['name', 'state', 'updateCache', 'mode', 'owner', 'cacheValidTime', 'src', 'dest']

  def 'suggests the nearest known word: #wrong'() {
    expect:
    Suggestion.of(wrong, KNOWN).orElse(null) == meant

    where:
    wrong             || meant
    'nmae'            || 'name'
    'nam'             || 'name'
    'Name'            || 'name'
    'sate'            || 'state'
    'stat'            || 'state'
    'update_cahce'    || 'updateCache'
    'updatecache'     || 'updateCache'
    'cacheValidTimes' || 'cacheValidTime'
    'scr'             || 'src'
    'dst'             || 'dest'
    'modus'           || null
    'banana'          || null
    'x'               || null
    ''                || null
  }

  def 'knows nothing where nothing is known'() {
    expect:
    Suggestion.of('name', []).empty
  }

  def 'of equally near words takes the first in the alphabet, however they are ordered'() {
    expect:
    Suggestion.of('cat', words).get() == 'bat'

    where:
    words << [['hat', 'bat', 'mat'], ['bat', 'hat'], ['mat', 'hat', 'bat']]
  }
}
