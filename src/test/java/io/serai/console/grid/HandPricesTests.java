package io.serai.console.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The form of a night's price: what a person sets, leaves, and releases. */
class HandPricesTests {

    private static final LocalDate NIGHT = LocalDate.now(ZoneId.of("Europe/Lisbon")).plusDays(4);

    private final RunningSerai serai = RunningSerai.shared();
    private final JdbcClient sql = serai.sql();
    private final SampleHotel hotel = SampleHotel.another(serai.database());
    private final String login = Visitor.user("operator", hotel.id());
    private final Visitor visitor = Visitor.signedIn(login);

    @BeforeEach
    void sell() {
        sql.sql("update third_party_integrations set is_enabled = false where id = ?")
                .param(hotel.connection())
                .update();
        hotel.sell(serai.database(), NIGHT, NIGHT, 5, 120_00);
        visitor.get("/hotels/" + hotel.id() + "/rates");
    }

    @Test
    void setsAPriceBesideTheSystemsAndSaysWho() {
        save(hotel.product(), Map.of("price1", "133.50"));

        assertThat(night(hotel.product())).isEqualTo("{12000} {13350} f");
        assertThat(form(hotel.product()))
                .contains("Price set by hand by " + login)
                .contains("Release")
                .contains("133.50");
    }

    @Test
    void setsNothingWhereThePriceIsLeftAsItIsShown() {
        save(hotel.product(), Map.of("price1", "120.00", "closed", "on"));

        assertThat(night(hotel.product())).isEqualTo("{12000} t");
        assertThat(form(hotel.product())).doesNotContain("Release");
    }

    @Test
    void setsNothingWhereThePriceMovedWhileOnlyTheNightWasClosed() {
        move("{12500}");

        save(hotel.product(), Map.of("price1", "120.00", "seen", "120.00", "closed", "on"));

        assertThat(night(hotel.product())).isEqualTo("{12500} t");
    }

    @Test
    void showsTheNewerPriceToWhoChangedTheOneBefore() {
        assertThat(form(hotel.product())).contains("name=\"seen\" value=\"120.00\"");
        move("{12500}");

        var refused =
                visitor.post(path(hotel.product()), Map.of("price1", "133.50", "seen", "120.00"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("The price is 125.00 meanwhile. Save again to set yours.")
                .contains("name=\"seen\" value=\"125.00\"")
                .contains("value=\"133.50\"");
        assertThat(night(hotel.product())).isEqualTo("{12500} f");
        save(hotel.product(), Map.of("price1", "133.50", "seen", "125.00"));
        assertThat(night(hotel.product())).isEqualTo("{12500} {13350} f");
    }

    private void move(String prices) {
        sql.sql("update rate_nights set prices = cast(? as bigint[]) where product_id = ?")
                .params(prices, hotel.product())
                .update();
    }

    @Test
    void keepsWhoSetAPriceWhenAnotherOpensOrClosesTheNight() {
        save(hotel.product(), Map.of("price1", "133.50"));
        Visitor other = Visitor.signedIn(Visitor.user("operator", hotel.id()));
        other.get("/hotels/" + hotel.id() + "/rates");
        other.post(path(hotel.product()), Map.of("price1", "133.50", "closed", "on"));

        assertThat(night(hotel.product())).isEqualTo("{12000} {13350} t");
        assertThat(form(hotel.product())).contains("Price set by hand by " + login);
    }

    @Test
    void releasesAPrice() {
        save(hotel.product(), Map.of("price1", "133.50"));
        save(hotel.product(), Map.of("price1", "133.50", "release", "yes"));
        String released = night(hotel.product());
        save(hotel.product(), Map.of("price1", "133.50"));
        save(hotel.product(), Map.of("price1", ""));

        assertThat(released).isEqualTo("{12000} f");
        assertThat(night(hotel.product())).isEqualTo("{12000} f");
    }

    @Test
    void saysWhereTheSystemsPriceGoesBefore() {
        sql.sql("update hotels set price_owner = 'system' where id = ?").param(hotel.id()).update();

        assertThat(form(hotel.product()))
                .contains("The hotel system&#39;s price goes before one set here.");
    }

    @Test
    void setsAPriceOfADerivedPlanBeforeItsParents() {
        SampleHotel.Rate saver = hotel.rate(serai.database(), "SAVER");
        sql.sql(
                        """
                        update rate_plans set parent_id = (select rate_plan_id from products where id = ?), offset_percent = -10
                         where id = (select rate_plan_id from products where id = ?)
                        """)
                .params(hotel.product(), saver.product())
                .update();
        String before = form(saver.product());

        save(saver.product(), Map.of("price1", "99.00"));

        assertThat(before)
                .contains("Made from Standard; a price set here goes before it.")
                .contains("108.00");
        assertThat(night(saver.product())).isEqualTo("{9900} f");
        assertThat(visitor.get(path(saver.product()) + "/shown").body())
                .contains("99")
                .contains("made from Standard");
    }

    private void save(int product, Map<String, String> values) {
        assertThat(visitor.post(path(product), values).statusCode()).isEqualTo(302);
    }

    private String form(int product) {
        return visitor.get(path(product)).body();
    }

    private String path(int product) {
        return "/hotels/" + hotel.id() + "/products/" + product + "/nights/" + NIGHT;
    }

    private String night(int product) {
        return sql.sql(
                        "select concat_ws(' ', prices, hand_prices, closed) from rate_nights where product_id = ? and night = ?")
                .params(product, NIGHT)
                .query(String.class)
                .single();
    }
}
