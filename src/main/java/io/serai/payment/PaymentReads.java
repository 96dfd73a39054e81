package io.serai.payment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.webhook.StoredCall;
import io.serai.channel.webhook.WebhookWork;
import io.serai.database.EngineSession;
import io.serai.reservation.action.ActionRefused;
import io.serai.reservation.action.ReservationActions;
import java.util.List;
import java.util.Optional;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has channels asked how bookings are paid. A wish is a mark on the booking's payment, so that a
 * kill forgets none and any number of them is one question; the question is a request like those
 * that hotels make, by the action {@value #ACTION} of {@code channel.yaml}.
 */
@Component("paymentReads")
public class PaymentReads {

    /** The action of {@code channel.yaml} that asks. */
    public static final String ACTION = "read-payment";

    private static final String ACTOR = "serai";

    private final WantedReads wanted;
    private final ReservationActions actions;
    private final Channels channels;
    private final EngineSession engine;
    private final PaymentSettings settings;

    PaymentReads(
            WantedReads wanted,
            ReservationActions actions,
            Channels channels,
            EngineSession engine,
            PaymentSettings settings) {
        this.wanted = wanted;
        this.actions = actions;
        this.channels = channels;
        this.engine = engine;
        this.settings = settings;
    }

    /**
     * Wants the booking asked for of which a channel told something.
     *
     * @param number the channel's number of it
     */
    public void told(
            @ExchangeProperty(WebhookWork.CALL) StoredCall call,
            @Variable("number") @Nullable String number) {
        Optional<Channel> channel = channels.find(call.channel());
        if (channel.isPresent() && number != null) {
            wanted.want(channel.get().code(), call.account(), number);
        }
    }

    /**
     * Wants all bookings asked for that channels pay, until {@code serai.payments.read-for} after
     * their departure; how many. Of a channel whose port only some accounts have ({@code
     * offered-for}), those of these accounts; what was told or wanted by somebody is asked anyway.
     *
     * @param zone the time zone of their hotels; null: any
     */
    public int all(@Header("Serai-Zone") @Nullable String zone) {
        return channels.all().stream()
                .filter(channel -> port(channel).isPresent())
                .mapToInt(
                        channel ->
                                wanted.all(
                                        channel.code(),
                                        mark(channel).orElse(null),
                                        settings.readFor(),
                                        zone))
                .sum();
    }

    /** Wants one booking asked for. */
    public void want(long reservation) {
        wanted.want(reservation);
    }

    /** Asks for all that are wanted; what is being asked for already is asked for once more. */
    public void look() {
        List<WantedReads.Wanted> open = wanted.open();
        for (WantedReads.Wanted each : open) {
            Optional<Channel> channel = channels.findByCode(each.provider());
            if (channel.flatMap(PaymentReads::port).isEmpty() || isAsked(each)) {
                wanted.settle(each);
            }
        }
    }

    private boolean isAsked(WantedReads.Wanted each) {
        try {
            engine.call(
                    ACTOR,
                    session ->
                            actions.ask(
                                    session,
                                    ACTOR,
                                    each.reservation(),
                                    ACTION,
                                    JsonNodeFactory.instance.objectNode()));
            return true;
        } catch (ActionRefused refused) {
            return refused.why() != ActionRefused.Why.UNDER_WAY
                    || wanted.hurry(each.reservation(), ACTION);
        }
    }

    private static Optional<String> mark(Channel channel) {
        return port(channel).flatMap(port -> channel.definition().markFor(port));
    }

    private static Optional<String> port(Channel channel) {
        return channel.definition()
                .action(ACTION)
                .flatMap(action -> Optional.ofNullable(action.port()));
    }
}
