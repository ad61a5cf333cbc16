package kit.template.lookups;

import java.util.List;
import java.util.Map;

public final class Lookups {
  public Lookups(Controller c) {}
  public Object run(String name, List<?> terms, Map<String, Object> options) { throw new kit.template.python.PythonError("lookup plugin (" + name + ") not found"); }
}
