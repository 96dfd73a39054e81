package io.serai.delivery;

import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer.Item;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a channel said about a message.
 *
 * @param updates how many updates the message had
 * @param items what it said
 */
record Remarks(int updates, List<Item> items) {

    /** What is about one update. */
    List<Item> about(int number) {
        return items.stream()
                .filter(item -> item.update() != null && item.update() == number)
                .toList();
    }

    /** What is about no update that was sent is about the whole. */
    Stream<Item> unnamed() {
        return items.stream()
                .filter(
                        item ->
                                item.update() == null
                                        || item.update() < 1
                                        || item.update() > updates);
    }

    /** The channel has what it is about. */
    static boolean isTaken(Item item) {
        return item.outcome() == Meaning.APPLIED || item.outcome() == Meaning.NOTE;
    }

    /** What it is about is sent again in parts. */
    static boolean isDividing(Item item) {
        return item.outcome() == Meaning.SPLIT || item.outcome() == Meaning.ISOLATE;
    }

    /** Nobody knows whether the channel has what it is about: it is sent again. */
    static boolean isAgain(Item item) {
        return item.outcome() == Meaning.AGAIN;
    }

    /** Something in what it is about is not taken. */
    static boolean isCulprit(Item item) {
        return item.outcome() == Meaning.REFUSED || isDividing(item);
    }

    /** What it is about is taken later, unchanged. */
    static boolean isLater(Item item) {
        return !isTaken(item) && !isAgain(item) && !isCulprit(item);
    }
}
