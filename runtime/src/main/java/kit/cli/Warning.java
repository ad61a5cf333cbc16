package kit.cli;

import kit.model.Location;
import kit.model.Problem;

/** What the user should know, as a problem: {@code group_vars/all.yml:3:1: 'port' ...}. */
final class Warning {

  private Warning() {}

  static Problem of(String text) {
    int end = text.indexOf(": ");
    String place = end < 0 ? "" : text.substring(0, end);
    int[] numbers = {0, 0};
    int found = 0;
    for (int colon = place.lastIndexOf(':'); colon > 0 && found < 2; found++) {
      int number = number(place.substring(colon + 1));
      if (number < 0) {
        break;
      }
      numbers[1] = numbers[0];
      numbers[0] = number;
      place = place.substring(0, colon);
      colon = place.lastIndexOf(':');
    }
    return numbers[0] == 0
        ? new Problem(Location.NONE, text, "")
        : new Problem(new Location(place, numbers[0], numbers[1]), text.substring(end + 2), "");
  }

  private static int number(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return -1;
      }
    }
    return text.isEmpty() || text.length() > 8 ? -1 : Integer.parseInt(text);
  }
}
