package io.serai.api;

import io.serai.delivery.price.ExplainedNight;
import java.time.LocalDate;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** Says of a night why it costs what it costs and is sold as it is sold. */
@Component("apiRateExplanations")
public class ApiRateExplanations {

    private final PlanDesk desk;

    ApiRateExplanations(PlanDesk desk) {
        this.desk = desk;
    }

    /** A night of a product, past or to come, as plans and rules are now. */
    public RateExplanationView explain(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("product") String product,
            @Header("night") String night) {
        LocalDate date = Stretch.night("night", night);
        return desk.at(
                caller,
                hotel,
                (session, key) -> {
                    PricedHotel priced = PricedHotel.read(session, key);
                    ExplainedNight explained =
                            ExplainedNight.of(
                                    session, key, Targets.key(product), date, priced.today());
                    if (explained == null) {
                        throw Problem.unknown("product", product);
                    }
                    return RateExplanationView.of(explained, priced);
                });
    }
}
