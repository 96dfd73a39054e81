package io.serai.hotel.bulk;

import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightContent;
import io.serai.hotel.night.NightTable;
import io.serai.hotel.night.NightUpdate;
import io.serai.hotel.night.NightsReader;
import io.serai.hotel.night.NightsWriter;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of many nights that people made: written whole, listed, taken back. */
@Repository
public class BulkEdits {

    private static final int KEPT_DAYS = 30;

    private final NightsWriter writer;
    private final NightsReader reader;

    BulkEdits(NightsWriter writer, NightsReader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /**
     * Writes a plan; what it changed is kept for thirty days.
     *
     * @param words what it changes, for people
     * @return the key by which it is taken back
     * @throws io.serai.hotel.night.NightsStale where somebody else wrote one of its nights just now
     */
    public long apply(JdbcClient session, HotelNights hotel, String words, BulkPlan plan) {
        writer.write(session, hotel, plan.changes().stream().map(BulkPlan.Change::update).toList());
        session.sql(
                        "delete from bulk_edits where hotel_id = ? and at < now() - make_interval(days => ?)")
                .params(hotel.hotel(), KEPT_DAYS)
                .update();
        long id =
                session.sql(
                                """
                                insert into bulk_edits (hotel_id, kind, words, nights, changes)
                                values (?, ?, ?, ?, cast(? as jsonb)) returning id
                                """)
                        .params(
                                hotel.hotel(),
                                kind(hotel.table()),
                                words,
                                plan.changes().size(),
                                KeptNights.written(KeptNights.of(plan)))
                        .query(Long.class)
                        .single();
        record(session, hotel, id, "write");
        return id;
    }

    /** The latest of a hotel first. */
    public List<BulkEdit> latest(JdbcClient session, int hotel, NightTable table, int most) {
        return session.sql(
                        """
                        select id, at, actor, words, nights, undone_at, undone_by from bulk_edits
                         where hotel_id = ? and kind = ? order by id desc limit ?
                        """)
                .params(hotel, kind(table), most)
                .query(
                        (row, number) -> {
                            Timestamp undone = row.getTimestamp("undone_at");
                            return new BulkEdit(
                                    row.getLong("id"),
                                    row.getTimestamp("at").toInstant(),
                                    row.getString("actor"),
                                    row.getString("words"),
                                    row.getInt("nights"),
                                    undone == null ? null : undone.toInstant(),
                                    row.getString("undone_by"));
                        })
                .list();
    }

    /**
     * Writes back what was, on nights that nobody changed since.
     *
     * @throws BulkRefused where there is no such change, or it was taken back
     */
    public Undone undo(JdbcClient session, HotelNights hotel, long id) {
        String changes =
                session.sql(
                                """
                                select changes from bulk_edits
                                 where id = ? and hotel_id = ? and kind = ? and undone_at is null for update
                                """)
                        .params(id, hotel.hotel(), kind(hotel.table()))
                        .query(String.class)
                        .optional()
                        .orElseThrow(
                                () ->
                                        new BulkRefused(
                                                "Nothing was taken back: that was done already, or"
                                                        + " is too long ago"));
        List<NightUpdate> updates = new ArrayList<>();
        int left = 0;
        List<KeptNights> kept = KeptNights.read(hotel.table(), changes);
        Contents contents = contents(hotel, kept);
        for (KeptNights nights : kept) {
            for (LocalDate night : nights.from().datesUntil(nights.to().plusDays(1)).toList()) {
                boolean sold = hotel.byId().containsKey(nights.id());
                NightContent now = sold ? contents.at(nights.id(), night) : null;
                if (now != null
                        && !night.isBefore(hotel.today())
                        && now.version().equals(nights.version())) {
                    updates.add(NightUpdate.one(now.sold(), night, nights.before(), now.version()));
                } else {
                    left++;
                }
            }
        }
        writer.write(session, hotel, updates);
        session.sql(
                        "update bulk_edits set undone_at = clock_timestamp(), undone_by = serai_actor() where id = ?")
                .param(id)
                .update();
        record(session, hotel, id, "undo");
        return new Undone(updates.size(), left);
    }

    private Contents contents(HotelNights hotel, List<KeptNights> kept) {
        Set<Integer> ids =
                kept.stream()
                        .map(KeptNights::id)
                        .filter(hotel.byId()::containsKey)
                        .collect(Collectors.toSet());
        LocalDate from =
                kept.stream().map(KeptNights::from).min(LocalDate::compareTo).orElseThrow();
        LocalDate to = kept.stream().map(KeptNights::to).max(LocalDate::compareTo).orElseThrow();
        return Contents.read(reader, hotel, ids, from, to);
    }

    private static void record(JdbcClient session, HotelNights hotel, long id, String act) {
        session.sql(
                        "insert into audit (hotel_id, subject, subject_id, act) values (?, 'bulk_edits', ?, ?)")
                .params(hotel.hotel(), id, act)
                .update();
    }

    private static String kind(NightTable table) {
        return table.name().toLowerCase(Locale.ROOT);
    }
}
