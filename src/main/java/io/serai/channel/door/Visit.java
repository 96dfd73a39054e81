package io.serai.channel.door;

import io.serai.channel.DoorHeaders;
import io.serai.channel.NotSent;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/**
 * What a route says about a call: for whom it is made, and which one it is.
 *
 * @param account the account
 * @param call the endpoint's name in the channel's description
 * @param connection the connection; null for a call over all hotels of the account
 * @param attempt the attempt it carries; null when it carries none
 */
record Visit(long account, String call, @Nullable Long connection, @Nullable Long attempt) {

    /**
     * Reads a request's headers.
     *
     * @throws NotSent when they do not name account and call: nothing leaves but through the door
     */
    static Visit of(ClassicHttpRequest request) throws NotSent {
        Long account = number(request, DoorHeaders.ACCOUNT);
        Header call = request.getFirstHeader(DoorHeaders.CALL);
        if (account == null || call == null) {
            throw new NotSent(
                    (account == null ? DoorHeaders.ACCOUNT : DoorHeaders.CALL)
                            + ": missing (expected: on every call to a channel)",
                    null);
        }
        return new Visit(
                account,
                call.getValue(),
                number(request, DoorHeaders.CONNECTION),
                number(request, DoorHeaders.ATTEMPT));
    }

    private static @Nullable Long number(ClassicHttpRequest request, String name) throws NotSent {
        Header header = request.getFirstHeader(name);
        try {
            return header == null ? null : Long.valueOf(header.getValue().trim());
        } catch (NumberFormatException notOne) {
            throw new NotSent(name + ": '" + header.getValue() + "' (expected: a number)", notOne);
        }
    }
}
