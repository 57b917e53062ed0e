namespace WhatsCommerce.Webhooks;

/// <summary>The words of the columns that every database has.</summary>
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
