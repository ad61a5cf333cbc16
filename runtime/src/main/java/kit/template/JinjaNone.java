package kit.template;

import com.hubspot.jinjava.util.HasObjectTruthValue;

/** A value that is there and is nothing: jinjava takes a Java null for an undefined name. */
enum JinjaNone implements HasObjectTruthValue {
  VALUE;

  @Override
  public boolean getObjectTruthValue() {
    return false;
  }

  @Override
  public String toString() {
    return "None";
  }
}
