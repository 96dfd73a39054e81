package io.serai.channel;

/** The headers between a route and the door. None of them leaves on the wire or comes from it. */
public final class DoorHeaders {

    private static final String OURS = "serai-";

    /** From a route: the account to call for, an id of {@code channel_accounts}. */
    public static final String ACCOUNT = "Serai-Account";

    /** From a route: the endpoint's name in the channel's description. */
    public static final String CALL = "Serai-Call";

    /** From a route: the connection to call for, an id of {@code third_party_integrations}. */
    public static final String CONNECTION = "Serai-Connection";

    /** From a route: the attempt that the call carries. */
    public static final String ATTEMPT = "Serai-Attempt";

    /** From a route: the channel's number of the hotel, where no connection is named. */
    public static final String HOTEL = "Serai-Hotel";

    /**
     * From a route: how urgent the call is, where that differs from what the channel's file says.
     */
    public static final String URGENCY = "Serai-Urgency";

    /** From a route: {@code true} where an answer that was kept will not do. */
    public static final String FRESH = "Serai-Fresh";

    /** From whoever asks: whether the call is a test, where its connection's mode does not say. */
    public static final String TEST = "Serai-Test";

    /** To a route: the id of the sealed original of an answer with cards. */
    public static final String ORIGINAL = "Serai-Original";

    /**
     * To a route: length and SHA-256 of an answer that could not be read, whose body is withheld.
     */
    public static final String UNREADABLE = "Serai-Unreadable";

    /** To a route: {@code true} on a 429 that is Serai's own, the call was not made. */
    public static final String LIMITED = "Serai-Limited";

    /** To a route: {@code true} besides on such a 429 where the account has no token for now. */
    public static final String NO_ACCESS = "Serai-No-Access";

    /** To a route: why the account is broken, on a 403 that is Serai's own; not made either. */
    public static final String BROKEN = "Serai-Broken";

    /** To a route: what the channel calls this call. */
    public static final String REFERENCE = "Serai-Reference";

    /** To a route: the name of the webhook that was called; empty for the channel's own. */
    public static final String HOOK = "Serai-Hook";

    /** To a route: what a webhook call says it is about. */
    public static final String KIND = "Serai-Kind";

    /** From a route: {@code true} for a webhook call of a kind that the route does not know. */
    public static final String UNKNOWN = "Serai-Unknown";

    /** From a route: why a webhook call is kept and nothing follows from it. */
    public static final String UNUSED = "Serai-Unused";

    private DoorHeaders() {}

    /** Whether a header is one between a route and the door. */
    public static boolean isOurs(String header) {
        return header.regionMatches(true, 0, OURS, 0, OURS.length());
    }
}
