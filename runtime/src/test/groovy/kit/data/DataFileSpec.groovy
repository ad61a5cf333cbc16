package kit.data

import kit.model.KitException
import spock.lang.Specification

class DataFileSpec extends Specification {

  def 'reads the YAML value #text as #value'() {
    expect:
    DataFile.parse("a: $text", 'f.yml').root() == [a: value]

    where:
    text            || value
    'yes'           || true
    'Off'           || false
    '~'             || null
    ''              || null
    '0644'          || 420
    '0b101'         || 5
    '0x1F'          || 31
    '1_000'         || 1000
    '12:30'         || 750
    '99999999999'   || 99999999999L
    '1.10'          || 1.1d
    '1e3'           || '1e3'
    '1.5e+3'        || 1500d
    '.inf'          || Double.POSITIVE_INFINITY
    '1.2.3'         || '1.2.3'
    '192.0.2.1'     || '192.0.2.1'
    '2024-01-02'    || '2024-01-02'
    '08'            || '08'
    '"{{ x }}"'     || '{{ x }}'
    '!unsafe [a, {k: "{{ x }}"}]' || [new Verbatim('a'), [k: new Verbatim('{{ x }}')]]
  }

  def 'refuses #text'() {
    when:
    DataFile.parse(text, 'f.yml')

    then:
    KitException e = thrown()
    e.message.startsWith(message)

    where:
    text                              || message
    'a: !!python/object:os.system x'  || 'f.yml:1:4: not valid YAML: Global tag is not allowed'
    'a: !!javax.script.X [1]'         || 'f.yml:1:4: not valid YAML: Global tag is not allowed'
    'a: !ref x'                       || 'f.yml:1:4: the tag !ref is not known'
    'a: !!int x'                      || "f.yml:1:4: 'x' is not a number"
    'a: &x [*x]'                      || 'f.yml:1:4: the value contains itself'
    'a: b: c'                         || 'f.yml:1:5: not valid YAML: mapping values are not allowed here'
    '['*60 + ']'*60                   || 'f.yml: not valid YAML: Nesting Depth exceeded'
    'a: 1\nb: [\n'                    || 'f.yml:3:1: not valid YAML'
  }

  def 'takes the Python literal #text for #value'() {
    expect:
    PythonLiteral.of(text) == value

    where:
    text              || value
    '1'               || 1
    '-7'              || -7
    '0644'            || '0644'
    '0o17'            || 15
    '1_000'           || 1000
    '1.50'            || 1.5d
    '1.2.3'           || '1.2.3'
    'True'            || true
    'true'            || 'true'
    'None'            || null
    '[1, "a"]'        || [1, 'a']
    "{'a': [1,]}"     || [a: [1]]
    '(1, 2)'          || [1, 2]
    '(1)'             || 1
    '1,2'             || [1, 2]
    "'a' 'b'"         || 'ab'
    "'a' b"           || "'a' b"
    '"a" # note'      || 'a'
    '{x}'             || '{x}'
    'e1'              || 'e1'
    '1e3'             || 1000d
    ''                || ''
  }
}
