package io.serai.payment.gateway;

import java.io.IOException;
import java.util.Optional;

/**
 * Takes money of cards and gives it back. What is sent twice under one key is done once; whoever
 * gets no answer sends it again.
 */
public interface Gateway {

    /**
     * Charges a card.
     *
     * @throws io.serai.channel.NotSent when nothing of it can have left
     * @throws IOException when it is not known what became of it
     * @throws IllegalArgumentException when the card cannot be sent: it is gone, or has no expiry
     */
    GatewayAnswer charge(GatewayCharge charge) throws IOException;

    /**
     * Gives back what was charged, or a part of it.
     *
     * @throws io.serai.channel.NotSent when nothing of it can have left
     * @throws IOException when it is not known what became of it
     */
    GatewayAnswer refund(GatewayRefund refund) throws IOException;

    /**
     * Says what became of a charge or refund, and does nothing.
     *
     * @return empty when the gateway finds none; what it did lately it may not find yet
     * @throws IOException when it does not tell
     */
    Optional<GatewayAnswer> look(GatewayLook look) throws IOException;
}
