package io.serai.sandbox.expedia.graph;

import io.serai.sandbox.expedia.property.Accounts;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Demands;
import io.serai.sandbox.wire.Dialect;
import io.serai.sandbox.wire.Handler;
import io.serai.sandbox.wire.Json;
import io.serai.sandbox.wire.Refusal;
import java.util.List;
import java.util.Map;

/** A GraphQL address: a POST of JSON with a bearer token. */
final class GraphqlFace implements Handler {

    /** A token; without a good one the answer is empty. */
    static final Demands BEARER =
            (request, caller) -> {
                if (caller == null) {
                    throw new Refusal(401, "", "");
                }
            };

    /** Refusals of status 200 are GraphQL errors; those of any other have no body. */
    static final Dialect DIALECT =
            (refusal, ruid) ->
                    refusal.status() == 200
                            ? Answer.json(200, errors(refusal))
                            : Answer.json(refusal.status(), "");

    private final GraphqlEngine engine;
    private final Accounts accounts;
    private final Limits limits;

    GraphqlFace(GraphqlEngine engine, Accounts accounts, Limits limits) {
        this.engine = engine;
        this.accounts = accounts;
        this.limits = limits;
    }

    @Override
    public Answer answer(Call call) {
        var account =
                accounts.find(call.caller().clientId()).orElseThrow(() -> new Refusal(403, "", ""));
        limits.call(account.name());
        var question = Json.read(call.body(), Question.class);
        if (question.query() == null) {
            throw new Refusal(400, "", "");
        }
        return Answer.json(200, Json.write(engine.answer(question, account)));
    }

    private static String errors(Refusal refusal) {
        return Json.write(
                Map.of(
                        "errors",
                        List.of(
                                Map.of(
                                        "message",
                                        refusal.words(),
                                        "extensions",
                                        Map.of("code", refusal.code())))));
    }
}
