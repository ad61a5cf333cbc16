package kit.modules

import kit.catalog.ModuleType
import kit.model.KitException
import kit.model.Location
import kit.modules.docker.*
import kit.modules.sql.*
import kit.spi.Alias
import kit.spi.Without
import spock.lang.Specification

/** Arguments that Ansible has and kit has not are refused by name, with what to do instead. */
class WithoutSpec extends Specification {

  static final MODULES = [PostgresqlDb, PostgresqlUser, PostgresqlPrivs, PostgresqlExt, PostgresqlQuery, PostgresqlHba, PostgresqlSet, PostgresqlSlot,
    MysqlDb, MysqlUser, MysqlQuery, Sql, DockerCompose, DockerContainer, DockerImage, DockerNetwork, DockerVolume, DockerLogin]

  def "#type.simpleName has a hint for each, and none of them"() {
    given:
    def own = type.recordComponents.collectMany { [it.name, *(it.getAnnotation(Alias)?.value() ?: [])] }
    def lines = type.getAnnotation(Without).value().collect { it.split(' = ', 2) as List }

    expect:
    lines.every { it.size() == 2 && it[1].length() > 5 }
    lines.collectMany { it[0].split(', ') as List }.with { names ->
      assert names.every { it ==~ /[a-z][a-zA-Z0-9]+/ }
      assert names.toUnique() == names
      assert names.findAll { it in own } == []
      true
    }

    where:
    type << MODULES
  }

  def "#type.simpleName #argument: #hint"() {
    when:
    ModuleType.of(type).bind([], [name: 'x', (argument): 'y'], new Location('site.groovy', 1, 1))

    then:
    def e = thrown(KitException)
    e.problems()[0].message() == "${type.simpleName.uncapitalize()} has no argument '$argument'"
    e.problems()[0].hint() == hint

    where:
    type            | argument          || hint
    PostgresqlDb    | 'ssl_mode'        || "connectParams: [sslmode: 'verify-full', sslrootcert: '/etc/ssl/ca.pem'], as libpq calls them"
    PostgresqlDb    | 'dumpExtraArgs'   || 'targetOpts, for pg_dump as for pg_restore and psql'
    MysqlDb         | 'hex_blob'        || "dumpExtraArgs: '--hex-blob', ..."
    DockerContainer | 'defaultHostIp'   || "write it in publishedPorts: '127.0.0.1:8080:80'"
    DockerContainer | 'defaultHostIpp'  || 'see kit doc dockerContainer'
  }
}
