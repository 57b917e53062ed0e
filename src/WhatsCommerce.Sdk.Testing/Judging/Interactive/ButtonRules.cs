namespace WhatsCommerce.Testing.Judging.Interactive;

/// <summary>
/// The rules of messages with buttons: replies, an address, a call. Source: Meta, messages/interactive-reply-buttons-messages,
/// messages/interactive-cta-url-messages, calling/call-button-messages-deep-links.
/// </summary>
internal static class ButtonRules
{
    /// <summary>One to three buttons, each with an id and a title of its own.</summary>
    public static Refusal? Replies(Place action)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        HashSet<string> titles = new(StringComparer.Ordinal);
        return action["buttons"].NeedArray("buttons", 1, Limits.ReplyButtons) ?? action["buttons"].Each(button =>
            button["type"].NeedWord("reply")
            ?? Reply(button["reply"], ids)
            ?? button["reply"]["title"].NeedUnique(titles));
    }

    /// <summary>One or more quick replies of a card.</summary>
    public static Refusal? QuickReplies(Place action)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        return action["buttons"].NeedArray("buttons", 1, int.MaxValue) ?? action["buttons"].Each(button =>
            button["type"].NeedWord("quick_reply") ?? Reply(button["quick_reply"], ids));
    }

    /// <summary>A button that opens an address.</summary>
    public static Refusal? Address(Place action) =>
        action["parameters"].NeedObject()
        ?? action["parameters"]["display_text"].NeedText("Button text", Limits.ButtonTitle)
        ?? action["parameters"]["url"].NeedWebAddress();

    /// <summary>A button that calls the business; everything about it has a value of Meta's own.</summary>
    public static Refusal? Call(Place action) =>
        action["parameters"].AllowObject()
        ?? action["parameters"]["display_text"].AllowText("Button text", Limits.ButtonTitle)
        ?? action["parameters"]["ttl_minutes"].AllowWhole(Limits.CallButtonMinMinutes, Limits.CallButtonMinutes)
        ?? action["parameters"]["payload"].AllowText("Payload", Limits.CallButtonPayload);

    /// <summary>An id of the app's own that comes back when the customer chooses.</summary>
    public static Refusal? ReplyId(Place id, string what, int limit, HashSet<string> seen) =>
        id.NeedText(what, limit)
        ?? (id.Text!.AsSpan().Trim().Length == id.Text!.Length ? null : id.Wrong("must not begin or end with a space"))
        ?? id.NeedUnique(seen);

    private static Refusal? Reply(Place reply, HashSet<string> ids) =>
        reply.NeedObject()
        ?? ReplyId(reply["id"], "Button id", Limits.ReplyButtonId, ids)
        ?? reply["title"].NeedText("Button title", Limits.ButtonTitle);
}
