package kit.modules

import kit.catalog.Lacking
import kit.catalog.ModuleCatalog
import kit.model.KitException
import kit.model.Location
import spock.lang.Shared
import spock.lang.Specification

/** Arguments that Ansible has and kit has not are refused by name, with what to do instead. */
class LacksSpec extends Specification {

  @Shared ModuleCatalog catalog = ModuleCatalog.load(LacksSpec.classLoader)

  def "a hint for each, and none is an argument of the module"() {
    given:
    def wrong = []
    int said = 0

    when:
    catalog.names().each { name ->
      def type = catalog.find(name).get()
      def own = type.arguments().collectMany { [it.name(), *it.aliases()] }
      def lacking = Lacking.of(type.record())
      def names = lacking.collectMany { it.names() }
      said += names.size()
      wrong += lacking.findAll { it.instead().length() < 6 }.collect { "$name: no hint for ${it.names()}" as String }
      wrong += names.findAll { !(it ==~ /[a-z][a-zA-Z0-9]+/) }.collect { "$name: $it is not spelled in camelCase" as String }
      wrong += names.findAll { it in own }.collect { "$name has $it" as String }
      wrong += (names - names.toUnique()).collect { "$name lacks $it twice" as String }
    }

    then:
    wrong == []
    said > 200
  }

  def "#module #argument: #hint"() {
    when:
    catalog.find(module).get().bind([], [name: 'x', (argument): 'y'], new Location('site.groovy', 1, 1))

    then:
    def e = thrown(KitException)
    e.problems()[0].message() == "$module $says '$argument'"
    e.problems()[0].hint() == hint

    where:
    module            | argument         | says               || hint
    'postgresqlDb'    | 'ssl_mode'       | 'does not support' || "connectParams: [sslmode: 'verify-full', sslrootcert: '/etc/ssl/ca.pem'], as libpq calls them"
    'postgresqlDb'    | 'dumpExtraArgs'  | 'does not support' || 'targetOpts, for pg_dump as for pg_restore and psql'
    'mysqlDb'         | 'hex_blob'       | 'does not support' || "dumpExtraArgs: '--hex-blob', ..."
    'dockerContainer' | 'defaultHostIp'  | 'does not support' || "write it in publishedPorts: '127.0.0.1:8080:80'"
    'dockerContainer' | 'defaultHostIpp' | 'has no argument'  || 'see kit doc dockerContainer'
  }
}
