/**
 * SSH by sshj in a lean configuration: no BouncyCastle registered, few algorithms, own verification
 * of host keys. The only package that imports net.schmizz and com.hierynomus.
 */
package kit.transport.ssh;
