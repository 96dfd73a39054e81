package io.serai.content.photo;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where pictures lie. A name is never written twice with different content, so that what was read
 * once is good for ever.
 */
interface PhotoStore {

    /**
     * Keeps a file; it lasts when this returns.
     *
     * @param name letters, digits, {@code -_.} only
     */
    void put(String name, byte[] content, String type);

    /** A file; empty where there is none of this name. */
    Optional<byte[]> find(String name);

    /**
     * The names of all files that were written before a moment, in no order, read as they are asked
     * for; to be closed.
     */
    Stream<String> writtenBefore(Instant before);

    /** Forgets a file; nothing happens where there is none. */
    void remove(String name);
}
