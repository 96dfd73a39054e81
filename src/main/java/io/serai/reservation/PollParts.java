package io.serai.reservation;

import io.serai.channel.PortJson;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Outcome;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds up what became of the questions that make one poll: how many were taken, failed and parked,
 * whether more wait, and of the outcomes the first that is not applied.
 */
@Component("pollParts")
public final class PollParts implements AggregationStrategy {

    private static final String TAKEN = "Serai-Taken";
    private static final String FAILED = "Serai-Failed";
    private static final String PARKED = "Serai-Parked";
    private static final String MORE = "Serai-More";

    @Override
    public Exchange aggregate(@Nullable Exchange before, Exchange each) {
        if (before == null) {
            return each;
        }
        var sum = before.getMessage();
        var part = each.getMessage();
        sum.setHeader(TAKEN, count(before, TAKEN) + count(each, TAKEN));
        sum.setHeader(FAILED, count(before, FAILED) + count(each, FAILED));
        sum.setHeader(PARKED, count(before, PARKED) + count(each, PARKED));
        sum.setHeader(
                MORE,
                sum.getHeader(MORE, false, Boolean.class)
                        || part.getHeader(MORE, false, Boolean.class));
        if (isApplied(sum.getBody(String.class))) {
            sum.setBody(part.getBody());
        }
        return before;
    }

    private static boolean isApplied(String answer) {
        return PortJson.read(answer, PushAnswer.class).outcome() == Outcome.APPLIED;
    }

    private static int count(Exchange exchange, String header) {
        return exchange.getMessage().getHeader(header, 0, Integer.class);
    }
}
