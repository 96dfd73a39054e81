package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Carried;
import io.serai.sandbox.wire.Handler;
import io.serai.sandbox.wire.Problem;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes rooms, prices and restrictions in, item by item, and commits it all at once. */
final class ChangeFace implements Handler {

    private final Reader reader;
    private final Judge judge;
    private final GridWriter grid;
    private final StayPriceWriter stayPrices;
    private final TransactionTemplate transaction;
    private final Wording wording;

    ChangeFace(
            Reader reader,
            Judge judge,
            GridWriter grid,
            StayPriceWriter stayPrices,
            TransactionTemplate transaction,
            Wording wording) {
        this.reader = reader;
        this.judge = judge;
        this.grid = grid;
        this.stayPrices = stayPrices;
        this.transaction = transaction;
        this.wording = wording;
    }

    /** How the face says what was applied and what was not. */
    @FunctionalInterface
    interface Wording {

        String say(Call call, boolean applied, List<Problem> errors, List<Problem> warnings);
    }

    @Override
    public Answer answer(Call call) {
        var reading = reader.read(call);
        var verdict = judge.judge(call.caller(), reading);
        var folding = new Folding(verdict.accepted());
        if (folding.ofOneKind()) {
            grid.write(folding.cells());
        } else if (!verdict.accepted().isEmpty()) {
            transaction.executeWithoutResult(
                    status -> {
                        grid.write(folding.cells());
                        stayPrices.write(verdict.accepted());
                    });
        }
        var applied = !verdict.accepted().isEmpty();
        return Answer.xml(
                        verdict.status(),
                        wording.say(call, applied, verdict.problems(), folding.warnings()))
                .carrying(
                        new Carried(
                                verdict.hotel(),
                                reading.items(),
                                folding.cells().size(),
                                folding.values()));
    }
}
