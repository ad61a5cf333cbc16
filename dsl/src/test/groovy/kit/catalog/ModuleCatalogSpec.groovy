package kit.catalog

import java.nio.file.Files
import java.nio.file.Path
import kit.model.KitException
import kit.model.Location
import spock.lang.Specification
import spock.lang.TempDir

class ModuleCatalogSpec extends Specification {

  @TempDir
  Path folder

  def 'finds the modules of all jars and folders'() {
    given:
    def catalog = catalog(['parcel=kit.catalog.Parcel', 'kinds=kit.catalog.Kinds'], ['setAll=kit.catalog.SetAll'])

    expect:
    catalog.names().toList() == ['kinds', 'parcel', 'setAll']
    catalog.find('parcel').get().record() == Parcel
    catalog.find('set_all').get().record() == SetAll
    catalog.find('parcel').get().is(catalog.find('parcel').get())
    catalog.find('parcels').empty
    catalog.nameOf('set_all').get() == 'setAll'
    catalog.nameOf('banana').empty
    catalog.suggest('parcles').get() == 'parcel'
    catalog.suggest('banana').empty
  }

  def 'loads a class only when its module is looked up'() {
    given:
    def catalog = catalog(['gone=kit.catalog.Gone', 'parcel=kit.catalog.Parcel'])

    expect:
    catalog.names().toList() == ['gone', 'parcel']
    catalog.find('parcel').present

    when:
    catalog.find('gone')

    then:
    def e = thrown(KitException)
    e.message.startsWith('the module kit.catalog.Gone cannot be loaded: ')
  }

  def 'a name given twice is an error that names both'() {
    when:
    catalog(['parcel=kit.catalog.Parcel'], ['parcel=other.Parcel'])

    then:
    def e = thrown(KitException)
    e.message.contains("two modules are called 'parcel': ")
    e.message.contains('kit.catalog.Parcel')
    e.message.contains('other.Parcel')
  }

  def 'the same module seen twice is one module'() {
    expect:
    catalog(['parcel=kit.catalog.Parcel'], ['parcel=kit.catalog.Parcel']).names() == ['parcel'] as Set
  }

  def 'no module is an empty catalog'() {
    expect:
    catalog([]).names().empty
  }

  def 'a catalog of given records needs no list'() {
    given:
    def catalog = ModuleCatalog.of(Parcel, SetAll)

    expect:
    catalog.names().toList() == ['parcel', 'setAll']
    catalog.find('parcel').get().bind(['a'], [size: 1], Location.NONE).name() == 'a'
  }

  def 'a module without arguments takes none'() {
    when:
    ModuleType.of(Ping).bind(['a'], [:], Location.NONE)

    then:
    def e = thrown(KitException)
    e.message == 'ping takes no value without a name (see kit doc ping)'
  }

  def '#written is the option #option'() {
    expect:
    OptionNames.find(written).orElse(null) == option

    where:
    written         || option
    'notify'        || 'notify'
    'ignore_errors' || 'ignoreErrors'
    'environment'   || 'env'
    'env'           || 'env'
    'become_user'   || 'becomeUser'
    'Notify'        || null
    'name'          || null
  }

  private ModuleCatalog catalog(List<String>... lists) {
    def urls = lists.toList().withIndex().collect { lines, i ->
      def index = folder.resolve("$i/META-INF/kit/modules")
      Files.createDirectories(index.parent)
      Files.writeString(index, lines.collect { it + '\n' }.join(''))
      folder.resolve("$i").toUri().toURL()
    }
    ModuleCatalog.load(new URLClassLoader(urls as URL[], getClass().classLoader))
  }
}
