package io.serai.sandbox.account;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.serai.sandbox.wire.Demands;
import io.serai.sandbox.wire.Dialect;
import io.serai.sandbox.wire.Face;
import io.serai.sandbox.wire.Json;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts the accounts together. */
public class AccountBeans {

    @Bean
    Accounts accounts(JdbcClient jdbc) {
        return new Accounts(jdbc);
    }

    @Bean
    Tokens tokens(Accounts accounts, JdbcClient jdbc, Clock clock, Environment settings) {
        var lifetime = settings.getRequiredProperty("sandbox.token.lifetime", Duration.class);
        return new Tokens(accounts, signingKey(jdbc), lifetime, clock);
    }

    @Bean
    Face tokenFace(
            Accounts accounts,
            Tokens tokens,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Environment settings) {
        var perHour = settings.getRequiredProperty("sandbox.token.per-hour", Integer.class);
        return new Face(
                "POST",
                "/token-based-authentication/exchange",
                Demands.EXCHANGE,
                Dialect.json(),
                new TokenFace(accounts, new Exchanges(jdbc, perHour), tokens, transaction));
    }

    @Bean
    RouterFunction<ServerResponse> accountControl(Accounts accounts) {
        return route().PUT(
                        "/sandbox/accounts/{account}",
                        request -> {
                            var form = Json.read(request.body(byte[].class), AccountForm.class);
                            accounts.put(request.pathVariable("account"), form);
                            return ServerResponse.noContent().build();
                        })
                .build();
    }

    private static byte[] signingKey(JdbcClient jdbc) {
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("insert into signing_key (secret) values (?) on conflict do nothing")
                .param(fresh)
                .update();
        return jdbc.sql("select secret from signing_key").query(byte[].class).single();
    }
}
