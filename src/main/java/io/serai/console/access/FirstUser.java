package io.serai.console.access;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Lets somebody in at the very first start: makes the user {@code admin}. A made-up password is
 * printed once, on the console and into no log.
 */
@Component
class FirstUser implements ApplicationRunner {

    static final String LOGIN = "admin";

    private final Users users;
    private final PasswordEncoder passwords;
    private final AdminSettings settings;

    FirstUser(Users users, PasswordEncoder passwords, AdminSettings settings) {
        this.users = users;
        this.passwords = passwords;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!users.isEmpty()) {
            return;
        }
        String given = settings.password();
        boolean isGiven = given != null && !given.isBlank();
        String password = isGiven ? given : MadeUpPassword.next();
        if (users.addFirst(LOGIN, Role.ADMIN, passwords.encode(password)) && !isGiven) {
            print(password);
        }
    }

    private static void print(String password) {
        String line = "─".repeat(62);
        System.out.printf(
                "%n┌%s┐%n│ %-60s │%n│ %-60s │%n│ %-60s │%n└%s┘%n%n",
                line,
                "The first sign-in. This is printed only once.",
                "login     " + LOGIN,
                "password  " + password,
                line);
    }
}
