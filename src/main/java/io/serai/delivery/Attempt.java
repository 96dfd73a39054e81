package io.serai.delivery;

import io.serai.ari.Batch;

/**
 * A call that carries values to a channel, committed before its first byte leaves.
 *
 * @param id its key
 * @param claim the claim it is made under
 * @param connection the connection it is made for
 * @param batch what it carries
 */
record Attempt(long id, Claim claim, Connection connection, Batch batch) {}
