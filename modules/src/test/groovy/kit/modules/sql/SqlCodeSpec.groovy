package kit.modules.sql

import spock.lang.Specification

class SqlCodeSpec extends Specification {

  def "the code of #sql begins with #verb, is several statements: #several"() {
    given:
    def code = mysql ? SqlCode.ofMysql(sql) : SqlCode.ofPostgresql(sql)

    expect:
    [code.verb(), code.several(), code.trimmed(sql)] == [verb, several, trimmed]
    code.text().length() == sql.length()

    where:
    sql                                   | mysql || verb     | several | trimmed
    "select ';' ;"                        | false || 'SELECT' | false   | "select ';'  "
    'SELECT 1; DELETE FROM t;'            | false || 'SELECT' | true    | 'SELECT 1; DELETE FROM t '
    '-- a; b\n /* c; /* d; */ */ SELECT 1' | false || 'SELECT' | false  | '-- a; b\n /* c; /* d; */ */ SELECT 1'
    'DO $x$ BEGIN; END $x$; SELECT 1'     | false || 'DO'     | true    | 'DO $x$ BEGIN; END $x$; SELECT 1'
    "SELECT E'\\';', \";\""               | false || 'SELECT' | false   | "SELECT E'\\';', \";\""
    "SELECT '\\'; DROP TABLE t"           | false || 'SELECT' | true    | "SELECT '\\'; DROP TABLE t"
    "SELECT '\\'; x', `;` # ;"            | true  || 'SELECT' | false   | "SELECT '\\'; x', `;` # ;"
    'SELECT 1; -- end'                    | true  || 'SELECT' | false   | 'SELECT 1  -- end'
    'SELECT 1 /*! ; DROP TABLE t */'      | true  || 'SELECT' | true    | 'SELECT 1 /*! ; DROP TABLE t */'
    'SELECT 5--1; DROP TABLE t'           | true  || 'SELECT' | true    | 'SELECT 5--1; DROP TABLE t'
    '(SELECT 1)'                          | true  || ''       | false   | '(SELECT 1)'
  }

  def "#sql is empty"() {
    expect:
    SqlCode.ofPostgresql(sql).empty()

    where:
    sql << ['', ' ;; ', '-- x', '/* ; */;']
  }

  def "lines for a command, whatever is in them"() {
    expect:
    ['sh', '-c', "cat${SqlText.here(text)}echo end"].execute().text == "$text\nend\n"

    where:
    text << ["it's \$HOME `id` \\", 'a\nKIT_SQL\nrm -rf /nosuch\nKIT_SQL_']
  }
}
