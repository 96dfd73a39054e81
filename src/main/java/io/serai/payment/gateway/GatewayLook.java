package io.serai.payment.gateway;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question what became of a charge or refund.
 *
 * @param key under which it was sent
 * @param charge of a refund: the gateway's own name of the charge that it gives back; null: it is a
 *     charge
 */
public record GatewayLook(UUID key, @Nullable String charge) {}
