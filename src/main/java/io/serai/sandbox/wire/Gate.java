package io.serai.sandbox.wire;

import java.util.Optional;

/** Knows who holds a token. */
public interface Gate {

    /** The account a bearer token was given to, or nothing when it is wrong or expired. */
    Optional<Caller> holderOf(String token);
}
