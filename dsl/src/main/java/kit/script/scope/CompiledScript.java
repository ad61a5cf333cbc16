package kit.script.scope;

import groovy.lang.Closure;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import kit.catalog.ModuleCatalog;
import kit.model.HostSession;
import kit.script.language.PlaybookScript;
import kit.script.language.Scope;
import kit.script.language.Verbs;
import kit.script.value.ResultObject;
import kit.spi.Result;

/**
 * A compiled playbook: makes instances of it and runs its closures for hosts.
 *
 * @param type the script's class
 * @param file the file as the user named it
 * @param verbs the verbs
 * @param catalog the modules
 * @param files the files of tasks that it includes
 */
public record CompiledScript(
    Class<? extends PlaybookScript> type,
    String file,
    Verbs verbs,
    ModuleCatalog catalog,
    TaskFiles files) {

  /** Runs the script itself: its structure is told to a scope. */
  void read(Scope scope) {
    evaluate(scope);
  }

  /** Runs the script itself and gives the value of its last statement. */
  public Object evaluate(Scope scope) {
    try {
      return instance(scope).run();
    } catch (Exception | AssertionError | StackOverflowError e) {
      throw errors().of(e);
    }
  }

  /** What the script itself comes to: an expression's value. */
  public Object value(Scope scope) {
    try {
      return instance(scope).run();
    } catch (Exception | AssertionError | StackOverflowError e) {
      throw errors().of(e);
    }
  }

  /** Runs a closure for a host. */
  public Object run(Closure<?> code, HostSession session, Object... arguments) {
    boolean bound =
        code.getThisObject() instanceof PlaybookScript script
            && script.scope() instanceof HostScope;
    try {
      if (bound) {
        return code.call(arguments);
      }
      PlaybookScript script = instance(new HostScope(this, session));
      return Closures.on(script, code).call(arguments);
    } catch (Exception | AssertionError | StackOverflowError e) {
      throw errors().of(e);
    }
  }

  /** Runs a closure that judges a result, if there is one yet. */
  Object judge(Closure<?> code, HostSession session, Result result) {
    return result == null
        ? run(code, session)
        : run(code, session, new ResultObject("the result", result, session.secrets()));
  }

  private ScriptErrors errors() {
    return new ScriptErrors(type.getName(), file);
  }

  private PlaybookScript instance(Scope scope) {
    try {
      Constructor<? extends PlaybookScript> constructor = type.getDeclaredConstructor();
      PlaybookScript script = constructor.newInstance();
      script.attach(scope, file);
      return script;
    } catch (InvocationTargetException e) {
      throw errors().of(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }
}
