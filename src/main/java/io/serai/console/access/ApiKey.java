package io.serai.console.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is shown: its secret is not kept.
 *
 * @param rights what it may do
 * @param everywhere whether at all hotels, those to come among them
 * @param hotels the ids of its hotels otherwise
 * @param madeBy who, as the audit names them
 * @param expiresAt from when on it is good no more
 * @param beforeUntil until when the secret before the last rotation is good; null: none is
 * @param lastUsedAt to the minute; null: never
 * @param revokedAt since when it is good no more; null: it was not revoked
 */
public record ApiKey(
        long id,
        String name,
        Set<Right> rights,
        boolean everywhere,
        List<Long> hotels,
        String madeBy,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant beforeUntil,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /** What somebody wants a key for. */
    public record Wish(
            String name,
            Set<Right> rights,
            boolean everywhere,
            List<Long> hotels,
            Instant expiresAt) {

        /** Whether somebody may give this away: they administer it, and have it themselves. */
        public boolean isWithin(Grants maker) {
            return rights.stream().allMatch(right -> isWithin(maker, right));
        }

        private boolean isWithin(Grants maker, Right right) {
            return everywhere
                    ? maker.mayEverywhere(right) && maker.mayEverywhere(Right.ADMIN)
                    : hotels.stream()
                            .allMatch(
                                    hotel ->
                                            maker.may(right, hotel)
                                                    && maker.may(Right.ADMIN, hotel));
        }
    }

    /** Whether somebody could give this key away, were it not there yet. */
    public boolean isWithin(Grants maker) {
        return new Wish(name, rights, everywhere, hotels, expiresAt).isWithin(maker);
    }

    /** Whether somebody may see and take away this key: they administer all of its hotels. */
    public boolean isOf(Grants admin) {
        return admin.mayEverywhere(Right.ADMIN)
                || !everywhere
                        && !hotels.isEmpty()
                        && hotels.stream().allMatch(hotel -> admin.may(Right.ADMIN, hotel));
    }
}
