package io.serai.channel;

/** What happens where a hotel set a field that a channel does not take. Never nothing. */
public enum Substitute {
    /** The product is closed for the nights, so that nobody books what the hotel forbade. */
    CLOSE("the night is closed there"),
    /** The nearest thing that the channel takes is sent. */
    NEAREST("the nearest that it takes is sent"),
    /** The rest is sent, and the delivery says what the channel did not get. */
    WARN("it is not told, and guests can book against it there");

    private final String words;

    Substitute(String words) {
        this.words = words;
    }

    /** What becomes of what the channel does not take, for whoever runs a hotel. */
    public String words() {
        return words;
    }
}
