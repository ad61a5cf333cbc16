package kit.catalog;

import java.util.List;

/** The manual of a module or an inventory source as {@code kit doc} shows it. */
public final class ModuleDoc {

  private final Signature<?> type;
  private final Manual manual;
  private final String options;

  /**
   * @param options a sentence on what may be given beside the arguments
   */
  ModuleDoc(Signature<?> type, String options) {
    this.type = type;
    this.manual = type.manual();
    this.options = options;
  }

  /** The first sentence. */
  public String summary() {
    return manual.summary();
  }

  /** Pieces of playbook, each complete in itself. */
  public List<String> examples() {
    return manual.examples();
  }

  /** All of it, for a terminal or a pipe. */
  public String text() {
    Page page = new Page();
    page.heading(type.name());
    page.paragraphs(2, manual.summary());
    if (!manual.description().isEmpty()) {
      page.gap();
      page.paragraphs(2, manual.description());
    }
    if (!type.arguments().isEmpty()) {
      page.heading("Arguments");
    }
    for (int i = 0; i < type.arguments().size(); i++) {
      Argument argument = type.arguments().get(i);
      page.paragraphs(2, argument.name() + ": " + nature(argument));
      page.paragraphs(6, manual.entries().get(i).doc());
    }
    page.heading("Options");
    page.paragraphs(2, options);
    List<Lacking> lacking = Lacking.of(type.record());
    if (!lacking.isEmpty()) {
      page.heading("Not supported");
    }
    for (Lacking each : lacking) {
      page.paragraphs(2, String.join(", ", each.names()) + ":");
      page.paragraphs(6, each.instead());
    }
    for (int i = 0; i < examples().size(); i++) {
      if (i == 0) {
        page.heading("Examples");
      } else {
        page.gap();
      }
      page.verbatim(2, examples().get(i));
    }
    return page.text();
  }

  private static String nature(Argument argument) {
    StringBuilder nature = new StringBuilder(argument.conversion().wanted());
    if (argument.required()) {
      nature.append("; required");
    }
    if (argument.preset().isPresent()) {
      String preset = argument.preset().get();
      nature.append("; default ").append(preset.isBlank() ? "'" + preset + "'" : preset);
    }
    if (!argument.aliases().isEmpty()) {
      nature.append("; also called ").append(String.join(", ", argument.aliases()));
    }
    if (argument.free()) {
      nature.append("; every argument of another name");
    }
    return nature.toString();
  }
}
