package kit.template.python;

import kit.data.Json;
import kit.data.JsonException;

/** JSON for filters and queries, whose mistakes are a template's. */
public final class JsonReader {

  private JsonReader() {}

  /** The value; lists and maps may be changed afterwards. */
  public static Object read(String text) {
    try {
      return Json.read(text);
    } catch (JsonException e) {
      throw new PythonError(e.getMessage());
    }
  }
}
