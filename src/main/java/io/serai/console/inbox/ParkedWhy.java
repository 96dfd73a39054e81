package io.serai.console.inbox;

import io.serai.delivery.inbox.InboxMessage;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of what kind the failure is for which a message waits, by the name that its reason begins with.
 */
enum ParkedWhy {
    /** The text is not what its channel is known to send. */
    UNREADABLE(
            "UnreadableReservation|Json.*|SAX.*|XPath.*|Saxon.*|TransformerException|MalformedInputException|UnmappableCharacterException|Jslt.*"),
    /** It says something that cannot be. */
    VALUE("IllegalArgumentException"),
    /** It came after one that waits itself. */
    BEHIND("HeldBehind"),
    /** Nobody answered. */
    SILENT(
            "SocketTimeoutException|Connect.*Exception|HttpHostConnectException|NoHttpResponseException|UnknownHostException|NoRouteToHostException|InterruptedIOException|SocketException|SSL.*|ConnectionClosedException|EOFException|IOException"),
    /** Somebody answered, but not that it was taken. */
    ANSWERED("ChannelFault|HookNotTaken"),
    /** It could not be sent from here. */
    UNSENT("NotSent|CredentialMissing"),
    /** The database was away, or refused it. */
    DATABASE(
            "PSQLException|SQL.*|.*DataAccess.*|.*Transaction.*|DataIntegrityViolationException|DuplicateKeyException"),
    /** The channel was asked, and did not do it. */
    NOT_DONE("NotDone"),
    /** Nobody knows whether money moved. */
    MONEY("EndNotKnown"),
    /** What was sealed cannot be opened. */
    SEALED("SealBroken|AEADBadTagException"),
    /** Anything else. */
    OTHER(".*");

    private static final Pattern REASON = Pattern.compile("(?s)([A-Z][A-Za-z]*): .*");
    private static final List<ParkedWhy> ALL = Arrays.asList(values());

    private final Pattern names;

    ParkedWhy(String names) {
        this.names = Pattern.compile(names);
    }

    static ParkedWhy of(InboxMessage message) {
        Matcher named = REASON.matcher(message.reason());
        String name = named.matches() ? named.group(1) : "";
        return ALL.stream()
                .filter(it -> it.names.matcher(name).matches())
                .findFirst()
                .orElse(OTHER);
    }
}
