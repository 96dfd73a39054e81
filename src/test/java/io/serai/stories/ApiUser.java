package io.serai.stories;

import io.serai.api.ApiClient;
import io.serai.testing.Story;

/** Somebody who prices the hotel of a story over the API. */
final class ApiUser {

    private ApiUser() {}

    static ApiClient of(Story story, String login) {
        return of(story, login, "operator");
    }

    static ApiClient of(Story story, String login, String role) {
        story.sql()
                .sql("insert into users (login, password_hash, role) values (?, '{noop}stub', ?)")
                .params(login, role)
                .update();
        story.sql()
                .sql("insert into user_hotels select id, ? from users where login = ?")
                .params(story.hotel(), login)
                .update();
        return new ApiClient(story.serai().url(), login);
    }
}
