package kit.data;

import kit.model.Location;

/**
 * A value still encrypted ({@code !vault}); it is decrypted when something reads it.
 *
 * @param ciphertext the text from {@code $ANSIBLE_VAULT} on
 * @param location where it stands
 */
public record Vaulted(String ciphertext, Location location) {}
