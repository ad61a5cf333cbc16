package kit.spi;

import java.util.Map;

/** A module that sets variables of the host; they hold from the call on. */
public interface Assigning extends Module {
  Map<String, Object> variables();
}
