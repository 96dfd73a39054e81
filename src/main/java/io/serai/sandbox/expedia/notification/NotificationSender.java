package io.serai.sandbox.expedia.notification;

import io.serai.sandbox.expedia.booking.Content;
import io.serai.sandbox.expedia.booking.Transaction;
import io.serai.sandbox.expedia.booking.Transactions;
import io.serai.sandbox.expedia.property.Account;
import io.serai.sandbox.expedia.property.Accounts;
import io.serai.sandbox.expedia.property.Delivery;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.wire.CallLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what guests did to the hotels' systems, of each booking one transaction after the other:
 * again while no valid answer comes, never again what the hotel refused.
 */
final class NotificationSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationSender.class);
    private static final int AT_ONCE = 4;
    private static final int PAGE = 200;

    private final Accounts accounts;
    private final Hotels hotels;
    private final Transactions transactions;
    private final TransactionTemplate transaction;
    private final CallLog calls;
    private final Clock clock;
    private final Pace pace;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    NotificationSender(
            Accounts accounts,
            Hotels hotels,
            Transactions transactions,
            TransactionTemplate transaction,
            CallLog calls,
            Clock clock,
            Pace pace) {
        this.accounts = accounts;
        this.hotels = hotels;
        this.transactions = transactions;
        this.transaction = transaction;
        this.calls = calls;
        this.clock = clock;
        this.pace = pace;
        timer.scheduleWithFixedDelay(
                this::round, 0, pace.every().toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * How fast it goes.
     *
     * @param every between two looks for what is to be sent
     * @param againAfter a failure
     * @param timeout for an answer
     */
    record Pace(Duration every, Duration againAfter, Duration timeout) {}

    private void round() {
        try {
            List<Transaction> due;
            do {
                transaction.executeWithoutResult(status -> transactions.expire());
                due = transactions.due(Delivery.NOTIFICATION, PAGE);
                senders.invokeAll(due.stream().map(this::sending).toList());
            } while (!due.isEmpty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Notifications could not be looked for: {}", e.toString());
        }
    }

    private Callable<@Nullable Void> sending(Transaction due) {
        return () -> {
            try {
                send(due);
            } catch (RuntimeException e) {
                LOG.warn("Notification {} failed", due.id(), e);
            }
            return null;
        };
    }

    /** Read again once it counts as tried: from then on a guest's change is one of its own. */
    private void send(Transaction found) throws InterruptedException {
        transactions.tried(found, clock.instant().plus(pace.againAfter()));
        var due = transactions.find(found.id()).orElseThrow();
        var hotel = hotels.find(due.hotel()).orElseThrow();
        var account = accounts.find(hotel.account()).orElseThrow();
        if (account.notification() == null) {
            return;
        }
        var reservation = new Reservation(hotel, account.partner(), due, before(due));
        var reply = post(account, due, new Envelope(account, due).write(reservation));
        transaction.executeWithoutResult(status -> settle(due, reply));
    }

    private void settle(Transaction sent, Reply reply) {
        if (reply instanceof Reply.Taken taken) {
            transactions.confirmed(sent, taken.number(), clock.instant());
        } else if (reply instanceof Reply.Refused refused) {
            transactions.mail(sent, "refused " + refused.code());
        }
    }

    private @Nullable Content before(Transaction due) {
        return transactions
                .find("where t.booking_id = ? and t.number = ?", due.booking(), due.number() - 1)
                .stream()
                .map(Transaction::content)
                .findFirst()
                .orElse(null);
    }

    private Reply post(Account account, Transaction due, String body) throws InterruptedException {
        var at = clock.instant();
        var address = URI.create(Objects.requireNonNull(account.notification()).url());
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(pace.timeout())
                        .header("Content-Type", "text/xml; charset=UTF-8")
                        .header("SOAPAction", "\"\"")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        var status = 0;
        var answer = new byte[0];
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            status = response.statusCode();
            answer = response.body();
        } catch (IOException e) {
            LOG.info("Notification {} had no answer: {}", due.id(), e.toString());
        }
        calls.sent(
                new CallLog.Sent(
                        at,
                        address,
                        account.name(),
                        due.hotel(),
                        String.valueOf(due.id()),
                        body,
                        status,
                        new String(answer, StandardCharsets.UTF_8)));
        return Reply.read(due, status, answer);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        senders.shutdownNow();
    }
}
