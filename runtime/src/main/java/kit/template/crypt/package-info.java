/** Hashes of passwords in the forms that crypt(3) knows. */
package kit.template.crypt;
