package kit.run

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared

/** Every module of databases and containers with values that are hard to carry: nothing is done twice. */
class SecondRunOfDataSpec extends HostSpec {

  static final WORD = 'it\'s "so" \\ $HOME `id` € ❤️#;'

  static final ODD = 'it\'s; \\ $HOME é\n'

  @Shared HttpServer registry
  @Shared String app

  def setupSpec() {
    hosts.on('d2', '''
      export DEBIAN_FRONTEND=noninteractive
      apt-get install -y -q --no-install-recommends postgresql mariadb-server >/dev/null 2>&1 || exit
      systemctl start postgresql mariadb
      su postgres -c 'cd /; createdb kit_template; psql -q kit_template -c "CREATE SEQUENCE kit_s"'
      ''')
    app = "kit-second-${hosts.container('d1')}"
    clear()
    sh("d=\$(mktemp -d) && mkdir \$d/bin && cp \"\$(command -v busybox)\" \$d/bin/busybox && ln -s busybox \$d/bin/sleep && ln -s busybox \$d/bin/sh && ln -s busybox \$d/bin/true && chmod 755 \$d && tar -C \$d -c . | docker import - $app:1; rm -rf \$d")
    registry = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
    registry.createContext('/') { HttpExchange it ->
      boolean known = it.requestHeaders.getFirst('Authorization') == 'Basic ' + "deploy:$WORD".getBytes('UTF-8').encodeBase64()
      if (!known) it.responseHeaders.add('WWW-Authenticate', 'Basic realm="kit"')
      it.sendResponseHeaders(known ? 200 : 401, -1)
      it.close()
    }
    registry.start()
  }

  def cleanupSpec() {
    registry?.stop(0)
    if (hosts) hosts.reset('d2')
    if (app) clear()
  }

  def "each module: foretold, done, nothing left in one round trip a host; taken away, and nothing left"() {
    given:
    site.hosts(hosts.line('d2'), 'engine ansible_connection=local')
    site.write('site.groovy', Files.readString(Path.of('src/test/resources/data/second-run.groovy')))
    site.write('vars.yml', "word: !unsafe '${WORD.replace("'", "''")}'\n")
    def before = all()

    when:
    def check = kit('check', 'present')

    then:
    check.code == 0
    check.calls.count { it.status == 'changed' } > 10
    all() == before

    when:
    def first = kit('run', 'present')

    then:
    first.code == 0
    first.calls.findAll { !(it.status in ['changed', 'ok']) } == []
    untold(check, first) == []
    done(first).size() == 25

    when:
    def second = kit('run', 'present')

    then:
    nothing(second)

    when:
    def again = kit('check', 'present')

    then:
    nothing(again)

    when: 'all that only asks'
    def asked = ['check', 'run'].collect { kit(it, 'ask') }

    then:
    asked.each { nothing(it) }
    asked[1].calls*.values*.queryResult == [[[word: ODD, one: '1']], [[word: ODD, one: '1']], [[n: '7']], [['1': '1']]]

    when:
    def bare = [kit('check', 'bare'), kit('run', 'bare'), kit('run', 'bare')]

    then:
    bare*.code == [0] * 3
    untold(bare[0], bare[1]) == []
    done(bare[1]).size() == 9
    nothing(bare[2])

    when:
    def absent = [kit('check', 'absent'), kit('run', 'absent'), kit('run', 'absent')]

    then:
    absent*.code == [0] * 3
    untold(absent[0], absent[1]) == []
    done(absent[1]).size() > 15
    nothing(absent[2])
    all() == before
  }

  private static List done(Ran ran) { ran.calls.findAll { it.status == 'changed' }.collect { key(it) } }

  private static List key(Map call) { [call.host, call.task, call.line, call.column, call.label] }

  /** What was done though check mode was sure that it need not be, and the reverse. */
  private static List untold(Ran check, Ran run) {
    def said = check.calls.collectEntries { [key(it), it.status] }
    run.calls.findAll { said[key(it)] != it.status && said[key(it)] != 'maybe' }.collect { [key(it), said[key(it)], it.status] }
  }

  private static void nothing(Ran ran) {
    assert ran.code == 0
    assert ran.calls.findAll { it.status != 'ok' } == []
    assert ran.summary.hosts.collectEntries { [it.key, it.value.roundTrips] }.findAll { it.value > 1 } == [:]
  }

  private Ran kit(String command, String state) {
    int net = 16 + (app.hashCode() & 0x7f)
    site.kit(command, '-i', site.inventory, site.playbook as String, '-o', 'json', '-e', "@$temp/vars.yml", '-e', "state=$state", '-e', "app=$app", '-e', "image=$app:1",
      '-e', 'hba=/etc/postgresql/15/main/pg_hba.conf', '-e', "subnet=10.213.$net", '-e', "registry=127.0.0.1:$registry.address.port",
      '-e', "archive=$temp/image.tar", '-e', "config=$temp/docker/config.json")
  }

  /** All that the playbook could leave, beside what the image's archive and logs are. */
  private String all() {
    hosts.on('d2', '''cd /
      { for db in postgres template1; do su postgres -c "pg_dump -s $db"; done; su postgres -c 'pg_dumpall -g'; } | grep -v -e '^--' -e restrict
      su postgres -c 'psql -XAtc "select datname, datacl from pg_database order by 1; select * from pg_replication_slots"'
      cat /var/lib/postgresql/15/main/postgresql.auto.conf /etc/postgresql/15/main/pg_hba.conf
      mariadb -N -e 'select user, host from mysql.user; show databases; select * from mysql.db; select * from mysql.tables_priv'
      ls /tmp | grep -v systemd-private; :''') +
    sh("docker ps -a --filter name=$app --format '{{.Names}}'; docker volume ls --filter name=$app --format '{{.Name}}'; docker network ls --filter name=$app --format '{{.Name}}'; docker image ls $app --format '{{.Tag}}'; ls /var/lib/kit/compose/$app 2>&1; :")
  }

  private void clear() {
    sh("i=\$(docker ps -aq --filter name=$app); [ -z \"\$i\" ] || docker rm -f \$i; docker network rm $app-net ${app}_default; docker volume rm $app-data; docker rmi $app:1 $app:2; rm -rf /var/lib/kit/compose/$app; :", true)
  }

  private static String sh(String script, boolean may = false) {
    def process = ['sh', '-c', script].execute()
    def out = new StringBuilder()
    def err = new StringBuilder()
    process.waitForProcessOutput(out, err)
    assert may || process.exitValue() == 0: err
    out.toString().trim()
  }
}
