package kit.modules

import java.lang.reflect.InvocationTargetException
import java.lang.reflect.ParameterizedType
import java.time.Duration
import kit.spi.Default
import kit.spi.Mode

/** Makes a module from named arguments, so that a spec says only what matters to it. */
class Calls {
  static <M> M make(Map<String, ?> arguments = [:], Class<M> type) {
    def names = type.recordComponents*.name
    def unknown = arguments.keySet() - names
    assert !unknown: "$type.simpleName has no $unknown"
    def values = type.recordComponents.collect { component ->
      def given = arguments.containsKey(component.name)
      def preset = component.getAnnotation(Default)?.value()
      if (given || preset != null) {
        return fit(given ? arguments[component.name] : preset, component.type, component.genericType)
      }
      component.type == List ? [] : component.type == Map ? [:]
        : component.type == Optional ? Optional.empty() : missing(component.name)
    }
    try {
      type.getDeclaredConstructor(type.recordComponents*.type as Class[]).newInstance(values as Object[])
    } catch (InvocationTargetException e) {
      throw e.cause
    }
  }

  static <M> M make(Class<M> type, Map<String, ?> arguments) { make(arguments, type) }

  private static Object fit(Object value, Class<?> type, generic) {
    if (type == Optional) {
      def inner = ((ParameterizedType) generic).actualTypeArguments[0]
      def raw = inner instanceof ParameterizedType ? inner.rawType : inner
      return Optional.of(fit(value, raw as Class, inner))
    }
    if (type == List) return (value instanceof List ? value : [value]).collect { it instanceof GString ? it.toString() : it }
    if (type == Duration && value instanceof String) return Duration.ofSeconds(value - 's' as long)
    if (type.enum && value instanceof CharSequence) {
      return Enum.valueOf(type, value.toString().toUpperCase().replace('-', '_'))
    }
    if (type == Mode) return value instanceof Mode ? value : Mode.of(value)
    if (type == boolean || type == Boolean) return value.toString().toBoolean()
    if (type == int || type == Integer) return value as int
    type == String ? value.toString() : value
  }

  private static missing(String name) { throw new AssertionError("$name is required") }
}
