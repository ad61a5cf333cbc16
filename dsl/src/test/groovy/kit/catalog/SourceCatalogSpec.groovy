package kit.catalog

import java.nio.file.Files
import java.nio.file.Path
import kit.model.KitException
import kit.model.Location
import spock.lang.Specification
import spock.lang.TempDir

class SourceCatalogSpec extends Specification {
  @TempDir Path temp

  def 'a record that is a source is found by its name, in both spellings, and by its other names'() {
    given:
    def catalog = compiled()

    expect:
    catalog.names() as List == ['my.plugin', 'oldTown']
    ['oldTown', 'old_town', 'my.plugin'].every { catalog.find(it).get().name() == 'oldTown' }
    catalog.find('newTown').empty
    catalog.suggest('oldTwon').get() == 'oldTown'
  }

  def 'its settings are bound as arguments are'() {
    given:
    def type = compiled().find('oldTown').get()
    def at = new Location('it.yml', 1, 1)

    expect:
    type.bind([Given.named('max_hosts', '7', at)], at).maxHosts() == 7
    type.settings()*.name() == ['maxHosts']

    when:
    type.bind([Given.named('maxHost', 7, at), Given.named('colour', 'red', at)], at)

    then:
    def e = thrown(KitException)
    e.problems()*.message() == ["oldTown has no argument 'maxHost'", "oldTown has no argument 'colour'"]
    e.problems()[0].hint() == "did you mean 'maxHosts'? (kit doc oldTown)"
  }

  def 'its manual is its Javadoc'() {
    when:
    def text = compiled().find('oldTown').get().doc().text()

    then:
    text.contains('Asks the town hall.')
    text.contains('maxHosts: a whole number; required')
    text.contains('Every source also takes plugin, strict')
  }

  def 'a setting that all sources have is refused'() {
    when:
    compiled('int cache')

    then:
    def e = thrown(IllegalArgumentException)
    e.message.contains("'cache' is the name of an option")
  }

  private SourceCatalog compiled(String component = 'int maxHosts') {
    def source = Files.writeString(temp.resolve('OldTown.java'), """
      import kit.spi.inventory.*;
      /** Asks the town hall.
       * <pre>{@code
       * plugin: oldTown
       * }</pre>
       * @param ${component.tokenize(' ')[1]} how many at most */
      @Plugin("my.plugin")
      public record OldTown($component) implements InventorySource {
        public Found find(Search search) { return null; }
      }
    """)
    def out = Files.createDirectories(temp.resolve('out'))
    def errors = new StringWriter()
    def tool = javax.tools.ToolProvider.systemJavaCompiler
    def task = tool.getTask(errors, null, null,
        ['-d', out.toString(), '-cp', System.getProperty('java.class.path'), '-processor', ModuleProcessor.name],
        null, tool.getStandardFileManager(null, null, null).getJavaFileObjects(source.toFile()))
    if (!task.call()) {
      throw new IllegalArgumentException(errors.toString())
    }
    SourceCatalog.load(new URLClassLoader([out.toUri().toURL()] as URL[], new Only(SourceCatalogSpec.classLoader)))
  }

  /** Shows classes but not the indexes of other jars. */
  static class Only extends ClassLoader {
    Only(ClassLoader parent) { super(parent) }

    @Override
    Enumeration<URL> getResources(String name) { Collections.emptyEnumeration() }
  }
}
