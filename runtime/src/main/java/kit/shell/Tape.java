package kit.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One output stream of a shell, cut into the sections of the request that is running. Two threads
 * use it: the one that reads the stream and the one that waits for the reply.
 */
final class Tape implements Markers.Sink {

  private static final int NOISE = 4096;

  /**
   * What one part of a request wrote.
   *
   * @param status exit status of the part
   * @param output what it wrote
   */
  record Section(int status, Capture output) {}

  private final Markers markers;
  private final Capture noise = new Capture(NOISE, NOISE);
  private List<Capture> captures = List.of();
  private List<Section> sections = new ArrayList<>();
  private Progress progress = Progress.UNHEARD;
  private int seq;
  private int current = -1;
  private int pid;
  private boolean ended = true;

  /** Hears that a section begins. */
  interface Progress {

    Progress UNHEARD =
        new Progress() {
          @Override
          public void begins(int index) {}
        };

    void begins(int index);

    /** A section goes on with these bytes. */
    default void writes(int index, byte[] bytes, int from, int to) {}

    /** So far a section is whole lines; the end of the last has not been passed on. */
    default void lineEnds(int index) {}

    /** Who hears of standard error. */
    default Progress errors() {
      return UNHEARD;
    }
  }

  Tape(String nonce) {
    markers = new Markers(nonce, this);
  }

  /** Prepares for the reply of a request. */
  synchronized void expect(int request, List<Capture> parts, Progress listener) {
    seq = request;
    captures = parts;
    sections = new ArrayList<>();
    progress = listener;
    current = -1;
    ended = false;
  }

  synchronized void feed(byte[] bytes, int count) throws IOException {
    markers.feed(bytes, count);
    if (markers.atLineEnd() && current >= 0 && current < captures.size()) {
      progress.lineEnds(current);
    }
    notifyAll();
  }

  @Override
  public void data(byte[] bytes, int from, int to) {
    if (pid == 0) {
      noise.add(bytes, from, to);
    } else if (current >= 0 && current < captures.size()) {
      captures.get(current).add(bytes, from, to);
      progress.writes(current, bytes, from, to);
    }
    // else it is between two requests: something that was left in the background
  }

  @Override
  public void marker(int request, String index, int value) throws IOException {
    if (request == 0 && pid == 0) {
      pid = value;
    } else if (request == seq && index.equals("b") && current < 0) {
      begins(0);
    } else if (request == seq && index.equals("e") && current >= 0) {
      current = -1;
      ended = true;
    } else if (request == seq && index.equals(Integer.toString(current))) {
      sections.add(new Section(value, captures.get(current)));
      begins(current + 1);
    } else {
      throw new IOException("a marker out of turn");
    }
  }

  private void begins(int index) {
    current = index;
    if (index < captures.size()) {
      progress.begins(index);
    }
  }

  /** The shell's process; 0 until it has said so. */
  synchronized int pid() {
    return pid;
  }

  synchronized boolean ended() {
    return ended;
  }

  /** Whether the request has begun: if not, nothing of it was done. */
  synchronized boolean begun() {
    return current >= 0 || ended;
  }

  synchronized List<Section> sections() {
    return List.copyOf(sections);
  }

  /** The section that was cut short, if one was. */
  synchronized Capture unfinished() {
    return current >= 0 && current < captures.size() ? captures.get(current) : null;
  }

  /** What came before the shell's first word: greetings, complaints. */
  synchronized String noise() {
    return new String(noise.bytes(), StandardCharsets.UTF_8);
  }

  /** Waits for the end of the reply; false if it does not come in time. */
  synchronized boolean await(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (!ended) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
