package kit.cli.terminal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** While it lasts, Ctrl-C is for the program in the foreground and does not end kit. */
public final class Patience {

  private final Object before;

  public Patience() {
    before = handle(null);
  }

  public void end() {
    if (before != null) {
      handle(before);
    }
  }

  /** By reflection: the only interface to signals is not part of the Java platform. */
  private static Object handle(Object given) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      Object handler =
          given == null
              ? Proxy.newProxyInstance(
                  type.getClassLoader(), new Class<?>[] {type}, (proxy, method, with) -> null)
              : given;
      Object interrupt = signal.getConstructor(String.class).newInstance("INT");
      Method handle = signal.getMethod("handle", signal, type);
      return handle.invoke(null, interrupt, handler);
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      return null; // a JVM without signals: Ctrl-C ends kit, and the plain text goes with it
    }
  }
}
