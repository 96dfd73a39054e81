package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.hotel.plan.PolicyBook;
import io.serai.hotel.plan.StoredPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a hotel's guests pay for cancelling, by policies that rate plans name. */
@Component("apiCancellationPolicies")
public class ApiCancellationPolicies {

    private final PlanDesk desk;

    ApiCancellationPolicies(PlanDesk desk) {
        this.desk = desk;
    }

    /** All of a hotel, by code. */
    public Map<String, List<PolicyView>> list(
            @ExchangeProperty("caller") Caller caller, @Header("hotel") String hotel) {
        return desk.at(
                caller,
                hotel,
                (session, key) -> {
                    PricedHotel priced = PricedHotel.read(session, key);
                    return Map.of(
                            "cancellationPolicies",
                            new PolicyBook(session, key)
                                    .all().stream()
                                            .map(policy -> PolicyView.of(policy, priced))
                                            .toList());
                });
    }

    /** One, with its version. */
    public Answer one(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("policy") String policy) {
        return desk.at(
                caller,
                hotel,
                (session, key) ->
                        answer(
                                200,
                                view(
                                        session,
                                        key,
                                        policy,
                                        new PolicyBook(session, key).find(Targets.key(policy)))));
    }

    /** Adds one. */
    public Answer add(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Body @Nullable ObjectNode body) {
        return desk.at(
                caller,
                hotel,
                (session, key) -> {
                    PricedHotel priced = PricedHotel.read(session, key);
                    PolicyBook book = new PolicyBook(session, key);
                    int added = book.add(PolicyForm.read(body, priced));
                    return answer(201, PolicyView.of(book.find(added).orElseThrow(), priced));
                });
    }

    /**
     * Makes one what the body says.
     *
     * @param seen the version that the caller saw; another by now is a 409 with the newer policy
     */
    public Answer change(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("policy") String policy,
            @Header("If-Match") @Nullable String seen,
            @Body @Nullable ObjectNode body) {
        return desk.at(
                caller,
                hotel,
                (session, key) -> {
                    PolicyBook book = new PolicyBook(session, key);
                    int id = Targets.key(policy);
                    Version.demand(seen, view(session, key, policy, book.lock(id)));
                    PricedHotel priced = PricedHotel.read(session, key);
                    book.change(id, PolicyForm.read(body, priced));
                    return answer(200, PolicyView.of(book.find(id).orElseThrow(), priced));
                });
    }

    /** Takes one away that no plan names, and answers with it. */
    public Answer remove(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("policy") String policy,
            @Header("If-Match") @Nullable String seen) {
        return desk.at(
                caller,
                hotel,
                (session, key) -> {
                    PolicyBook book = new PolicyBook(session, key);
                    int id = Targets.key(policy);
                    PolicyView view = view(session, key, policy, book.lock(id));
                    Version.demand(seen, view);
                    book.remove(id);
                    return Answer.of(200, view);
                });
    }

    private static PolicyView view(
            JdbcClient session, int hotel, String policy, Optional<StoredPolicy> found) {
        return PolicyView.of(
                found.orElseThrow(() -> Problem.unknown("cancellation policy", policy)),
                PricedHotel.read(session, hotel));
    }

    private static Answer answer(int status, PolicyView view) {
        return new Answer(status, view, Version.of(view));
    }
}
