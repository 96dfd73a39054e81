package io.serai.reservation.overbooking;

/** A record that a cause is read from. */
sealed interface Evidence permits Told, Pause, Shown, StockChange {}
