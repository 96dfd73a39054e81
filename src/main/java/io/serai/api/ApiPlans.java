package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.hotel.plan.PlanBook;
import io.serai.hotel.plan.PlanProduct;
import io.serai.hotel.plan.PolicyBook;
import io.serai.hotel.plan.StoredPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A hotel's rate plans, base and derived, with what they are sold for. */
@Component("apiPlans")
public class ApiPlans {

    private final PlanDesk desk;

    ApiPlans(PlanDesk desk) {
        this.desk = desk;
    }

    private record Here(
            JdbcClient session, int hotel, PlanBook book, Map<String, Integer> policies) {

        private static Here of(JdbcClient session, int hotel) {
            Map<String, Integer> policies = new LinkedHashMap<>();
            new PolicyBook(session, hotel)
                    .all()
                    .forEach(policy -> policies.put(policy.content().code(), policy.id()));
            return new Here(session, hotel, new PlanBook(session, hotel), policies);
        }

        private PricedHotel priced() {
            return PricedHotel.read(session, hotel);
        }

        private PlanForm form(@Nullable ObjectNode body) {
            return new PlanForm(body, priced(), policies);
        }

        private PlanView view(StoredPlan plan) {
            return PlanView.of(plan, priced(), policies);
        }

        private Answer answer(int status, int plan) {
            PlanView view = view(book.find(plan).orElseThrow());
            return new Answer(status, view, Version.of(view));
        }

        private StoredPlan lock(String plan) {
            return book.lock(Targets.key(plan)).orElseThrow(() -> Problem.unknown("plan", plan));
        }
    }

    /** All of a hotel, by code. */
    public Map<String, List<PlanView>> list(
            @ExchangeProperty("caller") Caller caller, @Header("hotel") String hotel) {
        return desk.at(
                caller,
                hotel,
                (session, key) -> {
                    Here here = Here.of(session, key);
                    PricedHotel priced = here.priced();
                    return Map.of(
                            "plans",
                            here.book.all().stream()
                                    .map(plan -> PlanView.of(plan, priced, here.policies))
                                    .toList());
                });
    }

    /** One, with its version. */
    public Answer one(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("plan") String plan) {
        return desk.at(
                caller,
                hotel,
                (session, key) -> {
                    Here here = Here.of(session, key);
                    StoredPlan found =
                            here.book
                                    .find(Targets.key(plan))
                                    .orElseThrow(() -> Problem.unknown("plan", plan));
                    return here.answer(200, found.id());
                });
    }

    /** Adds one. */
    public Answer add(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Body @Nullable ObjectNode body) {
        return desk.change(
                caller,
                hotel,
                (session, key) -> {
                    Here here = Here.of(session, key);
                    PlanForm form = here.form(body);
                    List<PlanProduct> products = form.products();
                    return here.answer(
                            201,
                            here.book.add(
                                    form.content(),
                                    Objects.requireNonNullElse(products, List.of())));
                });
    }

    /**
     * Makes one what the body says; the products stay where it does not name them.
     *
     * @param seen the version that the caller saw; another by now is a 409 with the newer plan
     */
    public Answer change(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("plan") String plan,
            @Header("If-Match") @Nullable String seen,
            @Body @Nullable ObjectNode body) {
        return desk.change(
                caller,
                hotel,
                (session, key) -> {
                    Here here = Here.of(session, key);
                    StoredPlan before = here.lock(plan);
                    Version.demand(seen, here.view(before));
                    PlanForm form = here.form(body);
                    here.book.change(before, form.content(), form.products());
                    return here.answer(200, before.id());
                });
    }

    /** Takes one away that no channel's rate and no other plan refers to, and answers with it. */
    public Answer remove(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("plan") String plan,
            @Header("If-Match") @Nullable String seen) {
        return desk.change(
                caller,
                hotel,
                (session, key) -> {
                    Here here = Here.of(session, key);
                    StoredPlan before = here.lock(plan);
                    PlanView view = here.view(before);
                    Version.demand(seen, view);
                    here.book.remove(before.id());
                    return Answer.of(200, view);
                });
    }
}
