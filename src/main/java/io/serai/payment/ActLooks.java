package io.serai.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.database.EngineSession;
import io.serai.payment.gateway.Gateway;
import io.serai.payment.gateway.GatewayAnswer;
import io.serai.payment.gateway.GatewayAnswer.Outcome;
import io.serai.payment.gateway.GatewayLook;
import io.serai.payment.gateway.Gateways;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks gateways what became of charges and refunds whose end nobody knows, and ends them by what
 * they say. Nothing is done by asking.
 */
@Component("actLooks")
public class ActLooks {

    private static final Logger log = LoggerFactory.getLogger(ActLooks.class);

    private final OpenActs acts;
    private final Gateways gateways;
    private final EngineSession engine;
    private final PaymentSettings settings;
    private final Clock clock;
    private final ObjectMapper json;

    ActLooks(
            OpenActs acts,
            Gateways gateways,
            EngineSession engine,
            PaymentSettings settings,
            Clock clock,
            ObjectMapper json) {
        this.acts = acts;
        this.gateways = gateways;
        this.engine = engine;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Looks at one; what is tried still is sent now, under its key.
     *
     * @param parked as it was parked: its {@code act} is the key
     * @param actor who wants it
     * @return whether its end is still not known
     */
    public boolean isOpen(@Body String parked, @Header("Serai-Actor") @Nullable String actor)
            throws JsonProcessingException {
        String who = Objects.requireNonNullElse(actor, "engine:replay");
        long id = json.readTree(parked).path("act").asLong();
        Optional<OpenAct> open = engine.call(who, session -> acts.find(session, id));
        if (open.isEmpty()) {
            return false;
        }
        OpenAct act = open.get();
        if (act.isTried()) {
            engine.call(
                    who,
                    session -> {
                        acts.hurry(session, id);
                        return id;
                    });
            return true;
        }
        GatewayAnswer said = ask(act);
        boolean known = said.outcome() == Outcome.DONE || said.outcome() == Outcome.DECLINED;
        if (known) {
            end(who, act, said);
        }
        return !known;
    }

    private void end(String who, OpenAct act, GatewayAnswer said) {
        String outcome = said.outcome() == Outcome.DONE ? "done" : "refused";
        engine.call(
                who,
                session ->
                        acts.end(
                                session,
                                null,
                                who,
                                act.id(),
                                outcome,
                                said.reference(),
                                said.code()));
        log.info("{} {} at {}: {} there", act.kind(), act.id(), act.gateway(), outcome);
    }

    private GatewayAnswer ask(OpenAct act) {
        try {
            Optional<Gateway> gateway = gateways.find(act.gateway());
            if (gateway.isPresent()) {
                return gateway.get()
                        .look(new GatewayLook(act.key(), act.charge()))
                        .orElseGet(() -> none(act));
            }
        } catch (IOException failed) {
            log.warn("{} {}: {} tells nothing", act.kind(), act.id(), act.gateway(), failed);
        }
        return new GatewayAnswer(Outcome.UNKNOWN, null, null, null);
    }

    /** A gateway may be slow to find what it did; later it did not do what it does not find. */
    private GatewayAnswer none(OpenAct act) {
        boolean late =
                act.begunAt() == null
                        || act.begunAt().plus(settings.foundWithin()).isBefore(clock.instant());
        return new GatewayAnswer(
                late ? Outcome.DECLINED : Outcome.UNKNOWN, null, "not-there", null);
    }
}
