package kit.model;

import java.util.Locale;

/** What kind of mistake a problem is, for editors. */
public enum Mistake {
  /** Groovy or YAML cannot be read. */
  SYNTAX,
  /** A word that is neither of the language nor a function, in the structure of a playbook. */
  UNKNOWN_WORD,
  /** A call of a module that does not exist. */
  UNKNOWN_MODULE,
  /** An argument that a module does not have. */
  UNKNOWN_ARGUMENT,
  /** An option that cannot be said there. */
  UNKNOWN_OPTION,
  /** An argument that a call needs and does not have. */
  MISSING_ARGUMENT,
  /** One argument twice, or arguments that do not go together. */
  CONFLICT,
  /** A value of the wrong type, or none of those that are possible. */
  WRONG_VALUE,
  /** A word or call where it cannot be. */
  WRONG_PLACE,
  /** A name that is taken, or given twice. */
  TAKEN_NAME,
  /** A name that is declared outside of a body is assigned or changed in it. */
  SHARED_VARIABLE,
  /** A notify that no handler hears. */
  UNKNOWN_HANDLER,
  /** A name that has no value anywhere. */
  UNKNOWN_VARIABLE,
  /** A fact that does not exist. */
  UNKNOWN_FACT,
  /** A tag that nothing has. */
  UNKNOWN_TAG,
  /** A host, group or pattern that the inventory does not know. */
  UNKNOWN_HOST,
  /** A role that is in none of the directories. */
  MISSING_ROLE,
  /** A file or template that is not there. */
  MISSING_FILE,
  /** A template that cannot be read. */
  TEMPLATE,
  /** Anything else. */
  OTHER;

  /** As editors are told: {@code unknown-module}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
