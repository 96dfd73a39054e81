package io.serai.reservation;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.Meaning;
import io.serai.channel.PortJson;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Outcome;
import io.serai.vault.SealedOriginals;
import java.sql.Types;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Keeps which revisions a channel knows that we have. */
@Component("acknowledged")
public class Acknowledged {

    private final JdbcClient jdbc;
    private final HotelConnections accounts;
    private final Channels channels;
    private final ReservationPolls polls;
    private final ReservationAlerts alerts;
    private final SealedOriginals originals;

    Acknowledged(
            JdbcClient jdbc,
            HotelConnections accounts,
            Channels channels,
            ReservationPolls polls,
            ReservationAlerts alerts,
            SealedOriginals originals) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.channels = channels;
        this.polls = polls;
        this.alerts = alerts;
        this.originals = originals;
    }

    /**
     * The channel took our word for this revision of a reservation and for those before it, not for
     * what came while our word was on its way.
     *
     * @param upTo null: for all there are
     */
    void mark(long accountId, String number, @Nullable Integer upTo) {
        jdbc.sql(
                        """
                        update reservation_revisions set acknowledged_at = now(), confirm_words = null
                         where account_id = :account and number = :number and acknowledged_at is null
                           and revision <= coalesce(:upTo, revision)
                        """)
                .param("account", accountId)
                .param("number", number)
                .param("upTo", upTo, Types.INTEGER)
                .update();
    }

    /**
     * A confirmation is about to leave: commits that, so that a reservation which its queue lists
     * no more afterwards is known to be confirmed, whatever becomes of the answer.
     */
    public void sending(@Header("Serai-Account") long accountId, @Body String confirmation) {
        var sent = PortJson.read(confirmation, Confirmation.class);
        of(
                        """
                        update reservation_revisions v set confirm_sent_at = now(), confirm_queue = :queue
                        """,
                        accountId,
                        sent)
                .param("queue", sent.queue())
                .update();
    }

    /**
     * As {@link #settle}, for a channel that is answered while it waits: with our own number of the
     * reservation, always the same. The sealed original is not needed any more.
     */
    public String answered(
            @Header("Serai-Account") long accountId,
            @Variable("number") String number,
            @Variable("revision") @Nullable Integer revision,
            @ExchangeProperty(ReservationPolls.ORIGINAL) @Nullable Long original) {
        mark(accountId, number, revision);
        if (original != null) {
            originals.delete(original);
        }
        return jdbc.sql("select id from reservations where account_id = ? and number = ?")
                .params(accountId, number)
                .query(Long.class)
                .optional()
                .map(Confirmations::number)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "reservation: '" + number + "' (expected: one taken)"));
    }

    /**
     * Marks what a confirmation is about, for the route of a confirmation: if the channel took it,
     * and it thanks.
     */
    public void settle(
            @Header("Serai-Account") long accountId,
            @Body String answer,
            @Variable("request") @Nullable String confirmation) {
        if (confirmation == null) {
            return;
        }
        var confirmed = PortJson.read(confirmation, Confirmation.class);
        if (confirmed.refused() == null
                && PortJson.read(answer, PushAnswer.class).outcome() == Outcome.APPLIED) {
            mark(accountId, confirmed);
        }
    }

    /**
     * As {@link #settle}, where a channel took a confirmation except for some of its reservations.
     * What {@code channel.yaml} says of the code decides: {@code refused} is never confirmed again
     * and is an alert, anything else is asked for again as soon as the channel allows.
     *
     * @param exceptions {@code {"unconfirmed": [{number, code, words}]}}
     */
    public void settleExcept(
            @Header("Serai-Account") long accountId,
            @Variable("request") String confirmation,
            @Variable("exceptions") String exceptions) {
        var not = PortJson.read(exceptions, Unconfirmed.All.class).unconfirmed();
        var numbers = not.stream().map(Unconfirmed::number).collect(Collectors.toSet());
        mark(
                accountId,
                PortJson.read(confirmation, Confirmation.class)
                        .of(booking -> !numbers.contains(booking.number())));
        if (not.isEmpty()) {
            return;
        }
        var channel = channels.byCode(accounts.provider(accountId));
        not.forEach(each -> keep(accountId, channel, each));
        polls.soon(accountId, channel.folder());
    }

    private void mark(long accountId, Confirmation confirmed) {
        of(
                        """
                        update reservation_revisions v set acknowledged_at = now(), confirm_words = null
                        """,
                        accountId,
                        confirmed)
                .update();
    }

    /** A change of all revisions that a confirmation is about, in one statement. */
    private StatementSpec of(String change, long accountId, Confirmation confirmation) {
        var numbers = confirmation.reservations();
        return jdbc.sql(
                        change
                                + """
                                  from unnest(cast(:numbers as text[]), cast(:revisions as integer[])) s (number, up_to)
                                 where v.account_id = :account and v.number = s.number and v.acknowledged_at is null
                                   and v.revision <= coalesce(s.up_to, v.revision)
                                """)
                .param("account", accountId)
                .param("numbers", numbers.toArray(String[]::new))
                .param(
                        "revisions",
                        numbers.stream()
                                .map(confirmation.revisions()::get)
                                .toArray(Integer[]::new));
    }

    private void keep(long accountId, Channel channel, Unconfirmed not) {
        var ended = channel.definition().answers().ofCode(not.code()).means() == Meaning.REFUSED;
        jdbc.sql(
                        """
                        update reservation_revisions v
                           set confirm_words = :words, confirm_ended_at = case when :ended then now() end
                          from reservations r
                         where r.account_id = :account and r.number = :number and v.reservation_id = r.id and v.revision = r.revision
                           and v.acknowledged_at is null
                        """)
                .param("account", accountId)
                .param("number", not.number())
                .param("words", not.code() + " " + not.words())
                .param("ended", ended)
                .update();
        alerts.notConfirmed(accountId, not.number(), not.code(), ended);
    }
}
