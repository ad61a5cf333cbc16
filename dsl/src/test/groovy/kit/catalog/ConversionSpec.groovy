package kit.catalog

import java.time.Duration
import kit.model.KitException
import kit.model.Location
import kit.spi.Mode
import kit.spi.Result
import spock.lang.Specification

class ConversionSpec extends Specification {

  static final HERE = new Location('site.groovy', 3, 5)

  def '#argument takes #value'() {
    when:
    Kinds kinds = ModuleType.of(Kinds).bind([], [(argument): value], HERE)

    then:
    def got = kinds."$argument"()
    (got instanceof Optional ? got.get() : got) == bound

    where:
    argument   | value                     || bound
    'text'     | 'a'                       || 'a'
    'text'     | "${1 + 1} gstrings"       || '2 gstrings'
    'text'     | 12                        || '12'
    'text'     | 1.10                      || '1.10'
    'text'     | 1e3                       || '1000'
    'text'     | true                      || 'true'
    'text'     | ''                        || ''
    'truth'    | true                      || true
    'truth'    | 'Yes'                     || true
    'truth'    | 'on'                      || true
    'truth'    | 'off'                     || false
    'truth'    | "${'no'}"                 || false
    'whole'    | 42                        || 42
    'whole'    | ' 42 '                    || 42
    'whole'    | 42L                       || 42
    'whole'    | 42.0                      || 42
    'whole'    | '-1'                      || -1
    'big'      | 5_000_000_000L            || 5_000_000_000L
    'big'      | 5                         || 5L
    'decimal'  | 1.5                       || 1.5d
    'decimal'  | '2'                       || 2.0d
    'mode'     | 0644                      || new Mode('644')
    'mode'     | '0644'                    || new Mode('644')
    'mode'     | 'u=rw,go=r'               || new Mode('u=rw,go=r')
    'mode'     | new Mode('755')           || new Mode('755')
    'duration' | 60                        || Duration.ofSeconds(60)
    'duration' | 0.5                       || Duration.ofMillis(500)
    'duration' | '60'                      || Duration.ofSeconds(60)
    'duration' | '60s'                     || Duration.ofSeconds(60)
    'duration' | '1.5h'                    || Duration.ofMinutes(90)
    'duration' | '500ms'                   || Duration.ofMillis(500)
    'duration' | '5 m'                     || Duration.ofMinutes(5)
    'duration' | '1d'                      || Duration.ofDays(1)
    'duration' | Duration.ofSeconds(7)     || Duration.ofSeconds(7)
    'level'    | 'present'                 || Kinds.Level.PRESENT
    'level'    | 'Build-Dep'               || Kinds.Level.BUILD_DEP
    'level'    | "build_${'dep'}"          || Kinds.Level.BUILD_DEP
    'level'    | Kinds.Level.NO            || Kinds.Level.NO
    'level'    | true                      || Kinds.Level.YES
    'level'    | false                     || Kinds.Level.NO
    'names'    | 'nginx'                   || ['nginx']
    'names'    | 'a,b'                     || ['a,b']
    'names'    | ['a', "b${1}", 3]         || ['a', 'b1', '3']
    'names'    | (['a', 'b'] as Set)       || ['a', 'b']
    'names'    | (['a'] as String[])       || ['a']
    'names'    | []                        || []
    'numbers'  | '80'                      || [80]
    'numbers'  | 80..82                    || [80, 81, 82]
    'maps'     | [a: 1]                    || [[a: 1]]
    'maps'     | [[a: 1], [b: "${2}"]]     || [[a: 1], [b: '2']]
    'map'      | [a: ["${'x'}"], b: null]  || [a: ['x'], b: null]
    'words'    | [PORT: 80, ("${'A'}"): 1] || [PORT: '80', A: '1']
    'any'      | 'a'                       || 'a'
    'any'      | [1, [x: "${'y'}"]]        || [1, [x: 'y']]
  }

  def '#argument refuses #value'() {
    when:
    ModuleType.of(Kinds).bind([], [(argument): value], HERE)

    then:
    def e = thrown(KitException)
    e.message == "site.groovy:3:5: kinds: $message"

    where:
    argument   | value              || message
    'text'     | ['a']              || "'text' wants text, not a list (see kit doc kinds)"
    'text'     | [a: 1]             || "'text' wants text, not a map (see kit doc kinds)"
    'text'     | new Done()         || "'text' wants text, not a result (say r.stdout or another field of it)"
    'text'     | Locale.ROOT        || "'text' wants text, not a value of type java.util.Locale (see kit doc kinds)"
    'truth'    | 'maybe'            || "'truth' wants true or false, not 'maybe' (see kit doc kinds)"
    'truth'    | 1                  || "'truth' wants true or false, not 1 (see kit doc kinds)"
    'whole'    | 'many'             || "'whole' wants a whole number, not 'many' (see kit doc kinds)"
    'whole'    | 1.5                || "'whole' wants a whole number, not 1.5 (see kit doc kinds)"
    'whole'    | true               || "'whole' wants a whole number, not true (see kit doc kinds)"
    'whole'    | 5_000_000_000      || "'whole' wants a whole number from -2147483648 to 2147483647, not 5000000000 (see kit doc kinds)"
    'whole'    | new Done()         || "'whole' wants a whole number, not a result (say r.stdout or another field of it)"
    'big'      | '1x'               || "'big' wants a whole number, not '1x' (see kit doc kinds)"
    'decimal'  | 'NaN'              || "'decimal' wants a number, not 'NaN' (see kit doc kinds)"
    'mode'     | 644                || "'mode': mode 644 is decimal and would mean 1204; write 0644 or '0644' (see kit doc kinds)"
    'mode'     | 'rw'               || "'mode': 'rw' is no file mode; write '0644' or 'u=rw,go=r' (see kit doc kinds)"
    'mode'     | true               || "'mode' wants a file mode, not true (see kit doc kinds)"
    'duration' | '5x'               || "'duration' wants a duration such as 60, '90s' or '5m', not '5x' (see kit doc kinds)"
    'duration' | 's'                || "'duration' wants a duration such as 60, '90s' or '5m', not 's' (see kit doc kinds)"
    'duration' | -1                 || "'duration' wants a duration such as 60, '90s' or '5m', not -1 (see kit doc kinds)"
    'level'    | 'presnt'           || "'level' wants present, build-dep, yes or no, not 'presnt' (did you mean 'present'?)"
    'level'    | 'banana'           || "'level' wants present, build-dep, yes or no, not 'banana' (see kit doc kinds)"
    'level'    | 3                  || "'level' wants present, build-dep, yes or no, not 3 (see kit doc kinds)"
    'names'    | ['a', [b: 1]]      || "item 2 of 'names' wants text, not a map (see kit doc kinds)"
    'names'    | [['a']]            || "item 1 of 'names' wants text, not a list (see kit doc kinds)"
    'names'    | [null]             || "item 1 of 'names' wants text, not null (give it a value or leave it out)"
    'names'    | null               || "'names' wants a list of text, not null (give it a value or leave it out)"
    'names'    | new Done()         || "'names' wants text, not a result (say r.stdout or another field of it)"
    'numbers'  | [1, 'x']           || "item 2 of 'numbers' wants a whole number, not 'x' (see kit doc kinds)"
    'maps'     | 'a'                || "'maps' wants a map, not 'a' (see kit doc kinds)"
    'map'      | 'a=b'              || "'map' wants a map, not 'a=b' (see kit doc kinds)"
    'words'    | [A: ['x']]         || "'A' in 'words' wants text, not a list (see kit doc kinds)"
    'words'    | null               || "'words' wants a map of text, not null (give it a value or leave it out)"
    'text'     | ['x' * 50] as Set  || "'text' wants text, not a list (see kit doc kinds)"
    'whole'    | 'x' * 50           || "'whole' wants a whole number, not '${'x' * 40}...' (see kit doc kinds)"
  }

  def 'null for an optional argument is the same as not given'() {
    expect:
    ModuleType.of(Kinds).bind([], [text: null, any: null], HERE) == ModuleType.of(Kinds).bind([], [:], HERE)
  }

  def 'what a record holds no longer changes with what was given'() {
    given:
    def inner = [1]
    def given = [a: inner]
    Kinds kinds = ModuleType.of(Kinds).bind([], [map: given, maps: [given]], HERE)

    when:
    inner << 2
    given.b = 3

    then:
    kinds.map() == [a: [1]]
    kinds.maps() == [[a: [1]]]

    when:
    kinds.map().a << 2

    then:
    thrown(UnsupportedOperationException)
  }

  def 'there is no conversion to #type'() {
    when:
    Conversion.to(type)

    then:
    thrown(IllegalArgumentException)

    where:
    type << [File, Set, List, Map, Optional]
  }

  static class Done implements Result {
    @Override
    boolean complete() { true }

    Result.Status status() { Result.Status.OK }

    boolean changed() { false }

    Map<String, Object> values() { [:] }
  }
}
