package kit.template;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.el.JinjavaProcessors;
import com.hubspot.jinjava.interpret.AutoCloseableSupplier;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import java.util.function.Function;
import kit.model.KitException;
import kit.model.Location;
import kit.spi.TemplateStyle;
import kit.vars.Scope;

/** Jinjava, set up to come as near to Jinja2 as it can by itself. Safe for many threads. */
final class Jinja {
  private final JinjavaConfig config = configuration();
  private final Jinjava jinjava = new Jinjava(config);

  Jinja() {
    jinjava.setResourceLocator(new JinjaFiles());
    jinjava.registerFilter(new JinjaDefault("default"));
    jinjava.registerFilter(new JinjaDefault("d"));
  }

  String text(String text, Scope scope, Location start, TemplateStyle style) {
    return run(scope, start, style, in -> in.render(Blocks.layout(text, style)));
  }

  /** The value of one expression, in its own type. */
  Object value(String expression, Scope scope, Location where) {
    Object value =
        run(
            scope,
            where,
            TemplateStyle.ANSIBLE,
            interpreter -> {
              Object found = interpreter.resolveELExpression(expression, 1);
              return found == null ? JinjaNone.VALUE : found;
            });
    return JinjaValues.plain(value);
  }

  private <T> T run(
      Scope scope, Location start, TemplateStyle style, Function<JinjavaInterpreter, T> action) {
    JinjaContext context = new JinjaContext(jinjava.getGlobalContextCopy(), scope, start, style);
    JinjavaInterpreter interpreter = new JinjaInterpreter(jinjava, context, config);
    try (AutoCloseableSupplier.AutoCloseableImpl<JinjavaInterpreter> current =
        JinjavaInterpreter.closeablePushCurrent(interpreter).get()) {
      T result = action.apply(current.value());
      context.check();
      for (TemplateError error : interpreter.getErrorsCopy()) {
        throw context.problem(error.getException(), error.getMessage(), error.getLineno());
      }
      return result;
    } catch (KitException e) {
      context.check();
      throw e;
    } catch (RuntimeException e) {
      context.check();
      throw context.problem(e, e.toString(), interpreter.getLineNumber());
    }
  }

  // Output must never be rendered again: it may hold data from hosts.
  private static JinjavaConfig configuration() {
    return JinjavaConfig.newBuilder()
        .withFailOnUnknownTokens(true)
        .withNestedInterpretationEnabled(false)
        .withKeepTrailingNewline(true)
        .withMaxRenderDepth(20)
        .withProcessors(
            JinjavaProcessors.newBuilder().withNodePreProcessor(JinjaLimits::check).build())
        .withLegacyOverrides(
            LegacyOverrides.newBuilder()
                .withEvaluateMapKeys(true)
                .withIterateOverMapKeys(true)
                .withUseNaturalOperatorPrecedence(true)
                .withParseWhitespaceControlStrictly(true)
                .withKeepNullableLoopValues(true)
                .withAllowAdjacentTextNodes(true)
                .withUseTrimmingForNotesAndExpressions(true)
                .build())
        .build();
  }
}
