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

class PostgresqlUserSpec extends Specification {

  def "a verifier of RFC 7677's example is that of PostgreSQL"() {
    expect: 'what the server of the example keeps: StoredKey and ServerKey for salt and 4096 rounds'
    Scram.verifier('pencil', 'W22ZaJ0SNY7soEsUEjb6gQ==') ==
      'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU='
    Scram.matches('secret', 'anna', 'md5' + java.security.MessageDigest.getInstance('MD5').digest('secretanna'.bytes).encodeHex())
    !Scram.matches('other', 'anna', Scram.verifier('secret', Scram.salt()))
    !Scram.matches('x', 'anna', '')
  }

  def "#arguments is an error: #message"() {
    when:
    make(PostgresqlUser, [name: 'x'] + arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                            || message
    [roleAttrFlags: ['SUPERUSR']]        || "'SUPERUSR' is no attribute of a role"
    [loginPassword: 'a\nb']              || 'a login argument has several lines'
  }

  def "passwords stand neither in diff nor script"() {
    given:
    def call = make(PostgresqlUser, name: 'anna', password: 'canary', loginUser: 'root', loginPassword: 'can:ary')
    def host = new Answering(answer: { new PgQuery.Rows([], '') })
    def plan = call.plan(host) as Change

    expect:
    !plan.diffs().toString().contains('canary')
    plan.diffs()[0].after() == "CREATE ROLE \"anna\" LOGIN PASSWORD '(hidden)';\n"
    !new String(plan.steps()[0].stdin().get()).contains('canary')
    plan.steps()[0].script().contains("'*:*:*:*:can\\:ary'")
    !(plan.steps()[0].script() =~ /psql[^\n]*can/)
  }

  def "says what stands in the way"() {
    given:
    def rows = new PgQuery.Rows([], error)
    def host = new Answering(answer: { rows })

    expect:
    (make(PostgresqlUser, name: 'x', password: 'y').plan(host) as Plan.Refused).message() == message

    where:
    error                                        || message
    'no psql is there'                           || 'PostgreSQL cannot be asked: no psql is there'
    'psql: error: connection to server on socket "/x" failed: FATAL:  database "d" does not exist' || 'there is no database d'
    'psql: error: could not translate host name "x"\nto' || 'PostgreSQL cannot be asked: could not translate host name "x"'
    'invalid input syntax for type timestamp\nLINE 1' || 'invalid input syntax for type timestamp'
    'permission denied for table pg_authid'      || 'only a superuser may look at passwords: permission denied for table pg_authid'
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "roles really come, change, log in and go"() {
    given:
    def host = Postgres.host()
    Postgres.sql(host, 'DROP ROLE IF EXISTS "kit anna"; DROP ROLE IF EXISTS kit_readers;')
    def role = { Map more -> make(PostgresqlUser, [name: 'kit anna'] + more) }
    def login = { password -> host.sh("cd /; f=\$(mktemp); cat >\$f; PGPASSFILE=\$f psql -w -h 127.0.0.1 -U 'kit anna' -d postgres -Atc 'select current_user'", "*:*:*:*:${password.replace('\\', '\\\\')}\n".getBytes('UTF-8')).text() }

    expect:
    converges(host, make(PostgresqlUser, name: 'kit_readers', roleAttrFlags: ['NOLOGIN']))
    converges(host, role(password: "it's secret", groups: ['kit_readers'], comment: "an'na", connLimit: 7))
    login("it's secret") == 'kit anna\n'
    converges(host, role(password: 'other', expires: '2031-05-06 07:08'))
    login('other') == 'kit anna\n'
    login("it's secret") == ''
    converges(host, role(roleAttrFlags: ['CREATEDB,NOINHERIT']))
    converges(host, role(expires: 'infinity', roleAttrFlags: ['NOCREATEDB', 'superuser']))
    host.plan(role(password: 'third', noPasswordChanges: true)) instanceof Plan.Unchanged
    converges(host, role(password: 'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU='))
    login('pencil') == 'kit anna\n'

    and: 'passwords that clients make ready in their own way'
    ['a\u00a0b \u2126', 'soft\u00adhyphen \ufb01', '\u2764\ufe0f heart', '\ufb01 \ud83d\ude00\ufe0f', '\u05d0a\u00aa', "it's \\ \$x \"q\" é"].every {
      converges(host, role(password: it))
      assert login(it) == 'kit anna\n'
      true
    }
    converges(host, role(password: 'pencil'))

    and: 'over TCP with a password, and as the system user postgres'
    host.plan(role(password: 'pencil', loginHost: '127.0.0.1', loginUser: 'kit anna', loginPassword: 'pencil', db: 'postgres')) instanceof Plan.Unchanged
    Postgres.owner().plan(role(password: 'pencil', connLimit: 7)) instanceof Plan.Unchanged

    and: 'a wrong password is told'
    (host.plan(role(loginHost: '127.0.0.1', loginUser: 'kit anna', loginPassword: 'wrong')) as Plan.Refused).message().contains('password authentication failed')

    and:
    converges(host, role(password: ''))
    converges(host, role(state: 'absent'))

    cleanup:
    host?.with { Postgres.sql(it, 'DROP ROLE IF EXISTS "kit anna"; DROP ROLE IF EXISTS kit_readers;') }
  }
}
