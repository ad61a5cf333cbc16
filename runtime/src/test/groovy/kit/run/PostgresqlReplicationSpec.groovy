package kit.run

import groovy.io.FileType
import java.nio.file.Path

/** The playbook of playbooks/postgresql-replication on two hosts. */
class PostgresqlReplicationSpec extends HostSpec {

  def "a standby is made, follows its primary, and a second run has nothing to do, in one round trip"() {
    given:
    copy(Path.of('../playbooks/postgresql-replication'))
    site.hosts('[primary]', line('d2', 'db1'), '[standby]', line('d3', 'db2'))
    site.write('secret', 'example\n')
    def password = site.kit('vault', 'get', "$temp/group_vars/all/vault.yml", 'replication_password', '--vault-password-file', "$temp/secret").out.trim()

    when:
    def check = kit('check')
    def first = kit('run')

    then:
    check.code == 0
    hosts.on('d2', 'ls /var/lib/postgresql/15/main/PG_VERSION')
    first.code == 0
    first.summary.hosts.every { it.value.changed >= 5 }

    when:
    sql('d2', "CREATE TABLE follows (x text); INSERT INTO follows VALUES ('it does')")

    then:
    eventually { assert sql('d3', 'SELECT x FROM follows') == 'it does' }
    sql('d3', 'SELECT pg_is_in_recovery()') == 't'
    sql('d2', "SELECT application_name || ' ' || state FROM pg_stat_replication") == 'db2 streaming'
    sql('d2', 'SELECT slot_name FROM pg_replication_slots WHERE active') == 'db2'

    and: 'the password is in a file of its own, and in none that is meant to be read'
    hosts.on('d3', 'stat -c "%a %U" /var/lib/postgresql/.pgpass') == '600 postgres'
    ['d2', 'd3'].each { assert hosts.on(it, "grep -rlF '$password' /etc/postgresql /var/lib/postgresql/15/main/*.conf /var/log || :") == '' }
    password && !first.text.contains(password)

    when:
    def second = kit('run')

    then:
    second.code == 0
    second.calls.findAll { it.status != 'ok' } == []
    second.summary.hosts.collectEntries { [it.key, it.value.roundTrips] } == [db1: 1, db2: 1]

    and: 'the standby is the one it was'
    sql('d3', 'SELECT x FROM follows') == 'it does'

    cleanup:
    hosts.reset('d2', 'd3')
  }

  private String line(String host, String name) {
    hosts.line([address: hosts.on(host, 'hostname -I').split(' ')[0]], host, 'root').replaceFirst(host, name)
  }

  private String sql(String host, String sql) {
    hosts.on(host, "cd /; su postgres -c 'psql -X -A -t -q' <<'SQL'\n$sql;\nSQL\n")
  }

  private Ran kit(String command) {
    site.kit(command, '-i', site.inventory, site.playbook as String, '--vault-password-file', "$temp/secret", '-o', 'json')
  }

  private void copy(Path from) {
    from.toFile().eachFileRecurse(FileType.FILES) { site.write(from.relativize(it.toPath()) as String, it.text) }
  }
}
