package kit.template.filters

import kit.template.python.PythonError
import spock.lang.Specification

/** What the real filters gave for the same arguments. */
class FiltersSpec extends Specification {

  def '#name of #value #arguments #named'() {
    expect:
    Filters.find(name).on(value, arguments as Object[], named) == result

    where:
    name               | value                    | arguments        | named                 || result
    'upper'            | 'straße'                 | []               | [:]                   || 'STRASSE'
    'title'            | "they're bill's"         | []               | [:]                   || "They're Bill's"
    'center'           | 'ab'                     | [5]              | [:]                   || '  ab '
    'truncate'         | 'foo bar baz qux'        | [9]              | [:]                   || 'foo...'
    'truncate'         | 'foo bar baz qux'        | [9, true]        | [:]                   || 'foo ba...'
    'wordwrap'         | 'this is a long line'    | [7]              | [:]                   || 'this is\na long\nline'
    'indent'           | 'a\n\nb'                 | [2]              | [first: true]         || '  a\n\n  b'
    'int'              | '3.7'                    | []               | [:]                   || 3
    'int'              | 'ff'                     | []               | [base: 16]            || 255
    'round'            | 2.5d                     | []               | [:]                   || 2.0d
    'round'            | 25                       | [-1]             | [:]                   || 20
    'filesizeformat'   | 1500                     | [true]           | [:]                   || '1.5 KiB'
    'human_to_bytes'   | '1.5 GB'                 | []               | [:]                   || 1610612736
    'random'           | 60                       | []               | [seed: 'host1']       || 31
    'shuffle'          | [1, 2, 3, 4, 5]          | []               | [seed: 'kit']         || [1, 3, 2, 4, 5]
    'sort'             | ['b', 'A', 'c']          | []               | [:]                   || ['A', 'b', 'c']
    'unique'           | ['A', 'a', 'A']          | []               | [:]                   || ['A']
    'sum'              | [[1], [2, 3]]            | []               | [start: []]           || [1, 2, 3]
    'batch'            | [1, 2, 3]                | [2, 'x']         | [:]                   || [[1, 2], [3, 'x']]
    'flatten'          | [1, [2, [3, null]]]      | []               | [levels: 1]           || [1, 2, [3, null]]
    'combine'          | [a: [x: 1]]              | [[a: [y: 2]]]    | [recursive: true]     || [a: [x: 1, y: 2]]
    'items2dict'       | [[key: 'a', value: 1]]   | []               | [:]                   || [a: 1]
    'regex_replace'    | 'localhost:80'           | ['^(?P<h>.+):(?P<p>\\d+)$', '\\g<p> \\g<h>'] | [:] || '80 localhost'
    'regex_search'     | 'server1/db42'           | ['r(\\d)/db(\\d+)', '\\1', '\\2'] | [:]  || ['1', '42']
    'regex_findall'    | 'a1b2'                   | ['([a-z])(\\d)'] | [:]                   || [['a', '1'], ['b', '2']]
    'splitext'         | '.bashrc'                | []               | [:]                   || ['.bashrc', '']
    'relpath'          | '/a/b'                   | ['/a/c/d']       | [:]                   || '../../b'
    'quote'            | "it's"                   | []               | [:]                   || "'it'\"'\"'s'"
    'b64decode'        | 'aABpAA=='               | ['utf-16-le']    | [:]                   || 'hi'
    'to_uuid'          | 'example'                | []               | [:]                   || '0cd629ef-c3f7-5d62-98fc-b4270497b261'
    'to_json'          | [b: [1, 2.5d, null]]     | []               | [:]                   || '{"b": [1, 2.5, null]}'
    'to_nice_json'     | [b: 1, a: []]            | []               | [indent: 2]           || '{\n  "a": [],\n  "b": 1\n}'
    'to_yaml'          | [b: 1, a: [1, 2]]        | []               | [:]                   || 'a: [1, 2]\nb: 1\n'
    'to_nice_yaml'     | [a: ['yes', 'x: y', '']] | []               | [indent: 2]           || "a:\n- 'yes'\n- 'x: y'\n- ''\n"
    'from_yaml'        | 'a: yes\nb: 010'         | []               | [:]                   || [a: true, b: 8]
    'from_csv'         | 'n,p\n"a,b",80\n'        | []               | [:]                   || [[n: 'a,b', p: '80']]
    'strftime'         | '%G-W%V %j'              | [1700000000]     | [utc: true]           || '2023-W46 318'
    'to_minutes'       | '1h 30m'                 | []               | [:]                   || 90.0d
    'json_query'       | [a: [[n: 'x', p: 1], [n: 'y', p: 2]]] | ['a[?p > `1`].n | [0]'] | [:] || 'y'
    'version_sort'     | ['1.10', '1.9']          | []               | [:]                   || ['1.9', '1.10']
    'to_paths'         | [a: [b: [1]]]            | []               | [:]                   || ['a.b[0]': 1]
    'ipaddr'           | '192.0.2.15/24'          | ['network']      | [:]                   || '192.0.2.0'
    'ipaddr'           | '2001:db8:0:0::1/64'     | []               | [:]                   || '2001:db8::1/64'
    'ipaddr'           | 'nope'                   | []               | [:]                   || false
    'ipsubnet'         | '192.168.0.0/16'         | ['24', '5']      | [:]                   || '192.168.5.0/24'
    'cidr_merge'       | ['10.0.0.0/24', '10.0.1.0/24'] | []         | [:]                   || ['10.0.0.0/23']
    'hwaddr'           | '1a2b.3c4d.5e6f'         | ['linux']        | [:]                   || '1a:2b:3c:4d:5e:6f'
    'slaac'            | 'fdcf:1894:23b5:d38c::/64' | ['c2:31:b3:83:bf:2b'] | [:]            || 'fdcf:1894:23b5:d38c:c031:b3ff:fe83:bf2b'
  }

  def 'refuses #name of #value #arguments'() {
    when:
    Filters.find(name).on(value, arguments as Object[], [:])

    then:
    PythonError e = thrown()
    e.message.contains(message)

    where:
    name               | value    | arguments      || message
    'upper'            | 'a'      | [1]            || 'arguments'
    'replace'          | 'a'      | []             || "missing the argument 'old'"
    'sort'             | [1, 'a'] | []             || 'not supported between'
    'regex_search'     | 'a'      | ['(']          || 'unterminated subpattern'
    'regex_replace'    | 'a'      | ['a', '\\9']   || 'invalid group reference'
    'from_json'        | '[1'     | []             || 'not valid JSON'
    'hash'             | 'a'      | ['sha999']     || 'unsupported hash type'
    'items2dict'       | [[a: 1]] | []             || 'to contain the keys'
    'to_datetime'      | 'x'      | []             || 'does not match format'
    'password_hash'    | 'a'      | ['md5', 'a b'] || 'invalid characters'
    'ipaddr'           | '::1'    | ['nonsense']   || 'unknown filter type'
  }

  def 'finds filters by the name of their collection too'() {
    expect:
    Filters.find('ansible.builtin.combine').is(Filters.find('combine'))
    Filters.find('community.general.json_query').is(Filters.find('json_query'))
    Filters.find('nosuch') == null
    Tests.find('ansible.builtin.version').is(Tests.find('version'))
  }
}
