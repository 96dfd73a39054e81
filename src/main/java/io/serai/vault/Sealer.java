package io.serai.vault;

/**
 * Seals bytes under the master key (AES-256-GCM); the purpose is authenticated with them, so that
 * what was sealed for one purpose does not open for another.
 *
 * <p>A purpose is a short constant such as {@code card}: it may stand in logs and is never secret.
 */
public interface Sealer {

    /** Sealed under the primary key; the same bytes give a different result each time. */
    byte[] seal(byte[] plain, String purpose);

    /**
     * What was sealed, by whichever key of the keyset sealed it.
     *
     * @throws SealBroken if no key opens it for this purpose; names the purpose, never contents
     */
    byte[] open(byte[] sealed, String purpose);

    /**
     * The same contents under the primary key: the very array given if they are already.
     *
     * @throws SealBroken as {@link #open}
     */
    byte[] resealed(byte[] sealed, String purpose);

    /**
     * What everything begins with that the primary key seals, and nothing that another one does.
     */
    byte[] mark();
}
