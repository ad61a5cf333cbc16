package kit.template;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;

/** Prints values as Python does. */
final class JinjaInterpreter extends JinjavaInterpreter {

  JinjaInterpreter(Jinjava jinjava, Context context, JinjavaConfig config) {
    super(jinjava, context, config);
  }

  @Override
  public String getAsString(Object value) {
    return value == null || value == JinjaNone.VALUE ? "" : PythonText.of(JinjaValues.plain(value));
  }
}
