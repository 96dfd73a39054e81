package io.serai.console.connections;

import io.serai.channel.Channel;
import io.serai.channel.ChannelDefinition;
import io.serai.channel.Channels;
import io.serai.channel.Urgency;
import io.serai.channel.account.CredentialBook;
import io.serai.channel.breaker.Breakers;
import io.serai.channel.connection.ConnectionBook;
import io.serai.channel.connection.StoredConnection;
import io.serai.channel.limit.Asking;
import io.serai.channel.limit.CallLimits;
import io.serai.console.ConnectionNow;
import io.serai.console.ConnectionsNow;
import io.serai.console.Hotel;
import io.serai.console.Times;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how a hotel's connections are. */
@Component
class ConnectionSheets {

    private final ConnectionBook book;
    private final ConnectionsNow now;
    private final Channels channels;
    private final CallLimits limits;
    private final Breakers breakers;
    private final CredentialBook credentials;
    private final Clock clock;

    ConnectionSheets(
            ConnectionBook book,
            ConnectionsNow now,
            Channels channels,
            CallLimits limits,
            Breakers breakers,
            CredentialBook credentials,
            Clock clock) {
        this.book = book;
        this.now = now;
        this.channels = channels;
        this.limits = limits;
        this.breakers = breakers;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** All of a hotel, the oldest first. */
    List<ConnectionSheet> of(JdbcClient session, Hotel hotel) {
        Map<Integer, StoredConnection> stored =
                book.of(session, hotel.id()).stream()
                        .collect(Collectors.toMap(StoredConnection::id, Function.identity()));
        Map<Integer, LastDelivery> deliveries = LastDelivery.of(session, hotel);
        return now.of(session, hotel).stream()
                .filter(at -> stored.containsKey(at.id()))
                .map(at -> sheet(at, stored.get(at.id()), deliveries.get(at.id()), hotel))
                .toList();
    }

    private ConnectionSheet sheet(
            ConnectionNow at,
            StoredConnection stored,
            @Nullable LastDelivery delivery,
            Hotel hotel) {
        Long account = stored.account();
        CredentialBook.Age age = account == null ? null : credentials.age(account);
        return new ConnectionSheet(
                at,
                definition(stored).map(ChannelDefinition::name).orElse(stored.provider()),
                stored.isBeingAdded(),
                delivery == null ? null : definition(stored).map(delivery::of).orElse(delivery),
                age == null
                        ? ""
                        : Times.roughly(Duration.between(age.changedAt(), clock.instant())),
                age == null ? "" : words(age, hotel),
                account == null ? List.of() : limits(stored, account),
                account == null ? List.of() : breakers(stored, account, hotel));
    }

    private static String words(CredentialBook.Age age, Hotel hotel) {
        if (age.reason() != null) {
            return "the channel does not take them: " + age.reason();
        }
        return age.expiresAt() == null
                ? ""
                : "they end on " + Times.minute(age.expiresAt(), hotel.zone());
    }

    private List<LimitLine> limits(StoredConnection stored, long account) {
        return definition(stored)
                .map(
                        channel ->
                                limits
                                        .standing(
                                                new Asking(
                                                        stored.provider(),
                                                        account,
                                                        (long) stored.id(),
                                                        Urgency.USUAL,
                                                        channel.limits()))
                                        .stream()
                                        .map(it -> LimitLine.of(it, channel))
                                        .toList())
                .orElse(List.of());
    }

    private List<BreakerLine> breakers(StoredConnection stored, long account, Hotel hotel) {
        return definition(stored)
                .map(
                        channel ->
                                breakers.of(stored.id(), account).stream()
                                        .map(it -> BreakerLine.of(it, channel, hotel.zone()))
                                        .toList())
                .orElse(List.of());
    }

    private Optional<ChannelDefinition> definition(StoredConnection stored) {
        return channels.findByCode(stored.provider()).map(Channel::definition);
    }
}
