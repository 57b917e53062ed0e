namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>The request is a message, which is sent.</summary>
internal sealed record AcceptedMessage(string Kind, Address To, JsonElement Json) : Verdict
{
    /// <summary>The text that the customer sees first: the text, or the body of an interactive message.</summary>
    public string? Text { get; init; }

    /// <summary>The retailer ids that the customer is shown, in order.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>The retailer ids that were removed, because the connected catalog does not contain them.</summary>
    public IReadOnlyList<string> MissingProducts { get; init; } = [];

    public string? RepliesTo { get; init; }
    public string? CallbackData { get; init; }

    /// <summary>Templates may be sent at any time; everything else only within 24 hours of the customer's last message.</summary>
    public bool IsTemplate => Kind == "template";
}
