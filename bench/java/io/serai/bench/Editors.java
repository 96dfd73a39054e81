package io.serai.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An operator, who sets prices and restrictions by the API, and a hotel's system, which sets prices
 * and rooms by SQL, both without a rest and each for products of its own. Each tries the same again
 * until it is told that it is set, as people and systems do.
 */
final class Editors {

    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Duration AGAIN = Duration.ofMillis(300);
    private static final int LONGEST = 20;
    private static final int LEAST_PERCENT = 85;
    private static final int MORE_PERCENT = 31;
    private static final int MORE_ROOMS = 3;

    private final Hotel hotel;
    private final Intentions intentions;
    private final Chronicle chronicle;
    private final HotelFaces faces;
    private final AtomicBoolean ended = new AtomicBoolean();
    private @Nullable CompletableFuture<Void> all;

    Editors(Hotel hotel, Intentions intentions, Chronicle chronicle, HotelFaces faces) {
        this.hotel = hotel;
        this.intentions = intentions;
        this.chronicle = chronicle;
        this.faces = faces;
    }

    void begin(long seed) {
        all =
                CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> work(0, new Random(seed)), this::thread),
                        CompletableFuture.runAsync(() -> work(1, new Random(~seed)), this::thread));
    }

    private void thread(Runnable work) {
        var thread = new Thread(work, "editor");
        thread.setDaemon(true);
        thread.start();
    }

    /** Lets each finish what it is at. */
    void end() {
        ended.set(true);
        if (all != null) {
            all.join();
        }
    }

    private void work(int who, Random random) {
        var own = new ArrayList<Product>();
        for (int i = who; i < hotel.products().size(); i += 2) {
            own.add(hotel.products().get(i));
        }
        while (!ended.get()) {
            var product = own.get(random.nextInt(own.size()));
            var from = hotel.today().plusDays(1 + random.nextInt(hotel.horizon() - LONGEST - 2));
            var to = from.plusDays(random.nextInt(LONGEST));
            switch (random.nextInt(3)) {
                case 0 -> minArrival(who, product, from, to, 1 + random.nextInt(2));
                case 1 -> {
                    if (who == 0) {
                        prices(who, product, from, to, random);
                    } else {
                        rooms(product.roomType(), from, to, random);
                    }
                }
                default -> prices(who, product, from, to, random);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void prices(int who, Product product, LocalDate from, LocalDate to, Random random) {
        int percent = LEAST_PERCENT + random.nextInt(MORE_PERCENT);
        var cents =
                intentions.usual(product, from).stream()
                        .map(usual -> usual * percent / 100)
                        .toList();
        until(
                key -> {
                    if (who == 0) {
                        faces.pricesByApi(key, product, from, to, cents);
                    } else {
                        faces.pricesBySql(product, from, to, cents);
                    }
                });
        intentions.prices(product, from, to, cents);
        told(who, product + " to " + cents, from, to);
    }

    private void minArrival(int who, Product product, LocalDate from, LocalDate to, int nights) {
        until(
                key -> {
                    if (who == 0) {
                        faces.minArrivalByApi(key, product, from, to, nights);
                    } else {
                        faces.minArrivalBySql(product, from, to, nights);
                    }
                });
        intentions.minArrival(product, from, to, nights);
        told(who, product + " to min-arrival " + nights, from, to);
    }

    /** Within one room above what the house has and one below. */
    private void rooms(String roomType, LocalDate from, LocalDate to, Random random) {
        int rooms =
                Math.max(1, hotel.house().sizes().get(roomType) - 1 + random.nextInt(MORE_ROOMS));
        var began = Instant.now();
        until(key -> faces.roomsBySql(roomType, from, to, rooms));
        from.datesUntil(to.plusDays(1))
                .forEach(
                        night ->
                                hotel.house().offer(new House.Cell(roomType, night), rooms, began));
        told(1, roomType + " to " + rooms + " rooms", from, to);
    }

    private void told(int who, String what, LocalDate from, LocalDate to) {
        chronicle.edited(
                new Chronicle.Edit(
                        Instant.now(),
                        List.of("the operator", "the hotel's system").get(who),
                        what,
                        from.toString(),
                        to.toString()));
    }

    /**
     * Again and again, whatever stands in the way, and under one key, so that an instance that
     * wakes late with an edit of long ago does not do it again.
     */
    private void until(Consumer<String> edit) {
        var key = UUID.randomUUID().toString();
        while (true) {
            try {
                edit.accept(key);
                return;
            } catch (NotNow e) {
                if (e.isOdd()) {
                    chronicle.odd(e.getMessage());
                }
                LockSupport.parkNanos(AGAIN.toNanos());
            }
        }
    }

    /** Nobody said that it is set. */
    static final class NotNow extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final boolean odd;

        NotNow(Throwable cause) {
            super(cause);
            this.odd = false;
        }

        /** An answer that no fault explains. */
        NotNow(String odd) {
            super(odd);
            this.odd = true;
        }

        boolean isOdd() {
            return odd;
        }
    }
}
