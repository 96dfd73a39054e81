package io.serai.sandbox.payment;

import io.serai.sandbox.wire.Caller;
import io.serai.sandbox.wire.Demands;
import io.serai.sandbox.wire.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** A gateway demands a test key, and its bodies, which hold cards, are left out of the record. */
record GatewayDemands(String prefix) implements Demands {

    @Override
    public void check(HttpServletRequest request, @Nullable Caller caller) {
        String shown = request.getHeader("Authorization");
        if (shown == null || !shown.startsWith("Bearer " + prefix)) {
            throw new Refusal(401, "401", "Invalid API Key provided");
        }
    }

    @Override
    public boolean secret() {
        return true;
    }
}
