package kit.modules.sql

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.query.Content
import kit.query.FileContent
import kit.spi.Plan
import kit.spi.PlanException
import kit.spi.Step
import spock.lang.Requires
import spock.lang.Specification

class PostgresqlHbaSpec extends Specification {
  static final TEXT = '# top\nlocal all postgres peer\n\nlocal  all  all  peer # us\nhost all all 127.0.0.1/32 scram-sha-256\nhost all all 10.0.0.0 255.0.0.0 md5 map=x\n'

  def "#arguments: #after"() {
    given:
    def plan = plan(TEXT, arguments)

    expect:
    after == (plan instanceof Plan.Unchanged ? TEXT : new String((plan.steps()[0] as Step.Write).content()))
    plan instanceof Plan.Unchanged || this.plan(after, arguments) instanceof Plan.Unchanged

    where:
    arguments                                                                        || after
    [contype: 'local', method: 'peer']                                               || TEXT
    [contype: 'local', method: 'md5']                                                || TEXT.replace('local  all  all  peer # us', 'local all all md5')
    [contype: 'local', users: 'anna', method: 'md5']                                 || TEXT.replace('local  all', 'local all anna md5\nlocal  all')
    [address: '10.0.0.0 255.0.0.0', method: 'md5', methodOptions: 'map=x']                 || TEXT
    [address: '10.1.0.0/16', databases: 'my db, shop']                               || TEXT.replace('host all all 10.', 'host "my db",shop all 10.1.0.0/16 scram-sha-256\nhost all all 10.')
    [address: '192.168.0.0/16', databases: 'shop']                                   || TEXT + 'host shop all 192.168.0.0/16 scram-sha-256\n'
    [contype: 'hostssl', address: '127.0.0.1/32', databases: 'shop', method: 'cert'] || TEXT.replace('host all all 127', 'hostssl shop all 127.0.0.1/32 cert\nhost all all 127')
    [contype: 'local', state: 'absent']                                              || TEXT.replace('local  all  all  peer # us\n', '')
    [address: '1.2.3.4/32', state: 'absent']                                         || TEXT
    [rules: [[contype: 'local', users: 'all', method: 'peer'], [databases: 'my db', source: 'samenet', method: 'reject']]] || '# top\nlocal all all peer\nhost "my db" all samenet reject\n'
    [rules: ['local all all peer', 'host "my db" all all reject']]                   || '# top\nlocal all all peer\nhost "my db" all all reject\n'
  }

  def "#arguments is an error"() {
    when:
    plan(TEXT, arguments)

    then:
    thrown(PlanException)

    where:
    arguments << [[contype: 'tcp'], [users: 'a\nb'], [users: 'a,,b'], [databases: ''], [rules: ['host all']], [rules: [[user: 'x']]], [rules: ['host all all all scram']],
      [address: '10.0.0.1'], [address: '10.0.0.0/33'], [address: '::1'], [address: 'x/8'], [method: 'scram'], [contype: 'local', method: 'ident']]
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "the server really reads it"() {
    given:
    def host = Postgres.host()
    def file = '/etc/postgresql/15/main/pg_hba.conf'
    host.sh("cp -p $file /root/hba.kit")

    expect:
    converges(host, make(PostgresqlHba, dest: file, users: 'nobody_kit', databases: 'postgres', address: '127.0.0.1/32', method: 'reject'))
    host.sh("stat -c '%U %a' $file").text() == 'postgres 640\n'
    Postgres.sql(host, 'SELECT pg_reload_conf();') == 't'
    Postgres.sql(host, "SELECT auth_method FROM pg_hba_file_rules WHERE 'nobody_kit' = ANY(user_name) AND error IS NULL") == 'reject'
    host.sh('cd /; psql -w -h 127.0.0.1 -U nobody_kit -d postgres -c "select 1"').errors().contains('pg_hba.conf rejects connection')
    converges(host, make(PostgresqlHba, dest: file, users: 'nobody_kit', databases: 'postgres', address: '127.0.0.1/32', state: 'absent'))
    host.sh("diff $file /root/hba.kit").rc() == 0

    cleanup:
    host?.sh("mv /root/hba.kit $file; systemctl reload postgresql")
  }

  private static Plan plan(String text, Map arguments) {
    make(PostgresqlHba, [dest: '/hba'] + arguments).plan(new FakeHost(answers: [(new Content('/hba')): FileContent.of(text.bytes)]))
  }
}
