package io.serai.report;

/**
 * What bookings of one step, hotel, channel and currency come to.
 *
 * @param line by the bookings' currency
 * @param house the currency of their hotels
 * @param shown in the step
 * @param adding what adds up over steps
 */
record Booked(Line line, String house, Figures shown, Figures adding) {

    /** By the currency of their hotels. */
    Line ofHouse() {
        return in(house);
    }

    /** In no currency. */
    Line ofNone() {
        return in("");
    }

    private Line in(String currency) {
        return new Line(line.start(), line.hotel(), line.channel(), currency);
    }
}
