package kit.modules.sql

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.spi.Output
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification

class PostgresqlDbSpec extends Specification {
  static final LOGIN = new PgLogin('', 5432, '', '', [:], true)

  def "#arguments where it is #row: #said"() {
    given:
    def host = new Answering(answer: { new PgQuery.Rows(it.sql().endsWith("'shop'") && row ? [row] : [], '') })
    def plan = make(PostgresqlDb, [name: 'shop'] + arguments).plan(host)

    expect:
    (plan instanceof Plan.Unchanged ? plan.why() : plan instanceof Plan.Refused ? plan.message() : new String(plan.steps()[0].stdin().get()).trim()) == said

    where:
    arguments                                         | row                                              || said
    [:]                                               | null                                             || 'CREATE DATABASE "shop";'
    [owner: 'a"b', encoding: 'UTF-8', template: 'template0', lcCollate: 'C', connLimit: 3] | null        || 'CREATE DATABASE "shop" OWNER "a""b" TEMPLATE "template0" ENCODING \'UTF-8\' LC_COLLATE \'C\' CONNECTION LIMIT 3;'
    [owner: 'o', encoding: 'utf8']                    | ['o', 'UTF8', 'C', 'C', '-1', 'pg_default']      || 'database shop is there'
    [owner: 'x', connLimit: 2]                        | ['o', 'UTF8', 'C', 'C', '-1', 'pg_default']      || 'ALTER DATABASE "shop" OWNER TO "x";\nALTER DATABASE "shop" CONNECTION LIMIT 2;'
    [encoding: 'LATIN1']                              | ['o', 'UTF8', 'C', 'C', '-1', 'pg_default']      || 'database shop has encoding UTF8, which cannot be changed'
    [state: 'absent']                                 | null                                             || 'there is no database shop'
    [state: 'absent', force: true]                    | ['o', 'UTF8', 'C', 'C', '-1', 'pg_default']      || 'DROP DATABASE "shop" WITH (FORCE);'
    [state: 'rename', target: 'new']                  | ['o', 'UTF8', 'C', 'C', '-1', 'pg_default']      || 'ALTER DATABASE "shop" RENAME TO "new";'
    [state: 'dump', target: '/x.sql']                 | null                                             || 'there is no database shop'
  }

  def "reads what psql prints"() {
    given:
    def questions = (1..3).collect { new PgQuery(LOGIN, 'db', "q$it", [] as Set) }

    expect:
    questions[0].probe(questions).reader().apply(Output.of(0, "a\037ERROR: b\036c\037\001\n\035 $no\n\035 $yes\n\035 $no\n", told))*.toString() ==
      [new PgQuery.Rows([['a', 'ERROR: b'], ['c', '\001']], ''), new PgQuery.Rows([], 'no such thing\nLINE 1'), new PgQuery.Rows([], '')]*.toString()
    questions[0].probe(questions).reader().apply(Output.of(2, '', 'psql: error: no server\n'))*.error() == ['psql: error: no server'] * 3

    where: 'an old client does not say whether there was an error; a server may speak another language'
    no       | yes      || told
    'false'  | 'true'   || 'psql:<stdin>:2: WARNING:  old collation\npsql:<stdin>:6: ERROR:  no such thing\nLINE 1\n'
    ':ERROR' | ':ERROR' || 'psql:<stdin>:2: WARNING:  old collation\npsql:<stdin>:6: ERROR:  no such thing\nLINE 1\n'
    'false'  | 'true'   || 'psql:<stdin>:2: WARNUNG:  alt\npsql:<stdin>:6: FEHLER:  no such thing\nLINE 1\npsql:<stdin>:9: HINWEIS:  neu\n'
  }

  def "'#name' cannot be the name of a database: #message"() {
    when:
    make(PostgresqlDb, name: name)

    then:
    def e = thrown(PlanException)
    [e.message, e.hint()] == [message, hint]

    where:
    name       || message                                                          | hint
    ''         || 'name is empty'                                                  | 'a name has 1 to 63 bytes'
    'a' * 64   || "name '${'a' * 64}' cannot be a name in PostgreSQL".toString()   | 'a name has 1 to 63 bytes, not 64'
    'ä' * 32   || "name '${'ä' * 32}' cannot be a name in PostgreSQL".toString()   | 'a name has 1 to 63 bytes, not 64'
  }

  def "needs a target: #state"() {
    when:
    make(PostgresqlDb, name: 'x', state: state).plan(new FakeHost())

    then:
    thrown(PlanException)

    where:
    state << ['dump', 'restore', 'rename']
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "databases really come, change, travel and go"() {
    given:
    def host = Postgres.host()
    Postgres.sql(host, 'DROP DATABASE IF EXISTS "kit shop"; DROP DATABASE IF EXISTS kit_new; DROP ROLE IF EXISTS kit_owner; CREATE ROLE kit_owner;')
    def call = { Map more -> make(PostgresqlDb, [name: 'kit shop'] + more) }

    expect:
    converges(host, call(encoding: 'UTF-8', template: 'template0', lcCollate: 'C'))
    converges(host, call(owner: 'kit_owner', connLimit: 9))
    Postgres.sql(host, "CREATE TABLE t(x text); INSERT INTO t VALUES ('it''s');", '"kit shop"') == ''

    and: 'a dump brings it back'
    ['/tmp/kit.sql', '/tmp/kit.sql.gz', '/tmp/kit.tar', '/tmp/kit.pgc', '/tmp/kit.dir'].every { file ->
      host.sh("rm -rf $file")
      def target = file.endsWith('.dir') ? '/var/lib/postgresql/kit.dir' : file
      host.sh("rm -rf $target")
      assert host.apply(call(state: 'dump', target: target))*.rc() == [0]
      assert host.sh("stat -c %a $target").text() in ['600\n', '700\n']
      Postgres.sql(host, 'DROP TABLE t;', '"kit shop"')
      assert host.apply(call(state: 'restore', target: target))*.rc() == [0]
      Postgres.sql(host, 'SELECT x FROM t;', '"kit shop"') == "it's"
    }
    (host.plan(call(encoding: 'LATIN1')) as Plan.Refused).message() == 'database kit shop has encoding UTF8, which cannot be changed'

    and:
    converges(host, call(state: 'rename', target: 'kit_new'))
    converges(host, make(PostgresqlDb, name: 'kit_new', state: 'absent', force: true))

    cleanup:
    host?.with { Postgres.sql(it, 'DROP DATABASE IF EXISTS "kit shop"; DROP DATABASE IF EXISTS kit_new; DROP ROLE IF EXISTS kit_owner;') }
  }
}
