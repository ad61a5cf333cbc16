package kit.template;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.el.JinjavaProcessors;
import com.hubspot.jinjava.interpret.AutoCloseableSupplier;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kit.model.KitException;
import kit.model.Location;
import kit.spi.TemplateStyle;
import kit.vars.Scope;

/** Jinjava, set up to come as near to Jinja2 as it can by itself. Safe for many threads. */
final class Jinja {
  private final Map<TemplateStyle, JinjavaConfig> configs = new ConcurrentHashMap<>();
  private final Jinjava jinjava;

  Jinja() {
    jinjava = new Jinjava(config(TemplateStyle.ANSIBLE));
    jinjava.setResourceLocator(new JinjaFiles());
  }

  String text(String text, Scope scope, Location start, TemplateStyle style) {
    return run(scope, start, config(style), interpreter -> interpreter.render(text));
  }

  /** The value of one expression, in its own type. */
  Object value(String expression, Scope scope, Location where) {
    Object value =
        run(
            scope,
            where,
            config(TemplateStyle.ANSIBLE),
            interpreter -> {
              Object found = interpreter.resolveELExpression(expression, 1);
              return found == null ? JinjaNone.VALUE : found;
            });
    return JinjaValues.plain(value);
  }

  private <T> T run(
      Scope scope,
      Location start,
      JinjavaConfig config,
      java.util.function.Function<JinjavaInterpreter, T> action) {
    JinjaContext context = new JinjaContext(jinjava.getGlobalContextCopy(), scope, start);
    JinjavaInterpreter interpreter = new JinjaInterpreter(jinjava, context, config);
    try (AutoCloseableSupplier.AutoCloseableImpl<JinjavaInterpreter> current =
        JinjavaInterpreter.closeablePushCurrent(interpreter).get()) {
      T result = action.apply(current.value());
      check(context, interpreter);
      return result;
    } catch (KitException e) {
      throw context.problem().orElse(e);
    } catch (RuntimeException e) {
      throw context
          .problem()
          .orElseGet(() -> Templates.problem(context.at(interpreter.getLineNumber()), text(e), ""));
    }
  }

  private static void check(JinjaContext context, JinjavaInterpreter interpreter) {
    if (context.problem().isPresent()) {
      throw context.problem().get();
    }
    for (TemplateError error : interpreter.getErrorsCopy()) {
      boolean unknown = error.getReason() == TemplateError.ErrorReason.UNKNOWN;
      String text = unknown ? "an undefined value: " + error.getFieldName() : error.getMessage();
      throw Templates.problem(context.at(error.getLineno()), text, unknown ? "define it" : "");
    }
  }

  private static String text(RuntimeException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private JinjavaConfig config(TemplateStyle style) {
    return configs.computeIfAbsent(style, Jinja::configuration);
  }

  // Output must never be rendered again: it may hold data from hosts.
  private static JinjavaConfig configuration(TemplateStyle style) {
    return JinjavaConfig.newBuilder()
        .withTrimBlocks(style.trimBlocks())
        .withLstripBlocks(style.lstripBlocks())
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
