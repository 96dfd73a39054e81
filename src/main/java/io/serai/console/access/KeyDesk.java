package io.serai.console.access;

import io.serai.console.access.AccessRefused.Why;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets somebody see, make and take away the API keys of the hotels that they administer: they give
 * away no more than they have themselves.
 */
@Component
public class KeyDesk {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}";

    private final ApiKeys keys;
    private final KeySettings settings;
    private final Clock clock;

    KeyDesk(ApiKeys keys, KeySettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** All that they may take away, the oldest first; no secrets. */
    public List<ApiKey> all(Actor who) {
        return keys.all(who.name()).stream().filter(key -> key.isOf(who.grants())).toList();
    }

    /**
     * One of them.
     *
     * @throws AccessRefused when there is none that they may see
     */
    public ApiKey find(Actor who, String id) {
        return (id.matches("[0-9]{1,18}")
                        ? keys.find(who.name(), Long.parseLong(id))
                        : Optional.<ApiKey>empty())
                .filter(key -> key.isOf(who.grants()))
                .orElseThrow(() -> AccessRefused.unknown("key", id));
    }

    /**
     * Makes one; its secret is shown now and never again.
     *
     * @param hotels where it is good, unless everywhere
     * @param days how long it is good; null: as long as usual
     * @throws AccessRefused when what is said cannot be meant, a hotel that is not there among it,
     *     or it would give away more than they have
     */
    public ApiKeys.Told make(
            Actor who,
            String name,
            Set<Right> rights,
            boolean everywhere,
            List<Long> hotels,
            @Nullable Integer days) {
        if (!name.matches(NAME)) {
            throw AccessRefused.notMeant(
                    "name", name.isEmpty() ? "missing" : name, "1 to 60 letters, digits, . _ -");
        }
        if (rights.isEmpty()) {
            throw AccessRefused.notMeant("rights", "none", "at least one");
        }
        if (!everywhere && hotels.isEmpty()) {
            throw AccessRefused.notMeant("hotels", "none", "at least one, or everywhere");
        }
        long longest = settings.longest().toDays();
        if (days != null && (days < 1 || days > longest)) {
            throw AccessRefused.notMeant(
                    "days", days.toString(), "a whole number from 1 to " + longest);
        }
        ApiKey.Wish wish =
                new ApiKey.Wish(
                        name,
                        rights,
                        everywhere,
                        everywhere ? List.of() : hotels.stream().distinct().toList(),
                        clock.instant()
                                .plus(days == null ? settings.life() : Duration.ofDays(days)));
        wish.hotels().forEach(hotel -> demandAdministered(who, hotel));
        demandWithin(wish.isWithin(who.grants()));
        return keys.make(who.name(), wish);
    }

    /**
     * Gives one another secret, shown now and never again; the one before is good for a while.
     *
     * @throws AccessRefused when it would give away more than they have, or the key is good no more
     */
    public ApiKeys.Told rotate(Actor who, String id) {
        ApiKey key = find(who, id);
        demandWithin(key.isWithin(who.grants()));
        return keys.rotate(who.name(), key.id(), settings.overlap())
                .orElseThrow(
                        () ->
                                new AccessRefused(
                                        Why.NOT_NOW,
                                        "Good no more",
                                        null,
                                        "key: '"
                                                + id
                                                + "' (expected: neither revoked nor expired)"));
    }

    /** Has one be good no more; one that is not good stays so. */
    public ApiKey revoke(Actor who, String id) {
        return keys.revoke(who.name(), find(who, id).id()).orElseThrow();
    }

    /** One that is not there is refused as one that they may not see: in the same words. */
    private static void demandAdministered(Actor who, long hotel) {
        if (!who.grants().may(Right.ADMIN, hotel)) {
            throw new AccessRefused(
                    Why.NOT_YOURS,
                    "More than is yours to give",
                    "hotels",
                    "hotels: '" + hotel + "' (expected: ids of hotels that you administer)");
        }
    }

    private static void demandWithin(boolean within) {
        if (!within) {
            throw new AccessRefused(
                    Why.NOT_YOURS,
                    "More than is yours to give",
                    null,
                    "rights: more than yours, or where you do not administer (expected: some of"
                            + " yours, at hotels that you administer)");
        }
    }
}
