package kit.run

import java.util.concurrent.atomic.AtomicLong

/** The way between kit and a host's sshd: counts what passes, and can cut it at any byte. */
class Wire implements Closeable {

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.loopbackAddress)
  private final int target
  private final List<Socket> open = Collections.synchronizedList([])
  final AtomicLong passed = new AtomicLong()

  /** Called before bytes are passed on: with how many have passed, and how many these are; gives how many of them do. */
  volatile Closure<Number> gate = { long before, int count -> count }

  Wire(String port) {
    target = port as int
    Thread.startDaemon('wire') {
      try {
        while (true) connect(door.accept())
      } catch (IOException closed) {
      }
    }
  }

  String getPort() { door.localPort as String }

  private void connect(Socket near) {
    def far = new Socket('127.0.0.1', target)
    [near, far].each { it.tcpNoDelay = true }
    open.addAll([near, far])
    [[near, far], [far, near]].each { ends -> Thread.startDaemon('wire') { pump(*ends) } }
  }

  private void pump(Socket from, Socket to) {
    def bytes = new byte[65536]
    try {
      for (int count = from.inputStream.read(bytes); count >= 0; count = from.inputStream.read(bytes)) {
        int most = gate(passed.getAndAdd(count), count) as int
        to.outputStream.write(bytes, 0, most)
        if (most < count) break
      }
    } catch (IOException broken) {
    } finally {
      [from, to]*.close()
    }
  }

  @Override
  void close() {
    door.close()
    new ArrayList<>(open)*.close()
  }
}
