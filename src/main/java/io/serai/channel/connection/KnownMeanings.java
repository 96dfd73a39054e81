package io.serai.channel.connection;

import io.serai.channel.connection.RemoteProducts.Rate;
import io.serai.channel.connection.RemoteProducts.Room;
import io.serai.channel.connection.TurnedRemote.Why;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What another hotel's rooms and rates may mean by what those of a connection mean: the same ids,
 * then the names that are most alike. What two could mean, the first does.
 */
final class KnownMeanings {

    private static final int ALIKE = 75;

    private record Known(
            String remoteRoom,
            @Nullable String remoteRate,
            String name,
            @Nullable Integer roomType,
            @Nullable Integer product,
            boolean active) {

        boolean is(RemoteKey key) {
            return remoteRoom.equals(key.room()) && Objects.equals(remoteRate, key.rate());
        }
    }

    private record Likely(@Nullable Meaning meaning, Why why) {

        static final Likely NOTHING = new Likely(null, Why.NONE);
    }

    private final List<Known> known;
    private final Meanings meanings;

    private KnownMeanings(List<Known> known, Meanings meanings) {
        this.known = known;
        this.meanings = meanings;
    }

    static KnownMeanings of(JdbcClient database, StoredConnection connection) {
        List<Known> known =
                database.sql(
                                """
                                select remote_room, remote_rate, coalesce(rate_name, room_name, remote_rate, remote_room) as name,
                                       room_type_id as room_type, product_id as product, state = 'active' as active
                                  from ota_rate_plans where connection_id = ? and (room_type_id is not null or product_id is not null)
                                 order by state, id
                                """)
                        .param(connection.id())
                        .query(Known.class)
                        .list();
        return new KnownMeanings(known, Meanings.of(database, connection.hotel()));
    }

    /**
     * All that is shown, each room before its rates.
     *
     * @param chosen what somebody says of some of it; a room that means null means nothing
     */
    List<TurnedRemote> of(RemoteProducts products, Map<RemoteKey, @Nullable Integer> chosen) {
        Set<RemoteKey> shown = RemoteKey.all(products);
        Set<Integer> taken = new HashSet<>();
        known.stream()
                .filter(it -> it.roomType() != null)
                .map(it -> Map.entry(new RemoteKey(it.remoteRoom(), null), it.roomType()))
                .filter(it -> shown.contains(it.getKey()) && !chosen.containsKey(it.getKey()))
                .forEach(it -> taken.add(it.getValue()));
        chosen.entrySet().stream()
                .filter(it -> it.getKey().isRoom() && it.getValue() != null)
                .forEach(it -> taken.add(it.getValue()));
        List<TurnedRemote> remotes = new ArrayList<>();
        for (Room room : products.rooms()) {
            RemoteKey key = new RemoteKey(room.room(), null);
            String name = Objects.requireNonNullElse(room.name(), room.room());
            Likely means =
                    chosen.containsKey(key)
                            ? chosen(chosen.get(key), meanings.roomTypes().values())
                            : likely(key, name, free(key, taken), Known::roomType);
            Meaning type = means.meaning();
            if (type != null) {
                taken.add(type.id());
            }
            remotes.add(
                    new TurnedRemote(
                            key,
                            name,
                            false,
                            List.copyOf(meanings.roomTypes().values()),
                            type,
                            means.why()));
            room.rates().forEach(rate -> remotes.add(rate(key.room(), rate, type, chosen)));
        }
        return remotes;
    }

    /** Room types that no other room means. */
    private List<Meaning> free(RemoteKey key, Set<Integer> taken) {
        Optional<Integer> kept = kept(key, Known::roomType);
        return meanings.roomTypes().values().stream()
                .filter(it -> !taken.contains(it.id()) || kept.equals(Optional.of(it.id())))
                .toList();
    }

    private TurnedRemote rate(
            String room,
            Rate rate,
            @Nullable Meaning type,
            Map<RemoteKey, @Nullable Integer> chosen) {
        RemoteKey key = new RemoteKey(room, rate.rate());
        String name = Objects.requireNonNullElse(rate.name(), rate.rate());
        Collection<Meaning> offers = meanings.products(type == null ? null : type.id()).values();
        Likely said = chosen(chosen.get(key), offers);
        Likely means = said.meaning() == null ? likely(key, name, offers, Known::product) : said;
        return new TurnedRemote(
                key,
                name,
                rate.child() || rate.readonly(),
                List.copyOf(offers),
                means.meaning(),
                means.why());
    }

    private static Likely chosen(@Nullable Integer meaning, Collection<Meaning> offers) {
        return offers.stream()
                .filter(offer -> Integer.valueOf(offer.id()).equals(meaning))
                .findFirst()
                .map(offer -> new Likely(offer, Why.CHOSEN))
                .orElse(Likely.NOTHING);
    }

    /** Names of what means something now and is not shown. */
    List<String> gone(RemoteProducts products) {
        Set<RemoteKey> shown = RemoteKey.all(products);
        return known.stream()
                .filter(Known::active)
                .filter(it -> shown.stream().noneMatch(it::is))
                .map(Known::name)
                .toList();
    }

    private Optional<Integer> kept(RemoteKey key, Function<Known, @Nullable Integer> meaning) {
        return known.stream()
                .filter(it -> it.is(key))
                .map(meaning)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Likely likely(
            RemoteKey key,
            String name,
            Collection<Meaning> offers,
            Function<Known, @Nullable Integer> meaning) {
        Optional<Integer> kept = kept(key, meaning);
        for (Meaning offer : offers) {
            if (kept.equals(Optional.of(offer.id()))) {
                return new Likely(offer, Why.KEPT);
            }
        }
        Meaning best = null;
        int most = ALIKE - 1;
        for (Meaning offer : offers) {
            int alike =
                    Stream.concat(
                                    Stream.of(offer.name(), offer.code()),
                                    known.stream()
                                            .filter(
                                                    it ->
                                                            Objects.equals(
                                                                    meaning.apply(it), offer.id()))
                                            .map(Known::name))
                            .mapToInt(each -> NameLikeness.percent(name, each))
                            .max()
                            .orElse(0);
            if (alike > most) {
                best = offer;
                most = alike;
            }
        }
        return best == null ? Likely.NOTHING : new Likely(best, Why.SUGGESTED);
    }
}
