package kit.modules.source;

import kit.spi.PlanException;

/** What curl reads with {@code -K}: options that no process list shows. */
final class CurlConfig {

  private final StringBuilder lines = new StringBuilder();

  CurlConfig flag(String name) {
    lines.append(name).append('\n');
    return this;
  }

  CurlConfig flagIf(boolean wanted, String name) {
    return wanted ? flag(name) : this;
  }

  CurlConfig option(String name, String value) {
    if (value.indexOf('\0') >= 0) {
      throw new PlanException("a NUL character cannot be sent", "");
    }
    lines.append(name).append(" = \"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\', '"' -> lines.append('\\').append(c);
        case '\n' -> lines.append("\\n");
        case '\r' -> lines.append("\\r");
        case '\t' -> lines.append("\\t");
        default -> lines.append(c);
      }
    }
    lines.append("\"\n");
    return this;
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
