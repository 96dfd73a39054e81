package io.serai.console.record;

import io.serai.console.access.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Who asks to write, where, and how they are answered.
 *
 * @param model of the form that is shown again where nothing was written
 * @param next of the page that is shown where it was
 */
record Asked(
        SignedIn user,
        int hotel,
        HttpServletResponse response,
        Model model,
        RedirectAttributes next) {}
