package kit.modules.sql

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.spi.Change
import kit.spi.Output
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification

class PostgresqlQuerySpec extends Specification {

  def "#query with #named #positional is #sql"() {
    expect:
    SqlArguments.ofPostgresql(query, named, positional) == sql

    where:
    query                          | named                    | positional   || sql
    'SELECT 1 % 2'                 | [:]                      | []           || 'SELECT 1 % 2'
    'SELECT %(a)s, %(b)s, %(c)s'   | [a: "it's", b: 3, c: null] | []         || "SELECT 'it''s', 3, NULL"
    "SELECT %s LIKE '%%x' || %s"   | [:]                      | ['a', 'b']   || "SELECT 'a' LIKE '%x' || 'b'"
    'SELECT %s, %s, %s'            | [:]                      | [1, null, true] || 'SELECT 1, NULL, true'
    'SELECT %(a)s, %(b)s'          | [a: ["it's", 2], b: []]  | []           || "SELECT ARRAY['it''s', 2], '{}'"
  }

  def "#arguments is an error: #message"() {
    when:
    make(PostgresqlQuery, arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                                                    || message
    [:]                                                          || 'give either query or pathToScript'
    [query: 'SELECT %(a)s', namedArgs: [b: 1]]                   || "the query asks for 'a', which namedArgs lacks"
    [query: 'SELECT %s', positionalArgs: ['1', '2']]             || 'positionalArgs has more values than the query has places'
    [query: ' -- nothing']                                        || 'the query is empty'
    [query: 'SELECT %s', positionalArgs: [[a: 1]]]               || 'a map is no value of a query'
    [query: 'SELECT %s, %s', positionalArgs: ['1']]              || 'the query has more places than positionalArgs has values'
  }

  def "reads CSV"() {
    expect:
    Csv.read('a,"b ""c"""\n1,"x\ny"\n,\n') == [['a', 'b "c"'], ['1', 'x\ny'], ['', '']]
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "queries really run"() {
    given:
    def host = Postgres.host()
    Postgres.sql(host, 'DROP DATABASE IF EXISTS kit_query;')
    Postgres.sql(host, 'CREATE DATABASE kit_query;')
    def run = { Map arguments ->
      def plan = host.plan(make(PostgresqlQuery, [db: 'kit_query'] + arguments)) as Change
      def output = host.step(plan.steps()[0])
      assert output.rc() == 0: output.errors()
      [reading: plan.reading()] + plan.reader().apply([output])
    }

    expect:
    run(query: 'CREATE SEQUENCE s; CREATE TABLE t(x int, y text);') == [reading: false, queryResult: [], rowcount: 0]
    run(query: "INSERT INTO t VALUES (1, %(y)s), (2, NULL), (3, '')", namedArgs: [y: "it's,\n\"x\""]) == [reading: false, queryResult: [], rowcount: 3]
    run(query: 'SELECT x, y FROM t ORDER BY x').with {
      reading && changed == false && rowcount == 3 && queryResult == [[x: '1', y: "it's,\n\"x\""], [x: '2', y: null], [x: '3', y: '']]
    }
    run(query: 'DELETE FROM t WHERE x = 9') == [reading: false, queryResult: [], rowcount: 0, changed: false]
    run(query: 'UPDATE t SET x = x + 1 WHERE x = 3 RETURNING x').queryResult == [[x: '4']]
    run(query: 'VACUUM t', autocommit: true).reading == false
    run(query: 'SELECT 7 AS a; SELECT 8 AS b').queryResult == [[b: '8']]
    run(query: "SELECT ';' AS a -- b;").with { reading && queryResult == [[a: ';']] }
    run(query: "SELECT setval('s', 5)", readOnly: false).with { !reading && changed == null && queryResult == [[setval: '5']] }
    run(query: "WITH a AS (SELECT 1) SELECT * FROM a", readOnly: true).changed == false

    and: 'a script, and all or nothing'
    host.sh("cat >/tmp/kit.sql; chmod 644 /tmp/kit.sql", 'CREATE TABLE u(x int);\nSELECT 1 AS one;\n'.bytes).rc() == 0
    run(pathToScript: '/tmp/kit.sql').queryResult == [[one: '1']]
    Postgres.sql(host, 'DROP TABLE u; CREATE SCHEMA "odd s"', 'kit_query') == ''
    run(pathToScript: '/tmp/kit.sql', searchPath: ['odd s', 'public']).queryResult == [[one: '1']]
    Postgres.sql(host, 'SELECT schemaname FROM pg_tables WHERE tablename = $$u$$', 'kit_query') == 'odd s'
    def broken = host.plan(make(PostgresqlQuery, db: 'kit_query', query: 'DELETE FROM t; SELECT nosuch')) as Change
    host.step(broken.steps()[0]).rc() != 0
    Postgres.sql(host, 'SELECT count(*) FROM t', 'kit_query') == '3'

    and: 'what only reads cannot change'
    def sly = host.plan(make(PostgresqlQuery, db: 'kit_query', query: 'DELETE FROM t', readOnly: true)) as Change
    sly.reading()
    host.step(sly.steps()[0]).errors().contains('read-only transaction')
    host.step((host.plan(make(PostgresqlQuery, db: 'kit_query', query: "SELECT nextval('s')")) as Change).steps()[0]).errors().contains('read-only transaction')

    cleanup:
    host?.with { Postgres.sql(it, 'DROP DATABASE IF EXISTS kit_query;') }
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "extensions and parameters really come and go"() {
    given:
    def host = Postgres.host()
    Postgres.sql(host, 'DROP DATABASE IF EXISTS kit_query;')
    Postgres.sql(host, 'CREATE DATABASE kit_query;')
    Postgres.sql(host, 'ALTER SYSTEM RESET ALL;')
    Postgres.sql(host, 'CREATE SCHEMA gis;', 'kit_query')

    expect:
    converges(host, make(PostgresqlExt, name: 'pg_trgm', db: 'kit_query'))
    converges(host, make(PostgresqlExt, name: 'pg_trgm', db: 'kit_query', schema: 'gis'))
    host.plan(make(PostgresqlExt, name: 'pg_trgm', db: 'kit_query', version: 'latest')) instanceof Plan.Unchanged
    converges(host, make(PostgresqlExt, name: 'pg_trgm', db: 'kit_query', state: 'absent', cascade: true))
    (host.plan(make(PostgresqlExt, name: 'nosuch', db: 'kit_query')) as Plan.Refused).message() == 'the server has no extension nosuch'

    and:
    converges(host, make(PostgresqlSet, name: 'work_mem', value: '32MB')).v1.values().restartRequired == false
    Postgres.sql(host, 'SHOW work_mem') == '32MB'
    converges(host, make(PostgresqlSet, name: 'shared_buffers', value: '64MB')).v1.values().restartRequired == true
    ['gis, public', '"$user",public', 'gis,public', ''].each { converges(host, make(PostgresqlSet, name: 'search_path', value: it)) }
    converges(host, make(PostgresqlSet, name: 'timezone', value: 'Europe/Vienna'))
    host.plan(make(PostgresqlSet, name: 'TimeZone', value: 'Europe/Vienna')) instanceof Plan.Unchanged
    (host.plan(make(PostgresqlSet, name: 'server_version', value: '9')) as Plan.Refused).message().contains('cannot be set')
    host.plan(make(PostgresqlSet, name: 'max_connections', value: '100')) instanceof Plan.Unchanged
    ['work_mem', 'shared_buffers', 'search_path'].every { converges(host, make(PostgresqlSet, name: it, reset: true)) }
    (host.plan(make(PostgresqlSet, name: 'nosuch', value: '1')) as Plan.Refused).message() == 'PostgreSQL has no parameter nosuch'

    cleanup:
    host?.with { Postgres.sql(it, 'ALTER SYSTEM RESET ALL;'); Postgres.sql(it, 'SELECT pg_reload_conf();'); Postgres.sql(it, 'DROP DATABASE IF EXISTS kit_query;') }
  }
}
