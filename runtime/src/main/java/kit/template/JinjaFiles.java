package kit.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.loader.ResourceLocator;
import com.hubspot.jinjava.loader.ResourceNotFoundException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds included templates beside the one that includes them. */
final class JinjaFiles implements ResourceLocator {

  @Override
  public String getString(String name, Charset charset, JinjavaInterpreter interpreter)
      throws IOException {
    JinjaContext context = JinjaContext.of(interpreter);
    Path file = context.folder().resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new ResourceNotFoundException("there is no template " + file);
    }
    String text = Templates.newlines(Files.readString(file, charset));
    // As Jinja2, which drops the last line end of every template.
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return Blocks.layout(body, context.style());
  }
}
