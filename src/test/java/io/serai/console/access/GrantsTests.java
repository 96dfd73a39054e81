package io.serai.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrantsTests {

    @Test
    void mayWithoutAHotelWhatIsAllowedAtEachThatIsSeen() {
        Grants one = Grants.of(Role.FINANCE, List.of(1L));
        Grants two =
                new Grants(
                        Role.VIEWER.rights(),
                        Map.of(1L, Role.FINANCE.rights(), 2L, Role.VIEWER.rights()));

        assertThat(one.may(Right.FINANCE)).isTrue();
        assertThat(two.may(Right.FINANCE)).isFalse();
        assertThat(two.may(Right.FINANCE, 1)).isTrue();
        assertThat(two.hotels(Right.FINANCE)).containsExactly(1L);
    }

    @Test
    void takesNoHotelForAllHotels() {
        Grants one = Grants.of(Role.ADMIN, List.of(1L));

        assertThat(one.may(Right.ADMIN)).isTrue();
        assertThat(one.mayEverywhere(Right.ADMIN)).isFalse();
        assertThat(Grants.NONE.may(Right.READ)).isFalse();
    }

    @Test
    void knowsEachRightAndRoleByItsWord() {
        for (Right right : Right.values()) {
            assertThat(Right.of(right.word())).isEqualTo(right);
        }
        for (Role role : Role.values()) {
            assertThat(Role.of(role.word())).isEqualTo(role);
        }

        assertThatThrownBy(() -> Right.of("REVEAL_CARD")).hasMessageContaining("reveal-card");
        assertThatThrownBy(() -> Role.of("owner"))
                .hasMessageContaining("'owner' (expected: viewer");
    }
}
