/**
 * Turns the events of a run into what people and machines read. May use kit.engine, kit.model,
 * kit.spi, java-diff-utils and java.*; all text leaves through {@link kit.report.Sink}. Only
 * kit.cli may use it.
 */
package kit.report;
