package kit.transport;

import java.util.function.Supplier;

/** Each kind of connection by its own transport, made when it is first needed. */
public final class Transports implements Transport {

  private final Supplier<Transport> makeSsh;
  private final Supplier<Transport> makeLocal;
  private final Supplier<Transport> makeDocker;
  private Transport ssh;
  private Transport local;
  private Transport docker;

  public Transports(
      Supplier<Transport> ssh, Supplier<Transport> local, Supplier<Transport> docker) {
    this.makeSsh = ssh;
    this.makeLocal = local;
    this.makeDocker = docker;
  }

  @Override
  public Connection connect(Endpoint endpoint) {
    return of(endpoint.kind()).connect(endpoint);
  }

  private synchronized Transport of(Endpoint.Kind kind) {
    return switch (kind) {
      case SSH -> ssh == null ? ssh = makeSsh.get() : ssh;
      case LOCAL -> local == null ? local = makeLocal.get() : local;
      case DOCKER -> docker == null ? docker = makeDocker.get() : docker;
    };
  }
}
