package kit.script.compiler;

import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.PropertyNode;
import org.codehaus.groovy.ast.Variable;

/** The functions and fields that a script declares itself. */
final class OwnNames {

  private final ClassNode script;
  private final Set<String> functions = new TreeSet<>();

  OwnNames(ClassNode script) {
    this.script = script;
    for (MethodNode method : script.getMethods()) {
      if (isFunction(method)) {
        functions.add(method.getName());
      }
    }
  }

  /** Whether a method is one that the user wrote. */
  static boolean isFunction(MethodNode method) {
    return !method.isScriptBody() && !method.isSynthetic() && method.getLineNumber() > 0;
  }

  Set<String> functions() {
    return functions;
  }

  /** Whether this is a field of the script, declared with {@code @Field}. */
  boolean field(String name) {
    return script.getDeclaredField(name) != null;
  }

  /** Whether a variable is neither local nor a field of the script. */
  boolean unknown(Variable variable) {
    if (variable instanceof FieldNode field) {
      return field.getDeclaringClass() != script;
    }
    if (variable instanceof PropertyNode property) {
      return property.getDeclaringClass() != script;
    }
    return variable instanceof DynamicVariable && !field(variable.getName());
  }
}
