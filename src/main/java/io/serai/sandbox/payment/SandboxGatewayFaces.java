package io.serai.sandbox.payment;

import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Json;
import io.serai.sandbox.wire.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox gateway: JSON, amounts in minor units, one call for a charge and one for a refund.
 */
final class SandboxGatewayFaces {

    private final GatewayBook book;
    private final Acquirer acquirer;

    SandboxGatewayFaces(GatewayBook book, Acquirer acquirer) {
        this.book = book;
        this.acquirer = acquirer;
    }

    /** A card of a charge. */
    record Card(
            String number,
            String month,
            String year,
            @Nullable String code,
            @Nullable String holder) {}

    record Charge(long amount, String currency, @Nullable String booking, Card card) {}

    record Refund(String charge, long amount, @Nullable String booking) {}

    Answer charge(Call call) {
        Charge wish = Json.read(call.body(), Charge.class);
        return once(
                call,
                () -> {
                    String decline =
                            acquirer.charge(
                                    CardCheck.decline(wish.card().number()),
                                    wish.booking(),
                                    wish.amount());
                    return act("ch_", "charge", wish.amount(), wish.currency(), null, decline);
                });
    }

    Answer refund(Call call) {
        Refund wish = Json.read(call.body(), Refund.class);
        GatewayBook.Act charge =
                book.find(wish.charge())
                        .filter(found -> found.kind().equals("charge") && found.decline() == null)
                        .orElseThrow(() -> new Refusal(404, "404", "no such charge"));
        return once(
                call,
                () ->
                        act(
                                "re_",
                                "refund",
                                wish.amount(),
                                String.valueOf(charge.currency()),
                                charge.id(),
                                acquirer.refund(charge, wish.booking(), wish.amount())));
    }

    /** What was done under a key. */
    Answer look(Call call) {
        return book.under("sandbox", call.variables().getOrDefault("key", ""))
                .map(act -> Answer.json(200, act.answer()))
                .orElseGet(() -> Answer.json(404, "{\"code\":\"none\"}"));
    }

    private Answer once(Call call, java.util.function.Supplier<GatewayBook.Act> deed) {
        GatewayBook.Told told =
                book.once("sandbox", call.headers().getFirst("Idempotency-Key"), call.text(), deed);
        return told.other()
                ? Answer.json(409, "{\"code\":\"key-of-another\"}")
                : Answer.json(told.status(), told.answer());
    }

    private static GatewayBook.Act act(
            String prefix,
            String kind,
            long amount,
            String currency,
            @Nullable String of,
            @Nullable String decline) {
        String id = prefix + UUID.randomUUID().toString().replace("-", "");
        Map<String, Object> answer = new HashMap<>();
        answer.put("id", id);
        answer.put("status", decline == null ? "done" : "declined");
        answer.put("code", decline);
        return new GatewayBook.Act(
                id,
                decline == null ? 201 : 402,
                Json.write(answer),
                kind,
                amount,
                currency,
                null,
                of,
                decline);
    }
}
