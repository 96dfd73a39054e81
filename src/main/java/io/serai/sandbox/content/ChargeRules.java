package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/** What a form cannot say of a charge. */
final class ChargeRules {

    private static final Set<Set<String>> BASES =
            Set.of(
                    Set.of("NET_ROOM_PRICE"),
                    Set.of("NET_ROOM_PRICE", "PROPERTY_CHARGES"),
                    Set.of("NET_ROOM_PRICE", "LOCALITY_CHARGES"),
                    Set.of("NET_ROOM_PRICE", "LOCALITY_CHARGES", "PROPERTY_CHARGES"));

    private final JsonNode meta;

    ChargeRules(Metas metas) {
        this.meta = metas.charges;
    }

    static String key(JsonNode charge) {
        var key = charge.path("charge_key");
        return key.path("type").asText()
                + "/"
                + key.path("guest_origin").asText()
                + "/"
                + key.path("travel_purpose").asText();
    }

    void check(String path, JsonNode charges) {
        var keys = new HashSet<String>();
        for (int i = 0; i < charges.size(); i++) {
            var at = path + "[" + i + "]";
            if (!keys.add(key(charges.get(i)))) {
                throw Wrong.of(Wrong.INVALID, at + ".charge_key", "the key is told twice");
            }
            charge(at, charges.get(i));
        }
    }

    private void charge(String at, JsonNode charge) {
        var type =
                Metas.entry(meta, "type", charge.path("charge_key").path("type"))
                        .orElseThrow(
                                () ->
                                        Wrong.of(
                                                Wrong.INVALID,
                                                at + ".charge_key.type",
                                                "no such type of charge"));
        var taken = new ArrayList<Days>();
        var periods = charge.path("charge_periods");
        for (int i = 0; i < periods.size(); i++) {
            var path = at + ".charge_periods[" + i + "]";
            var days = days(path, periods.get(i).path("applicable"));
            if (taken.stream().anyMatch(days::overlaps)) {
                throw Wrong.of(Wrong.INVALID, path + ".applicable", "periods overlap");
            }
            taken.add(days);
            if (periods.get(i).hasNonNull("configuration")) {
                amount(
                        path + ".configuration.amount",
                        type,
                        periods.get(i).at("/configuration/amount"));
            }
        }
    }

    private static void amount(String path, JsonNode type, JsonNode amount) {
        var mode = amount.path("mode").asText();
        if (!type.path("modes").toString().contains('"' + mode + '"')) {
            throw Wrong.of(
                    Wrong.INVALID,
                    path + ".mode",
                    mode + " is no mode of " + type.path("type").asText());
        }
        if (!mode.equals("INCALCULABLE") && !amount.path("value").isNumber()) {
            throw Wrong.of(Wrong.MISSING, path + ".value", "must not be null");
        }
        var base = new HashSet<String>();
        amount.path("base").forEach(each -> base.add(each.asText()));
        if (mode.equals("PERCENTAGE") ? !BASES.contains(base) : !base.isEmpty()) {
            throw Wrong.of(Wrong.INVALID, path + ".base", base + " is no base of " + mode);
        }
    }

    private static Days days(String path, JsonNode applicable) {
        try {
            var from = LocalDate.parse(applicable.path("from").asText());
            var to =
                    applicable.hasNonNull("to")
                            ? LocalDate.parse(applicable.path("to").asText())
                            : LocalDate.MAX;
            if (!to.isBefore(from)) {
                return new Days(from, to);
            }
        } catch (DateTimeException e) {
            // refused like a range that is turned round
        }
        throw Wrong.of(Wrong.INVALID, path + ".applicable", "no range of days");
    }

    /** A range of days, both ends included. */
    private record Days(LocalDate from, LocalDate to) {

        boolean overlaps(Days other) {
            return !from.isAfter(other.to) && !other.from.isAfter(to);
        }
    }
}
