package io.serai.content.photo;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.PhotoRule;
import io.serai.channel.PortJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells channels of photos, and asks how far they are: a round of a connection at a time, over all
 * instances, begun when somebody wants it ({@link PhotoWishes}) and again as long as a channel
 * works on something. What is sent is the difference: a kill loses nothing.
 */
@Component("photoRounds")
public class PhotoRounds {

    private static final Logger log = LoggerFactory.getLogger(PhotoRounds.class);
    private static final String WORK = "photos";

    private final PhotoRoundRows rows;
    private final PhotoPlaceRows places;
    private final Channels channels;
    private final CamelContext camel;
    private final PhotoSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    PhotoRounds(
            PhotoRoundRows rows,
            PhotoPlaceRows places,
            Channels channels,
            CamelContext camel,
            PhotoSettings settings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.places = places;
        this.channels = channels;
        this.camel = camel;
        this.settings = settings;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Claims the connections that are due. */
    public List<?> due() {
        return rows.claim(settings.lease());
    }

    /** Begins the round on the exchange. */
    public void begin(Exchange exchange) {
        exchange.setProperty(WORK, new PhotoWork(exchange.getMessage().getBody(PhotoRound.class)));
    }

    /** Whether the round on the exchange has a further call; what is only to be noted is. */
    public boolean more(@ExchangeProperty(WORK) PhotoWork work) {
        PhotoRound round = work.round();
        while (!work.isStopped() && rows.renew(round, settings.lease())) {
            Optional<Channel> channel = channels.findByCode(round.provider());
            PhotoRule rule = channel.map(it -> it.definition().photos()).orElse(null);
            if (channel.isEmpty() || rule == null) {
                work.stop("photos: not taken (expected: photos in channel.yaml)", null);
                return false;
            }
            PhotoPlan plan = rows.plan(round, rule);
            work.awaited(plan.isAwaited());
            PhotoStep step = plan.next(work.done()).orElse(null);
            if (step instanceof PhotoStep.Call call) {
                return !work.isLong(settings.steps()) && offers(channel.get(), call, work);
            }
            if (step == null) {
                return false;
            }
            note(round, step);
        }
        return false;
    }

    private boolean offers(Channel channel, PhotoStep.Call call, PhotoWork work) {
        if (camel.getRoute(channel.folder() + "-" + call.port()) == null) {
            work.stop("not offered now: port " + call.port(), null);
            return false;
        }
        work.next(call, channel.endpoint(call.port()));
        return true;
    }

    private void note(PhotoRound round, PhotoStep step) {
        if (step instanceof PhotoStep.Leave leave) {
            places.leave(leave.place());
        } else if (step instanceof PhotoStep.Forget forget) {
            places.forget(forget.place());
        } else if (step instanceof PhotoStep.Unfit unfit) {
            places.unfit(round, unfit.photo(), unfit.words());
        }
    }

    /** Puts the call on the exchange, in the words of its port. */
    public void open(Exchange exchange) {
        PhotoWork work = exchange.getProperty(WORK, PhotoWork.class);
        PhotoStep.Call call = work.begin();
        if (call instanceof PhotoStep.Tell tell && tell.place() == null) {
            // before it leaves: what is lost then is looked for there, not told twice
            places.leaves(work.round(), tell.photo(), tell.facts());
        }
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader("Serai-Account", work.round().account());
        message.setHeader("Serai-Connection", work.round().connection());
        message.setHeader("Serai-Call", call.port());
        message.setBody(PortJson.write(call.request()));
        exchange.setProperty("endpoint", work.endpoint());
    }

    /** Writes down what became of the call; nothing where somebody else holds the round. */
    public void settle(Exchange exchange) {
        transaction.executeWithoutResult(
                status -> settle(exchange, exchange.getProperty(WORK, PhotoWork.class)));
    }

    private void settle(Exchange exchange, PhotoWork work) {
        if (!rows.holds(work.round())) {
            work.stop("claimed anew meanwhile", null);
            return;
        }
        String text = exchange.getMessage().getBody(String.class);
        String answer = text == null || text.isBlank() ? "{}" : text;
        new PhotoSettling(work, rows, places).settle(answer);
    }

    /** Has the round on the exchange end: something of it failed here. */
    public void fail(Exchange exchange) {
        PhotoWork work = exchange.getProperty(WORK, PhotoWork.class);
        Throwable why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        log.warn("Photos of connection {} failed", work.round().connection(), why);
        work.stop("failed here: " + why.getClass().getSimpleName(), null);
    }

    /** Ends the round; says when the next one is. */
    public void end(@ExchangeProperty(WORK) PhotoWork work) {
        List<Duration> looks = settings.looks();
        int tries = work.round().tries();
        if (work.isLong(settings.steps())) {
            rows.end(work.round(), Duration.ZERO, tries, work.words());
        } else if (work.isPutOff()) {
            rows.end(work.round(), work.least(), tries, work.words());
        } else if ((work.isAwaited() || work.isStopped()) && tries < looks.size()) {
            Duration wait = looks.get(tries);
            Duration longer = wait.compareTo(work.least()) < 0 ? work.least() : wait;
            rows.end(work.round(), longer, tries + 1, work.words());
        } else {
            rows.end(work.round(), null, tries, work.words());
        }
        if (!work.done().isEmpty()) {
            events.publishEvent(new PhotosMoved(work.round().connection()));
        }
    }
}
