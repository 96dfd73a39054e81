package io.serai.sandbox.payment;

import io.serai.sandbox.wire.Caller;
import io.serai.sandbox.wire.Demands;
import io.serai.sandbox.wire.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The Payments API demands a token and a version, whichever; its answers hold cards and are left
 * out of the record.
 */
final class PayoutDemands implements Demands {

    @Override
    public void check(HttpServletRequest request, @Nullable Caller caller) {
        if (caller == null) {
            throw new Refusal(401, "497", "Authorization Required");
        }
        if (request.getHeader("accept-version") == null) {
            throw new Refusal(400, "321", "accept-version is missing");
        }
    }

    @Override
    public boolean secret() {
        return true;
    }
}
