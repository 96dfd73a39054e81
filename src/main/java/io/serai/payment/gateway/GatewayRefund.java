package io.serai.payment.gateway;

import java.util.UUID;

/**
 * A refund of a charge, or of a part of it.
 *
 * @param key under which the gateway does it once
 * @param charge the gateway's own name of the charge
 * @param booking the channel's number of the booking
 */
public record GatewayRefund(UUID key, GatewayAmount amount, String charge, String booking) {}
