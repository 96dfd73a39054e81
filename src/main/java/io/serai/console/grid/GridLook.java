package io.serai.console.grid;

import io.serai.console.Hotel;
import io.serai.console.access.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/**
 * Somebody looks at a grid of a hotel.
 *
 * @param query what its address says
 * @param model of the page
 */
public record GridLook(
        JdbcClient database,
        SignedIn user,
        Hotel hotel,
        MultiValueMap<String, String> query,
        Model model) {}
