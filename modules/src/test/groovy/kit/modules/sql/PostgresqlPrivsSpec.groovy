package kit.modules.sql

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.spi.Change
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

class PostgresqlPrivsSpec extends Specification {
  @Shared host = System.getenv('KIT_TESTBED') ? Postgres.host() : null

  def "#arguments is an error: #message"() {
    when:
    make(PostgresqlPrivs, [database: 'd'] + arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                                                    || message
    [:]                                                          || 'roles are missing'
    [roles: ['a']]                                               || 'privs are missing'
    [roles: ['a'], privs: ['SELECT']]                            || 'objs are missing'
    [roles: ['a'], privs: ['SELECT;'], objs: ['t']]              || "'SELECT;' is no right"
    [roles: ['a'], privs: ['ALL'], objs: ['g'], type: 'group']   || 'type group takes no privs'
  }

  def setupSpec() {
    if (host) Postgres.sql(host, 'DROP DATABASE IF EXISTS kit_privs; DROP ROLE IF EXISTS kit_a; DROP ROLE IF EXISTS "kit b"; CREATE ROLE kit_a; CREATE ROLE "kit b";')
    if (host) Postgres.sql(host, 'CREATE DATABASE kit_privs;')
    if (host) Postgres.sql(host, '''CREATE SCHEMA "odd s"; CREATE TABLE t(x int); CREATE TABLE "odd s".t2(x int); CREATE TABLE "odd s"."T 3"(x int);
      CREATE SEQUENCE seq; CREATE FUNCTION total(int, int) RETURNS int LANGUAGE sql AS 'SELECT $1 + $2'; CREATE PROCEDURE pr() LANGUAGE sql AS 'SELECT 1';
      CREATE TYPE ty AS (x int); CREATE FOREIGN DATA WRAPPER fdw; CREATE SERVER srv FOREIGN DATA WRAPPER fdw;''', 'kit_privs')
  }

  def cleanupSpec() {
    if (host) Postgres.sql(host, 'DROP DATABASE IF EXISTS kit_privs; DROP ROLE IF EXISTS kit_a; DROP ROLE IF EXISTS "kit b";')
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "#arguments are given, and taken away"() {
    given:
    def call = { Map more -> make(PostgresqlPrivs, [database: 'kit_privs', roles: ['kit_a']] + arguments + more) }

    expect:
    foretold(converges(host, call([:])).v1).values().queries == queries
    foretold(converges(host, call(state: 'absent')).v1)

    where:
    arguments                                                                        || queries
    [privs: ['SELECT'], objs: ['t']]                                                 || ['GRANT SELECT ON TABLE "public"."t" TO "kit_a"']
    [privs: ['SELECT,insert', 'UPDATE'], objs: ['t'], roles: ['kit_a', 'kit b']]     || ['GRANT SELECT, INSERT, UPDATE ON TABLE "public"."t" TO "kit_a", "kit b"']
    [privs: ['ALL'], objs: ['t']]                                                    || ['GRANT ALL ON TABLE "public"."t" TO "kit_a"']
    [privs: ['SELECT'], objs: ['ALL_IN_SCHEMA'], schema: 'odd s']                    || ['GRANT SELECT ON ALL TABLES IN SCHEMA "odd s" TO "kit_a"']
    [privs: ['SELECT'], objs: ['t2', 'T 3'], schema: 'odd s', roles: ['PUBLIC']]     || ['GRANT SELECT ON TABLE "odd s"."t2", "odd s"."T 3" TO PUBLIC']
    [privs: ['SELECT'], objs: ['t'], grantOption: true]                              || ['GRANT SELECT ON TABLE "public"."t" TO "kit_a" WITH GRANT OPTION']
    [privs: ['USAGE'], objs: ['seq'], type: 'sequence']                              || ['GRANT USAGE ON SEQUENCE "public"."seq" TO "kit_a"']
    [privs: ['ALL'], objs: ['ALL_IN_SCHEMA'], type: 'sequence']                      || ['GRANT ALL ON ALL SEQUENCES IN SCHEMA "public" TO "kit_a"']
    [privs: ['EXECUTE'], objs: ['total(int:int)'], type: 'function']                 || ['GRANT EXECUTE ON FUNCTION "public"."total"(int,int) TO "kit_a"']
    [privs: ['EXECUTE'], objs: ['ALL_IN_SCHEMA'], type: 'function']                  || ['GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA "public" TO "kit_a"']
    [privs: ['EXECUTE'], objs: ['pr()'], type: 'procedure']                          || ['GRANT EXECUTE ON PROCEDURE "public"."pr"() TO "kit_a"']
    [privs: ['CREATE'], type: 'database']                                            || ['GRANT CREATE ON DATABASE "kit_privs" TO "kit_a"']
    [privs: ['TEMP', 'CONNECT'], type: 'database', objs: ['kit_privs']]              || ['GRANT TEMPORARY, CONNECT ON DATABASE "kit_privs" TO "kit_a"']
    [privs: ['USAGE', 'CREATE'], type: 'schema', objs: ['odd s']]                    || ['GRANT USAGE, CREATE ON SCHEMA "odd s" TO "kit_a"']
    [privs: ['USAGE'], type: 'language', objs: ['sql']]                              || ['GRANT USAGE ON LANGUAGE "sql" TO "kit_a"']
    [privs: ['CREATE'], type: 'tablespace', objs: ['pg_default']]                    || ['GRANT CREATE ON TABLESPACE "pg_default" TO "kit_a"']
    [privs: ['USAGE'], type: 'type', objs: ['ty']]                                   || ['GRANT USAGE ON TYPE "public"."ty" TO "kit_a"']
    [privs: ['USAGE'], type: 'foreign_data_wrapper', objs: ['fdw']]                  || ['GRANT USAGE ON FOREIGN DATA WRAPPER "fdw" TO "kit_a"']
    [privs: ['ALL'], type: 'foreign_server', objs: ['srv']]                          || ['GRANT ALL ON FOREIGN SERVER "srv" TO "kit_a"']
    [type: 'group', objs: ['kit b'], privs: []]                                      || ['GRANT "kit b" TO "kit_a"']
    [type: 'group', objs: ['kit b'], privs: [], grantOption: true]                   || ['GRANT "kit b" TO "kit_a" WITH ADMIN OPTION']
    [privs: ['SELECT'], type: 'default_privs', objs: ['TABLES']]                     || ['ALTER DEFAULT PRIVILEGES FOR ROLE "postgres" IN SCHEMA "public" GRANT SELECT ON TABLES TO "kit_a"']
    [privs: ['ALL'], type: 'default_privs', objs: ['SEQUENCES'], targetRoles: ['kit b']] || ['ALTER DEFAULT PRIVILEGES FOR ROLE "kit b" IN SCHEMA "public" GRANT ALL ON SEQUENCES TO "kit_a"']
    [privs: ['USAGE'], type: 'default_privs', objs: ['SCHEMAS'], schema: 'not-specified'] || ['ALTER DEFAULT PRIVILEGES FOR ROLE "postgres" GRANT USAGE ON SCHEMAS TO "kit_a"']
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "the right to pass on is taken away by itself"() {
    given:
    def call = { Map more -> make(PostgresqlPrivs, [database: 'kit_privs', roles: ['kit_a'], privs: ['DELETE'], objs: ['t']] + more) }

    expect:
    converges(host, call(grantOption: true))
    host.plan(call([:])) instanceof Plan.Unchanged
    converges(host, call(grantOption: true, state: 'absent'))
    host.plan(call([:])) instanceof Plan.Unchanged
    converges(host, call(grantOption: true))
    converges(host, call(grantOption: false))
    converges(host, call(state: 'absent'))
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "what is missing is told: #arguments"() {
    expect:
    (host.plan(make(PostgresqlPrivs, [database: 'kit_privs', roles: ['kit_a'], privs: ['ALL']] + arguments)) as Plan.Refused).message().contains(message)

    where:
    arguments                                  || message
    [objs: ['nosuch']]                         || 'there is no table nosuch'
    [objs: ['no()'], type: 'function']         || '"public"."no"'
    [objs: ['t'], database: 'kit_none']        || 'there is no database kit_none'
  }

  /** What was predicted is what is there. */
  private Change foretold(Change plan) {
    plan.predicts().each { query, predicted ->
      def probe = query.probe([query])
      assert (probe.reader().apply(host.sh(probe.script()))[0].rows() as Set) == (predicted.rows() as Set)
    }
    plan
  }
}
