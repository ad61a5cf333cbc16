package kit.modules.sql

import static kit.modules.Calls.make

import kit.fixture.FakeHost
import kit.spi.Change
import kit.spi.Query
import spock.lang.Specification

/** Which questions a change makes stale: too many cost time, too few make a wrong plan. */
class PartsSpec extends Specification {

  def "#after after #change is asked again: #again"() {
    given:
    def (type, arguments) = change
    def touched = (make(type, arguments).plan(new Answering(answer: { answer(it) })) as Change).touches()
    def questions = asked(*after)

    expect:
    questions.any { it.about().any { about -> touched.any { it.overlaps(about) } } } == again

    where:
    change                                                        | after                                                                               || again
    [PostgresqlUser, [name: 'a']]                                 | [PostgresqlUser, [name: 'b']]                                                       || false
    [PostgresqlUser, [name: 'a']]                                 | [PostgresqlUser, [name: 'a']]                                                       || true
    [PostgresqlUser, [name: 'a']]                                 | [PostgresqlUser, [name: 'b', groups: ['a']]]                                        || true
    [PostgresqlUser, [name: 'a']]                                 | [PostgresqlPrivs, [database: 'd', type: 'group', objs: ['g'], roles: ['a']]]        || true
    [PostgresqlUser, [name: 'a']]                                 | [PostgresqlPrivs, [database: 'd', privs: ['ALL'], objs: ['t'], roles: ['a']]]       || false
    [PostgresqlUser, [name: 'a']]                                 | [PostgresqlDb, [name: 'd', loginUser: 'a']]                                         || true
    [PostgresqlDb, [name: 'd']]                                   | [PostgresqlDb, [name: 'e']]                                                         || false
    [PostgresqlDb, [name: 'd']]                                   | [PostgresqlPrivs, [database: 'd', privs: ['ALL'], objs: ['t'], roles: ['a']]]       || true
    [PostgresqlDb, [name: 'd']]                                   | [PostgresqlExt, [name: 'x', db: 'd']]                                               || true
    [PostgresqlDb, [name: 'd']]                                   | [PostgresqlPrivs, [database: 'e', type: 'database', objs: ['d'], privs: ['ALL'], roles: ['a']]] || true
    [PostgresqlPrivs, [database: 'd', privs: ['ALL'], objs: ['t'], roles: ['a']]] | [PostgresqlPrivs, [database: 'd', privs: ['ALL'], objs: ['u'], roles: ['a']]] || false
    [PostgresqlPrivs, [database: 'd', privs: ['ALL'], objs: ['t'], roles: ['a']]] | [PostgresqlPrivs, [database: 'd', privs: ['ALL'], objs: ['t'], roles: ['b']]] || true
    [PostgresqlPrivs, [database: 'd', privs: ['ALL'], objs: ['t'], roles: ['a']]] | [PostgresqlPrivs, [database: 'd', privs: ['ALL'], objs: ['ALL_IN_SCHEMA'], roles: ['b']]] || true
    [PostgresqlPrivs, [database: 'd', type: 'tablespace', privs: ['ALL'], objs: ['t'], roles: ['a']]] | [PostgresqlPrivs, [database: 'e', type: 'tablespace', privs: ['ALL'], objs: ['t'], roles: ['a']]] || true
    [PostgresqlPrivs, [database: 'd', privs: ['ALL'], objs: ['t'], roles: ['a']]] | [PostgresqlPrivs, [database: 'e', privs: ['ALL'], objs: ['t'], roles: ['a']]] || false
    [PostgresqlSet, [name: 'work_mem', value: '1MB']]             | [PostgresqlSet, [name: 'work_mem', reset: true]]                                    || true
    [PostgresqlSet, [name: 'work_mem', value: '1MB']]             | [PostgresqlSlot, [name: 's']]                                                       || false
    [PostgresqlQuery, [query: 'DROP TABLE t']]                    | [PostgresqlUser, [name: 'b']]                                                       || true
    [MysqlUser, [name: 'a']]                                      | [MysqlUser, [name: 'b']]                                                            || false
    [MysqlUser, [name: 'a']]                                      | [MysqlUser, [name: 'a', host: '%']]                                                 || true
    [MysqlUser, [name: 'a']]                                      | [MysqlDb, [name: ['d'], loginUser: 'a']]                                            || true
    [MysqlDb, [name: ['d']]]                                      | [MysqlDb, [name: ['e']]]                                                            || true
    [MysqlDb, [name: ['d']]]                                      | [MysqlUser, [name: 'a', priv: 'd.*:ALL']]                                           || false
  }

  def "items may stand in one text: #texts"() {
    expect:
    CommaList.of(texts) == items

    where:
    texts                   || items
    ['a,b', 'c']            || ['a', 'b', 'c']
    [' a , "b c" ,']        || ['a', '"b c"']
    ['f(int, text),g()']    || ['f(int, text)', 'g()']
    []                      || []
  }

  private static answer(Query query) {
    def sql = query.sql()
    if (query instanceof MyQuery) return new MyQuery.Rows(sql.contains('VERSION') ? [['10.11.6-MariaDB']] : [], '')
    new PgQuery.Rows(sql.contains('pg_settings') ? [['4MB', 'user', '', 'f']] : sql.contains('aclexplode') ? [['t', 'owner', 'SELECT', 'f'], ['t', '=', 'SELECT', 'f']] : [], '')
  }

  private static List<Query> asked(Class type, Map arguments) {
    def asked = []
    make(type, arguments).plan(new Answering(answer: { asked << it; answer(it) }))
    asked
  }
}
