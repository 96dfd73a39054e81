package io.serai.reservation.hook;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.channel.wire.Call;
import io.serai.delivery.Family;
import io.serai.delivery.ParkingSlip;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what hotels' systems are to be told, each until it is taken: again after growing waits, in
 * the end parked. What is under way when Serai is killed is sent again, under the same id, when its
 * lease has run out.
 */
@Component("hookWork")
public class HookWork {

    /** The route that sends one delivery, and a parked one again. */
    public static final String ROUTE = "hook-deliver";

    private static final Logger log = LoggerFactory.getLogger(HookWork.class);
    private static final String COUNTER = "serai.hooks";

    private final HookDeliveries deliveries;
    private final HookMessages messages;
    private final HookCalls calls;
    private final HookSettings settings;
    private final MeterRegistry meters;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    HookWork(
            HookDeliveries deliveries,
            HookMessages messages,
            HookCalls calls,
            HookSettings settings,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.messages = messages;
        this.calls = calls;
        this.settings = settings;
        this.meters = meters;
        // from 0 on: what comes for the first time is an increase, too
        List.of("done", "again", "parked", "ended")
                .forEach(outcome -> meters.counter(COUNTER, "outcome", outcome));
    }

    /** Claims deliveries that are due, as many as can be sent at once. */
    public List<HookDelivery> due() {
        int free = settings.workers() - running.size();
        if (free <= 0) {
            return List.of();
        }
        List<HookDelivery> due = deliveries.take(free, settings.each(), settings.lease());
        due.forEach(delivery -> running.add(delivery.id()));
        return due;
    }

    /**
     * The delivery that is sent now: claimed, or a parked one by its number.
     *
     * @throws IllegalArgumentException when none is parked under the number
     */
    public HookDelivery find(@Body Object claimed) {
        return claimed instanceof HookDelivery delivery
                ? delivery
                : deliveries
                        .parked(Long.parseLong(claimed.toString()))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "delivery: "
                                                        + claimed
                                                        + " (expected: one that is parked)"));
    }

    /**
     * Calls the receiver and returns its status.
     *
     * @throws IOException when the receiver did not take it
     */
    public int send(@ExchangeProperty(HookDelivery.PROPERTY) HookDelivery delivery)
            throws IOException {
        return calls.post(
                messages.write(delivery),
                new Call.Errand(ROUTE, "engine:hooks", "hook-" + delivery.id(), delivery.hotel()));
    }

    /** Settles a delivery that was taken. */
    public void done(
            @ExchangeProperty(HookDelivery.PROPERTY) HookDelivery delivery, @Body int status) {
        running.remove(delivery.id());
        deliveries.done(delivery, status);
        count("done");
    }

    /** Puts a delivery off that was not taken; whether it is to be parked. */
    public boolean failed(
            @ExchangeProperty(HookDelivery.PROPERTY) HookDelivery delivery,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        running.remove(delivery.id());
        if (failure instanceof HookLost) {
            return false; // whoever has it now goes on with it
        }
        HookNotTaken answer = failure instanceof HookNotTaken said ? said : null;
        boolean gone = answer != null && answer.isGone();
        boolean last = !gone && (delivery.owner() == null || settings.isLast(delivery.tries()));
        String words = words(failure);
        deliveries.putOff(
                delivery,
                last,
                settings.pause(delivery.tries(), answer == null ? Duration.ZERO : answer.delay()),
                answer == null ? null : answer.status(),
                words);
        count(last ? "parked" : "again");
        if (gone) {
            deliveries.end(delivery, "the receiver answered 410: nobody is told there any more");
            log.warn(
                    "Webhooks {} of hotel {} are ended: the receiver answered 410",
                    delivery.subscription(),
                    delivery.hotel());
            count("ended");
        }
        return last;
    }

    /**
     * The slip under which a delivery is parked, which was tried as often as it is: it is found
     * again by its number.
     */
    public ParkingSlip slip(@ExchangeProperty(HookDelivery.PROPERTY) HookDelivery delivery) {
        String number = Long.toString(delivery.id());
        return new ParkingSlip(ROUTE, ParkingSlip.Kind.HOOK, number, null, null, number)
                .as(Family.POISONED)
                .at(delivery.hotel());
    }

    /** Forgets deliveries that are over their time; returns how many. */
    public int forget() {
        return deliveries.forget(settings.keep());
    }

    private void count(String outcome) {
        meters.counter(COUNTER, "outcome", outcome).increment();
    }

    /** Of what failed here nobody is told more than its kind. */
    private static String words(Throwable failure) {
        return failure instanceof IOException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
    }
}
