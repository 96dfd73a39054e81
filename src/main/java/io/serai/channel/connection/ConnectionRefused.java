package io.serai.channel.connection;

/** What a person wants of a connection cannot be done as it stands; the message says what can. */
public final class ConnectionRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param words what was met and what was expected, for people to read
     */
    public ConnectionRefused(String words) {
        super(words);
    }

    /** What was met and what was expected. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
