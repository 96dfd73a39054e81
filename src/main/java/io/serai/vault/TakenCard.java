package io.serai.vault;

import java.util.Optional;

/** What became of the card in a message: kept under a token, or none to keep. */
public sealed interface TakenCard {

    /** The token, if there was a card to keep. */
    Optional<CardToken> token();

    /** Sealed and committed; the same card from the same account has this token again. */
    record Kept(CardToken card) implements TakenCard {

        @Override
        public Optional<CardToken> token() {
            return Optional.of(card);
        }
    }

    /**
     * Nothing was stored: the channel gave no usable number, which it may yet do later.
     *
     * @param reason which field held what kind of thing; quotes no value
     */
    record NotGiven(String reason) implements TakenCard {

        @Override
        public Optional<CardToken> token() {
            return Optional.empty();
        }
    }
}
