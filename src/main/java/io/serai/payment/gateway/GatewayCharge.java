package io.serai.payment.gateway;

import io.serai.vault.CardToken;
import java.util.UUID;

/**
 * A charge of a card.
 *
 * @param key under which the gateway does it once
 * @param booking the channel's number of the booking, for whoever reads it at the gateway
 */
public record GatewayCharge(UUID key, GatewayAmount amount, CardToken card, String booking) {}
