package io.serai.payment;

import io.serai.channel.NotSent;
import io.serai.payment.gateway.Gateway;
import io.serai.payment.gateway.GatewayAmount;
import io.serai.payment.gateway.GatewayAnswer;
import io.serai.payment.gateway.GatewayCharge;
import io.serai.payment.gateway.GatewayRefund;
import io.serai.payment.gateway.Gateways;
import io.serai.vault.CardToken;
import java.io.IOException;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends charges and refunds to their gateways. A kill between call and answer has the same key sent
 * again, which does nothing twice; after {@code serai.payments.key-lasts} it is not sent any more.
 */
@Component("paymentWork")
public class PaymentWork {

    private final ActRows acts;
    private final Gateways gateways;
    private final ActEnds ends;
    private final PaymentSettings settings;
    private final Clock clock;

    PaymentWork(
            ActRows acts, Gateways gateways, ActEnds ends, PaymentSettings settings, Clock clock) {
        this.acts = acts;
        this.gateways = gateways;
        this.ends = ends;
        this.settings = settings;
        this.clock = clock;
    }

    /** Claims what is due. */
    public List<Object> due() {
        return List.copyOf(acts.claim(settings.lease()));
    }

    /** Works one off. */
    public void work(@Body Object claimed) {
        DueAct act = (DueAct) claimed;
        Optional<Gateway> gateway = gateways.find(act.gateway());
        if (gateway.isEmpty()) {
            ends.again(
                    act,
                    act.begunAt() != null,
                    "no-gateway",
                    "gateway '" + act.gateway() + "' is not among the settings");
        } else if (isForgotten(act)) {
            ends.notKnown(act);
        } else if (acts.begin(act, settings.lease())) {
            send(act, gateway.get());
        }
    }

    private boolean isForgotten(DueAct act) {
        return act.begunAt() != null
                && act.begunAt().plus(settings.keyLasts()).isBefore(clock.instant());
    }

    private void send(DueAct act, Gateway gateway) {
        boolean before = act.begunAt() != null;
        try {
            ends.answered(act, answer(act, gateway));
        } catch (NotSent notSent) {
            ends.again(act, before, "not-reached", notSent.getMessage());
        } catch (IOException unknown) {
            ends.again(act, true, "no-answer", null);
        } catch (IllegalArgumentException unusable) {
            ends.unusable(act, before, unusable.getMessage());
        }
    }

    private static GatewayAnswer answer(DueAct act, Gateway gateway) throws IOException {
        GatewayAmount amount =
                new GatewayAmount(act.amount(), Currency.getInstance(act.currency()));
        return act.isCharge()
                ? gateway.charge(
                        new GatewayCharge(
                                act.key(), amount, new CardToken(there(act.card())), act.number()))
                : gateway.refund(
                        new GatewayRefund(act.key(), amount, there(act.charge()), act.number()));
    }

    private static String there(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
