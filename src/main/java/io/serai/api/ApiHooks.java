package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.database.TenantSession;
import io.serai.reservation.hook.HookAddresses;
import io.serai.reservation.hook.HookBook;
import io.serai.reservation.hook.HookSecrets;
import io.serai.reservation.hook.HookSettings;
import io.serai.reservation.hook.StoredHook;
import io.serai.reservation.hook.StoredHook.HookWish;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a hotel's own systems are told of reservations by webhooks. */
@Component("apiHooks")
public class ApiHooks {

    private final Targets targets;
    private final TenantSession tenants;
    private final HookAddresses addresses;
    private final HookSecrets secrets;
    private final HookSettings settings;

    ApiHooks(
            Targets targets,
            TenantSession tenants,
            HookAddresses addresses,
            HookSecrets secrets,
            HookSettings settings) {
        this.targets = targets;
        this.tenants = tenants;
        this.addresses = addresses;
        this.secrets = secrets;
        this.settings = settings;
    }

    /** All of a hotel, the oldest first. */
    public Map<String, List<HookView>> list(
            @ExchangeProperty("caller") Caller caller, @Header("hotel") String hotel) {
        return Map.of(
                "webhooks",
                at(caller, hotel, HookBook::all).stream()
                        .map(hook -> HookView.of(hook, null))
                        .toList());
    }

    /** One. */
    public HookView one(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("webhook") String webhook) {
        return at(caller, hotel, book -> HookView.of(find(book, webhook), null));
    }

    /** Adds one; its secret is shown now and never again. */
    public Answer add(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Body @Nullable ObjectNode body) {
        targets.hotel(caller, hotel);
        HookWish wish = HookForm.read(body, null, addresses);
        String secret = secrets.make();
        return at(
                caller,
                hotel,
                book -> {
                    long added = book.add(wish, secrets.seal(secret));
                    return Answer.of(201, HookView.of(book.find(added).orElseThrow(), secret));
                });
    }

    /** Changes what the body names; one that was ended is begun again by {@code enabled}. */
    public HookView change(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("webhook") String webhook,
            @Body @Nullable ObjectNode body) {
        HookWish before = at(caller, hotel, book -> find(book, webhook)).wish();
        HookWish wish = HookForm.read(body, before, addresses);
        return at(
                caller,
                hotel,
                book -> {
                    long id = find(book, webhook).id();
                    book.change(id, wish);
                    return HookView.of(book.find(id).orElseThrow(), null);
                });
    }

    /** Takes one away with all that it was to be told, and answers with it. */
    public HookView remove(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("webhook") String webhook) {
        return at(
                caller,
                hotel,
                book -> {
                    StoredHook hook = find(book, webhook);
                    book.remove(hook.id());
                    return HookView.of(hook, null);
                });
    }

    /**
     * Gives one another secret, shown now and never again; the one before signs too for a while.
     */
    public HookView rotate(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("webhook") String webhook) {
        String secret = secrets.make();
        return at(
                caller,
                hotel,
                book -> {
                    long id = find(book, webhook).id();
                    book.rotate(id, secrets.seal(secret), settings.rotation());
                    return HookView.of(book.find(id).orElseThrow(), secret);
                });
    }

    private <T> T at(Caller caller, String hotel, Function<HookBook, T> work) {
        int key = targets.hotel(caller, hotel);
        return tenants.call(
                caller.hotels(), caller.actor(), session -> work.apply(new HookBook(session, key)));
    }

    private static StoredHook find(HookBook book, String webhook) {
        return book.find(webhook.matches("[0-9]{1,18}") ? Long.parseLong(webhook) : 0)
                .orElseThrow(() -> Problem.unknown("webhook", webhook));
    }
}
