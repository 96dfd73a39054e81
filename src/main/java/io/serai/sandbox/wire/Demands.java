package io.serai.sandbox.wire;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What a face demands of a call before it looks at the body. */
public interface Demands {

    /** The token exchange itself, whose bodies are secrets. */
    Demands EXCHANGE = new SignedDemands(false, SignedDemands.Version.OPTIONAL, null, false);

    /** Whatever changes rooms, prices and restrictions by XML. */
    Demands CHANGE =
            new SignedDemands(true, SignedDemands.Version.REQUIRED, "application/xml", false);

    /** Length-of-stay prices. */
    Demands CHANGE_CSV =
            new SignedDemands(true, SignedDemands.Version.REQUIRED, "application/csv", true);

    /** Reading, and the reservation queues. */
    Demands TOKEN = new SignedDemands(true, SignedDemands.Version.OPTIONAL, null, false);

    /** Nothing: who calls is in the body, which the face itself checks. */
    Demands NONE = (request, caller) -> {};

    /** Throws a {@link Refusal} when the call does not have what the face demands. */
    void check(HttpServletRequest request, @Nullable Caller caller);

    /** Whether the bodies are left out of the record of calls. */
    default boolean secret() {
        return false;
    }
}
