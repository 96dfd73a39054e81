package io.serai.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where one channel may sell a product for more than another. The database compares what is held,
 * so that what is equal, nearly all of it, is never read; what channels showed otherwise is always
 * looked at.
 *
 * @param rates of the products that have such a night
 * @param nights all such nights
 */
record PriceGaps(List<HeldRate> rates, Set<LocalDate> nights) {

    private static final String SQL =
            """
            with rates as (
                 select * from unnest(:rates::integer[], :products::integer[], :currencies::text[], :bases::integer[], :mores::integer[], :times::integer[])
                            as r (rate, product, currency, base, more, times))
            select r.product, h.night
              from rates r join held_nights h on h.remote_id = r.rate and h.night >= :from and h.night < :until
             group by r.product, r.currency, h.night
            having min((h.prices[r.base] + coalesce(h.prices[r.more], 0)) * r.times) < max((h.prices[r.base] + coalesce(h.prices[r.more], 0)) * r.times)
             union
            select r.product, s.night
              from rates r join shown_prices s on s.remote_id = r.rate and s.night >= :from and s.night < :until
            """;

    /** A rate whose price can be compared, and which of the products it is of. */
    private record Priced(HeldRate rate, int product, HeldPlaces places) {}

    static PriceGaps read(JdbcClient session, ReportQuestion question, List<HeldRate> rates) {
        int[] products = products(rates);
        List<Priced> priced = new ArrayList<>();
        for (int n = 0; n < products.length; n++) {
            HeldPlaces places = HeldPlaces.of(rates.get(n).pricing(), question.guests());
            boolean alone =
                    (n == 0 || products[n - 1] != products[n])
                            && (n + 1 == products.length || products[n + 1] != products[n]);
            if (places != null && !alone) {
                priced.add(new Priced(rates.get(n), products[n], places));
            }
        }
        Set<Integer> found = new TreeSet<>();
        Set<LocalDate> nights = new TreeSet<>();
        session.sql(SQL)
                .params(question.parameters())
                .param("rates", numbers(priced, each -> each.rate.rate()))
                .param("products", numbers(priced, Priced::product))
                .param(
                        "currencies",
                        priced.stream()
                                .map(each -> each.rate.currency().getCurrencyCode())
                                .toArray(String[]::new))
                .param("bases", numbers(priced, each -> 1 + each.places.base()))
                .param("mores", numbers(priced, PriceGaps::more))
                .param("times", numbers(priced, each -> each.places.times()))
                .query(
                        row -> {
                            found.add(row.getInt(1));
                            nights.add(row.getObject(2, LocalDate.class));
                        });
        List<HeldRate> theirs = new ArrayList<>();
        for (int n = 0; n < products.length; n++) {
            if (found.contains(products[n])) {
                theirs.add(rates.get(n));
            }
        }
        return new PriceGaps(theirs, nights);
    }

    /** Numbers the products of rates, those of one beside each other. */
    private static int[] products(List<HeldRate> rates) {
        int[] products = new int[rates.size()];
        for (int n = 1; n < products.length; n++) {
            products[n] = products[n - 1] + (rates.get(n).isBeside(rates.get(n - 1)) ? 0 : 1);
        }
        return products;
    }

    private static @Nullable Integer more(Priced each) {
        Integer more = each.places.more();
        return more == null ? null : Integer.valueOf(1 + more);
    }

    private static Integer[] numbers(
            List<Priced> priced, Function<Priced, @Nullable Integer> number) {
        return priced.stream().map(number).toArray(Integer[]::new);
    }
}
