/**
 * One POSIX shell per user and host, fed complete commands and read between random markers. May use
 * kit.spi, kit.target, kit.transport and java.*; what runs on the hosts stands in the resources
 * {@code kill.sh}, {@code watch.sh} and {@code write.sh} beside it.
 */
package kit.shell;
