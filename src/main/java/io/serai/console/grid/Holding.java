package io.serai.console.grid;

/**
 * What a channel holds of a night, beside what it should.
 *
 * @param channel how the hotel calls the connection
 * @param value the channel's value in brief; a dash where it was never told
 * @param detail the restrictions it holds, in brief; empty where there are none
 * @param state {@code same}, {@code waiting}, {@code unknown}, {@code refused} or {@code inherited}
 * @param words the same for people, with the channel's own words where it refused
 */
public record Holding(String channel, String value, String detail, String state, String words) {

    /** A sign for the state that needs no colour. */
    public String sign() {
        return switch (state) {
            case "same" -> "";
            case "waiting" -> "↑";
            case "unknown" -> "?";
            case "refused" -> "!";
            default -> "·";
        };
    }
}
