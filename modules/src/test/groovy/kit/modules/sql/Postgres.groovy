package kit.modules.sql

import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.modules.Testbed
import kit.spi.Query

/** A test host with PostgreSQL of its own, from Debian. */
class Postgres {

  static ShellHost host() {
    def host = Testbed.host('d1')
    def output = host.sh('''[ -e /usr/bin/psql ] || DEBIAN_FRONTEND=noninteractive apt-get install -y -q postgresql >/dev/null || exit
      systemctl start postgresql && for i in 1 2 3 4 5 6 7 8 9; do su postgres -c "psql -c 'select 1'" >/dev/null 2>&1 && exit; sleep 1; done; exit 1''')
    assert output.rc() == 0: output.errors()
    host
  }

  /** As the system user postgres. */
  static ShellHost owner() {
    def host = new ShellHost(['docker', 'exec', '-i', '-u', 'postgres', "$Testbed.prefix-d1".toString(), 'sh'])
    host.user = 'postgres'
    host
  }

  static String sql(ShellHost host, String sql, String db = 'postgres') {
    def output = host.sh("cd /; su postgres -c 'psql -X -q -A -t -d $db'", "SET client_min_messages = warning; $sql".bytes)
    assert output.errors() == ''
    output.text().trim()
  }
}

/** A host that answers any question by a closure. */
class Answering extends FakeHost {
  Closure answer

  @Override
  void askAll(Query<?>... queries) {
    queries.each { answers[it] = answer(it) }
  }
}
