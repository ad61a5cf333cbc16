package kit.spi.inventory;

/**
 * Somebody to ask for hosts: a cloud, an engine, a catalog of services. A source is a record: its
 * components are the settings, its Javadoc is the manual, and its name in lower case is what a
 * configuration says behind {@code plugin:}.
 */
public interface InventorySource {

  /**
   * Asks for all hosts, and gives either all of them or none.
   *
   * @throws SourceFailure if it gets no answer, is refused, or does not understand what it is told
   */
  Found find(Search search);
}
