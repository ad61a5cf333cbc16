package kit.modules.accounts;

import java.util.LinkedHashMap;
import java.util.Map;

/** Fields of an account as a diff shows them, one a line. */
final class Fields {

  private final Map<String, String> fields = new LinkedHashMap<>();

  static Fields of(Account account) {
    return new Fields()
        .put("uid", account.uid())
        .put("gid", account.gid())
        .put("comment", account.comment())
        .put("home", account.home())
        .put("shell", account.shell());
  }

  /** Leaves out what is not known: negative numbers and empty texts. */
  Fields put(String name, Object value) {
    boolean unknown = value instanceof Integer number && number < 0;
    if (!unknown && !value.toString().isEmpty()) {
      fields.put(name, value.toString());
    }
    return this;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    fields.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    return text.toString();
  }
}
