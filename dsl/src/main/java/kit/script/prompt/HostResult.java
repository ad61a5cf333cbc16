package kit.script.prompt;

import java.util.List;
import kit.model.Secrets;
import kit.script.value.ResultObject;
import kit.script.value.Strict;
import kit.spi.Result;

/** The result of a call on one host, as an interactive session keeps it. */
public final class HostResult implements Strict {

  private final String host;
  private final String module;
  private final Result result;
  private final ResultObject fields;

  public HostResult(String host, String module, Result result, Secrets secrets) {
    this.host = host;
    this.module = module;
    this.result = result;
    this.fields = new ResultObject("the result of " + module + " on " + host, result, secrets);
  }

  public String host() {
    return host;
  }

  public String module() {
    return module;
  }

  public Result result() {
    return result;
  }

  @Override
  public String label() {
    return fields.label();
  }

  @Override
  public Object getProperty(String name) {
    return switch (name) {
      case "host" -> host;
      case "module" -> module;
      default -> fields.getProperty(name);
    };
  }

  /** Modules give different fields; what one of them does not have, it has not. */
  @Override
  public Object optional(String name) {
    return List.of("host", "module").contains(name) ? getProperty(name) : fields.optional(name);
  }

  @Override
  public void setProperty(String name, Object value) {
    throw Strict.assigned(label(), name);
  }
}
