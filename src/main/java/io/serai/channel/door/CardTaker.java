package io.serai.channel.door;

import java.util.Map;

/** Keeps a card and gives what stands for its number from then on. */
@FunctionalInterface
interface CardTaker {

    /**
     * @param fields the card's fields as the channel names them
     * @return the token, or an empty text where there was no card to keep
     */
    String take(Map<String, String> fields);
}
