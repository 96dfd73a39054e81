package io.serai.console.bookings;

import io.serai.console.HotelNames;
import io.serai.console.Refusal;
import io.serai.console.Times;
import io.serai.console.Words;
import io.serai.hotel.sale.Offer;
import io.serai.hotel.sale.Unsold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says why a stay is not to be had: each reason once, with its nights. */
record UnsoldWords(HotelNames names) {

    private static final int MOST_NIGHTS = 3;

    /** Of one offer; empty where nothing stands against it. */
    String of(Offer offer) {
        Map<String, List<LocalDate>> reasons = new LinkedHashMap<>();
        for (Unsold why : offer.why()) {
            List<LocalDate> nights = reasons.computeIfAbsent(words(why), it -> new ArrayList<>());
            if (why.night() != null) {
                nights.add(why.night());
            }
        }
        return reasons.entrySet().stream()
                .map(each -> each.getKey() + nights(each.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** Of several rooms: each that is not to be had by its name. */
    String of(List<Offer> offers) {
        return offers.stream()
                .filter(offer -> !offer.isBookable())
                .map(offer -> name(offer) + ": " + of(offer))
                .distinct()
                .collect(Collectors.joining(". "));
    }

    String name(Offer offer) {
        return names.roomType(offer.roomType()) + ", " + names.ratePlan(offer.ratePlan());
    }

    private String words(Unsold why) {
        return switch (why.reason()) {
            case CLOSED -> closed(why.words());
            case CTA -> "nobody may arrive";
            case CTD -> "nobody may leave";
            case PAST -> "the arrival is over: choose a later one";
            case BEYOND_HORIZON ->
                    "the hotel does not sell so far ahead: choose an earlier departure";
            default -> {
                String words = Refusal.of(why.words()).words();
                yield Character.toLowerCase(words.charAt(0)) + words.substring(1);
            }
        };
    }

    /** Plans with what closes each, as {@code BAR: unwritten}. */
    private String closed(String words) {
        List<String> all = new ArrayList<>();
        for (String each : words.split(", ")) {
            String[] said = each.split(": ", 2);
            String plan = names.ratePlan(said[0]);
            all.add(
                    switch (said.length == 2 ? said[1] : "") {
                        case "unwritten" -> "nobody wrote a price of " + plan;
                        case "not-valid" -> plan + " is not sold in these days";
                        case "no-parent" -> "the plan that " + plan + " is made from is not sold";
                        case "unpriced" -> plan + " has no price";
                        default -> plan + " is closed";
                    });
        }
        return String.join(", ", all);
    }

    private static String nights(List<LocalDate> nights) {
        if (nights.isEmpty()) {
            return "";
        }
        int more = nights.size() - MOST_NIGHTS;
        return nights.stream()
                .limit(MOST_NIGHTS)
                .map(Times::date)
                .collect(
                        Collectors.joining(
                                ", ",
                                " (",
                                more > 0
                                        ? " and " + Words.counted(more, "more night") + ")"
                                        : ")"));
    }
}
