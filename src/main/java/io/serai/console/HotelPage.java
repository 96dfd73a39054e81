package io.serai.console;

import io.serai.console.access.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads to the hotel that was looked at last. */
@Controller
class HotelPage {

    private final Frame frame;

    HotelPage(Frame frame) {
        this.frame = frame;
    }

    @GetMapping("/")
    String page(@AuthenticationPrincipal SignedIn user, Model model) {
        return frame.last(user)
                .map(hotel -> "redirect:/hotels/" + hotel.id() + "/rates")
                .orElseGet(
                        () -> {
                            frame.on(model, user, "rates");
                            return "no-hotel";
                        });
    }
}
