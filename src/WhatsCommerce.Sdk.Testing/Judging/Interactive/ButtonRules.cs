namespace WhatsCommerce.Testing.Judging.Interactive;

/// <summary>
/// The rules for messages with buttons: replies, a URL, a call. Source: Meta, messages/interactive-reply-buttons-messages,
/// messages/interactive-cta-url-messages, calling/call-button-messages-deep-links.
/// </summary>
internal static class ButtonRules
{
    /// <summary>One to three buttons, each with a unique id and a unique title.</summary>
    public static Refusal? Replies(Place action)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        HashSet<string> titles = new(StringComparer.Ordinal);
        return action["buttons"].NeedArray("buttons", 1, Limits.ReplyButtons) ?? action["buttons"].Each(button =>
            button["type"].NeedWord("reply")
            ?? Reply(button["reply"], ids)
            ?? button["reply"]["title"].NeedUnique(titles));
    }

    /// <summary>One or more quick replies on a card, each with a unique id.</summary>
    public static Refusal? QuickReplies(Place action)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        return action["buttons"].NeedArray("buttons", 1, int.MaxValue) ?? action["buttons"].Each(button =>
            button["type"].NeedWord("quick_reply") ?? Reply(button["quick_reply"], ids));
    }

    /// <summary>A button that opens a URL.</summary>
    public static Refusal? Address(Place action) =>
        action["parameters"].NeedObject()
        ?? action["parameters"]["display_text"].NeedText("Button text", Limits.ButtonTitle)
        ?? action["parameters"]["url"].NeedWebAddress();

    /// <summary>A button that calls the business; Meta has a default for every parameter.</summary>
    public static Refusal? Call(Place action) =>
        action["parameters"].AllowObject()
        ?? action["parameters"]["display_text"].AllowText("Button text", Limits.ButtonTitle)
        ?? action["parameters"]["ttl_minutes"].AllowWhole(Limits.CallButtonMinMinutes, Limits.CallButtonMinutes)
        ?? action["parameters"]["payload"].AllowText("Payload", Limits.CallButtonPayload);

    /// <summary>An id of the app, which the webhook contains when the customer chooses.</summary>
    public static Refusal? ReplyId(Place id, string what, int limit, HashSet<string> seen) =>
        id.NeedText(what, limit)
        ?? (id.Text!.AsSpan().Trim().Length == id.Text!.Length ? null : id.Wrong("must not begin or end with a space"))
        ?? id.NeedUnique(seen);

    private static Refusal? Reply(Place reply, HashSet<string> ids) =>
        reply.NeedObject()
        ?? ReplyId(reply["id"], "Button id", Limits.ReplyButtonId, ids)
        ?? reply["title"].NeedText("Button title", Limits.ButtonTitle);
}
