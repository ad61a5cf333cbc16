package kit.modules.sql

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification

class PostgresqlSlotSpec extends Specification {

  def "'#name' is no slot"() {
    when:
    make(PostgresqlSlot, name: name).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message == "'$name' is no slot"

    where:
    name << ['', 'Db2', 'db-2', "x'; DROP"]
  }

  def "a slot of the other kind is not replaced"() {
    expect:
    make(PostgresqlSlot, name: 'a', slotType: 'logical').plan(new Answering(answer: { new PgQuery.Rows([['physical']], '') })) == Plan.refused('slot a is physical', 'drop it, or name another')
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "slots really come and go"() {
    given:
    def host = Postgres.host()
    def slot = { Map more -> make(PostgresqlSlot, [name: 'kit_slot'] + more) }
    def kept = { -> Postgres.sql(host, "SELECT slot_type, restart_lsn IS NOT NULL FROM pg_replication_slots WHERE slot_name = 'kit_slot'") }

    expect:
    converges(host, slot([:]))
    kept() == 'physical|f'
    converges(host, slot(state: 'absent'))
    kept() == ''
    converges(host, slot(immediatelyReserve: true))
    kept() == 'physical|t'
    host.plan(slot(loginHost: '127.0.0.1', loginUser: 'nosuch', loginPassword: 'x')).message().contains('authentication failed')

    cleanup:
    if (host) host.apply(slot(state: 'absent'))
  }
}
