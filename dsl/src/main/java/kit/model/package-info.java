/**
 * What a playbook is once it has been read: plain records, each knowing its place in the source.
 * May use java.* and kit.spi; knows neither Groovy nor how anything is carried out.
 */
package kit.model;
