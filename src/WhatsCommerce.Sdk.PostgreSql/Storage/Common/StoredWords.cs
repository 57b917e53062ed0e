namespace WhatsCommerce.Webhooks;

/// <summary>The values of columns that all databases have in common.</summary>
internal static class StoredWords
{
    public const string Begun = "begun";

    public static SendState SendStateOf(string word) => word switch
    {
        "sent" => SendState.Sent,
        "under_way" => SendState.UnderWay,
        _ => SendState.Unknown,
    };

    /// <summary>A letter with a reason that a later version added is still readable.</summary>
    public static DeadLetterReason ReasonOf(string word) =>
        Enum.TryParse(word, out DeadLetterReason reason) ? reason : DeadLetterReason.AttemptsExhausted;
}
