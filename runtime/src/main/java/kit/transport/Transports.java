package kit.transport;

import java.util.function.Supplier;

/** Each kind of connection by its own transport, made when it is first needed. */
public final class Transports implements Transport {

  private final Supplier<Transport> makeSsh;
  private final Supplier<Transport> makeLocal;
  private Transport ssh;
  private Transport local;

  public Transports(Supplier<Transport> ssh, Supplier<Transport> local) {
    this.makeSsh = ssh;
    this.makeLocal = local;
  }

  @Override
  public Connection connect(Endpoint endpoint) {
    return of(endpoint.kind()).connect(endpoint);
  }

  private synchronized Transport of(Endpoint.Kind kind) {
    return switch (kind) {
      case SSH -> ssh == null ? ssh = makeSsh.get() : ssh;
      case LOCAL -> local == null ? local = makeLocal.get() : local;
    };
  }
}
