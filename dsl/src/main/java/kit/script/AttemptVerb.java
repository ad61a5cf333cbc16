package kit.script;

import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kit.model.Failure;

/**
 * {@code attempt { } rescue { e -> } always { }}; {@link AttemptChain} makes one call of it, with
 * the later blocks as named arguments.
 */
final class AttemptVerb implements BodyVerb {

  static final String WORD = "attempt";
  static final String RESCUE = "rescue";
  static final String ALWAYS = "always";

  @Override
  public String word() {
    return WORD;
  }

  @Override
  public Object run(Call call, HostScope host) {
    Closure<?> rescue = block(call, RESCUE);
    Closure<?> always = block(call, ALWAYS);
    if (call.block() == null || rescue == null && always == null) {
      throw call.problem("attempt wants blocks", "attempt { } rescue { e -> } always { }");
    }
    Optional<Consumer<Failure>> then =
        Optional.ofNullable(rescue).map(code -> failure -> rescue(code, failure, host));
    Optional<Runnable> last = Optional.ofNullable(always).map(code -> () -> host.run(code));
    host.session().attempt(call.location(), () -> host.run(call.block()), then, last);
    return null;
  }

  private static Closure<?> block(Call call, String name) {
    return call.named().get(name) instanceof Closure<?> code ? code : null;
  }

  private static void rescue(Closure<?> code, Failure failure, HostScope host) {
    if (code.getMaximumNumberOfParameters() == 0) {
      host.run(code);
      return;
    }
    Map<String, Object> fields = new LinkedHashMap<>(failure.values());
    fields.put("message", failure.message());
    fields.put("host", failure.host());
    fields.put("task", failure.task());
    fields.put("location", failure.location().toString());
    fields.put("unreachable", failure.unreachable());
    host.run(code, new StrictMap("the failure", fields, host.session().secrets()));
  }
}
