package kit.repl

import spock.lang.Specification

class CursorSpec extends Specification {

  def "behind '#text' there may be #kind: '#word' of '#context'"() {
    expect:
    Cursor.of(text) == new Cursor(Cursor.Kind."$kind", word, context)

    where:
    text                               || kind        | word     | context
    ''                                 || 'START'     | ''       | ''
    'ap'                               || 'START'     | 'ap'     | ''
    'apt '                             || 'ARGUMENT'  | ''       | 'apt'
    'apt na'                           || 'ARGUMENT'  | 'na'     | 'apt'
    "apt name: 'x', st"                || 'ARGUMENT'  | 'st'     | 'apt'
    "web.apt name: 'x', st"            || 'ARGUMENT'  | 'st'     | 'apt'
    "web { apt name: 'x', st"          || 'ARGUMENT'  | 'st'     | 'apt'
    "r = apt name: 'x', st"            || 'ARGUMENT'  | 'st'     | 'apt'
    "apt(na"                           || 'ARGUMENT'  | 'na'     | 'apt'
    "apt name: 'x', state: '"          || 'VALUE'     | ''       | 'apt.state'
    "apt name: 'x', state: 'la"        || 'VALUE'     | 'la'     | 'apt.state'
    "apt name: 'x', state: "           || 'START'     | ''       | 'apt.state'
    "file path: '/etc/ho"              || 'PATH'      | '/etc/ho' | "'"
    'file path: "/etc/ho'              || 'PATH'      | '/etc/ho' | '"'
    'command "test ${po'               || 'START'     | 'po'     | ''
    'command "test ${a} = ${facts.os.' || 'MEMBER'    | ''       | 'facts.os'
    'copy dest: "/etc/${na}/ho'        || 'PATH'      | '/etc/\${na}/ho' | '"'
    "command 'test \${po"              || 'VALUE'     | 'test \${po' | '.'
    'facts.os.'                        || 'MEMBER'    | ''       | 'facts.os'
    'web.facts.os.na'                  || 'MEMBER'    | 'na'     | 'web.facts.os'
    "hosts('we"                        || 'HOST'      | 'we'     | ''
    "hosts('web & !w"                  || 'HOST'      | 'w'      | ''
    ':ho'                              || 'META'      | ':ho'    | ''
    ':hosts web & !d'                  || 'HOST'      | 'd'      | ''
    ':doc ap'                          || 'META_WORD' | 'ap'     | ':doc'
  }
}
