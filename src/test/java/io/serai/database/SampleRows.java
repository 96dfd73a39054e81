package io.serai.database;

import io.serai.testing.SampleHotel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes a row of a hotel into any table, from what the catalogue says of the table: what must not
 * be null gets a value of its type that its checks and foreign keys allow.
 */
final class SampleRows {

    /** Columns that may be null and that a check needs nevertheless. */
    private static final Map<String, String> NEEDED =
            Map.of("marks", "product_id", "price_rules", "amount", "night_changes", "product_id");

    private final JdbcClient owner;

    SampleRows(JdbcClient owner) {
        this.owner = owner;
    }

    void fill(Collection<String> tables, SampleHotel hotel) {
        List<String> waiting = new ArrayList<>(tables);
        while (!waiting.isEmpty()) {
            List<String> later = new ArrayList<>();
            for (String table : waiting) {
                if (needs(table).stream().anyMatch(later::contains) || !put(table, hotel)) {
                    later.add(table);
                }
            }
            if (later.size() == waiting.size()) {
                throw new IllegalStateException("no sample row could be made for " + later);
            }
            waiting = later;
        }
    }

    private List<String> needs(String table) {
        return owner.sql(
                        "select confrelid::regclass::text from pg_constraint where contype = 'f' and conparentid = 0 and conrelid = ?::regclass")
                .param(table)
                .query(String.class)
                .list();
    }

    /** False while a row that it must refer to is missing. */
    private boolean put(String table, SampleHotel hotel) {
        if (table.equals("hotels") || has(table, hotel)) {
            return true;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Map<String, Object> column : columns(table)) {
            String name = (String) column.get("name");
            if (name.equals("hotel_id")) {
                values.put(name, Integer.toString(hotel.id()));
            } else {
                String value = value(table, column, hotel);
                if (value == null) {
                    return false;
                }
                values.put(name, value);
            }
        }
        owner.sql(
                        "insert into %s (%s) values (%s)"
                                .formatted(
                                        table,
                                        String.join(", ", values.keySet()),
                                        String.join(", ", values.values())))
                .update();
        return true;
    }

    private boolean has(String table, SampleHotel hotel) {
        return owner.sql("select exists (select from %s where hotel_id = ?)".formatted(table))
                .param(hotel.id())
                .query(Boolean.class)
                .single();
    }

    private List<Map<String, Object>> columns(String table) {
        return owner.sql(
                        """
                        select attname::text as name, format_type(atttypid, null) as type,
                               (select format('%s where %s', confrelid::regclass, coalesce(
                                        (select format('%I = %%s', a.attname) from pg_attribute a
                                          where a.attrelid = confrelid and a.attname = 'hotel_id'), 'true'))
                                  from pg_constraint
                                 where contype = 'f' and conparentid = 0 and conrelid = t.attrelid and t.attnum = any (conkey)
                                 order by cardinality(conkey) desc limit 1) as refers,
                               (select (select attname from pg_attribute where attrelid = confrelid
                                           and attnum = confkey[array_position(conkey, t.attnum)])
                                  from pg_constraint
                                 where contype = 'f' and conparentid = 0 and conrelid = t.attrelid and t.attnum = any (conkey)
                                 order by cardinality(conkey) desc limit 1)::text as key,
                               (select (regexp_match(pg_get_constraintdef(oid), 'ARRAY\\[''([^'']*)'))[1]
                                  from pg_constraint where contype = 'c' and conrelid = t.attrelid and conkey = array [t.attnum] limit 1) as allowed
                          from pg_attribute t
                         where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
                           and (attnotnull and not atthasdef or attname in ('hotel_id', ?))
                        """)
                .params(table, NEEDED.getOrDefault(table, ""))
                .query()
                .listOfRows();
    }

    private String value(String table, Map<String, Object> column, SampleHotel hotel) {
        if (column.get("refers") != null) {
            return owner.sql(
                            "select quote_literal(%s) from %s order by 1 desc limit 1"
                                    .formatted(
                                            column.get("key"),
                                            ((String) column.get("refers")).formatted(hotel.id())))
                    .query(String.class)
                    .optional()
                    .orElse(null);
        }
        if (column.get("allowed") != null) {
            return "'" + column.get("allowed") + "'";
        }
        String type = (String) column.get("type");
        return switch (type) {
            case "integer", "bigint", "smallint", "numeric" -> Integer.toString(hotel.id());
            case "text", "character varying", "name" -> "'sample " + hotel.id() + "'";
            case "bytea" -> "'\\x" + "%02x".formatted(hotel.id()) + "'";
            case "boolean" -> "true";
            case "date" -> "date '2030-01-01'";
            case "timestamp with time zone" -> "now()";
            case "bigint[]", "integer[]", "numeric[]" -> "'{1}'";
            case "text[]" -> "'{}'";
            case "jsonb" -> "'{}'";
            case "daterange" -> "'[2030-01-01,2030-01-02)'";
            case "datemultirange" -> "'{[2030-01-01,2030-01-02)}'";
            default ->
                    throw new IllegalStateException(
                            "%s.%s: %s (expected: a type that a sample is known of)"
                                    .formatted(table, column.get("name"), type));
        };
    }

    /** The values of one row, as SQL writes them. */
    static String values(JdbcClient owner, String table, List<String> columns, String where) {
        return owner.sql(
                        "select concat_ws(', ', %s) from %s where %s limit 1"
                                .formatted(
                                        columns.stream()
                                                .map("quote_nullable(%s::text)"::formatted)
                                                .collect(Collectors.joining(", ")),
                                        table,
                                        where))
                .query(String.class)
                .single();
    }
}
