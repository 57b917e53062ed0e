namespace WhatsCommerce.Storefronts;

/// <summary>Reads and writes the reminder id in buttons, links and callback data of reminders.</summary>
internal static class ReminderButtons
{
    public const string Pay = "pay";
    public const string Help = "help";
    public const string Decline = "no";

    private const string Verb = "remind";
    private const string DataPrefix = "wcr:";
    private const int LongestId = 64;

    public static string Of(ReminderId id, string choice) => Buttons.Of(Verb, id.ToString(), choice);

    /// <summary>Reads a button. Other ids are ignored.</summary>
    public static (ReminderId Reminder, string Choice)? Read(string? button) =>
        Buttons.Read(button) is (Verb, { } id, Pay or Help or Decline) && id.ToString().Length <= LongestId
            ? (id.ToString(), Buttons.Read(button)!.Value.Argument!)
            : null;

    public static string DataOf(ReminderId id) => DataPrefix + id;

    /// <summary>Reads callback data; absent when it does not belong to a reminder.</summary>
    public static ReminderId ReadData(string? data) =>
        data is { Length: <= LongestId } && data.StartsWith(DataPrefix, StringComparison.Ordinal) ? data[DataPrefix.Length..] : default;
}
