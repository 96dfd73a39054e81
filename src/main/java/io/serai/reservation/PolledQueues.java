package io.serai.reservation;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.Poll;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The queues that channels name, as rows that statements join with accounts. */
@Component
class PolledQueues {

    /** The queues as {@code queues}, from the parameter of that name. */
    static final String QUEUES =
            """
            with queues as (
                select * from jsonb_to_recordset(cast(:queues as jsonb)) as q (provider text, channel text, queue text, port text, most integer, way text, alone boolean, ways text[], usual text, back text, outage double precision, mark text, unless text, every double precision))
            """;

    /** Whether a queue {@code q} of an account {@code a} is asked at all. */
    static final String ASKED =
            """
            a.state = 'ready'
            and (q.mark is null or account_choice(a.id, q.mark) = 'true')
            and (q.way is null or q.way = case when account_choice(a.id, 'reservations') = any (q.ways)
                                               then account_choice(a.id, 'reservations') else q.usual end) and exists (select from third_party_integrations c where c.account_id = a.id
                                             and c.state in ('open', 'broken'))
            """;

    private final Channels channels;
    private final PollSettings settings;

    PolledQueues(Channels channels, PollSettings settings) {
        this.channels = channels;
        this.settings = settings;
    }

    /** How long before an outage what changed is asked for after it. */
    Duration overlap() {
        return settings.outageOverlap();
    }

    /** All queues of all channels. */
    String json() {
        return ReservationJson.write(
                channels.all().stream().flatMap(channel -> queues(channel).stream()).toList());
    }

    private List<Queue> queues(Channel channel) {
        var definition = channel.definition();
        return definition.polls().entrySet().stream()
                .map(
                        poll ->
                                new Queue(
                                        channel.code(),
                                        channel.folder(),
                                        poll.getKey(),
                                        poll.getValue().port(),
                                        poll.getValue().afterOutage(),
                                        poll.getValue().way(),
                                        poll.getValue().alone(),
                                        definition.reservations().ways(),
                                        definition.reservations().usual(),
                                        poll.getValue().outage(),
                                        seconds(silence(poll.getValue())),
                                        poll.getValue().only(),
                                        poll.getValue().unless(),
                                        seconds(settings.every(poll.getValue()))))
                .toList();
    }

    /** How long nobody was answered, for it to have been an outage. */
    private Duration silence(Poll poll) {
        var twice = settings.every(poll).multipliedBy(2);
        return twice.compareTo(settings.outage()) > 0 ? twice : settings.outage();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private record Queue(
            String provider,
            String channel,
            String queue,
            String port,
            @Nullable Integer most,
            @Nullable String way,
            boolean alone,
            List<String> ways,
            @Nullable String usual,
            Poll.@Nullable LookBack back,
            double outage,
            @Nullable String mark,
            @Nullable String unless,
            double every) {}
}
