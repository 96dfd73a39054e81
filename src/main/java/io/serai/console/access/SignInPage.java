package io.serai.console.access;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a login and a password are asked for. */
@Controller
class SignInPage {

    @GetMapping("/login")
    String signIn() {
        return "sign-in";
    }
}
