package io.serai.channel.door;

import io.serai.channel.DoorHeaders;
import io.serai.channel.NotSent;
import io.serai.channel.Urgency;
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
 * @param hotel the channel's number of the hotel, where no connection is named; null for none
 * @param fresh whether an answer that was kept will not do
 * @param urgency how urgent it is; null: as the channel's file says
 */
record Visit(
        long account,
        String call,
        @Nullable Long connection,
        @Nullable Long attempt,
        @Nullable String hotel,
        boolean fresh,
        @Nullable Urgency urgency) {

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
                number(request, DoorHeaders.ATTEMPT),
                text(request, DoorHeaders.HOTEL),
                "true".equals(text(request, DoorHeaders.FRESH)),
                urgency(request));
    }

    private static @Nullable Urgency urgency(ClassicHttpRequest request) throws NotSent {
        String said = text(request, DoorHeaders.URGENCY);
        try {
            return said == null ? null : Urgency.of(said);
        } catch (IllegalArgumentException none) {
            throw new NotSent(String.valueOf(none.getMessage()), none);
        }
    }

    private static @Nullable String text(ClassicHttpRequest request, String name) {
        Header header = request.getFirstHeader(name);
        return header == null || header.getValue().isBlank() ? null : header.getValue().strip();
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
