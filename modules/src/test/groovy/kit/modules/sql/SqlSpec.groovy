package kit.modules.sql

import static kit.modules.Calls.make

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.spi.Change
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification

class SqlSpec extends Specification {

  def "#arguments is an error on #engine: #message"() {
    when:
    make(Sql, [engine: engine] + arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    [engine, [arguments, message]] << [['postgresql', 'mysql', 'mariadb'], [
      [[:], 'give either query or pathToScript'],
      [[query: 'SELECT 1', script: '/x.sql'], 'give either query or pathToScript'],
      [[script: '/x.sql', namedArgs: [a: 1]], 'values go with a query, not with a script'],
      [[script: '/x.sql', readOnly: true], 'readOnly goes with a query, not with a script'],
      [[query: 'SELECT %s', positionalArgs: ['1', '2']], 'positionalArgs has more values than the query has places']]].combinations()
  }

  def "#query does not only read on MySQL"() {
    when:
    make(Sql, engine: 'mariadb', query: query, readOnly: true).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    query                       || message
    'CREATE TABLE t (x int)'    || "'CREATE' does not only read"
    'call p()'                  || "'CALL' does not only read"
    'SELECT 1; DROP TABLE t'    || 'the query has several statements'
  }

  def "a password stands in no argument of the client of #engine"() {
    given:
    def call = make(Sql, [engine: engine, query: 'SELECT 1', loginHost: 'db', loginUser: 'u', loginPassword: 'canary'])
    def script = (call.plan(new FakeHost()) as Change).steps()[0].script()

    expect:
    script.readLines().findAll { it.contains('canary') }.every { it.startsWith('printf ') || it.startsWith('password=') }
    script.contains(port)

    where:
    engine       || port
    'postgresql' || '-p 5432'
    'mariadb'    || 'port=3306'
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "asks, changes and runs scripts on #engine"() {
    given:
    def host = engine == 'postgresql' ? Postgres.host() : MysqlSpec.mariadb()
    def outside = { String sql -> engine == 'postgresql' ? Postgres.sql(host, sql) : MysqlSpec.run(host, sql) }
    def asked = { Map more ->
      def plan = host.plan(make(Sql, [engine: engine, database: 'kit_sql'] + more)) as Change
      def output = host.step(plan.steps()[0])
      [plan.reading(), output.rc() == 0 ? plan.reader().apply([output]) : output.errors()]
    }
    host.sh('cat >/tmp/kit.sql', "CREATE SEQUENCE s; CREATE TABLE t(x int, y text); INSERT INTO t VALUES (1, 'a');".bytes)
    outside('DROP DATABASE IF EXISTS kit_sql')
    outside('CREATE DATABASE kit_sql')

    expect:
    asked(script: '/tmp/kit.sql')[0] == false
    asked(query: 'INSERT INTO t VALUES (%(x)s, %(y)s)', namedArgs: [x: 2, y: "it's"])[1].rowcount == 1
    asked(query: 'SELECT x, y FROM t ORDER BY x') == [true, [queryResult: [[x: '1', y: 'a'], [x: '2', y: "it's"]], rowcount: 2, changed: false]]
    asked(query: 'SELECT y FROM t WHERE x = %s', positionalArgs: ['2'], readOnly: true)[1].queryResult == [[y: "it's"]]
    asked(query: engine == 'postgresql' ? 'DELETE FROM t' : 'SELECT nextval(s)', readOnly: true)[1] =~ /(?i)read.only transaction/
    asked(query: 'DELETE FROM t WHERE x > 7')[1].changed == false
    asked(query: 'SELECT count(*) AS n FROM t')[1].queryResult == [[n: '2']]

    cleanup:
    if (host) outside('DROP DATABASE IF EXISTS kit_sql')

    where:
    engine << ['postgresql', 'mariadb', 'mysql']
  }
}
