package io.serai.channel.connection;

/** What a person wants of a connection cannot be done as it stands; the message says what can. */
public final class ConnectionRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String plain;

    /**
     * @param words what was met and what was expected, for people to read
     */
    public ConnectionRefused(String words) {
        this(words, words);
    }

    /**
     * @param words what was met and what was expected
     * @param plain the same as a page says it
     */
    ConnectionRefused(String words, String plain) {
        super(words);
        this.plain = plain;
    }

    /** What was met and what was expected. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** The same as a page says it. */
    public String plain() {
        return plain;
    }
}
