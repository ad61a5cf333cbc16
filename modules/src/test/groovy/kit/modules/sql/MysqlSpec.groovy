package kit.modules.sql

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.modules.Testbed
import kit.spi.Change
import kit.spi.Output
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification

class MysqlSpec extends Specification {

  def "reads grants: #text"() {
    expect:
    MyGrants.wanted(text) == grants

    where:
    text                                              || grants
    'shop.*:ALL'                                      || ['`shop`.*': ['ALL'] as Set]
    '*.*:USAGE/shop.t:select, Insert,GRANT'           || ['*.*': ['USAGE'] as Set, '`shop`.`t`': ['SELECT', 'INSERT', 'GRANT'] as Set]
    'my.db.*:SELECT/`a.b`.`c.d`:ALL'                  || ['`my.db`.*': ['SELECT'] as Set, '`a.b`.`c.d`': ['ALL'] as Set]
    '`my-db`.*:SELECT (b, a),UPDATE'                  || ['`my-db`.*': ['SELECT (`a`,`b`)', 'UPDATE'] as Set]
    'FUNCTION shop.f:EXECUTE'                         || ['FUNCTION `shop`.`f`': ['EXECUTE'] as Set]
  }

  def "reads what the server shows"() {
    expect:
    MyGrants.shown([['GRANT USAGE ON *.* TO `a`@`%` IDENTIFIED BY PASSWORD \'*X\''], ['GRANT ALL PRIVILEGES ON `shop`.* TO `a`@`%` WITH GRANT OPTION'],
      ['GRANT SELECT (`b`, `a`), INSERT ON `x`.`t` TO `a`@`%`'], ['GRANT ALL PRIVILEGES ON `a TO ``b`.* TO `c`@`%`'],
      ['GRANT EXECUTE ON PROCEDURE `x`.`p` TO `a`@`%`'], ['GRANT `role` TO `a`@`%`'], ['GRANT PROXY ON \'\'@\'%\' TO `a`@`%`']]) == ['`a TO ``b`.*': ['ALL'] as Set, 'PROCEDURE `x`.`p`': ['EXECUTE'] as Set, '`shop`.*': ['ALL', 'GRANT'] as Set, '`x`.`t`': ['SELECT (`a`,`b`)', 'INSERT'] as Set]
    NativePassword.hash('password') == '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19'
    MyQuery.fields('a\tb\\nc\\\\d\t') == ['a', 'b\nc\\d', '']
  }

  def "#tls and #limits where there is #found"() {
    expect:
    new MyLimits(tls, limits).statements('u', found) == statements

    where:
    tls                          | limits                                              | found                        || statements
    [ssl: null]                  | [:]                                                 | []                           || ['ALTER USER u REQUIRE SSL']
    [SSL: null]                  | [:]                                                 | ['ANY\n\n\n']                || []
    [NONE: '']                   | [:]                                                 | []                           || []
    [NONE: '']                   | [:]                                                 | ['X509\n\n\n']               || ['ALTER USER u REQUIRE NONE']
    [ISSUER: "/CN=c'a", SSL: ''] | [:]                                                 | ['X509\n\n\n']               || ["ALTER USER u REQUIRE ISSUER '/CN=c''a'"]
    [ISSUER: '/CN=a', SUBJECT: 's'] | [:]                                              | ['SPECIFIED\ns\n/CN=a\n']    || []
    [:]                          | [max_user_connections: 2, MAX_STATEMENT_TIME: '3'] | ['', '2', '0']  || ['ALTER USER u WITH MAX_STATEMENT_TIME 3']
    [:]                          | [MAX_QUERIES_PER_HOUR: 0]                           | []                           || []
  }

  def "rights that may be a map: #priv"() {
    expect:
    MyGrants.wanted(['a/b:c.*': ['SELECT', 'INSERT']] as Object) == ['`a/b:c`.*': ['SELECT', 'INSERT'] as Set]
    MyGrants.wanted(priv as Object) == ['`d`.*': ['SELECT', 'INSERT'] as Set, '*.*': ['PROCESS'] as Set]

    where:
    priv << ['d.*:SELECT,INSERT/*.*:PROCESS', ['d.*': 'SELECT,INSERT', '*.*': 'PROCESS']]
  }

  def "#type.simpleName #arguments is an error: #message"() {
    when:
    make(type, arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    type       | arguments                                      || message
    MysqlDb    | [:]                                            || 'name is missing'
    MysqlDb    | [name: ['a'], state: 'dump']                   || 'target is missing'
    MysqlDb    | [name: ['all']]                                || 'all databases can only be dumped and imported'
    MysqlUser  | [name: 'a', priv: 'SELECT']                    || "'SELECT' is no grant"
    MysqlUser  | [name: 'a', priv: 'x.*:SEL;CT']                || "'SEL;CT' is no right"
    MysqlUser  | [name: 'a', password: 'x', plugin: 'y']        || 'both password and plugin are given'
    MysqlUser  | [name: 'a', subtractPrivs: true]               || 'subtractPrivs needs priv'
    MysqlUser  | [name: 'a', pluginHashString: 'x', pluginAuthString: 'y'] || 'both pluginHashString and pluginAuthString are given'
    MysqlUser  | [name: 'a', tlsRequires: [TLS: '']]            || "tlsRequires has 'TLS'"
    MysqlUser  | [name: 'a', resourceLimits: [MAX: 1]]          || "resourceLimits has 'MAX'"
    MysqlUser  | [name: 'a', resourceLimits: [MAX_USER_CONNECTIONS: 'many']] || "the limit 'many' is no number"
    MysqlQuery | [query: 'SELECT 1; DROP TABLE t']              || 'the query has several statements'
    MysqlQuery | [query: ' ;']                                  || 'the query is empty'
  }

  def "passwords stand neither in diff nor argument list"() {
    given:
    def call = make(MysqlUser, name: 'anna', password: 'canary', loginUser: 'root', loginPassword: 'can"ary')
    def plan = call.plan(new Answering(answer: { new MyQuery.Rows([], '') })) as Change

    expect:
    plan.diffs()[0].after() == "CREATE USER 'anna'@'localhost' IDENTIFIED WITH mysql_native_password AS '(hidden)';\n"
    !new String(plan.steps()[0].stdin().get()).contains('canary')
    plan.steps()[0].script().contains('password="can\\"ary"')
    !(plan.steps()[0].script() =~ /kit_c --[^\n]*can/)
  }

  def "rows and errors are told apart"() {
    given:
    def login = MyLogin.of(*([Optional.empty()] * 1), 3306, *([Optional.empty()] * 4))
    def questions = (1..3).collect { new MyQuery(login, "q$it", MyChange.SERVER) }

    expect:
    questions[0].probe(questions).reader().apply(Output.of(1, 'ERROR a\n\035KIT-END\n\035KIT-END\nKIT-END\n\035KIT-END\n', told))*.toString() ==
      [new MyQuery.Rows([['ERROR a']], ''), new MyQuery.Rows([], "ERROR 1146 (42S02): Table 'x' not found"), new MyQuery.Rows([['KIT-END']], '')]*.toString()
    questions[0].probe(questions).reader().apply(Output.of(127, '', 'no mysql is there\n'))*.error() == ['no mysql is there'] * 3

    where:
    told << ["WARNING: insecure\nERROR 1146 (42S02) at line 3: Table 'x' not found\n"]
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "a user's own option file does not win over arguments, one that is named must be there"() {
    given:
    def host = mariadb()
    host.sh('printf "[client]\nuser=nosuch\npassword=wrong\n" >~/.my.cnf')
    def db = { Map more -> host.plan(make(MysqlDb, [name: ['mysql']] + more)) }

    expect:
    db([:]).message().contains("denied for user 'nosuch'")
    db(loginUser: 'other').message().contains("denied for user 'other'")
    db(configFile: '/nosuch.cnf').message().contains('there is no configFile /nosuch.cnf to read')
    host.sh('printf "[client]\nuser=root\npassword=\n" >~/other.cnf').rc() == 0
    db(configFile: '~/other.cnf') instanceof Plan.Unchanged

    cleanup:
    host?.sh('rm -f ~/.my.cnf ~/other.cnf')
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "a dump that is broken, or not there, fails; one of no database yet makes it"() {
    given:
    def host = mariadb()
    def db = { Map more -> make(MysqlDb, [name: ['kit import']] + more) }
    run(host, 'DROP DATABASE IF EXISTS `kit import`')
    host.sh("printf 'CREATE TABLE t (x int);\n' | gzip >/tmp/kit.sql.gz; head -c 20 /tmp/kit.sql.gz >/tmp/kit-broken.sql.gz")

    expect:
    host.apply(db(state: 'import', target: '/tmp/kit.sql.gz'))*.rc() == [0, 0]
    run(host, 'SELECT count(*) FROM `kit import`.t') == '0'
    def broken = host.plan(db(state: 'import', target: '/tmp/kit-broken.sql.gz')) as Change
    host.step(broken.steps().last()).with { rc() != 0 && errors().contains('unexpected end of file') }

    when:
    host.plan(db(state: 'import', target: '/nosuch.sql'))

    then:
    thrown(PlanException)

    cleanup:
    if (host) run(host, 'DROP DATABASE IF EXISTS `kit import`')
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "databases and users really come, change and go on MariaDB"() {
    given:
    def host = mariadb()
    run(host, "DROP DATABASE IF EXISTS `kit shop`; DROP USER IF EXISTS 'kit anna'@'localhost'")
    def db = { Map more -> make(MysqlDb, [name: ['kit shop']] + more) }
    def user = { Map more -> make(MysqlUser, [name: 'kit anna'] + more) }
    def asked = { Map more ->
      def plan = host.plan(make(MysqlQuery, [loginDb: 'kit shop'] + more)) as Change
      def output = host.step(plan.steps()[0])
      assert output.rc() == 0: output.errors()
      plan.reader().apply([output])
    }

    expect:
    converges(host, db(encoding: 'latin1'))
    converges(host, db(encoding: 'UTF8', collation: 'utf8_bin'))
    converges(host, db(encoding: 'utf8mb4', collation: 'utf8mb4_bin'))

    and: 'queries'
    asked(query: 'CREATE TABLE t(x int, y text)').changed == null
    asked(query: 'INSERT INTO t VALUES (1, %(y)s), (2, NULL)', namedArgs: [y: "it's\n\\tab"]).rowcount == 2
    asked(query: 'SELECT * FROM t ORDER BY x') == [queryResult: [[x: '1', y: "it's\n\\tab"], [x: '2', y: null]], rowcount: 2, changed: false]
    asked(query: 'DELETE FROM t WHERE x = 9') == [queryResult: [], rowcount: 0, changed: false]

    and: 'dumps'
    ['/tmp/kit.sql', '/tmp/kit.sql.gz'].every { file ->
      assert host.apply(db(state: 'dump', target: file, singleTransaction: true))*.rc() == [0]
      assert host.sh("stat -c %a $file").text() == '600\n'
      run(host, 'DROP TABLE `kit shop`.t')
      assert host.apply(db(state: 'import', target: file))*.rc() == [0]
      run(host, 'SELECT count(*) FROM `kit shop`.t') == '2'
    }

    and: 'users and rights'
    converges(host, user(password: 'se"cr\'et', priv: 'kit shop.*:SELECT,INSERT'))
    login(host, 'se"cr\'et') == '2'
    converges(host, user(password: 'other', priv: 'kit shop.*:ALL,GRANT/*.*:PROCESS'))
    login(host, 'other') == '2'
    login(host, 'se"cr\'et') == ''
    converges(host, user(priv: 'kit shop.t:SELECT (x),UPDATE'))
    converges(host, user(priv: 'mysql.*:SELECT', appendPrivs: true))
    converges(host, user(priv: 'mysql.*:SELECT', subtractPrivs: true))
    host.plan(user(priv: 'kit shop.t:UPDATE', appendPrivs: true)) instanceof Plan.Unchanged
    host.plan(user(password: 'third', updatePassword: 'on_create')) instanceof Plan.Unchanged
    host.plan(user(password: 'other', loginHost: '127.0.0.1', loginUser: 'nosuch', loginPassword: 'x')).message().contains('Access denied')
    converges(host, user(plugin: 'unix_socket'))
    converges(host, user(host: 'DB1.Example', password: 'x'))
    converges(host, user(host: 'DB1.Example', state: 'absent'))
    converges(host, user(state: 'absent'))
    converges(host, db(state: 'absent'))

    cleanup:
    if (host) run(host, "DROP DATABASE IF EXISTS `kit shop`; DROP USER IF EXISTS 'kit anna'@'localhost'")
  }

  static ShellHost mariadb() {
    def host = Testbed.host('d3')
    def output = host.sh('''[ -e /usr/bin/mariadb ] || DEBIAN_FRONTEND=noninteractive apt-get install -y -q mariadb-server >/dev/null || exit
      systemctl start mariadb''')
    assert output.rc() == 0: output.errors()
    host
  }

  static String run(ShellHost host, String sql) {
    def output = host.sh('mariadb -N -B', sql.bytes)
    assert output.rc() == 0: output.errors()
    output.text().trim()
  }

  private static String login(ShellHost host, String password) {
    def file = "[client]\nuser=\"kit anna\"\npassword=\"${password.replace('"', '\\"')}\"\n"
    host.sh('cat >/tmp/kit.cnf; mariadb --defaults-file=/tmp/kit.cnf -N -B -e "select count(*) from \\`kit shop\\`.t"; rm /tmp/kit.cnf', file.bytes).text().trim()
  }
}
