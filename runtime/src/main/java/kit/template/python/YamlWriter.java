package kit.template.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** YAML as PyYAML with libyaml writes it, to the blank. */
public final class YamlWriter {
  private static final int DEPTH = 500;

  private final YamlOutput out;
  private final YamlStyle style;
  private int level;
  private int flows;

  private YamlWriter(YamlStyle style) {
    this.style = style;
    this.out = new YamlOutput(style);
  }

  /** The text of a document that holds the value. */
  public static String write(Object value, YamlStyle style) {
    YamlWriter writer = new YamlWriter(style);
    if (style.explicitStart()) {
      writer.out.indicator("---", true, false, false);
    }
    writer.node(value, -1, false, false);
    writer.out.end(style.explicitEnd());
    return writer.out.toString();
  }

  private void node(Object value, int indent, boolean inMap, boolean key) {
    if (++level > DEPTH) {
      throw new PythonError("the value is nested too deeply");
    }
    if (value instanceof Map<?, ?> map) {
      if (flows > 0 || map.isEmpty() || isFlow(map.values()) && isFlow(map.keySet())) {
        flowMap(map, deeper(indent, true, false));
      } else {
        blockMap(map, deeper(indent, false, false));
      }
    } else if (Types.isList(value) || value instanceof Tuple) {
      List<?> list = (List<?>) value;
      if (flows > 0 || list.isEmpty() || isFlow(list)) {
        flowList(list, deeper(indent, true, false));
      } else {
        blockList(list, deeper(indent, false, inMap && !out.isIndented()));
      }
    } else {
      scalar(value, deeper(indent, true, false), key);
    }
    level--;
  }

  private int deeper(int indent, boolean flow, boolean same) {
    if (indent < 0) {
      return flow ? style.indent() : 0;
    }
    return same ? indent : indent + style.indent();
  }

  /** Whether the items go on one line: as asked for, or because none of them has items. */
  private boolean isFlow(Collection<?> items) {
    if (style.flow() != null) {
      return style.flow();
    }
    for (Object item : items) {
      if (item instanceof Map<?, ?> || item instanceof List<?>) {
        return false;
      }
    }
    return true;
  }

  private Collection<?> keys(Map<?, ?> map) {
    if (style.sortKeys()) {
      try {
        return Sorting.sorted(new ArrayList<>(map.keySet()), false);
      } catch (PythonError e) {
        return map.keySet();
      }
    }
    return map.keySet();
  }

  private void flowMap(Map<?, ?> map, int indent) {
    out.indicator("{", true, true, false);
    flows++;
    boolean first = true;
    for (Object key : keys(map)) {
      separate(first, indent);
      first = false;
      if (isSimple(key)) {
        node(key, indent, false, true);
        out.indicator(":", false, false, false);
      } else {
        out.indicator("?", true, false, false);
        node(key, indent, false, false);
        out.indicator(":", true, false, false);
      }
      node(map.get(key), indent, true, false);
    }
    flows--;
    out.indicator("}", false, false, false);
  }

  private void separate(boolean first, int indent) {
    if (!first) {
      out.indicator(",", false, false, false);
    }
    if (out.isFull()) {
      out.indent(indent);
    }
  }

  private void flowList(List<?> list, int indent) {
    out.indicator("[", true, true, false);
    flows++;
    boolean first = true;
    for (Object item : list) {
      separate(first, indent);
      first = false;
      node(item, indent, false, false);
    }
    flows--;
    out.indicator("]", false, false, false);
  }

  private void blockList(List<?> list, int indent) {
    for (Object item : list) {
      out.indent(indent);
      out.indicator("-", true, false, true);
      node(item, indent, false, false);
    }
  }

  private void blockMap(Map<?, ?> map, int indent) {
    for (Object key : keys(map)) {
      out.indent(indent);
      if (isSimple(key)) {
        node(key, indent, false, true);
        out.indicator(":", false, false, false);
      } else {
        out.indicator("?", true, false, true);
        node(key, indent, true, false);
        out.indent(indent);
        out.indicator(":", true, false, true);
      }
      node(map.get(key), indent, true, false);
    }
  }

  private static boolean isSimple(Object key) {
    if (key instanceof Collection<?> items) {
      return items.isEmpty();
    }
    String text = plain(key);
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 128
        && !new YamlScalar(text).multiline;
  }

  private static String plain(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Boolean || value instanceof DateTime || value instanceof String) {
      return value.toString();
    }
    if (Numbers.isInteger(value)) {
      return value.toString();
    }
    if (value instanceof Number number) {
      return decimal(number.doubleValue());
    }
    if (value instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    throw new PythonError("cannot represent an object of type " + Types.name(value));
  }

  private static String decimal(double number) {
    if (Double.isNaN(number)) {
      return ".nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? ".inf" : "-.inf";
    }
    String text = Floats.repr(number);
    return text.indexOf('.') < 0 ? text.replace("e", ".0e") : text;
  }

  private void scalar(Object value, int indent, boolean key) {
    String text = plain(value);
    YamlScalar allowed = new YamlScalar(text);
    boolean isText = value instanceof CharSequence;
    boolean plain = flows > 0 ? allowed.flowPlain : allowed.blockPlain;
    plain = plain && !(text.isEmpty() && (flows > 0 || key));
    plain = plain && !(isText && YamlScalar.readsOtherwise(text));
    if (key && allowed.multiline || !plain && !allowed.singleQuoted) {
      out.doubleQuoted(text, !key, indent);
    } else if (plain) {
      out.plain(text, !key, indent, flows > 0);
    } else {
      out.singleQuoted(text, !key, indent);
    }
  }
}
