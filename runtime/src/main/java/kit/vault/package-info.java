/** Reads Ansible's vault format. The only package that imports javax.crypto. */
package kit.vault;
