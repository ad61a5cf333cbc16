package kit.spi;

/**
 * A module whose change is one piece of sh, so that it can run detached from the connection: {@code
 * async: 10.min}. Its plan's steps are one {@link Step.Run}.
 */
public interface Detachable extends Module {}
