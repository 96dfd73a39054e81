package io.serai.console;

import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leads from a section of one hotel to the same of another. */
@Controller
class HotelChoice {

    private static final Set<String> SECTIONS =
            Set.of("today", "bookings", "rates", "inventory", "content", "reports", "connections");

    @GetMapping("/go")
    String go(
            @RequestParam("hotel") int hotel,
            @RequestParam(name = "section", defaultValue = "today") String section) {
        return "redirect:/hotels/" + hotel + "/" + (SECTIONS.contains(section) ? section : "today");
    }
}
