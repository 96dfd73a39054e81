package io.serai.sandbox.booking;

/** The two queues of reservations, and how their messages are named. */
enum Feed {
    NEW("OTA_HotelResNotif", "HotelReservations", "HotelReservation"),
    MODIFY("OTA_HotelResModifyNotif", "HotelResModifies", "HotelResModify");

    final String endpoint;
    final String list;
    final String item;

    Feed(String endpoint, String list, String item) {
        this.endpoint = endpoint;
        this.list = list;
        this.item = item;
    }

    String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
