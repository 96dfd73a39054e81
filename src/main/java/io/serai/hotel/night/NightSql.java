package io.serai.hotel.night;

import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements that write a table of nights from what was staged for it. */
record NightSql(NightTable table) {

    private static final String ACT_OF_NEW =
            "case when w.hand_prices is not null then cast(:act as bigint) end";

    private static final String ACT_OF_CHANGED =
            "case when w.hand_prices_named and w.hand_prices is distinct from n.hand_prices then "
                    + ACT_OF_NEW
                    + " else n.hand_act end";

    /** Whether prices are set by hand: who did it is then on record. */
    static final String BY_HAND =
            "select exists (select from wanted_nights where hand_prices is not null)";

    /** What a request names, one row an element. */
    String staging() {
        return "create temp table staged_nights (id integer, first date, last date, weekdays smallint,"
                + " version text, "
                + each(", ", field -> field.column() + " " + field.kind().staged())
                + ") on commit drop";
    }

    /** One row a night: the latest value of each field that is named. */
    String merging() {
        return "create temp table wanted_nights on commit drop as select id, night, "
                + each(
                        ", ",
                        field ->
                                "max(%s) is not null as %s, %s as %1$s"
                                        .formatted(
                                                field.column(),
                                                field.named(),
                                                field.kind().latest(field.column())))
                + ", min(version) as version, max(version) as other_version from (select s.*, first + d as"
                + " night from staged_nights s, generate_series(0, last - first) d) n where weekdays = 127"
                + " or weekdays & (1 << (extract(isodow from night)::integer - 1)) <> 0 group by id, night";
    }

    /** Keeps others from the nights whose version is asked after. */
    String locking() {
        return "select count(*) from (select n.night from wanted_nights w join %s n on n.%s = w.id and n.night = w.night where w.version is not null and n.night between ? and ? for update of n) locked"
                .formatted(table.table(), table.key());
    }

    /** The nights whose version is asked after, as they are. */
    String versioned() {
        return "select w.id, w.night, w.version, w.other_version, %s from wanted_nights w left join %s n on n.%s = w.id and n.night = w.night and n.night between ? and ? where w.version is not null order by w.id, w.night"
                .formatted(columns("n"), table.table(), table.key());
    }

    /**
     * The first nights that would become something else, as they are and as they would be; and how
     * many would.
     */
    String changes() {
        return "select w.id, w.night, count(*) over () as changes, %s, %s from wanted_nights w left join %s n on n.%s = w.id and n.night = w.night and n.night between ? and ? where n.night is null or %s order by w.id, w.night limit ?"
                .formatted(
                        columns("n"),
                        each(", ", field -> becoming(field) + " as new_" + field.column()),
                        table.table(),
                        table.key(),
                        differs());
    }

    /**
     * Writes what differs, in one statement and so with one mark. Not by insert and on conflict:
     * what is not named has to stay as somebody else may just have written it, which only a merge
     * sees for the row it changes.
     */
    String writing() {
        boolean byHand = table == NightTable.RATES;
        return "merge into %s n using wanted_nights w on n.%s = w.id and n.night = w.night and n.night between :first and :last"
                        .formatted(table.table(), table.key())
                + " when matched and ("
                + differs()
                + ") then update set "
                + each(", ", field -> field.column() + " = " + becoming(field))
                + (byHand ? ", hand_act = " + ACT_OF_CHANGED : "")
                + " when not matched then insert ("
                + table.key()
                + ", night, hotel_id, "
                + each(", ", NightField::column)
                + (byHand ? ", hand_act" : "")
                + ") values (w.id, w.night, :hotel, "
                + each(", ", NightSql::beginning)
                + (byHand ? ", " + ACT_OF_NEW : "")
                + ")";
    }

    private static String beginning(NightField field) {
        return "case when w.%s then w.%s else %s end"
                .formatted(field.named(), field.column(), field.unwritten());
    }

    /** The columns of a night, with what they are where nobody wrote it. */
    String columns(String alias) {
        return each(
                ", ",
                field ->
                        field.unwritten().equals("null")
                                ? alias + "." + field.column()
                                : "coalesce(%s.%s, %s) as %2$s"
                                        .formatted(alias, field.column(), field.unwritten()));
    }

    private String becoming(NightField field) {
        return "case when w.%s then w.%s else n.%2$s end".formatted(field.named(), field.column());
    }

    private String differs() {
        return each(
                " or ",
                field ->
                        "w.%s and w.%s is distinct from n.%2$s"
                                .formatted(field.named(), field.column()));
    }

    private String each(String between, Function<NightField, String> part) {
        return table.fields().stream().map(part).collect(Collectors.joining(between));
    }
}
