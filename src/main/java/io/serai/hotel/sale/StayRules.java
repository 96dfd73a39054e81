package io.serai.hotel.sale;

import io.serai.ari.RateNight;
import io.serai.hotel.sale.Unsold.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a plan's nights demand of the length of a stay, its arrival and its departure. */
final class StayRules {

    private final Stay stay;
    private final List<Unsold> against = new ArrayList<>();

    private StayRules(Stay stay) {
        this.stay = stay;
    }

    /**
     * What stands against a stay. Of a booking that is changed only what the change touches is
     * asked.
     *
     * @param nights as guests see them, in order, and the day of departure after them
     */
    static List<Unsold> against(Stay stay, Kept kept, List<RateNight> nights) {
        var rules = new StayRules(stay);
        var first = nights.get(0);
        var last = nights.get(nights.size() - 1);
        if (!kept.arrivesAs(stay) && first.cta()) {
            rules.add(Reason.CTA, stay.arrival(), "closed to arrival");
        }
        if (!kept.departsAs(stay) && last.ctd()) {
            rules.add(Reason.CTD, stay.departure(), "closed to departure");
        }
        if (!kept.arrivesAs(stay) || !kept.departsAs(stay)) {
            rules.arrival(first);
            rules.through(nights);
        }
        return rules.against;
    }

    private void arrival(RateNight first) {
        least(first.minArrival(), stay.arrival(), "a stay that begins then");
        most(first.maxArrival(), stay.arrival(), "a stay that begins then");
    }

    private void through(List<RateNight> nights) {
        var dates = stay.nights();
        for (int i = 0; i < dates.size(); i++) {
            least(nights.get(i).minThrough(), dates.get(i), "a stay through it");
            most(nights.get(i).maxThrough(), dates.get(i), "a stay through it");
        }
    }

    private void least(int least, LocalDate night, String which) {
        if (least > 0 && stay.length() < least) {
            add(Reason.MIN_STAY, night, length(which, least + " or more"));
        }
    }

    private void most(int most, LocalDate night, String which) {
        if (most > 0 && stay.length() > most) {
            add(Reason.MAX_STAY, night, length(which, most + " at most"));
        }
    }

    private String length(String which, String expected) {
        return "nights: %d (expected of %s: %s)".formatted(stay.length(), which, expected);
    }

    private void add(Reason reason, LocalDate night, String words) {
        against.add(new Unsold(reason, night, words));
    }
}
