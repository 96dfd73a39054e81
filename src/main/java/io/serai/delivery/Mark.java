package io.serai.delivery;

/**
 * Nights that changed, as a connection has yet to look at them.
 *
 * @param id its key
 * @param room whether the source is a room type rather than a product
 * @param source the room type or product
 * @param first the first night, in days since 1970-01-01
 * @param beyond the night after the last
 */
record Mark(long id, boolean room, int source, int first, int beyond) {}
