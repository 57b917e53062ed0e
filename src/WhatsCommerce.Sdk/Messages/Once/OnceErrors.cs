namespace WhatsCommerce.Messages;

/// <summary>Creates the errors for messages that are not sent because of their <see cref="SendOptions.OnceKey"/>.</summary>
internal static class OnceErrors
{
    private const int LongestShown = 100;

    // As long as the shortest phone numbers with a country code that reach many people; order numbers are usually shorter.
    private const int DigitsOfANumber = 9;

    public static Exception Reused(string onceKey, string what) => new OnceKeyReusedException(
        $"OnceKey \"{ForReaders(onceKey)}\" belongs to a message with another {what} already; nothing was sent. Give each message a key of "
            + "its own, and the same message the same content each time.",
        onceKey);

    public static Exception NotStored(string onceKey, Exception inner) => new SendLedgerException(
        $"The message with OnceKey \"{ForReaders(onceKey)}\" was not sent, because the ledger could not store the intent "
            + $"({inner.Message.TrimEnd('.')}). Send it again with the same key once the ledger can be reached.",
        inner);

    public static Exception Unknown(string onceKey, SendRecord record) => Open(onceKey, string.Create(
        CultureInfo.InvariantCulture,
        $"Whether the message with OnceKey \"{ForReaders(onceKey)}\" was sent is not known: an attempt at {record.Since:u} got no "
            + $"response, or was cut off. It was not sent again. A status of the message settles it; otherwise find out, and settle it "
            + $"with ISendLedger.ResolveAsync."));

    public static Exception UnderWay(string onceKey) => Open(
        onceKey,
        $"Another call is sending the message with OnceKey \"{ForReaders(onceKey)}\" just now; this one sent nothing. Call again with the "
            + "same key to learn how that ended.");

    public static Exception CutOff(string onceKey, TimeSpan lease, Exception inner) => Open(
        onceKey,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The message with OnceKey \"{ForReaders(onceKey)}\" was under way when its {lease:c} were over. It may or may not have been "
                + $"sent; it was not repeated."),
        inner);

    public static Exception NeverBegan(string onceKey, TimeSpan lease, Exception inner) => GraphExceptionOf(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The message with OnceKey \"{ForReaders(onceKey)}\" did not get its turn within {lease:c}. It was never written, so it may "
                + $"be sent again."),
        inner);

    /// <summary>Formats a key for messages: truncated, and without digits that may be a phone number. A hash is not changed.</summary>
    public static string ForReaders(string onceKey)
    {
        string shown = onceKey.Length <= LongestShown ? onceKey : $"{onceKey[..LongestShown]}...";
        StringBuilder text = new();
        for (int i = 0; i < shown.Length;)
        {
            int end = i;
            while (end < shown.Length && char.IsAsciiDigit(shown[end]))
            {
                end++;
            }

            bool stands = end - i >= DigitsOfANumber
                && (i == 0 || !char.IsAsciiLetter(shown[i - 1]))
                && (end == shown.Length || !char.IsAsciiLetter(shown[end]));
            text.Append(stands ? PhoneNumber.Mask(shown[i..end]) : shown[i..Math.Max(end, i + 1)]);
            i = Math.Max(end, i + 1);
        }

        return text.ToString();
    }

    private static OutcomeUnknownException Open(string onceKey, string message, Exception? inner = null) =>
        new(message, new GraphFailure { ErrorClass = GraphErrorClass.Unavailable }, inner) { OnceKey = onceKey };

    private static GraphConnectionException GraphExceptionOf(string message, Exception inner) =>
        new(message, new GraphFailure { ErrorClass = GraphErrorClass.Connection, IsRetrySafe = true }, inner);
}
