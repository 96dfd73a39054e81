package io.serai.reservation.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a hotel may want a channel to do with a reservation.
 *
 * @param action as channel.yaml names it
 * @param offered whether the channel does it now
 * @param reason why not, and where the hotel does it instead; null when it is offered
 * @param needs the JSON schema of what must be said of it; null when it is not offered
 * @param asked what was asked so far, latest first
 */
public record OfferedAction(
        String action,
        boolean offered,
        @Nullable String reason,
        @Nullable ObjectNode needs,
        List<AskedAction> asked) {}
