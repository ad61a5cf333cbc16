package kit.template.python;

import java.util.List;

/** An object that can be gone through. */
public interface Sequence {
  List<?> items();
}
