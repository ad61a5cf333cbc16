package kit.modules.files

import java.lang.reflect.RecordComponent
import java.nio.charset.StandardCharsets
import kit.fixture.FakeHost
import kit.query.Checksum
import kit.query.Content
import kit.query.FileContent
import kit.query.PathStat
import kit.query.PathStat.Type
import kit.spi.Change
import kit.spi.Default
import kit.spi.Host
import kit.spi.Mode
import kit.spi.Module
import kit.spi.Plan
import kit.spi.Source
import kit.spi.Step

/** Module calls by named arguments, and hosts of which little needs to be said. */
trait Calls {

  static <M extends Module> M module(Map<String, Object> arguments, Class<M> type) {
    def components = type.recordComponents
    def unknown = arguments.keySet() - components*.name
    assert !unknown
    def values = components.collect { value(it, arguments) } as Object[]
    (M) type.getDeclaredConstructor(components*.type as Class[]).newInstance(values)
  }

  private static Object value(RecordComponent component, Map<String, Object> arguments) {
    def given = arguments.containsKey(component.name)
    if (component.type == Optional) {
      def inner = component.genericType.actualTypeArguments[0]
      return given ? Optional.of(convert(inner as Class, arguments[component.name])) : Optional.empty()
    }
    def standard = component.getAnnotation(Default)
    assert given || standard: "$component.name is required"
    convert(component.type, given ? arguments[component.name] : standard.value())
  }

  private static Object convert(Class type, Object value) {
    if (type == Mode) return Mode.of(value)
    if (type.isEnum()) return Enum.valueOf(type, value.toString().toUpperCase())
    if (type == boolean) return value == true || value == 'true'
    value
  }

  /** A host of whose other paths nothing exists but directories above. */
  static FakeHost host(Map<String, Object> paths = [:]) {
    new SmallHost(paths: ['/': Type.DIRECTORY, '/etc': Type.DIRECTORY] + paths)
  }

  static Change changed(Plan plan) {
    assert plan instanceof Change
    (Change) plan
  }

  static String message(Plan plan) {
    assert plan instanceof Plan.Refused
    ((Plan.Refused) plan).message()
  }

  static Step.Write written(Plan plan) {
    def writes = changed(plan).steps().findAll { it instanceof Step.Write }
    assert writes.size() == 1
    (Step.Write) writes[0]
  }

  static String scripts(Plan plan) {
    changed(plan).steps().findAll { it instanceof Step.Run }*.script().join('').trim()
  }

  /** A path given by its type, its content or its whole stat; contents are bytes as characters. */
  static class SmallHost extends FakeHost {
    Map<String, Object> paths = [:]
    Map<String, byte[]> controller = [:]
    Set<String> vaulted = []
    List<Object> asked = []

    @Override
    void askAll(kit.spi.Query<?>... queries) {
      queries.each {
        if (!answers.containsKey(it)) {
          asked << it
          answers[it] = answer(it)
        }
      }
    }

    private Object answer(Object query) {
      if (query instanceof kit.query.Stat) return stat(query.path())
      if (query instanceof Content) return content(query.path())
      if (query instanceof Checksum) {
        def content = content(query.path())
        return content.held() ? Optional.of(Sums.of(content.raw(), query.algorithm())) : Optional.empty()
      }
      if (query instanceof kit.query.Listing) return paths.keySet().findAll { it.startsWith(query.path() + '/') } as List
      if (query instanceof kit.query.Home) return Optional.ofNullable([root: '/root'][query.user()])
      if (query instanceof kit.query.Moment) return Optional.of(query.stamp().startsWith('2024') ? 1704067200L : 5L)
      throw new AssertionError("unexpected question $query")
    }

    private PathStat stat(String path) {
      def there = paths[path]
      if (there == null) return PathStat.ABSENT
      if (there instanceof PathStat) return there
      if (there instanceof Type) return PathStat.created(there, 0755, 'root', 0, 5)
      PathStat.created(Type.FILE, 0644, 'root', there.length(), 5)
    }

    private FileContent content(String path) {
      paths[path] instanceof String ? FileContent.of(paths[path].getBytes(StandardCharsets.ISO_8859_1))
        : FileContent.missing(paths[path] == null ? FileContent.State.ABSENT : FileContent.State.NO_FILE)
    }

    @Override
    Source source(String folder, String name) {
      controller.containsKey(name) ? new Source(name, controller[name], 0751, name in vaulted) : super.source(folder, name)
    }
  }
}
