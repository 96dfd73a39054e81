package io.serai.console.rates;

import io.serai.console.Desk;
import io.serai.console.Hotel;
import io.serai.console.Refusal;
import io.serai.console.Unusable;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.Entered;
import io.serai.delivery.gate.HeldDecisions;
import io.serai.delivery.gate.HeldPriceChanged;
import io.serai.delivery.gate.HeldPriceId;
import io.serai.delivery.gate.NotRight;
import io.serai.delivery.gate.SystemPrice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides about prices that wait. */
@Controller
@RequestMapping("/hotels/{hotel}/held-prices")
class WaitingPriceActs {

    private final Desk desk;

    WaitingPriceActs(Desk desk) {
        this.desk = desk;
    }

    @PostMapping("/approve")
    String approve(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam("id") List<String> ids,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        String said =
                decide(
                        response,
                        user,
                        hotel,
                        "Approved; the channels are told.",
                        (database, here) ->
                                HeldDecisions.approve(
                                        database,
                                        here.id(),
                                        ids.stream().map(HeldPriceId::of).toList()));
        return answer(hotel, said, part, model, next);
    }

    @PostMapping("/put-right")
    String putRight(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam("id") String text,
            @RequestParam MultiValueMap<String, String> values,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        String said =
                decide(
                        response,
                        user,
                        hotel,
                        "Put right; the channels are told. A price that looks like a mistake, too,"
                                + " waits here again.",
                        (database, here) -> {
                            HeldPriceId id = HeldPriceId.of(text);
                            HeldDecisions.putRight(
                                    database, here.id(), id, entered(here, id, values));
                        });
        return answer(hotel, said, part, model, next);
    }

    private static @Nullable Long[] entered(
            Hotel hotel, HeldPriceId id, MultiValueMap<String, String> values) {
        @Nullable Long[] prices = new Long[id.minor().length];
        for (int position = 0; position < prices.length; position++) {
            String value = values.getFirst("price" + (position + 1));
            prices[position] = Entered.price(Objects.requireNonNullElse(value, ""), hotel);
        }
        return prices;
    }

    /** What happened, all of it or nothing; the page hears of it when it did. */
    private String decide(
            HttpServletResponse response,
            SignedIn user,
            int hotel,
            String done,
            BiConsumer<JdbcClient, Hotel> decision) {
        try {
            desk.at(
                    user,
                    hotel,
                    (database, here) -> {
                        decision.accept(database, here);
                        return here;
                    });
            response.setHeader("HX-Trigger", "decided");
            return done;
        } catch (HeldPriceChanged changed) {
            return "Nothing was done: another price is wanted by now. Look again.";
        } catch (SystemPrice | NotRight | Unusable | IllegalArgumentException problem) {
            return "Nothing was done. " + Refusal.of(problem.getMessage()).words();
        }
    }

    private static String answer(
            int hotel, String said, @Nullable String part, Model model, RedirectAttributes next) {
        if (part != null) {
            model.addAttribute("said", said);
            return "rates/parts :: decided";
        }
        next.addFlashAttribute("decided", said);
        return "redirect:/hotels/" + hotel + "/rates";
    }
}
