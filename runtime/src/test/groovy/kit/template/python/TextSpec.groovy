package kit.template.python

import spock.lang.Specification

class TextSpec extends Specification {

  def 'prints #value as Python does'() {
    expect:
    Text.repr(value) == text

    where:
    value                          || text
    null                           || 'None'
    [true, 1, 1.0d, 'a', null]     || "[True, 1, 1.0, 'a', None]"
    [a: [b: 'it\'s']]              || '{\'a\': {\'b\': "it\'s"}}'
    'both \' and "'                || '\'both \\\' and "\''
    'tab\tnul\u0000 nb\u00a0\u200b' || "'tab\\tnul\\x00 nb\\xa0\\u200b'"
    '日本 \uD83D\uDE00'              || "'日本 \uD83D\uDE00'"
    Tuple.of(1)                    || '(1,)'
    new Range(0, 3, 1)             || 'range(0, 3)'
    5e-324d                        || '5e-324'
    0.1d + 0.2d                    || '0.30000000000000004'
    1e16d                          || '1e+16'
    1e15d                          || '1000000000000000.0'
    2.0E-3d                        || '0.002'
    -0.0d                          || '-0.0'
    2.0E23d                        || '2e+23'
    Double.NaN                     || 'nan'
  }

  def 'formats #format with #values'() {
    expect:
    Percent.format(format, values) == text

    where:
    format          | values                || text
    '%05.1f|%-4s|'  | Tuple.of(3.14159d, 'a') || '003.1|a   |'
    '%+d %x %o'     | Tuple.of(5, 255, 8)   || '+5 ff 10'
    '%(a)s'         | [a: 1]                || '1'
    '%g %e'         | Tuple.of(1e10d, 12345.678d) || '1e+10 1.234568e+04'
    '%.0f %.0f'     | Tuple.of(0.5d, 1.5d)  || '0 2'
  }

  def 'computes #left #operator #right'() {
    expect:
    Arithmetic.apply(operator, left, right) == result

    where:
    left | operator | right || result
    -7   | '//'     | 2     || -4
    -7   | '%'      | 3     || 2
    7    | '%'      | -3    || -2
    -7.5d | '%'     | 2     || 0.5d
    7    | '/'      | 2     || 3.5d
    2    | '**'     | 64    || 18446744073709551616G
    2    | '**'     | -1    || 0.5d
    9223372036854775807 | '+' | 1 || 9223372036854775808G
    'ab' | '*'      | 2     || 'abab'
    [1]  | '+'      | [2]   || [1, 2]
  }
}
