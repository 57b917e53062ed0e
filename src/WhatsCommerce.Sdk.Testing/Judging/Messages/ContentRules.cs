namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>
/// The rules for text, location, reaction and pin messages. Source: Meta, messages/text-messages, messages/reaction-messages,
/// groups/groups-messaging.
/// </summary>
internal static class ContentRules
{
    private const char EmojiPresentation = '\uFE0F';

    public static Refusal? Text(Place text, MessageContent content)
    {
        string? body = text["body"].Text;
        if (string.IsNullOrWhiteSpace(body))
        {
            return Refusals.Required("text['body']");
        }

        if (Json.Length(body) > Limits.TextBody)
        {
            return Refusals.TooLong("text['body']", Limits.TextBody);
        }

        content.Text = body;
        return text["preview_url"].AllowBoolean() is null
            ? null
            : Refusals.InvalidParameter("The parameter text['preview_url'] must be a boolean.");
    }

    public static Refusal? Location(Place location) => location.IsObject ? LocationRules.Judge(location) : Refusals.Required(location.Path);

    // An absent or empty emoji removes the reaction.
    public static Refusal? Reaction(Place reaction) =>
        !reaction.IsObject ? Refusals.Required(reaction.Path)
        : reaction["message_id"].NeedText()
            ?? reaction["emoji"].AllowText()
            ?? (reaction["emoji"].Text is not { Length: > 0 } emoji || IsOneEmoji(emoji)
                ? null
                : reaction["emoji"].Wrong("must be one emoji"));

    public static Refusal? Pin(Place pin) =>
        !pin.IsObject ? Refusals.Required(pin.Path)
        : pin["type"].NeedWord("pin", "unpin")
            ?? pin["message_id"].NeedText()
            ?? pin["expiration_days"].AllowWhole(1, int.MaxValue);

    // The list of emoji grows every year. Rejected is only what can never be one emoji: a letter, an ASCII character, a space, or several
    // characters.
    private static bool IsOneEmoji(string text)
    {
        Rune first = Rune.GetRuneAt(text, 0);
        return StringInfo.GetNextTextElementLength(text) == text.Length
            && !Rune.IsWhiteSpace(first)
            && (text.Contains(EmojiPresentation, StringComparison.Ordinal)
                || (!Rune.IsLetter(first) && !(first.IsAscii && text.Length == 1)));
    }
}
