package io.serai.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Raises alarms about what lasts, and ends those that are over. */
@Component("alarmWatch")
public class AlarmWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmWatch.class);

    private final JdbcClient jdbc;
    private final MeterRegistry meters;
    private final AlarmSettings settings;

    AlarmWatch(JdbcClient jdbc, MeterRegistry meters, AlarmSettings settings) {
        this.jdbc = jdbc;
        this.meters = meters;
        this.settings = settings;
        meters.counter(DeliveryAlarms.COUNTER, "what", "messages");
    }

    /** Looks at every connection once. */
    @Transactional
    public void look() {
        List<Raised> raised =
                jdbc.sql(
                                """
                                with counted as (
                                     select c.id, c.hotel_id, m.messages, m.bad
                                       from third_party_integrations c
                                      cross join lateral (
                                            select count(*) as messages, count(*) filter (where l.bad) as bad
                                              from (select a.outcome <> 'applied' or a.code is not null as bad
                                                      from attempts a
                                                     where a.connection_id = c.id and a.outcome <> 'open'
                                                       and a.opened_at > clock_timestamp() - :window * interval '1 second'
                                                     order by a.id desc limit :most) l) m
                                      where c.state <> 'disconnected'),
                                     over as (
                                     update alarms a set ended_at = now()
                                       from counted c
                                      where a.connection_id = c.id and a.what = 'messages' and a.ended_at is null
                                        and (c.messages < :least or c.bad <= c.messages * :share::numeric))
                                insert into alarms (hotel_id, connection_id, what, words)
                                select c.hotel_id, c.id, 'messages', format('%s of the last %s messages were answered with an error or a warning', c.bad, c.messages)
                                  from counted c
                                 where c.messages >= :least and c.bad > c.messages * :share::numeric
                                on conflict (connection_id, what) where ended_at is null and what = 'messages' do nothing
                                returning connection_id, words
                                """)
                        .param("window", settings.window().toSeconds())
                        .param("most", settings.messages())
                        .param("least", settings.least())
                        .param("share", settings.share())
                        .query((row, number) -> new Raised(row.getInt(1), row.getString(2)))
                        .list();
        raised.forEach(
                alarm -> {
                    LOG.warn("connection {}: {}", alarm.connection(), alarm.words());
                    meters.counter(DeliveryAlarms.COUNTER, "what", "messages").increment();
                });
        endDropped();
    }

    /** What a message that was given up carried was taken since, or is not wanted any more. */
    private void endDropped() {
        jdbc.sql(
                        """
                        update alarms a set ended_at = now()
                         where a.what = 'dropped' and a.ended_at is null
                           and not exists (select from refusals f where f.connection_id = a.connection_id and f.attempt_id = a.attempt_id)
                        """)
                .update();
    }

    private record Raised(int connection, String words) {}
}
